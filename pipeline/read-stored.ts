import { createHash } from 'node:crypto';
import { SkipArticle } from './0-contract/errors.js';
import type { Article, Page } from './0-contract/types.js';
import type { Reading } from './1-collect/web/collect-source.js';
import { pageOf, type StoredPage } from './1-collect/web/stored-page.js';
import { clean } from './2-clean/clean.js';
import { sitePage } from './2-clean/repeated.js';

/** A page as an article. @throws SkipArticle */
export const articleOf = (page: Page | StoredPage): Article => clean('body' in page ? pageOf(page) : page);

/** What is noted of a collected page, so that it need not be cleaned again to know whether it changed. */
export const readStored = (page: StoredPage): Reading => orUnreadable(() => readingOf(articleOf(page)));

export const readingOf = (article: Article): Reading => {
  const { id, title, published, hash, text } = article;
  const { lines } = sitePage(article);
  return { article: { id, title, hash, text: textHash(text), lines, ...(published ? { published } : {}) } };
};

/** Whatever a page does to its parsers, the others go on. */
export function orUnreadable<Made>(make: () => Made): Made | { readonly unreadable: string } {
  try {
    return make();
  } catch (error) {
    if (error instanceof SkipArticle) return { unreadable: error.message };
    return { unreadable: `cannot be cleaned (${(error as Error).message.split('\n')[0]})` };
  }
}

/** Equal for texts that differ in white space only. */
const textHash = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/gu, ' ').trim()).digest('hex').slice(0, 32);
