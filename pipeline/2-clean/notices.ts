import { createRequire } from 'node:module';
import type nlp from 'compromise/one';
import { readList } from '../0-contract/lists.js';
import { wordsOf } from './phrases.js';

/** What only page noise says: `data/noise/anywhere.txt`. compromise reads without diacritics, and so are they given to it. */
const PHRASES = readList('noise/anywhere.txt');
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The first word of each phrase, with its diacritics and without. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  PHRASES.flatMap((phrase) => wordsOf(`${phrase.split(' ')[0]} ${plain(phrase).split(' ')[0]}`)),
);

/** compromise's own tokens and its Aho-Corasick look-up. Loaded when a line needs it: that takes 20 ms. */
let find: ((text: string) => boolean) | undefined;

function finder(): (text: string) => boolean {
  const compromise = createRequire(import.meta.url)('compromise/one') as typeof nlp;
  const trie = compromise.buildTrie(PHRASES.map(plain));
  return (text) => compromise(text).lookup(trie).found;
}

/**
 * Whether a text holds a phrase of page noise, whatever the case of its letters and with diacritics or without.
 * @param words those of the text, lower case: of a hundred lines one has the first word of a phrase, and only that is
 *   looked through, since compromise takes thirty times as long as to cut a line into words
 */
export function isNotice(text: string, words: readonly string[]): boolean {
  if (!words.some((word) => FIRST_WORDS.has(word))) return false;
  find ??= finder();
  return find(text);
}
