import { Gap, type SegmentedArticle, type Token } from '../0-contract/types.js';

/** A stretch between quotation marks: half-open range of tokens with the marks; `inside` is the same without them. */
export interface Quoted {
  readonly first: number;
  readonly last: number;
  readonly inside: { readonly first: number; readonly last: number };
}

const MARKS = new Set(['"', '“', '”', '„', '‟', '«', '»', '‘', '’', "'", '*']);
const ALWAYS_OPEN = new Set(['„', '«']);
const BEFORE_OPENING = new Set(['(', '[', '/', '-', '–', '—', ',', ':']);
/** No name or title that we met is longer; a mark that stays open beyond is a slip. */
const LONGEST = 70;

const cache = new WeakMap<SegmentedArticle, ReadonlyMap<number, Quoted>>();

/**
 * Quoted stretches of an article by the index of their opening token, nested ones too. Writers pair marks at will
 * (“ ” „ ” „ " « » " " ”…”), so the spaces around a mark tell what it does, and its shape only where they do not.
 */
export function quotedIn(doc: SegmentedArticle): ReadonlyMap<number, Quoted> {
  const known = cache.get(doc);
  if (known) return known;
  const quotes = pair(doc.tokens);
  cache.set(doc, quotes);
  return quotes;
}

/** The quoted stretch whose closing mark is the token before `last`. */
export function quotedBefore(doc: SegmentedArticle, last: number): Quoted | undefined {
  if (!MARKS.has(doc.tokens[last - 1]?.text ?? '')) return undefined;
  for (const quoted of quotedIn(doc).values()) if (quoted.last === last) return quoted;
  return undefined;
}

function pair(tokens: readonly Token[]): Map<number, Quoted> {
  const quotes = new Map<number, Quoted>();
  let open: number[] = [];
  let lastClosed: Quoted | undefined;
  const close = (first: number, last: number, width = 1): void => {
    lastClosed = { first, last, inside: { first: first + width, last: last - width } };
    if (last - first > 2 * width) quotes.set(first, lastClosed);
  };
  // „Slimnīca „Krastmala”: one closing mark for two; the outer name ends with the inner one
  const abandon = (): void => {
    for (const first of open) {
      if (lastClosed && lastClosed.first > first && lastClosed.first - first < 6 && !quotes.has(first)) {
        quotes.set(first, { first, last: lastClosed.last, inside: { first: first + 1, last: lastClosed.last } });
      }
    }
    open = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.gap === Gap.paragraph && open.length > 0) abandon();
    if (token.kind !== 'mark' || !MARKS.has(token.text)) continue;
    const next = tokens[i + 1];
    // emphasis of Markdown; a bullet has a space after it
    if (token.text === '*') {
      if (token.gap === Gap.none && open.length > 0 && tokens[open.at(-1) as number]?.text === '*')
        close(open.pop() as number, i + 1);
      else if (token.gap !== Gap.none && next?.gap === Gap.none && next.kind === 'word') open.push(i);
      continue;
    }
    // two apostrophes stand for one mark: the second one adds nothing
    if (token.text === "'" || token.text === '’' || token.text === '‘') {
      if (next?.text !== token.text || next.gap !== Gap.none) continue;
      if (opens(tokens, i, i + 2, open.length > 0)) open.push(i);
      else if (open.length > 0) close(open.pop() as number, i + 2, 2);
      i++;
      continue;
    }
    if (open.length > 0 && i - (open[0] as number) > LONGEST) abandon();
    if (opens(tokens, i, i + 1, open.length > 0)) open.push(i);
    else if (open.length > 0) close(open.pop() as number, i + 1);
  }
  abandon();
  return quotes;
}

function opens(tokens: readonly Token[], i: number, after: number, someOpen: boolean): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  const next = tokens[after];
  if (!next) return false;
  if (ALWAYS_OPEN.has(token.text)) return true;
  if (token.text === '»') return false;
  const spaceBefore =
    token.gap !== Gap.none || !before || BEFORE_OPENING.has(before.text) || (MARKS.has(before.text) && !someOpen);
  const spaceAfter = next.gap !== Gap.none || (next.kind === 'mark' && !MARKS.has(next.text));
  if (spaceBefore !== spaceAfter) return spaceBefore;
  return !someOpen;
}
