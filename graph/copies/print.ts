import type { Article } from '../../pipeline/0-contract/types.js';

/** Words that follow each other and are compared as one. */
const SHINGLE = 5;
/** Minima kept of a text; the share of equal ones tells how alike two texts are, ± .04 at .8. */
const MINIMA = 128;
/** Bytes kept of a minimum. */
const BYTES = 2;
/** Minima of a wording, and wordings of a text: two texts share one with a probability of .96 when .7 alike, .998 when .8, .1 when .3. */
const ROWS = 4;
const WORDINGS = 12;
/** A shorter text is a copy only when it is the same, word for word, its headline too. */
const LEAST_WORDS = 40;

/** FNV-1a over the code units of a text. */
function hashOf(text: string): number {
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

/** Lower-case words and numbers: marks and white space do not count. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export type Printed = Pick<Article, 'text' | 'title' | 'noise' | 'margins'>;

/** What an article tells: no page noise, and no headline, captions and bylines, which each site has of its own. */
function told({ text, title, noise, margins = [] }: Printed): string {
  let body = '';
  let at = 0;
  for (const { start, end } of [...noise, ...margins].sort((a, b) => a.start - b.start)) {
    if (start > at) body += text.slice(at, start);
    at = Math.max(at, end);
  }
  const rest = (body + text.slice(at)).trimStart();
  return rest.startsWith(title) ? rest.slice(title.length) : rest;
}

function shinglesOf(article: Printed): Set<number> {
  const words = wordsOf(told(article));
  if (words.length === 0) return new Set();
  if (words.length < LEAST_WORDS) return new Set([hashOf(JSON.stringify([wordsOf(article.title), words]))]);
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(hashOf(words.slice(i, i + SHINGLE).join(' ')));
  return shingles;
}

/**
 * The print of what an article tells, by which its copies are found without the text (minhash): the least of the hashes of
 * all shingles under `MINIMA` orders, base64. Absent where it tells nothing.
 */
export function printOf(article: Printed): string | undefined {
  const shingles = shinglesOf(article);
  if (shingles.size === 0) return undefined;
  const minima = new Uint32Array(MINIMA).fill(0xffffffff);
  for (const shingle of shingles)
    for (let order = 0; order < MINIMA; order++) {
      const value = reordered(shingle, order);
      if (value < (minima[order] as number)) minima[order] = value;
    }
  const print = Buffer.alloc(MINIMA * BYTES);
  for (const [i, value] of minima.entries()) print.writeUInt16LE(value & 0xffff, i * BYTES);
  return print.toString('base64');
}

const read = (print: string): Buffer => Buffer.from(print, 'base64');

/** Two texts that are alike share one of these; looking them up costs as much among many as among few. */
export function wordingsOf(print: string): string[] {
  const minima = read(print);
  const size = ROWS * BYTES;
  return Array.from(
    { length: WORDINGS },
    (_, n) => `${n} ${minima.subarray(n * size, (n + 1) * size).toString('base64url')}`,
  );
}

/** The share of shingles that two texts have in common, 0–1, estimated from their prints. */
export function likeness(a: string, b: string): number {
  const [one, other] = [read(a), read(b)];
  let equal = 0;
  for (let i = 0; i < MINIMA * BYTES; i += BYTES) if (one.readUInt16LE(i) === other.readUInt16LE(i)) equal++;
  return equal / MINIMA;
}
