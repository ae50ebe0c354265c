import type { SegmentedArticle, Span, Token } from '../0-contract/types.js';

/** Where a range of tokens lies in the text: what every mention starts with. */
export function spanOf(
  doc: SegmentedArticle,
  first: number,
  last: number,
): Span & { text: string; first: number; last: number; sentence: number } {
  const from = doc.tokens[first] as Token;
  const to = doc.tokens[last - 1] as Token;
  return {
    start: from.start,
    end: to.end,
    text: doc.article.text.slice(from.start, to.end),
    first,
    last,
    sentence: from.sentence,
  };
}

/** The text of a range of tokens, white space evened out. */
export const wording = (doc: SegmentedArticle, first: number, last: number): string =>
  spanOf(doc, first, last).text.replace(/\s+/gu, ' ');
