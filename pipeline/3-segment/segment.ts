import { readList } from '../0-contract/lists.js';
import { type Article, Gap, type SegmentedArticle, type Sentence, type Token } from '../0-contract/types.js';
import { type BareToken, tokenise } from '../0-latvian/tokens.js';
import { wrapWidth } from './wrap.js';

const ABBREVIATIONS = new Set(readList('lexicon/abbreviations.txt'));
/** After these a capital letter begins a sentence all the same: they close a list. */
const LIST_ENDS = new Set(readList('lexicon/list-ends.txt'));
/** A number after one of these is that of a house: its stop ends a sentence, and makes no ordinal. */
const STREETS = new Set(readList('lexicon/street-words.txt'));
const PREPOSITIONS = new Set(readList('lexicon/date-prepositions.txt'));

const STOPS = new Set(['.', '!', '?', '…']);
/** May stand between a stop and the next sentence. */
const CLOSING = new Set(['"', '”', '“', '»', '’', ')', ']']);
const BULLETS = new Set(['•', '·', '▪', '–', '—', '-', '*', '◦', '●', '►', '»', '✓', '', '']);
const OPENING = new Set(['"', '“', '„', '”', '«', '(', '[', '–', '—', '-', '•']);
const QUOTES = new Set(['"', '“', '„', '”', '«', '»']);
/** A quoted name is no longer, in tokens. */
const NAME_LENGTH = 60;
/** A byline is no longer, in characters. */
const BYLINE_WIDTH = 60;
const ROMAN = /^[IVX]{1,4}$/u;

/**
 * Splits an article into tokens and sentences. Noise has neither. A headline, a list item and a byline are sentences of
 * their own; a line broken by hand in mid-sentence is not an end, neither is a stop inside a quoted name.
 */
export function segment(article: Article): SegmentedArticle {
  const { text } = article;
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const stretches = mined(article);
  const wrapped = wrapWidth(text, stretches);
  let paragraph = -1;
  for (const [from, to] of stretches) {
    const bare = tokenise(text, from, to);
    let first = 0;
    let nameEnd = -1;
    paragraph++;
    for (let i = 0; i < bare.length; i++) {
      const token = bare[i] as BareToken;
      const next = bare[i + 1];
      token.sentence = sentences.length;
      tokens.push(token);
      if (i > nameEnd && token.kind === 'mark' && QUOTES.has(token.text)) nameEnd = endOfName(bare, i);
      if (next && (i < nameEnd || !endsSentence(bare, first, i, next, wrapped, text))) continue;
      const last = tokens.length;
      sentences.push({
        index: sentences.length,
        start: (bare[first] as BareToken).start,
        end: token.end,
        first: last - (i + 1 - first),
        last,
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

/**
 * The closing mark of a quotation that stands after a word, as a name does (projektā “Atver durvis! Nāc līdzi”); what is
 * said stands after a colon, a dash or at the start. -1 when it is none.
 */
function endOfName(tokens: readonly BareToken[], i: number): number {
  const open = tokens[i] as BareToken;
  const before = tokens[i - 1];
  if (before?.kind !== 'word' || open.gap !== Gap.space || tokens[i + 1]?.gap !== Gap.none) return -1;
  for (let k = i + 2; k < tokens.length && k <= i + NAME_LENGTH; k++) {
    const token = tokens[k] as BareToken;
    if (token.gap >= Gap.line) return -1;
    if (
      token.gap === Gap.none &&
      token.kind === 'mark' &&
      token.text !== '„' &&
      token.text !== '«' &&
      QUOTES.has(token.text)
    ) {
      return k;
    }
  }
  return -1;
}

function endsSentence(
  tokens: readonly BareToken[],
  first: number,
  i: number,
  next: BareToken,
  wrapped: number,
  text: string,
): boolean {
  const token = tokens[i] as BareToken;
  if (next.gap < Gap.line) return token.kind === 'mark' && endsInLine(tokens, first, i, next);
  const width = token.end - (text.lastIndexOf('\n', token.start) + 1);
  if (next.gap === Gap.paragraph) {
    // «Baiba Zālīte,» and, apart, her post
    return !(token.text === ',' && width <= BYLINE_WIDTH && next.kind === 'word');
  }
  if (BULLETS.has(next.text) && (tokens[i + 2]?.gap ?? Gap.none) !== Gap.none) return true;
  if (STOPS.has(token.text) && startsSentence(next)) {
    return width < wrapped || endsInLine(tokens, first, i, next);
  }
  if (token.text === ',' || token.text === '-' || token.text === '(') return false;
  return width < (next.kind === 'word' && !next.capital ? Math.min(wrapped, 40) : wrapped);
}

/** Whether a mark ends a sentence before another word of the line. */
function endsInLine(tokens: readonly BareToken[], first: number, i: number, next: BareToken): boolean {
  const token = tokens[i] as BareToken;
  if (!STOPS.has(token.text)) {
    return (
      CLOSING.has(token.text) &&
      token.gap === Gap.none &&
      next.gap !== Gap.none &&
      afterStop(tokens, i) &&
      startsSentence(next)
    );
  }
  if (CLOSING.has(next.text) && next.gap === Gap.none) return false;
  if (!startsSentence(next)) return false;
  const before = tokens[i - 1];
  if (next.gap === Gap.none) {
    // no space after the stop: only between two words, «vietvarās.Ar», not «L.Ozolāne», «Dr.Kalniņa», «NOZARE.LV», «Anna.Liepa@…»
    return (
      next.capital &&
      before?.kind === 'word' &&
      before.text.length > (before.capital ? 3 : 2) &&
      !ABBREVIATIONS.has(before.lower) &&
      !before.caps &&
      before.lower !== 'www' &&
      tokens[i + 2]?.text !== '@'
    );
  }
  if (token.text !== '.' || !before || before.kind === 'mark' || token.gap !== Gap.none) return true;
  if (before.kind === 'number') return numberEnds(tokens, first, i, next);
  if (LIST_ENDS.has(before.lower)) return next.capital;
  return before.text.length > 1 && !ABBREVIATIONS.has(before.lower) && !ROMAN.test(before.text);
}

/**
 * A number with a stop is an ordinal (9. Saeima, 16. maijā). A year ends a sentence, unless its date begins it (No
 * 16.05.2019. Dienesta speciālisti); so does the number of a house, and one too long for an ordinal.
 */
function numberEnds(tokens: readonly BareToken[], first: number, i: number, next: BareToken): boolean {
  const number = tokens[i - 1] as BareToken;
  if (next.kind === 'number') return false;
  let start = i - 1;
  while (start - 2 >= first && tokens[start - 1]?.text === '.' && tokens[start - 2]?.kind === 'number') start -= 2;
  const before = tokens[start - 1];
  if (start < i - 1 && number.text.length === 4) {
    const opens = start === first || (start - 1 === first && PREPOSITIONS.has(before?.lower ?? ''));
    return !opens;
  }
  if (number.text.length === 4) return start > first;
  return number.text.length > 3 || STREETS.has(before?.lower ?? '') || before?.text === '/';
}

function afterStop(tokens: readonly BareToken[], i: number): boolean {
  let k = i;
  while (k > 0 && CLOSING.has((tokens[k] as BareToken).text)) k--;
  return STOPS.has((tokens[k] as BareToken).text);
}

const startsSentence = (token: BareToken): boolean =>
  token.capital || token.kind === 'number' || (token.kind === 'mark' && OPENING.has(token.text));
