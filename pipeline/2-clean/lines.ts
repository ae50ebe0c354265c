import type { Span } from '../0-contract/types.js';

/** A line that holds more than white space; the span is without the space around it. */
export interface TextLine extends Span {
  readonly text: string;
  /** A blank line stands before it. */
  readonly afterBlank: boolean;
}

export function textLines(text: string): TextLine[] {
  const found: TextLine[] = [];
  let at = 0;
  let blank = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') blank = true;
    else {
      const start = at + line.indexOf(trimmed);
      found.push({ start, end: start + trimmed.length, text: trimmed, afterBlank: blank });
      blank = false;
    }
    at += line.length + 1;
  }
  return found;
}
