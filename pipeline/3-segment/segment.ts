import { readList } from '../0-contract/lists.js';
import { type Article, Gap, type SegmentedArticle, type Sentence, type Token } from '../0-contract/types.js';
import { type BareToken, tokenise } from '../0-latvian/tokens.js';

const ABBREVIATIONS = new Set(readList('lexicon/abbreviations.txt'));
const STOPS = new Set(['.', '!', '?', '…']);
/** May stand between a stop and the next sentence. */
const CLOSING = new Set(['"', '”', '“', '»', '’', ')', ']']);
const BULLETS = new Set(['•', '·', '▪', '–', '—', '-', '*', '◦', '●', '►', '»', '✓']);

/**
 * Splits an article into tokens and sentences. Noise has neither. A headline, a list item and a byline are sentences of
 * their own; a line broken by hand in mid-sentence is not an end.
 */
export function segment(article: Article): SegmentedArticle {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let paragraph = -1;
  for (const [from, to] of mined(article)) {
    const bare = tokenise(article.text, from, to);
    const wrapped = wrapWidth(article.text, from, to);
    let first = 0;
    paragraph++;
    for (let i = 0; i < bare.length; i++) {
      const next = bare[i + 1];
      if (next && !endsSentence(bare, i, next, wrapped, article.text)) continue;
      const index = sentences.length;
      const offset = tokens.length;
      for (let k = first; k <= i; k++) tokens.push({ ...(bare[k] as BareToken), sentence: index });
      sentences.push({
        index,
        start: (bare[first] as BareToken).start,
        end: (bare[i] as BareToken).end,
        first: offset,
        last: tokens.length,
        paragraph,
      });
      first = i + 1;
      if (next?.gap === Gap.paragraph) paragraph++;
    }
  }
  return { article, tokens, sentences };
}

/** The stretches between the noise. */
function mined(article: Article): [number, number][] {
  const stretches: [number, number][] = [];
  let from = 0;
  for (const span of article.noise) {
    if (span.start > from) stretches.push([from, span.start]);
    from = Math.max(from, span.end);
  }
  if (from < article.text.length) stretches.push([from, article.text.length]);
  return stretches;
}

/** The length above which a line counts as broken by hand; no line does where lines are paragraphs. */
function wrapWidth(text: string, from: number, to: number): number {
  const lines = text
    .slice(from, to)
    .split('\n')
    .map((line) => line.trim().length)
    .filter((length) => length > 0);
  const longest = Math.max(0, ...lines);
  return longest > 110 || longest < 30 ? Number.POSITIVE_INFINITY : longest * 0.6;
}

function endsSentence(
  tokens: readonly BareToken[],
  i: number,
  next: BareToken,
  wrapped: number,
  text: string,
): boolean {
  if (next.gap === Gap.paragraph) return true;
  const token = tokens[i] as BareToken;
  if (next.gap === Gap.line) {
    if (BULLETS.has(next.text) && text[next.end] !== undefined && /\s/u.test(text[next.end] as string)) return true;
    return !continues(token, next, wrapped, text);
  }
  if (!STOPS.has(token.text)) {
    return (
      CLOSING.has(token.text) &&
      token.gap === Gap.none &&
      i > 0 &&
      next.gap !== Gap.none &&
      afterStop(tokens, i) &&
      startsSentence(next)
    );
  }
  if (CLOSING.has(next.text) && next.gap === Gap.none) return false;
  if (!startsSentence(next)) return false;
  if (token.text !== '.') return next.gap !== Gap.none;
  const before = tokens[i - 1];
  if (!before || token.gap !== Gap.none) return next.gap !== Gap.none;
  // no space after the stop: only between two words, «vietvarās.Ar»
  if (next.gap === Gap.none)
    return before.kind === 'word' && !before.capital && before.text.length > 2 && !ABBREVIATIONS.has(before.lower);
  // a number with a stop is an ordinal (9. Saeima, 16. maijā); only a year ends a sentence
  if (before.kind === 'number') return before.text.length === 4 && next.kind !== 'number';
  if (before.kind === 'word' && before.text.length === 1) return false;
  return !ABBREVIATIONS.has(before.lower);
}

function afterStop(tokens: readonly BareToken[], i: number): boolean {
  let k = i;
  while (k > 0 && CLOSING.has((tokens[k] as BareToken).text)) k--;
  return STOPS.has((tokens[k] as BareToken).text);
}

const OPENING = new Set(['"', '“', '„', '”', '«', '(', '[', '–', '—', '-', '•']);
const startsSentence = (token: BareToken): boolean =>
  token.capital || token.kind === 'number' || OPENING.has(token.text);

/** Whether a line break inside a sentence was made by hand. */
function continues(token: BareToken, next: BareToken, wrapped: number, text: string): boolean {
  if (STOPS.has(token.text) && startsSentence(next)) return false;
  if (token.text === ',' || token.text === '-' || token.text === '(') return true;
  const lineStart = text.lastIndexOf('\n', token.start) + 1;
  const width = token.end - lineStart;
  if (next.kind === 'word' && !next.capital) return width >= Math.min(wrapped, 40);
  return width >= wrapped;
}
