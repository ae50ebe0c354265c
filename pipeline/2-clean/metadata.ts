import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { normaliseAddress, parseAddress } from '../0-contract/address.js';
import { isoOf } from '../0-latvian/calendar.js';
import { dayOf, labelledDayOf } from './dateline.js';
import { visibleText } from './visible-text.js';

/** What a page says of itself in its head and in its marked parts. */
export interface Metadata {
  /** The article's headline, by its marking or as the page's only first heading. */
  readonly title?: string | undefined;
  /** The title of the window, which may be the site's. */
  readonly windowTitle?: string | undefined;
  /** The same as it is written, with the site's name before or after it. */
  readonly wholeWindowTitle?: string | undefined;
  readonly published?: string | undefined;
  /** The date that the page shows to its readers, in an element whose class says so. */
  readonly shown?: string | undefined;
  readonly author?: string | undefined;
  readonly address?: string | undefined;
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  /** The article's text as JSON-LD gives it, without markup. */
  readonly body?: string | undefined;
}

const ARTICLE_TYPE = /Article$|BlogPosting|Report|NewsItem/u;

/** Sources in the order of trust: JSON-LD, OpenGraph and other meta, Dublin Core, microdata and `<time>`. */
export function readMetadata($: CheerioAPI, givenAddress?: string): Metadata {
  const ld = jsonLd($);
  const article =
    ld.find((item) => types(item).some((type) => ARTICLE_TYPE.test(type))) ?? ld.find((item) => item.datePublished);
  const meta = metaTags($);
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const headline = text(article?.headline) ?? first('og:title', 'dc.title', 'dcterms.title', 'twitter:title');
  const window = text($('title').first().text());
  const site = first('og:site_name') ?? name(article?.publisher);
  return {
    title: tidyTitle(headline ?? onlyHeading($), site),
    windowTitle: tidyTitle(window, site),
    wholeWindowTitle: window,
    published: firstDate([
      text(article?.datePublished),
      first('article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished', 'pubdate'),
      first(
        'dc.date.issued',
        'dcterms.issued',
        'dcterms.created',
        'dc.date.created',
        'dc.date',
        'dcterms.date',
        'date',
      ),
      $('[itemprop="datePublished"]').first().attr('content') ??
        $('[itemprop="datePublished"]').first().attr('datetime'),
      $('[itemprop="datePublished"]').first().text(),
      ...timeElements($),
    ]),
    shown: firstDate(dateElements($)),
    author: person(name(article?.author) ?? first('author', 'article:author', 'dc.creator', 'dcterms.creator')),
    address: canonical($, first('og:url'), givenAddress),
    site,
    language: $('html').attr('lang') ?? first('og:locale', 'dc.language'),
    body: plainBody(article?.articleBody),
  };
}

type Item = Readonly<Record<string, unknown>>;

/** All items of all JSON-LD blocks, those of `@graph` too; a broken block is passed over. */
function jsonLd($: CheerioAPI): Item[] {
  const items: Item[] = [];
  const add = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(add);
    else if (value !== null && typeof value === 'object') {
      items.push(value as Item);
      add((value as Item)['@graph']);
      add((value as Item).mainEntity);
    }
  };
  $('script[type="application/ld+json"]').each((_, element) => {
    try {
      add(JSON.parse($(element).text()));
    } catch {
      // a page's own fault; the other sources remain
    }
  });
  return items;
}

const types = (item: Item): string[] => [item['@type']].flat().filter((type) => typeof type === 'string');
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/gu, ' ').trim() : undefined;
const name = (value: unknown): string | undefined => {
  const [first] = [value].flat();
  return text(first) ?? text((first as Item | undefined)?.name);
};

/** Some sites put markup or its escapes into it. */
function plainBody(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const $ = load(/<\p{L}/u.test(value) ? value : load(value).text());
  const body = /<\p{L}/u.test($.html()) ? visibleText($, $.root()) : $.text();
  return body.replace(/[^\S\n]+/gu, ' ').trim() || undefined;
}

function metaTags($: CheerioAPI): Map<string, string> {
  const found = new Map<string, string>();
  $('meta[content]').each((_, element) => {
    const key = ($(element).attr('property') ?? $(element).attr('name') ?? $(element).attr('itemprop'))?.toLowerCase();
    const value = text($(element).attr('content'));
    if (key && value && !found.has(key)) found.set(key, value);
  });
  return found;
}

function onlyHeading($: CheerioAPI): string | undefined {
  const headings = $('h1')
    .toArray()
    .map((element) => text($(element).text()))
    .filter((heading) => heading !== undefined);
  return headings.length === 1 ? headings[0] : undefined;
}

/** The headline without the site's name at its end: `Virsraksts | Tukuma novads`. */
function tidyTitle(title: string | undefined, site: string | undefined): string | undefined {
  const whole = text(title);
  const match = whole && /^(.{10,}?)\s+[|»–—-]\s+([^|»]{2,60})$/u.exec(whole);
  if (!match) return whole;
  const [, head, tail] = match;
  return whole.includes(' | ') || whole.includes(' » ') || tail === site ? head : whole;
}

const firstDate = (values: readonly (string | undefined)[]): string | undefined =>
  values.map((value) => value && isoDate(value)).find((date) => date !== undefined && date !== '');

function isoDate(value: string): string | undefined {
  const day = dayOf(value.trim()) ?? labelledDayOf(value.trim());
  if (day?.year !== undefined) return isoOf(day) ?? undefined;
  // `Thu, 16 May 2019 10:00:00 GMT`, `May 16, 2019`
  if (!/[a-z]{3}/iu.test(value) || !/(?:19|20)\d\d/u.test(value)) return undefined;
  const time = Date.parse(`${value.replace(/\s+(?:GMT|UTC|[+-]\d{4}).*$/u, '')} UTC`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

/** Of the article, not of a list of others: within `<article>` or the main part, and the first before a second article. */
function timeElements($: CheerioAPI): (string | undefined)[] {
  const articles = $('article');
  const scope = articles.length > 0 ? articles.first() : $('main, body').first();
  const elements = scope.find('time').toArray();
  const dates = elements.map((element) => $(element).attr('datetime') ?? $(element).text());
  const marked = elements
    .filter((element) =>
      /publish|posted|entry-date|pubdate/iu.test(
        `${$(element).attr('class')} ${$(element).attr('pubdate') !== undefined ? 'pubdate' : ''}`,
      ),
    )
    .map((element) => $(element).attr('datetime') ?? $(element).text());
  return [...marked, ...(articles.length > 1 && scope.find('time').length === 0 ? [] : dates.slice(0, 1))];
}

/** An element whose class says date and which holds nothing else, outside lists of other articles. */
function dateElements($: CheerioAPI): string[] {
  return $('[class*="date" i], [class*="publi" i], [class*="datum" i], [id*="date" i]')
    .filter(
      (_, element) =>
        $(element).closest('aside, nav, footer, [class*="related" i], [class*="sidebar" i], [class*="calendar" i]')
          .length === 0,
    )
    .toArray()
    .flatMap((element) => visibleText($, $(element)).split(/\s*[|•·\n]\s*/u))
    .filter((value) => value.length > 0 && value.length <= 60)
    .slice(0, 8);
}

/** A person's or an organisation's name; not an address of a profile, not the name of a program. */
const person = (author: string | undefined): string | undefined =>
  author === undefined ||
  parseAddress(author) ||
  author.length > 120 ||
  /^(?:admin|administrator|root|user)$/iu.test(author)
    ? undefined
    : author;

function canonical($: CheerioAPI, openGraph: string | undefined, given: string | undefined): string | undefined {
  for (const candidate of [$('link[rel="canonical"]').attr('href'), openGraph]) {
    const base = given ?? $('base[href]').attr('href');
    if (!candidate || !normaliseAddress(candidate, base)) continue;
    const url = parseAddress(candidate, base);
    // the home page as the canonical address of every article is a site's mistake
    if (url && (url.pathname.length > 1 || url.search !== '')) return url.href;
  }
  return undefined;
}
