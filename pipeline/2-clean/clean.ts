import { createHash } from 'node:crypto';
import type { Article, Page } from '../0-contract/types.js';

/** Page → Article: what it says, who says it, when; and which parts of it are page noise. */
export function clean(page: Page): Article {
  const text = page.text.normalize('NFC');
  return {
    id: page.given.url ?? page.given.id ?? page.path,
    ...(page.given.url ? { url: page.given.url } : {}),
    title: page.given.title ?? '',
    ...(page.given.published ? { published: page.given.published } : {}),
    publishedMethod: page.given.published ? 'given' : 'unknown',
    language: 'lv',
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    noise: [],
  };
}
