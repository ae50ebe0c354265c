import type { Excerpt } from '../api.js';

/** Longest stretch of text that is shown around what was found. */
const LONGEST = 320;

/** A sentence; of a very long one the part around the first mark. @param marks offsets within it, in order */
export function excerptOf(sentence: string, start: number, marks: readonly (readonly [number, number])[]): Excerpt {
  if (sentence.length <= LONGEST) return { text: sentence, start, marks };
  const first = marks[0]?.[0] ?? 0;
  const from = Math.max(0, Math.min(first - LONGEST / 3, sentence.length - LONGEST));
  const begin = from === 0 ? 0 : sentence.indexOf(' ', from) + 1;
  const end = Math.min(sentence.length, begin + LONGEST);
  const last = end === sentence.length ? end : Math.max(sentence.lastIndexOf(' ', end), begin + 1);
  return {
    text: sentence.slice(begin, last),
    start: start + begin,
    marks: marks.filter(([a, b]) => a >= begin && b <= last).map(([a, b]): [number, number] => [a - begin, b - begin]),
  };
}
