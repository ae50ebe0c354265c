/** Of a line broken by hand: a newspaper column has 30 characters or more, mail programs break at 72 to 100. */
const LONGEST = 110;
const SHORTEST = 30;
/** Words are not split, so lines fall short of the margin; the last ones of a paragraph by more. */
const FILLED = 0.6;

/**
 * The width from which a line counts as broken by hand in mid-sentence. The evidence is a line that ends in a letter or
 * digit and goes on with a small letter; where no line does, lines are paragraphs and the width is infinite.
 * @param stretches of the text that are mined
 */
export function wrapWidth(text: string, stretches: readonly (readonly [number, number])[]): number {
  let widest = 0;
  for (const [from, to] of stretches) {
    for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
      const start = text.lastIndexOf('\n', end - 1) + 1;
      const width = end - start;
      if (width < SHORTEST || width > LONGEST || width <= widest) continue;
      if (/[\p{L}\p{N}]\s*$/u.test(text.slice(end - 3, end)) && /^[^\S\n]*\p{Ll}/u.test(text.slice(end + 1, end + 6))) {
        widest = width;
      }
    }
  }
  return widest === 0 ? Number.POSITIVE_INFINITY : widest * FILLED;
}
