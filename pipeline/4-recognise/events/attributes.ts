import { readList } from '../../0-contract/lists.js';
import { Gap, type Mention, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { eventVerbs, eventWords } from '../../0-latvian/event-words.js';
import { tenseOf } from '../../0-latvian/time-words.js';

const STOPS: ReadonlySet<string> = new Set(readList('lexicon/phrase-stops.txt'));
/** Genitives, and adjectives with definite endings; a verb looks like one now and then, so known verbs stop the walk. */
const ATTRIBUTE = /(?:[aou]|as|es|us|[^aeiouāēīū]s|ās|ais|ie|aj(?:am|ai|ā|ām|iem|os|ās)|ēj(?:am|ai|ā)|[^j]ā)$/u;
const DEED = /(?:[āēīo](?:ja|jās|jusi|jis|juši|jušas|sies|šot)|ot)$/u;
/** The longest name met is «Latvijas Pašvaldību savienības Sociālo un veselības jautājumu sadarbības tīkla sanāksme». */
const LONGEST = 10;

/** The first token of an event's name: walks left from its head over attributes, not into dates and persons. */
export function attributesBefore(doc: SegmentedArticle, found: readonly Mention[], head: number): number {
  const { sentence } = doc.tokens[head] as Token;
  const taken = found.filter(
    (mention) =>
      mention.sentence === sentence &&
      (mention.kind === 'date' || mention.kind === 'person' || mention.kind === 'project'),
  );
  let edge = head;
  for (let i = head - 1; i >= 0 && i >= head - LONGEST; i--) {
    const token = doc.tokens[i] as Token;
    const right = doc.tokens[i + 1] as Token;
    if (token.sentence !== sentence || right.gap === Gap.paragraph) break;
    if (taken.some(({ first, last }) => first <= i && i < last)) break;
    if (token.text === '-' && right.lower !== 'un') continue;
    if (token.lower === 'un' && isAttribute(doc.tokens[i - 1])) continue;
    if (!isAttribute(token)) break;
    // «pateicamies par atbalstu LPS … sanāksmes rīkošanā»: a small word before a name is none of it
    if (!token.capital && right.capital) break;
    // in the locative only an adjective that agrees with the head belongs to it, and a municipality never does
    if (/[āēī]$/u.test(token.lower) && isPlace(found, i)) break;
    edge = i;
  }
  return edge;
}

function isAttribute(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || STOPS.has(token.lower)) return false;
  if (token.caps) return true;
  const verb = eventWords.holds.has(token.lower) || eventVerbs.has(token.lower) || tenseOf([token.lower]) !== undefined;
  return !verb && token.text.length > 2 && ATTRIBUTE.test(token.lower) && !DEED.test(token.lower);
}

const isPlace = (found: readonly Mention[], token: number): boolean =>
  found.some(({ kind, last }) => kind === 'municipality' && last === token + 1);
