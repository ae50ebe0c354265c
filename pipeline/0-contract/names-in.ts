import { fold } from './fold.js';
import type { Article, Span } from './types.js';

const WORD = /[\p{L}\p{N}]+/gu;
/** What stands between the words of one name. */
const WITHIN = /^[\s.\-–]{0,8}$/u;

/** A name by its folded words: `J. Rutks` → `j rutks`. */
export const wordsOfName = (name: string): string => (fold(name).match(WORD) ?? []).join(' ');

/**
 * Where names stand in a text as words of their own; of names that begin with one word the longest.
 * @param most words of the longest name
 * @param isName is asked with words as `wordsOfName` gives them, so that it may know no more of a name than a hash
 */
export function namesIn(text: string, most: number, isName: (words: string) => boolean): Span[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: fold(word),
    start: index,
    end: index + word.length,
  }));
  const found: Span[] = [];
  for (let i = 0; i < words.length; i++)
    for (let n = Math.min(most, words.length - i); n > 0; n--) {
      const name = words.slice(i, i + n);
      const whole = name.every(({ start }, k) => k === 0 || WITHIN.test(text.slice(name[k - 1]?.end, start)));
      if (!whole || !isName(name.map(({ word }) => word).join(' '))) continue;
      found.push({ start: name[0]?.start ?? 0, end: name.at(-1)?.end ?? 0 });
      i += n - 1;
      break;
    }
  return found;
}

/** All words of an article that may name somebody. */
export const wordsIn = ({ title, author = '', text }: Article): string => [title, author, text].join('\n');

/** What stands for each letter of a name that was blanked, so that all other offsets hold. */
const BLANK = '█';

/** The text with stretches blanked, as long as before. */
export function blanked(text: string, stretches: readonly Span[]): string {
  let result = text;
  for (const { start, end } of stretches)
    result = result.slice(0, start) + BLANK.repeat(end - start) + result.slice(end);
  return result;
}
