import { SkipArticle } from '../../0-contract/errors.js';
import { LIMIT } from '../limit.js';
import { isFeed, isSitemap, type Named, readFeed, readListing, readSitemap, textOf } from './feeds.js';
import type { Fetcher } from './fetcher.js';
import type { PageStore } from './page-store.js';
import { belongsTo, isWanted } from './places.js';
import type { Source, Start } from './sources.js';

export interface Discovery {
  /** In the order of the source, each address once. */
  readonly named: readonly Named[];
  /** What could not be read, and why. */
  readonly failed: readonly { readonly url: string; readonly reason: string; readonly again: boolean }[];
  readonly notes: readonly string[];
}

/** Sitemaps may be 50 MB by their standard. */
const SITEMAP_LIMIT = 2.5 * LIMIT;
const SITEMAP_DEPTH = 3;
/** Most sitemaps of one index; a year of the largest sites has a dozen. */
const SITEMAPS = 500;
const PAGES = 10;

const ACCEPT = {
  feed: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  sitemap: 'application/xml, text/xml, text/plain;q=0.8, */*;q=0.5',
  listing: 'text/html, application/xhtml+xml',
} as const;

export interface Discovering {
  /** Keeps listings to ask whether they changed; without it they are read anew. */
  readonly store?: PageStore;
  readonly fetcher: Fetcher;
  readonly now: Date;
  /** Whether all of a listing was walked through before, so that it can be left where it names nothing new. */
  readonly walked: boolean;
  readonly isKnown: (url: string) => boolean;
}

/** Reads a source's feeds, sitemaps and listings, which are always asked for. */
export async function discover(source: Source, context: Discovering): Promise<Discovery> {
  const { store, fetcher, now, walked, isKnown } = context;
  const named = new Map<string, Named>();
  const failed: { url: string; reason: string; again: boolean }[] = [];
  const notes: string[] = [];
  const elsewhere = new Set<string>();
  const oldest = new Date(now.getTime() - source.back * 86_400_000).toISOString();
  const isOld = ({ updated }: Named): boolean => updated !== undefined && updated < oldest;

  function take(start: Start, pages: readonly Named[]): void {
    for (const page of pages) {
      if (!isWanted(start, page.url) || isOld(page)) continue;
      const url = new URL(page.url);
      if (!belongsTo(source, url)) elsewhere.add(url.host);
      else if (!named.has(page.url)) named.set(page.url, page);
    }
  }

  /** The text of a listing, from last time if it has not changed. */
  async function textAt(url: string, kind: keyof typeof ACCEPT): Promise<string | undefined> {
    const kept = store?.listing(url);
    const got = await fetcher.get(url, source, {
      accept: ACCEPT[kind],
      etag: kept?.etag,
      modified: kept?.modified,
      ...(kind === 'sitemap' ? { most: SITEMAP_LIMIT } : {}),
    });
    if (got.kind === 'same' && kept) return textOf(kept.body);
    if (got.kind === 'page') {
      try {
        const text = textOf(got.body, got.headers['content-type']);
        store?.keepListing(url, got.headers, Buffer.from(text));
        return text;
      } catch (error) {
        const reason = error instanceof SkipArticle ? 'is not text' : 'is packed wrongly';
        failed.push({ url, reason, again: true });
        return undefined;
      }
    }
    const reason =
      got.kind === 'gone' ? `is not there (status ${got.status})` : 'reason' in got ? got.reason : 'did not answer';
    failed.push({ url, reason, again: got.kind !== 'failed' || got.again });
    return undefined;
  }

  async function feed(start: Start, url: string): Promise<void> {
    const text = await textAt(url, 'feed');
    if (text === undefined) return;
    if (isFeed(text)) take(start, readFeed(text, url));
    else
      failed.push({ url, reason: 'is no feed (RSS or Atom); `saites sources add` finds a site’s feeds', again: true });
  }

  async function sitemap(start: Start, first: string): Promise<void> {
    const seen = new Set<string>();
    const open: { url: string; depth: number }[] = [{ url: first, depth: 0 }];
    for (let next = open.shift(); next; next = open.shift()) {
      const { url, depth } = next;
      if (seen.has(url)) continue;
      if (seen.size === SITEMAPS) {
        notes.push(`${first} leads to more than ${SITEMAPS} sitemaps; the others were left out`);
        return;
      }
      seen.add(url);
      const text = await textAt(url, 'sitemap');
      if (text === undefined) continue;
      if (!isSitemap(text) && text.includes('<')) {
        failed.push({ url, reason: 'is no sitemap', again: true });
        continue;
      }
      const { pages, sitemaps } = readSitemap(text, url);
      take(start, pages);
      const below = sitemaps.filter((one) => !isOld(one) && belongsTo(source, new URL(one.url)));
      if (depth < SITEMAP_DEPTH) open.push(...below.map((one) => ({ url: one.url, depth: depth + 1 })));
    }
  }

  async function listing(start: Start, first: string): Promise<void> {
    const seen = new Set<string>();
    const most = start.pages ?? PAGES;
    for (let url: string | undefined = first; url !== undefined && seen.size < most && !seen.has(url); ) {
      seen.add(url);
      const text = await textAt(url, 'listing');
      if (text === undefined) return;
      const read: ReturnType<typeof readListing> = readListing(text, url, {
        links: start.links ?? 'a',
        next: start.next,
      });
      const wanted = read.pages.filter((page) => isWanted(start, page.url));
      if (wanted.length === 0 && seen.size === 1)
        notes.push(`${url}: its selector ${start.links} finds no article; look whether the site was rebuilt`);
      take(start, read.pages);
      if (wanted.length === 0 || (walked && wanted.every((page) => isKnown(page.url)))) return;
      url = read.next !== undefined && belongsTo(source, new URL(read.next)) ? read.next : undefined;
    }
  }

  for (const start of source.start) {
    if (start.feed !== undefined) await feed(start, start.feed);
    else if (start.sitemap !== undefined) await sitemap(start, start.sitemap);
    else if (start.listing !== undefined) await listing(start, start.listing);
    else
      take(
        start,
        (start.urls ?? []).map((url) => ({ url })),
      );
  }
  if (elsewhere.size > 0)
    notes.push(`names articles of other sites, which were left out: ${[...elsewhere].sort().slice(0, 5).join(', ')}`);
  return { named: [...named.values()], failed, notes };
}
