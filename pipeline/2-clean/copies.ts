import { lastDay } from '../0-latvian/calendar.js';
import { wordsOf } from './phrases.js';

/** Words that follow each other and are compared as one. */
const SHINGLE = 5;
/** Minima kept of a text; the share of equal ones tells how alike two texts are, ± .04 at .8. */
const MINIMA = 128;
/** Minima of a key: texts share one of the 32 keys with a probability of 1.00 when .8 alike, .87 when .5, .05 when .2. */
const ROWS = 4;
/** Share of equal shingles from which on two texts are one story: a site changes the lead, or adds a paragraph of its own. */
const ALIKE = 0.7;
/** A shorter text is a copy only when it is the same, word for word. */
const LEAST_WORDS = 40;

/** What is kept of a text to find its copies, without the text. */
export interface Fingerprint {
  /** Unsigned 32-bit numbers, the least of the hashes of all shingles under `MINIMA` orders. */
  readonly minima: readonly number[];
  /** Two texts that are alike share one of these; an index on them makes a look-up as quick among many as among few. */
  readonly keys: readonly string[];
}

/** FNV-1a over the code units of a text. */
function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The `order`-th of as many different orders of all 32-bit numbers: a bijection (the finaliser of MurmurHash 3). */
function reordered(hash: number, order: number): number {
  let mixed = hash ^ Math.imul(order + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** By words alone: case, marks and white space do not count. */
export function fingerprint(text: string): Fingerprint {
  const words = wordsOf(text);
  const shingles = new Set<number>();
  const length = words.length < LEAST_WORDS ? Math.max(1, words.length) : SHINGLE;
  for (let i = 0; i + length <= words.length; i++) shingles.add(hashOfText(words.slice(i, i + length).join(' ')));
  const minima = new Array<number>(MINIMA).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let order = 0; order < MINIMA; order++) {
      const value = reordered(shingle, order);
      if (value < (minima[order] as number)) minima[order] = value;
    }
  }
  const keys: string[] = [];
  if (words.length > 0) {
    for (let row = 0; row < MINIMA; row += ROWS) {
      keys.push(`${row / ROWS}-${hashOfText(minima.slice(row, row + ROWS).join(' ')).toString(36)}`);
    }
  }
  return { minima, keys };
}

/** The share of shingles that two texts have in common, 0–1, estimated. */
export const likeness = (a: Fingerprint, b: Fingerprint): number =>
  a.minima.filter((value, i) => value === b.minima[i]).length / MINIMA;

export interface Published {
  readonly id: string;
  /** ISO, possibly partial. */
  readonly published?: string;
}
export interface Publication extends Published {
  readonly fingerprint: Fingerprint;
}

/** The last day it may be of, so that `2019` does not come before `2019-05-16`; without a date last. */
const dayOf = ({ published }: Published): string => (published && lastDay(published)) ?? '9999';
/** Which of two publications of a story is the original: the earlier, of equal days the one with the lesser id. */
export const comesFirst = (a: Published, b: Published): number => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which publications are copies, and of which: id → id of the original of its story. Texts that are alike, and those alike
 * to these, are one story. The order of the publications does not matter.
 */
export function copiesOf(publications: readonly Publication[]): Map<string, string> {
  const all = [...publications].sort(comesFirst);
  const story = all.map((_, i) => i);
  const first = (i: number): number => {
    let at = i;
    while (story[at] !== at) at = story[at] = story[story[at] as number] as number;
    return at;
  };
  const byKey = new Map<string, number[]>();
  all.forEach(({ fingerprint: print }, i) => {
    const met = new Set(print.keys.flatMap((key) => byKey.get(key) ?? []));
    for (const k of met) {
      if (first(k) === first(i) || likeness((all[k] as Publication).fingerprint, print) < ALIKE) continue;
      const [older, younger] = [first(k), first(i)].sort((a, b) => a - b) as [number, number];
      story[younger] = older;
    }
    for (const key of print.keys) {
      const others = byKey.get(key);
      if (others) others.push(i);
      else byKey.set(key, [i]);
    }
  });
  return new Map(
    all.flatMap(({ id }, i) => (first(i) === i ? [] : [[id, (all[first(i)] as Publication).id] as const])),
  );
}
