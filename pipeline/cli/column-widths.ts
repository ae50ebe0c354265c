import { widthOf } from './wrap.js';

/** Columns that need no more than this are left as they are as long as others can give. */
const LONG_TEXT = 22;

/** Longer words may be cut, when the columns do not fit else. */
const LONGEST_WORD = 12;

/**
 * Widths of columns that together take at most `room`. What lacks is taken from columns of long texts first, then from the
 * widest; words are cut last.
 * @returns undefined when there is no room for that
 */
export function columnWidths(columns: readonly (readonly string[])[], room: number): number[] | undefined {
  const needed = columns.map((column) => Math.max(...column.map(widthOf)));
  const words = columns.map((column) =>
    Math.max(...column.flatMap((text) => text.split(/\s+|(?<=[._/-])/u).map(widthOf))),
  );
  const widths = [...needed];
  let excess = widths.reduce((sum, column) => sum + column, 0) - room;
  for (const least of [
    words.map((word, i) => ((needed[i] as number) > LONG_TEXT ? word : Number.POSITIVE_INFINITY)),
    // a first column of one line shows where a row begins
    words.map((word, i) => (i === 0 && (needed[i] as number) <= LONG_TEXT ? Number.POSITIVE_INFINITY : word)),
    words,
    words.map((word) => Math.min(word, LONGEST_WORD)),
  ]) {
    while (excess > 0) {
      const [widest] = [...widths.keys()]
        .filter((i) => (widths[i] as number) > (least[i] as number))
        .sort((a, b) => (widths[b] as number) - (widths[a] as number));
      if (widest === undefined) break;
      widths[widest] = (widths[widest] as number) - 1;
      excess--;
    }
  }
  return excess > 0 ? undefined : widths;
}
