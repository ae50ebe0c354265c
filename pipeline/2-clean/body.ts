import type { Article } from '../0-contract/types.js';

/** What an article tells: its text without page noise, headline, captions, bylines and datelines. */
export function bodyOf({
  text,
  title,
  noise,
  margins = [],
}: Pick<Article, 'text' | 'title' | 'noise' | 'margins'>): string {
  const left = [...noise, ...margins].sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of left) {
    kept.push(text.slice(at, Math.max(at, start)));
    at = Math.max(at, end);
  }
  kept.push(text.slice(at));
  const body = kept.join('').trimStart();
  const head = title !== '' && body.startsWith(title) ? body.slice(title.length) : undefined;
  return (head !== undefined && /^\s*(?:\n|$)/u.test(head) ? head : body).replace(/\n{3,}/gu, '\n\n').trim();
}
