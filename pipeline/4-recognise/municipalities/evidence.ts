import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import {
  headWord,
  isStateCity,
  isWellKnown,
  namesNoMunicipality,
  type Place,
  placesByForm,
} from '../../0-latvian/places.js';
import type { Item, Run } from './scan.js';

const OPENING = new Set(['“', '„', '”', '"', '«', '‟', '‘']);
const CLOSING = new Set(['“', '”', '"', '»', '‟', '’']);
const ADDRESSES = new Set(['@', '/', '.', '_']);
const HONORIFIC = /^(?:kungs|kunga|kungam|kungu|kundze|kundzes|kundzei|kundzi)$/u;

/** Whether a name of the list hangs on a word with which it names no municipality: *Raunas un Cēsu ielā*. */
export function hangsOnOther({ tokens }: SegmentedArticle, run: Run, item: Item): boolean {
  if (item.head || !item.name?.cases.has('genitive')) return false;
  for (let k = run.items.indexOf(item) + 1; k < run.items.length; k++) {
    const next = run.items[k] as Item;
    if (next.head || (next.name && !next.name.cases.has('genitive'))) return false;
  }
  const tail = tokens[run.end];
  return tail?.kind === 'word' && tail.gap !== Gap.paragraph && namesNoMunicipality(tail.lower);
}

/**
 * How sure it is that a name without a head word is the place, 0 when it is not taken for one. What tells: a capital not
 * owed to the start of the sentence, the locative, other places beside it, the same place named with its kind elsewhere.
 * @param supported places that the article names with their kind
 */
export function bareConfidence(doc: SegmentedArticle, run: Run, item: Item, supported: ReadonlySet<Place>): number {
  const { tokens } = doc;
  const token = tokens[item.token] as Token;
  if (!item.name || hangsOnOther(doc, run, item)) return 0;
  const { place, cases } = item.name;
  const before = tokens[item.token - 1];
  const after = tokens[item.token + 1];
  const sameSentence = before?.sentence === token.sentence;
  const isLocative = cases.has('locative');
  if (isAddress(tokens, item.token) || isQuotedAlone(before, after) || (after && HONORIFIC.test(after.lower))) return 0;
  if (sameSentence && before && namesNoMunicipality(before.lower) && before.lower.startsWith('up')) return 0;
  if (!isLocative && isAfterInitial(tokens, item.token)) return 0;
  // FK Ventspils, VEF Rīga
  if (cases.has('nominative') && sameSentence && before?.caps && before.text.length <= 4 && !token.caps) return 0;

  const inDistrict = isAfterDistrict(tokens, item.token);
  if (inDistrict) return 0.92;
  const isSupported = supported.has(place);
  const starts = startsSentence(doc, item.token) || token.caps;
  const afterName =
    sameSentence &&
    before?.kind === 'word' &&
    before.capital &&
    token.gap === Gap.space &&
    !startsSentence(doc, item.token - 1);
  const beforeName =
    after?.kind === 'word' &&
    after.capital &&
    !after.caps &&
    after.gap === Gap.space &&
    after.sentence === token.sentence;
  const beside = run.items.some(
    (other) => other !== item && other.name && !other.name.place.also && isWellKnown(other.name.place),
  );
  if (isJoinedToName(tokens, item.token) && (place.also || !isLocative)) return 0;

  if (!isWellKnown(place)) {
    if (afterName && !isLocative) return 0;
    if (isSupported && !(place.also && starts)) return 0.85;
    if (place.also || starts || !isLocative) return 0;
    return beside ? 0.85 : 0.75;
  }
  if (place.also) {
    if (beforeName && !cases.has('genitive') && !isLocative) return 0;
    const isSurname = place.also !== 'word';
    if (isSurname && (afterName || isAfterSentenceStart(doc, item.token)) && !isLocative) return 0;
    if (isSupported) return 0.85;
    if (beside) return 0.8;
    if (isLocative) return starts && !token.caps ? 0.7 : 0.85;
    if (starts) return 0;
    if (isSurname) return cases.has('genitive') && after?.kind === 'word' && !after.capital ? 0.65 : 0;
    return 0.75;
  }
  if (isStateCity(place)) return isLocative ? 0.97 : 0.93;
  return isLocative ? 0.95 : 0.88;
}

/** Part of a web or mail address: `www.jelgava.lv`, `Jelgava.lv`. */
function isAddress(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const [before, after, next] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (before && token.gap === Gap.none && (before.text === '@' || before.text === '_')) return true;
  if (!after || !next || after.gap !== Gap.none || next.gap !== Gap.none || !ADDRESSES.has(after.text)) return false;
  return after.text === '@' || after.text === '_' || (after.text === '.' && next.kind === 'word' && !next.capital);
}

/** «Liepāja» alone in quotes is a club, a ship, a hotel. */
const isQuotedAlone = (before: Token | undefined, after: Token | undefined): boolean =>
  before !== undefined && after !== undefined && OPENING.has(before.text) && CLOSING.has(after.text);

/** `J. Dobele`. */
function isAfterInitial(tokens: readonly Token[], i: number): boolean {
  const initial = tokens[i - 2];
  return tokens[i - 1]?.text === '.' && initial?.kind === 'word' && initial.capital && initial.text.length <= 2;
}

/** `Krāslavas rajona Robežniekos`. */
function isAfterDistrict(tokens: readonly Token[], i: number): boolean {
  const [kind, name] = [tokens[i - 1], tokens[i - 2]];
  if (kind?.kind !== 'word' || name?.kind !== 'word' || !name.capital || !placesByForm.has(name.lower)) return false;
  const head = headWord(kind.lower, undefined);
  return (
    (head?.means === 'novads' || head?.means === 'rajons') &&
    head.readings.some((reading) => reading.case === 'genitive' && reading.number === 'singular')
  );
}

/** A hyphen joins it to a word that is no place: a double surname. */
function isJoinedToName(tokens: readonly Token[], i: number): boolean {
  const joined = (hyphen: Token | undefined, other: Token | undefined, gaps: readonly (Gap | undefined)[]) =>
    hyphen?.text === '-' &&
    other?.kind === 'word' &&
    other.capital &&
    gaps.every((gap) => gap === Gap.none) &&
    !placesByForm.has(other.lower);
  const token = tokens[i];
  return (
    joined(tokens[i - 1], tokens[i - 2], [token?.gap, tokens[i - 1]?.gap]) ||
    joined(tokens[i + 1], tokens[i + 2], [tokens[i + 1]?.gap, tokens[i + 2]?.gap])
  );
}

/** Its capital may be owed to the sentence alone; a bullet or a quote may stand before it. */
function startsSentence({ tokens, sentences }: SegmentedArticle, i: number): boolean {
  const token = tokens[i];
  if (!token) return true;
  const first = sentences[token.sentence]?.first ?? 0;
  for (let k = first; k < i; k++) if (tokens[k]?.kind !== 'mark') return tokens[i - 1]?.text === ':';
  return true;
}

/** The second word of a sentence whose first may be a given name. */
function isAfterSentenceStart(doc: SegmentedArticle, i: number): boolean {
  const before = doc.tokens[i - 1];
  return before?.kind === 'word' && before.capital && before.text.length > 3 && startsSentence(doc, i - 1);
}
