import distance from 'natural/lib/natural/distance/index.js';
import { slug } from '../../pipeline/0-contract/fold.js';

/** Words of a name, folded: `Ādažu novada Sociālais dienests` → adazu, novada, socialais, dienests. */
export const wordsOf = (name: string): string[] => slug(name).split('-').filter(Boolean);

/** Without the ending of its case and gender: berzins, berzina → berzin; tukums, tukuma → tukum; cesis, cesu → ces. */
export const stem = (word: string): string => word.replace(/(?<=\p{L}{2})(?:[aeiou]+[ms]?|s)$/u, '');

/** Slips between two words: letters left out, put in, changed, or two neighbours swapped. */
export const slips = (a: string, b: string): number => distance.DamerauLevenshteinDistance(a, b, { restricted: true });

/**
 * True for `slips` of exactly one. It is asked for each pair of a block, and for nearly all the rest between what both begin
 * and end with tells at once.
 */
export function differByOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin++;
  let end = 0;
  while (end < short.length - begin && short.at(-1 - end) === long.at(-1 - end)) end++;
  const one = short.slice(begin, short.length - end);
  const other = long.slice(begin, long.length - end);
  if (other.length === 1) return true;
  return one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
}

/** How many letters of one text are not among those of the other: there are no fewer `slips` between them. */
export function othersIn(a: string, b: string): number {
  const surplus = new Map<string, number>();
  for (const letter of a) surplus.set(letter, (surplus.get(letter) ?? 0) + 1);
  for (const letter of b) surplus.set(letter, (surplus.get(letter) ?? 0) - 1);
  let [ofA, ofB] = [0, 0];
  for (const count of surplus.values())
    if (count > 0) ofA += count;
    else ofB -= count;
  return Math.max(ofA, ofB);
}

/** Digits in their order: what tells «1. kārta» from «2. kārta». */
export const digits = (text: string): string => text.replace(/\P{N}+/gu, ' ').trim();

const PERIOD = /-(?:pre2009|\d{4})$/u;
const CITY = /^(?:republikas-pilseta|valstspilseta|pilseta)-/u;

/** A territory's id without its period, a city's without its rank: `novads-tukuma-2009` → `novads-tukuma`. */
export const unitOf = (territory: string): string => territory.replace(PERIOD, '').replace(CITY, 'city-');

/** The stem of a territory's name: `novads-tukuma-2009` → tukum, `pilseta-tukums-2009` → tukum. */
export const placeOf = (territory: string): string => stem(unitOf(territory).split('-')[1] ?? '');

const KINDS: ReadonlySet<string> = new Set([
  'novada',
  'pilsetas',
  'valstspilsetas',
  'pagasta',
  'rajona',
  'republikas',
  'apvienibas',
]);
const BODIES: ReadonlySet<string> = new Set(['pasvaldibas', 'domes']);
const LEGAL: ReadonlySet<string> = new Set(['iestade', 'iestades', 'agentura', 'budzeta']);

/** Words of a body's name that say whose it is and what form it has, and may be left out. */
const isFiller = (word: string): boolean => KINDS.has(word) || BODIES.has(word) || LEGAL.has(word);

/** Bodies of which every municipality has one: the word before them is its name. */
const OF_MUNICIPALITIES: ReadonlySet<string> = new Set([
  'dome',
  'padome',
  'barintiesa',
  'pasvaldiba',
  'administracija',
  'dienests',
  'buvvalde',
]);

/** Without what may be left out, the last word always kept: `Ādažu novada Sociālais dienests` → adazu socialais dienests. */
export const withoutFillers = (words: readonly string[]): string[] =>
  words.filter((word, i) => i === words.length - 1 || !isFiller(word));

/** A body by a short name that does not depend on how fully it is called. @param at a natural key or a name */
export function bodyOf(at: string): string {
  if (/^(?:novads|pagasts|rajons|pilseta|republikas-pilseta|valstspilseta)-/u.test(at)) return unitOf(at);
  return withoutFillers(wordsOf(at.replace(/^(?:institution|project)-/u, ''))).join(' ');
}

/** The stem of the place that a body's name begins with, where its words tell that it is one. */
export function placeOfBody(at: string): string | undefined {
  if (/^(?:novads|pagasts|rajons|pilseta|republikas-pilseta|valstspilseta)-/u.test(at)) return placeOf(at);
  const [first, second] = wordsOf(at.replace(/^institution-/u, ''));
  const last = wordsOf(at).at(-1) ?? '';
  if (first === undefined || second === undefined || first === last) return undefined;
  return KINDS.has(second) || BODIES.has(second) || OF_MUNICIPALITIES.has(second) || OF_MUNICIPALITIES.has(last)
    ? stem(first)
    : undefined;
}
