import { SkipArticle } from '../../0-contract/errors.js';
import type { Article } from '../../0-contract/types.js';
import { discover } from './discover.js';
import type { Fetcher } from './fetcher.js';
import { whyNoArticle } from './media-type.js';
import { whyNotFollow } from './places.js';
import type { Source } from './sources.js';
import type { StoredPage } from './stored-page.js';

export type Checked =
  | { readonly named: number; readonly article: Article; readonly notes: readonly string[] }
  | { readonly named: number; readonly reason: string };

/** Addresses that are tried until one is an article. */
const TRIES = 3;

/** Tries a source as collecting would, on one article, and keeps nothing. */
export async function checkSource(
  source: Source,
  fetcher: Fetcher,
  now: Date,
  clean: (page: StoredPage) => Promise<Article>,
): Promise<Checked> {
  const oneOfEach = { ...source, start: source.start.map((start) => (start.listing ? { ...start, pages: 1 } : start)) };
  const found = await discover(oneOfEach, { fetcher, now, walked: false, isKnown: () => false });
  const named = found.named.length;
  const reasons = found.failed.map(({ url, reason }) => `${url} ${reason}`);
  for (const { url } of found.named.slice(0, TRIES)) {
    const got = await fetcher.get(url, source, {
      ...{ accept: 'text/html, application/xhtml+xml', refuse: whyNoArticle },
      avoid: (to) => whyNotFollow(source, url, to),
    });
    if (got.kind !== 'page') {
      reasons.push(`${url} ${'reason' in got ? got.reason : 'is not there'}`);
      continue;
    }
    try {
      const contentType = got.headers['content-type'] ?? '';
      const article = await clean({ url: got.url, contentType, body: got.body, select: source.select });
      return { named, article, notes: [...found.failed.map(({ url, reason }) => `${url} ${reason}`), ...found.notes] };
    } catch (error) {
      if (!(error instanceof SkipArticle)) throw error;
      reasons.push(`${url} ${error.message}`);
    }
  }
  return { named, reason: [...reasons, ...found.notes].join('; ') || 'look at its start in data/sources.yaml' };
}
