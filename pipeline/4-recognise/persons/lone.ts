import type { NameReading, PersonMention, SegmentedArticle, Token } from '../../0-contract/types.js';
import { formsOfPart } from '../../0-latvian/name-forms.js';
import { contextOf } from './context.js';
import { type FoundName, PERSON_RULE_IDS } from './found-name.js';
import { isAlsoWord, NOT_NAMES, STREETS } from './lexicon.js';
import type { Ground } from './parse.js';

interface Bearer {
  readonly reading: NameReading;
  readonly from: number;
  readonly surname: boolean;
}

/** Mentions by surname or given name alone, after the full name of that person and of no other. */
export function loneMentions(doc: SegmentedArticle, ground: Ground, names: readonly FoundName[]): PersonMention[] {
  const bearers = bearersByForm(names);
  if (!bearers.size) return [];
  const inside = new Uint8Array(doc.tokens.length);
  for (const { mention } of names) inside.fill(1, mention.first, mention.last);
  const mentions: PersonMention[] = [];
  doc.tokens.forEach((token, i) => {
    if (!token.capital || token.caps || inside[i] || ground.taken[i]) return;
    const found = bearers.get(token.text)?.filter((bearer) => bearer.from < i);
    const only = found?.[0];
    if (!only || found.some((other) => other.reading.name !== only.reading.name)) return;
    if (!standsAlone(doc, i, only)) return;
    mentions.push({
      kind: 'person',
      start: token.start,
      end: token.end,
      text: token.text,
      first: i,
      last: i + 1,
      sentence: token.sentence,
      rule: PERSON_RULE_IDS.lone,
      confidence: 0.8,
      readings: [only.reading],
      initials: false,
    });
  });
  return mentions;
}

function bearersByForm(names: readonly FoundName[]): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  const surnameOf = ({ mention }: FoundName): string => mention.readings[0]?.name.split(' ').at(-1) ?? '';
  const inFull = new Set(names.filter(({ parsed }) => !parsed.initials).map(surnameOf));
  for (const found of names) {
    const { mention, parsed } = found;
    const reading = mention.readings[0] as NameReading;
    const words = reading.name.split(' ');
    const surname = surnameOf(found);
    // V. Ķemmere is most likely the Vija Ķemmere of the same article
    if (parsed.initials && inFull.has(surname)) continue;
    const given = parsed.initials ? '' : (words[0] ?? '');
    for (const [word, isSurname] of [
      [surname, true],
      [given, false],
    ] as const) {
      if (word.length < 3) continue;
      for (const [grammaticalCase, forms] of formsOfPart(word, reading.gender, !isSurname)) {
        if (grammaticalCase === 'locative') continue;
        for (const form of forms) {
          const bearer = {
            reading: { ...reading, case: grammaticalCase, weight: 1 },
            from: mention.first,
            surname: isSurname,
          };
          const others = bearers.get(form);
          if (others) others.push(bearer);
          else bearers.set(form, [bearer]);
        }
      }
    }
  }
  return bearers;
}

/** Whether the word is not part of something longer, nor a common word that begins a sentence. */
function standsAlone(doc: SegmentedArticle, i: number, bearer: Bearer): boolean {
  const { tokens, sentences } = doc;
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  if (NOT_NAMES.has(token.lower)) return false;
  const same = (other: Token | undefined): other is Token => other !== undefined && other.sentence === token.sentence;
  if (same(next) && (STREETS.has(next.lower) || next.capital)) return false;
  if (same(before) && (before.capital || /^[-"“„«]$/u.test(before.text))) return false;
  const context = contextOf(tokens, i, i + 1);
  if (context.before.length || context.verb) return true;
  if (sentences[token.sentence]?.first === i) return false;
  return bearer.surname || !isAlsoWord(token.text);
}
