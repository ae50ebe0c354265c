import type { Span } from '../0-contract/types.js';
import { dayOf, labelledDayOf } from './dateline.js';
import { textLines } from './lines.js';
import { wordsOf } from './phrases.js';

/** A longer line is a paragraph. */
const TITLE_LENGTH = 200;
const CUT = 100;

/**
 * The headline of a plain text: the first short line of three words or more before the first paragraph; where there is
 * none, the beginning of the first paragraph with `…`.
 */
export function titleOf(text: string, noise: readonly Span[]): string {
  const lines = textLines(text).filter(({ start }) => !noise.some((span) => start >= span.start && start < span.end));
  for (const { text: line } of lines) {
    if (line.length > TITLE_LENGTH) break;
    if (wordsOf(line).length >= 3 && !dayOf(line) && !labelledDayOf(line)) return line.replace(/^[-–—•*#\s]+/u, '');
  }
  const start = (lines.find(({ text: line }) => line.length > TITLE_LENGTH) ?? lines[0])?.text ?? '';
  if (start.length <= CUT) return start;
  return `${start.slice(0, start.lastIndexOf(' ', CUT) > 0 ? start.lastIndexOf(' ', CUT) : CUT).replace(/[,;:–-]$/u, '')}…`;
}
