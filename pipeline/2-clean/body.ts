import type { Article, Span } from '../0-contract/types.js';

type Told = Pick<Article, 'text' | 'title' | 'noise' | 'margins'>;

/** Where an article tells: its text but for page noise, captions, bylines and datelines. */
export function bodySpans({ text, noise, margins = [] }: Told): Span[] {
  const left = [...noise, ...margins].sort((a, b) => a.start - b.start);
  const kept: Span[] = [];
  let at = 0;
  for (const { start, end } of left) {
    if (start > at) kept.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < text.length) kept.push({ start: at, end: text.length });
  return kept;
}

/** What an article tells: its text without page noise, headline, captions, bylines and datelines. */
export function bodyOf(article: Told): string {
  const { text, title } = article;
  const body = bodySpans(article)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .trimStart();
  const head = title !== '' && body.startsWith(title) ? body.slice(title.length) : undefined;
  return (head !== undefined && /^\s*(?:\n|$)/u.test(head) ? head : body).replace(/\n{3,}/gu, '\n\n').trim();
}
