import { Gap, type GrammaticalCase, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import {
  bringsNovads,
  headWord,
  isStateCity,
  isWellKnown,
  namesNoMunicipality,
  namesRoad,
  type Place,
  placePrepositions,
  placesByForm,
  villageHas,
} from '../../0-latvian/places.js';
import { parentNames } from '../../0-latvian/territories.js';
import { isAfterGivenName } from '../given-name.js';
import type { Item, Run } from './scan.js';

const OPENING = new Set(['“', '„', '”', '"', '«', '‟', '‘']);
const CLOSING = new Set(['“', '”', '"', '»', '‟', '’']);
const DASHES = new Set(['-', '–', '—']);
const ADDRESSES = new Set(['@', '/', '.', '_']);
const HONORIFIC = /^(?:kungs|kunga|kungam|kungu|kundze|kundzes|kundzei|kundzi)$/u;

/** What the whole article tells of a place. */
export interface Known {
  /** Places named with their kind, or as a municipality. */
  readonly named: ReadonlySet<Place>;
  /** Of these, the ones named as a novads, and those named as a town. */
  readonly novadi: ReadonlySet<Place>;
  readonly towns: ReadonlySet<Place>;
  /** Names that follow a given name or an initial somewhere: surnames here. */
  readonly surnames: ReadonlySet<Place>;
}

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

/** *Jēkabpils–Rēzekne šoseja*, *ceļā Dobele–Bauska*: two towns joined by a dash name a road. */
function isRoad({ tokens }: SegmentedArticle, run: Run): boolean {
  const [first, second] = run.items;
  if (!first || !second || second.token - first.token !== 2 || !DASHES.has(tokens[first.token + 1]?.text ?? ''))
    return false;
  const around = [tokens[first.token - 1], tokens[run.end]];
  return around.some((token) => token?.kind === 'word' && namesRoad(token.lower));
}

/**
 * How sure it is that a name without a head word is the place, 0 when it is not taken for one. What tells: a capital not
 * owed to the start of the sentence, the locative, other places beside it, what the rest of the article says.
 */
export function bareConfidence(doc: SegmentedArticle, run: Run, item: Item, { named, surnames }: Known): number {
  const { tokens } = doc;
  const i = item.token;
  if (!item.name || hangsOnOther(doc, run, item) || isRoad(doc, run)) return 0;
  const { place, cases } = item.name;
  const isLocative = cases.has('locative');
  if (isAddress(tokens, i) || isTitle(tokens, i) || isHonoured(tokens, i) || isClub(doc, i, cases)) return 0;
  if (!isLocative && (isAfterGivenName(tokens, i) || (surnames.has(place) && !named.has(place)))) return 0;
  if (isJoinedToName(tokens, i) && (place.also || !isLocative)) return 0;
  if (tokens[i - 1]?.lower.startsWith('upe') || (place.also && isBeforeSurname(tokens, i, cases))) return 0;
  if (isAfterDistrict(tokens, i)) return 0.92;

  const starts = startsSentence(doc, i) || (tokens[i] as Token).caps;
  const beside = run.items.some(
    (other) => other !== item && other.name && !other.name.place.also && isWellKnown(other.name.place),
  );
  if (!isWellKnown(place)) {
    if (cases.has('genitive') && place.also !== 'word' && villageHas(tokens[item.nameEnd]?.lower ?? '')) return 0.8;
    if (named.has(place) && !(place.also && starts)) return 0.85;
    const besideKind = run.items.some((other) => other !== item && other.head);
    // «- Rencēnos – pagasta namā», «vasarā Maltā», where the article is about the novads in which the village lies
    const near = isLocative && !(starts && place.also) && liesInNamed(place, named);
    if (starts) return near ? 0.7 : 0;
    if (isLocative && (beside || besideKind)) return 0.8;
    if (near) return 0.75;
    if (place.also) return 0;
    // «Bērzaunes pagasts, Vestiena un Cesvaines pilsēta»
    if (isLocative || (besideKind && run.items.length > 2)) return 0.75;
    // «no Biķerniekiem»
    return placePrepositions.has(tokens[i - 1]?.lower ?? '') && liesInNamed(place, named) ? 0.7 : 0;
  }
  if (place.also) {
    if (named.has(place)) return 0.85;
    if (beside) return 0.8;
    if (starts) return isLocative || isActor(doc, i, cases) ? 0.7 : 0;
    return isLocative ? 0.85 : cases.has('genitive') || place.also !== 'surname' ? 0.75 : 0.65;
  }
  if (isStateCity(place)) return isLocative ? 0.97 : 0.93;
  return isLocative ? 0.95 : 0.88;
}

/** *Ogre pieteikumu atsauca*: what only a municipality does follows in the sentence. */
function isActor({ tokens, sentences }: SegmentedArticle, i: number, cases: ReadonlySet<GrammaticalCase>): boolean {
  const next = tokens[i + 1];
  if (!cases.has('nominative') || next?.kind !== 'word' || next.capital) return false;
  const last = Math.min(sentences[next.sentence]?.last ?? 0, i + 4);
  return tokens.slice(i + 1, last).some(({ lower }) => bringsNovads.alone(lower));
}

/** Whether the article names the novads or rajons that a village lies in. */
const liesInNamed = ({ pagasti }: Place, named: ReadonlySet<Place>): boolean =>
  pagasti.some(({ id }) => {
    const parents = parentNames(id);
    return [...named].some(({ genitive }) => parents.has(`${genitive} novads`) || parents.has(`${genitive} rajons`));
  });

/** Part of a web or mail address: `www.jelgava.lv`, `Jelgava.lv`. */
function isAddress(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const [before, after, next] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (before && token.gap === Gap.none && (before.text === '@' || before.text === '_')) return true;
  if (!after || !next || after.gap !== Gap.none || next.gap !== Gap.none || !ADDRESSES.has(after.text)) return false;
  return after.text === '@' || after.text === '_' || (after.text === '.' && next.kind === 'word' && !next.capital);
}

/** «Liepāja» alone in quotes is a club, a ship, a hotel; «Bauskas Dzīve» is a newspaper. */
function isTitle(tokens: readonly Token[], i: number): boolean {
  if (!OPENING.has(tokens[i - 1]?.text ?? '')) return false;
  const next = tokens[i + 1];
  if (CLOSING.has(next?.text ?? '')) return true;
  const isNamed = next?.kind === 'word' && next.capital;
  return isNamed && [tokens[i + 2], tokens[i + 3], tokens[i + 4]].some((token) => CLOSING.has(token?.text ?? ''));
}

/** *Madona Ozola*: the name is a given name. */
function isBeforeSurname(tokens: readonly Token[], i: number, cases: ReadonlySet<GrammaticalCase>): boolean {
  const next = tokens[i + 1];
  if (cases.has('genitive') || cases.has('locative') || next?.kind !== 'word') return false;
  return next.capital && !next.caps && next.gap === Gap.space && next.sentence === tokens[i]?.sentence;
}

/** *Dobeles kundze*. */
const isHonoured = (tokens: readonly Token[], i: number): boolean => HONORIFIC.test(tokens[i + 1]?.lower ?? '');

/** FK Ventspils, VEF Rīga. */
function isClub({ tokens }: SegmentedArticle, i: number, cases: ReadonlySet<GrammaticalCase>): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (!cases.has('nominative') || !before?.caps || token?.caps) return false;
  return before.text.length <= 4 && before.sentence === token?.sentence && token.gap === Gap.space;
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
