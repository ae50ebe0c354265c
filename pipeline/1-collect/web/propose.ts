import { load } from 'cheerio/slim';
import { parseAddress } from '../../0-contract/address.js';
import { Stop } from '../../0-contract/errors.js';
import { isFeed, isSitemap, readFeed, readSitemap, textOf } from './feeds.js';
import type { Fetcher } from './fetcher.js';
import { isPrivate } from './private-address.js';
import type { Source } from './sources.js';
import type { SourceEntry } from './sources-file.js';

export interface Proposal {
  readonly entry: SourceEntry;
  readonly notes: readonly string[];
}

/** Where the usual systems put them: WordPress, Drupal, the shared platform of the state's sites, Joomla. */
const USUAL_FEEDS = ['/feed/', '/rss.xml', '/lv/rss/articles', '/rss'];
const USUAL_SITEMAPS = ['/sitemap.xml', '/sitemap_index.xml', '/wp-sitemap.xml'];
const ACCEPT = 'text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5';

/**
 * Looks for a site's feeds, and where there is none, for its sitemaps.
 * @throws Stop when the site does not answer, is followed already, or names neither
 */
export async function proposeSource(
  address: string,
  known: readonly Source[],
  fetcher: Fetcher,
  name?: string,
): Promise<Proposal> {
  const url = parseAddress(/^[a-z]+:/iu.test(address) ? address : `https://${address}`);
  if (!url) throw new Stop(`unexpected «${address}», expected the https address of a site`);
  // who types the address of this computer means it; what the site leads to is another matter
  const allow = isPrivate(url.hostname.replace(/^\[|\]$/gu, '')) && /^[\d.[]/u.test(url.hostname) ? [url.hostname] : [];
  const site = { pause: 1, allow };
  const get = async (where: string): Promise<{ url: string; text: string } | string> => {
    const got = await fetcher.get(where, site, { accept: ACCEPT });
    if (got.kind === 'page') return { url: got.url, text: textOf(got.body, got.headers['content-type']) };
    return 'reason' in got ? got.reason : 'is not there';
  };
  const page = await get(url.href);
  if (typeof page === 'string') throw new Stop(`${url.href}: ${page}`);
  const taken = known.flatMap(({ start }) => start.map((one) => one.feed ?? one.sitemap ?? one.listing));
  const found = isFeed(page.text) ? page.url : await findFeed(page, get);
  const title = load(page.text)('title').first().text().replace(/\s+/gu, ' ').trim();
  const finish = (start: Record<string, unknown>, where: string, notes: readonly string[]): Proposal => {
    if (taken.includes(where)) throw new Stop(`${where} is followed already; \`saites sources\` lists what is`);
    const entry = {
      ...{ name: name ?? freeName(url.hostname, known) },
      ...(title ? { title } : {}),
      ...{ start: [start], ...(allow.length > 0 ? { allow } : {}) },
    };
    return { entry, notes };
  };
  if (found) return finish({ feed: found }, found, []);
  const robots = await fetcher.robots(url, site);
  for (const sitemap of [...robots.sitemaps, ...USUAL_SITEMAPS.map((path) => new URL(path, page.url).href)]) {
    const got = await get(sitemap);
    if (typeof got === 'string' || !isSitemap(got.text)) continue;
    const { pages, sitemaps } = readSitemap(got.text, got.url);
    if (pages.length + sitemaps.length === 0) continue;
    return finish({ sitemap: got.url }, got.url, [
      'a sitemap names pages of all kinds: say by only: which part of an address marks news, such as only: [/jaunumi/]',
    ]);
  }
  throw new Stop(
    `${url.href}: names no feed and no sitemap; write an entry with listing: (its page of news) and links: (CSS selector of the links) into data/sources.yaml`,
  );
}

type Get = (where: string) => Promise<{ url: string; text: string } | string>;

async function findFeed(page: { url: string; text: string }, get: Get): Promise<string | undefined> {
  const $ = load(page.text);
  const told = $('link[rel~="alternate"][href]')
    .toArray()
    .filter((link) => /(?:rss|atom)\+xml/iu.test($(link).attr('type') ?? ''))
    // the comments of a site are a feed too
    .filter((link) => !/comment|koment/iu.test(`${$(link).attr('href')} ${$(link).attr('title') ?? ''}`))
    .flatMap((link) => absolute($(link).attr('href') ?? '', page.url));
  for (const where of [...told, ...USUAL_FEEDS.map((path) => new URL(path, page.url).href)]) {
    const got = await get(where);
    if (typeof got !== 'string' && isFeed(got.text) && readFeed(got.text, got.url).length > 0) return got.url;
  }
  return undefined;
}

const absolute = (address: string, base: string): string[] =>
  URL.canParse(address, base) ? [new URL(address, base).href] : [];

function freeName(host: string, known: readonly Source[]): string {
  const base = host
    .replace(/^www\./u, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  let name = base;
  for (let i = 2; known.some((source) => source.name === name); i++) name = `${base}-${i}`;
  return name;
}
