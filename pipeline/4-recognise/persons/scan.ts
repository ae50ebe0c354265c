import type { Mention, PersonMention, SegmentedArticle, Token } from '../../0-contract/types.js';
import { givenReadings } from '../../0-latvian/names.js';
import { postsAt } from '../../0-latvian/posts.js';
import { coordinated, supported } from './agree.js';
import { type Context, contextOf, weigh } from './context.js';
import { type FoundName, PERSON_RULE_IDS } from './found-name.js';
import { COMPANY_FORMS, isAlsoWord, NAMED_AFTER, NOT_NAMES, PARTICLES, SPEECH_VERBS, STREETS } from './lexicon.js';
import { loneMentions } from './lone.js';
import { type Ground, type ParsedName, parseFull, parseInitials } from './parse.js';

const scanned = new WeakMap<SegmentedArticle, readonly PersonMention[]>();

/** All persons of an article; each rule takes its own from here, so that the tokens are walked once. */
export function scan(doc: SegmentedArticle, found: readonly Mention[]): readonly PersonMention[] {
  let mentions = scanned.get(doc);
  if (!mentions) {
    const ground: Ground = { tokens: doc.tokens, taken: taken(doc, found) };
    const names = fullNames(doc, ground);
    mentions = [...names.map(({ mention }) => mention), ...loneMentions(doc, ground, names)];
    scanned.set(doc, mentions);
  }
  return mentions;
}

function taken(doc: SegmentedArticle, found: readonly Mention[]): Uint8Array {
  const marks = new Uint8Array(doc.tokens.length);
  for (const mention of found) marks.fill(1, mention.first, mention.last);
  return marks;
}

function fullNames(doc: SegmentedArticle, ground: Ground): FoundName[] {
  const names: FoundName[] = [];
  const { tokens } = doc;
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i]?.capital || ground.taken[i] !== 0 || !mayGoOn(tokens[i + 1])) continue;
    const name = nameAt(doc, ground, i);
    if (!name) continue;
    names.push(name);
    i = name.mention.last - 1;
  }
  return supported(doc, coordinated(doc, names));
}

/** Whether a name may have this as its second token; most capitalised words only begin a sentence. */
const mayGoOn = (next: Token | undefined): boolean =>
  next !== undefined && (next.capital || next.kind === 'mark' || PARTICLES.has(next.lower));

function nameAt(doc: SegmentedArticle, ground: Ground, i: number): FoundName | undefined {
  const { tokens } = doc;
  const begins = startsSentence(doc, i);
  const attempts: (() => [ParsedName, string, number] | undefined)[] = [
    () => {
      const parsed = parseInitials(ground, i);
      return parsed && [parsed, PERSON_RULE_IDS.initials, 0.85];
    },
    () => {
      const parsed = parseFull(ground, i, true);
      if (!parsed) return undefined;
      if (begins && isAlsoWord(tokens[i]?.text ?? '') && !surnameShape(parsed) && !speaksForPerson(doc, parsed))
        return undefined;
      return [parsed, parsed.caps ? PERSON_RULE_IDS.caps : PERSON_RULE_IDS.full, parsed.caps ? 0.8 : 0.95];
    },
    () => unknownGiven(doc, ground, i, begins),
  ];
  for (const attempt of attempts) {
    const [parsed, rule, confidence] = attempt() ?? [];
    if (!parsed || rule === undefined || confidence === undefined) continue;
    if (namesSomethingElse(tokens, parsed) || sharedSurname(tokens, parsed)) continue;
    return { parsed, mention: mentionOf(doc, parsed, contextOf(tokens, parsed.first, parsed.last), rule, confidence) };
  }
  return undefined;
}

/** Whether a post, a verb of saying, or being a line of its own makes two capitalised words a person. */
function speaksForPerson(doc: SegmentedArticle, { first, last }: ParsedName): boolean {
  const { before, after, verb, credit } = contextOf(doc.tokens, first, last);
  const sentence = doc.sentences[doc.tokens[first]?.sentence ?? -1];
  return (
    credit || before.length > 0 || after.length > 0 || verb || (sentence?.first === first && sentence.last === last)
  );
}

/** A given name that no list has, where a post, a verb of saying or the shape of both words speak for a person. */
function unknownGiven(
  doc: SegmentedArticle,
  ground: Ground,
  i: number,
  begins: boolean,
): [ParsedName, string, number] | undefined {
  const parsed = parseFull(ground, i, false);
  if (!parsed || parsed.caps || FOREIGN_LETTERS.test(parsed.readings[0]?.name ?? '')) return undefined;
  if (!GIVEN_ENDING.test(doc.tokens[i]?.text ?? '') || doc.tokens[i + 1]?.text.length === 1) return undefined;
  if (OPENING.test(doc.tokens[i - 1]?.text ?? '') || postsAt(doc.tokens, i).length) return undefined;
  const { before, after, verb, credit } = contextOf(doc.tokens, parsed.first, parsed.last);
  if (before.length || credit) return [parsed, PERSON_RULE_IDS.context, 0.75];
  const shape = surnameShape(parsed) || sameEndings(parsed);
  // a lone given name after a word in the nominative: «Brālēns Juris»
  const ends = doc.tokens[parsed.last - 1]?.text ?? '';
  if (begins && givenReadings(ends).length) return undefined;
  if (after.length || verb) {
    return shape || (!begins && INFLECTED.test(ends)) ? [parsed, PERSON_RULE_IDS.context, 0.75] : undefined;
  }
  const sentence = doc.sentences[doc.tokens[i]?.sentence ?? -1];
  const line = sentence?.first === parsed.first && sentence.last === parsed.last;
  if (!shape || (begins && !(line && surnameShape(parsed)))) return undefined;
  return [parsed, PERSON_RULE_IDS.shape, 0.6];
}

const FOREIGN_LETTERS = /[qwxyàâäåçéèêëíîïñóôöøùûüýÿß]|sh|th/iu;
const GIVEN_ENDING = /(?:[asešmiuoēī])$/u;
const INFLECTED = /(?:[asešmi]|u)$/u;

/** «Brents Vestgards», «Brentam Vestgardam»: two words of the first or second declension in one case are a man's name. */
function sameEndings({ parts }: ParsedName): boolean {
  const words = parts.map(({ text }) => text);
  return words.every((word) => /[^aeiouāēīū]s$|š$/u.test(word)) || words.every((word) => /(?:[^j]a|i)m$/u.test(word));
}

const OPENING = /^["“”„«»]$/u;

/** Endings of surnames, in the nominative, that hardly any other capitalised word has. */
const SURNAME_SHAPE =
  /(?:iņš|iņa|ītis|īte|ēns|ēna|āns|āne|ovs|ova|evs|eva|jevs|skis|ska|ckis|cka|ičs|iča|sons|sone|sens|sena|manis|mane|bergs|berga|šteins|šteina|valds|enko|ko|dze|švili|jans|jana|auskas|aitis|iene|ēvičs|ēvica|nieks|niece|kalns|kalne|āls|ņins|ņina|ins|ina)$/u;

function surnameShape(parsed: ParsedName): boolean {
  return parsed.readings.some(({ name, weight }) => weight >= 0.9 && SURNAME_SHAPE.test(name));
}

/** «Jeļena un Jānis Strauti»: the surname is a plural that two given names share. */
function sharedSurname(tokens: readonly Token[], { first, readings }: ParsedName): boolean {
  if (tokens[first - 1]?.lower !== 'un') return false;
  const before = tokens[first - 2];
  if (!before?.capital || !givenReadings(before.text).length || tokens[first - 3]?.capital) return false;
  return (
    readings.every(({ name }) => name.endsWith(tokens[first + 1]?.text ?? ' ')) &&
    /(?:i|us?)$/u.test(tokens[first + 1]?.text ?? '')
  );
}

function startsSentence(doc: SegmentedArticle, i: number): boolean {
  const { tokens, sentences } = doc;
  const sentence = sentences[tokens[i]?.sentence ?? -1];
  if (!sentence) return false;
  for (let k = sentence.first; k < i; k++) if (tokens[k]?.kind !== 'mark') return false;
  return true;
}

/** Companies, streets, schools, prizes and the like that bear the name of a person. */
function namesSomethingElse(tokens: readonly Token[], { first, last, readings }: ParsedName): boolean {
  const next = tokens[last];
  const quoted = OPENING.test(tokens[first - 1]?.text ?? '');
  if (COMPANY_FORMS.has(tokens[first - (quoted ? 2 : 1)]?.lower ?? '')) return true;
  if (quoted && OPENING.test(next?.text ?? '')) return true;
  if (!next || next.sentence !== tokens[last - 1]?.sentence) return false;
  if (STREETS.has(next.lower)) return true;
  if (!readings.some((reading) => reading.case === 'genitive')) return false;
  for (let k = last; k < last + 4; k++) {
    const token = tokens[k];
    if (!token || token.sentence !== next.sentence) return false;
    if (NAMED_AFTER.has(token.lower)) return true;
    const between =
      token.kind === 'number' ||
      token.text === '.' ||
      (token.kind === 'word' && /(?:[aāe]s|[auā])$/u.test(token.lower) && !SPEECH_VERBS.has(token.lower));
    if (!between || NOT_NAMES.has(token.lower)) return false;
  }
  return false;
}

function mentionOf(
  doc: SegmentedArticle,
  parsed: ParsedName,
  context: Context,
  rule: string,
  confidence: number,
): PersonMention {
  const start = (doc.tokens[parsed.first] as Token).start;
  const end = (doc.tokens[parsed.last - 1] as Token).end;
  const readings = weigh(parsed.readings, context)
    .filter(({ weight }) => weight >= 0.005)
    .slice(0, 8)
    .map(({ name, gender, case: grammaticalCase, weight }) => ({ name, gender, case: grammaticalCase, weight }));
  return {
    kind: 'person',
    start,
    end,
    text: doc.article.text.slice(start, end),
    first: parsed.first,
    last: parsed.last,
    sentence: (doc.tokens[parsed.first] as Token).sentence,
    rule,
    confidence,
    readings,
    initials: parsed.initials,
  };
}
