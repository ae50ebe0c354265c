import { gunzipSync } from 'node:zlib';
import { type CheerioAPI, load } from 'cheerio/slim';
import { decode } from '../decode.js';
import { LIMIT } from '../limit.js';

/** An address that a feed, a sitemap or a listing names. */
export interface Named {
  /** Absolute. */
  readonly url: string;
  /** ISO datetime of its last change, else of its publication, where that is told. */
  readonly updated?: string;
}

export interface Sitemap {
  readonly pages: readonly Named[];
  /** Other sitemaps. */
  readonly sitemaps: readonly Named[];
}

const xml = (text: string): CheerioAPI => load(text, { xml: { decodeEntities: true } });

/**
 * The articles of RSS (0.9 to 2.0), RDF or Atom, also of one that is broken: what is whole of it is taken. A library for
 * feeds (feedsmith) takes nothing of one that is cut off.
 * @param base the feed's address
 */
export function readFeed(text: string, base: string): Named[] {
  const $ = xml(text);
  return $('item, entry')
    .toArray()
    .flatMap((item) => {
      const own = (name: string): string => $(item).children(name).first().text().trim();
      const alternate = $(item)
        .children('link[href]')
        .filter((_, link) => ($(link).attr('rel') ?? 'alternate') === 'alternate');
      const guid = $(item).children('guid').first();
      const permanent = guid.attr('isPermaLink') === 'false' ? '' : guid.text().trim();
      const address = own('link') || alternate.attr('href') || (/^https?:/iu.test(permanent) ? permanent : '');
      const from = $(item).closest('[xml\\:base]').attr('xml:base') ?? '';
      return named(
        address,
        URL.canParse(from, base) ? new URL(from, base).href : base,
        own('updated') || own('dcterms\\:modified') || own('published') || own('pubDate') || own('dc\\:date'),
      );
    });
}

/** Whether a text is a feed at all: an empty one is, a page of HTML is not. */
export const isFeed = (text: string): boolean => /<(?:rss|feed|rdf:RDF|channel)[\s>]/iu.test(text.slice(0, 5000));

/** A sitemap or an index of sitemaps; also one that is only a list of addresses, one a line. */
export function readSitemap(text: string, base: string): Sitemap {
  if (!text.includes('<')) {
    const pages = text.split(/\s+/u).flatMap((line) => named(line, base, ''));
    return { pages, sitemaps: [] };
  }
  const $ = xml(text);
  const entries = (name: string): Named[] =>
    $(name)
      .toArray()
      .flatMap((entry) =>
        named($(entry).children('loc').first().text().trim(), base, $(entry).children('lastmod').first().text().trim()),
      );
  return { pages: entries('url'), sitemaps: entries('sitemap') };
}

export const isSitemap = (text: string): boolean => /<(?:urlset|sitemapindex)[\s>]/iu.test(text.slice(0, 5000));

/** Links of a listing page and its next page. */
export function readListing(
  text: string,
  base: string,
  { links, next }: { readonly links: string; readonly next?: string | undefined },
): { pages: Named[]; next: string | undefined } {
  const $ = load(text);
  const root = $('base[href]').attr('href');
  const from = root !== undefined && URL.canParse(root, base) ? new URL(root, base).href : base;
  const addresses = (selector: string): Named[] =>
    $(selector)
      .toArray()
      .flatMap((element) => {
        // the selector may name the heading around a link or within it
        const link =
          $(element).closest('[href]').length > 0 ? $(element).closest('[href]') : $(element).find('[href]').first();
        return named(link.attr('href') ?? '', from, '');
      });
  return { pages: addresses(links), next: next === undefined ? undefined : addresses(next)[0]?.url };
}

/** A body as text; sitemaps often come packed as a file. */
export function textOf(body: Buffer, contentType = ''): string {
  const bytes = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, { maxOutputLength: 3 * LIMIT }) : body;
  return decode(bytes, 'text/html', charsetIn(contentType));
}

/** `text/html; charset=windows-1257` → `windows-1257` */
export const charsetIn = (contentType: string): string | undefined =>
  /;\s*charset\s*=\s*["']?([a-z0-9_:.-]+)/iu.exec(contentType)?.[1];

function named(address: string, base: string, time: string): Named[] {
  if (address === '' || !URL.canParse(address, base)) return [];
  const url = new URL(address, base);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
  const updated = timeOf(time);
  return [updated === undefined ? { url: url.href } : { url: url.href, updated }];
}

/** RFC 822 or ISO; anything else (03.06.2025) is read by nobody in only one way, so it is left out. */
function timeOf(text: string): string | undefined {
  if (!/^\d{4}-\d\d(?:-\d\d)?|^(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}/u.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
