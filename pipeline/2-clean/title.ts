import type { Span } from '../0-contract/types.js';
import { datelineOf, dayOf, labelledDayOf } from './dateline.js';
import { textLines } from './lines.js';
import { isMenuRow } from './noise.js';
import { wordsOf } from './phrases.js';

/** A longer line is a paragraph. */
const TITLE_LENGTH = 200;
const CUT = 100;
/** A line of this length that ends in a stop is a sentence, not a headline. */
const SENTENCE_LENGTH = 80;
const isParagraph = (line: string): boolean =>
  line.length > TITLE_LENGTH || (line.length > SENTENCE_LENGTH && /[.:]$/u.test(line));

/**
 * The headline of a plain text: the first short line of three words or more before the first paragraph, but not the name
 * of the site right above its menu; where there is none, the beginning of the first paragraph with `…`.
 */
export function titleOf(text: string, noise: readonly Span[]): string {
  const all = textLines(text);
  const isNoise = ({ start }: Span): boolean => noise.some((span) => start >= span.start && start < span.end);
  const lines = all.filter((line, i) => {
    const next = all[i + 1];
    return !isNoise(line) && !(next && !next.afterBlank && isNoise(next) && isMenuRow(next.text));
  });
  for (const { text: line } of lines) {
    if (isParagraph(line)) break;
    if (wordsOf(line).length >= 3 && !dayOf(line) && !datelineOf(line) && !labelledDayOf(line))
      return line.replace(/^[-–—•*#\s]+/u, '');
  }
  const start = (lines.find(({ text: line }) => isParagraph(line)) ?? lines[0])?.text ?? '';
  if (start.length <= CUT) return start;
  return `${start.slice(0, start.lastIndexOf(' ', CUT) > 0 ? start.lastIndexOf(' ', CUT) : CUT).replace(/[,;:–-]$/u, '')}…`;
}
