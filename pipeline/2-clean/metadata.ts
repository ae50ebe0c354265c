import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { normaliseAddress, parseAddress } from '../0-contract/address.js';
import { fieldDate } from './any-date.js';
import { authorName } from './author.js';
import { visibleText } from './visible-text.js';

/** What a page says of itself in its head and in its marked parts. */
export interface Metadata {
  /** The article's headline, by its marking or as the page's only first heading. */
  readonly title?: string | undefined;
  /** The title of the window, which may be the site's. */
  readonly windowTitle?: string | undefined;
  /** The same as it is written, with the site's name before or after it. */
  readonly wholeWindowTitle?: string | undefined;
  readonly published?: MetadataDate | undefined;
  /** A date of publication among what the page's scripts read. */
  readonly inScripts?: string | undefined;
  readonly author?: string | undefined;
  readonly address?: string | undefined;
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  /** The page calls itself an article. */
  readonly isArticle: boolean;
  /** The article's text as JSON-LD gives it, without markup. */
  readonly body?: string | undefined;
}

/** A date that a page's head or marking gives. */
export interface MetadataDate {
  /** ISO. */
  readonly date: string;
  /** Called that of publication; else it may be that of the file or of the last change. */
  readonly isSure: boolean;
  /** Of a moment told in universal time, whose day may be another where the page is read. */
  readonly isUniversal: boolean;
}

/** Meta tags that give the date of publication, the surest first. */
const DATE_NAMES = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'og:pubdate',
  'article:publicationdate',
  'article.published',
  'article_date_original',
  'article:post_date',
  'datepublished',
  'date_published',
  'published',
  'published-date',
  'published_date',
  'published_at',
  'published_time',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'publicationdate',
  'originalpublicationdate',
  'pubdate',
  'pub_date',
  'ptime',
  'pdate',
  'datepub',
  'parsely-pub-date',
  'parsely-pubdate',
  'sailthru.date',
  'bt:pubdate',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'rnews:datepublished',
  'nrk:publishdate',
  'shareaholic:article_published_time',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'eprints.date',
  'prism.publicationdate',
  'dc.date.issued',
  'dc.date.publication',
  'dcterms.issued',
  'dcsext.articlefirstpublished',
  'article:created_time',
  'vr:published_time',
];

/** Meta tags of which nobody knows what date they give, the surest first. */
const VAGUE_NAMES = [
  'dateposted',
  'displaydate',
  'dc.date',
  'dc:date',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'dc:created',
  'article.created',
  'datecreated',
  'creation_date',
  'created',
  'date',
  'gentime',
  'timestamp',
  'last_published',
  'video:release_date',
];

const ARTICLE_TYPE = /Article$|BlogPosting|Report|NewsItem/u;

/** Sources in the order of trust: JSON-LD, OpenGraph and other meta, Dublin Core, microdata and `<time>`. */
export function readMetadata($: CheerioAPI, givenAddress?: string): Metadata {
  const ld = jsonLd($);
  const ownArticle = ld.find((item) => types(item).some((type) => ARTICLE_TYPE.test(type)));
  const article = ownArticle ?? ld.find((item) => item.datePublished);
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
    published:
      firstDate(
        [text(article?.datePublished), ...DATE_NAMES.map((name) => meta.get(name)), ...itemDates($, PUBLISHED_ITEMS)],
        true,
      ) ??
      firstDate(
        [
          ...VAGUE_NAMES.map((name) => meta.get(name)),
          ...itemDates($, VAGUE_ITEMS),
          text(article?.dateCreated) ?? text(article?.uploadDate),
        ],
        false,
      ),
    inScripts: scriptDate($),
    author: [
      name(article?.author) === name(article?.publisher) ? undefined : name(article?.author),
      ...['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl'].map(
        (key) => meta.get(key),
      ),
    ]
      .map(authorName)
      .find((author) => author !== undefined),
    address: canonical($, first('og:url'), givenAddress),
    site,
    language: $('html').attr('lang') ?? first('og:locale', 'dc.language'),
    isArticle: ownArticle !== undefined || first('og:type') === 'article' || $('[itemprop~="articleBody"]').length > 0,
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
  typeof value === 'string' && value.trim() !== ''
    ? unescaped(value).replace(/\s+/gu, ' ').trim() || undefined
    : undefined;

/** Some sites escape what they put into their head twice: `&#8216;` */
const unescaped = (value: string): string =>
  /&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d?);/iu.test(value) && !value.includes('<') ? load(value).text() : value;
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
    const key = (
      $(element).attr('property') ??
      $(element).attr('name') ??
      $(element).attr('itemprop') ??
      $(element).attr('http-equiv')
    )?.toLowerCase();
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

function firstDate(values: readonly (string | undefined)[], isSure: boolean): MetadataDate | undefined {
  for (const value of values) {
    const date = value && fieldDate(value);
    if (date) return { date, isSure, isUniversal: /T\d\d:\d\d.*(?:Z|[+-]00:?00)\s*$/u.test(value) };
  }
  return undefined;
}

/** Microdata and RDFa, which give the date as an attribute or as text. */
const PUBLISHED_ITEMS = [
  '[itemprop~="datePublished" i]',
  '[itemprop~="pubdate" i]',
  '[property~="datePublished"]',
  '[property~="schema:datePublished"]',
  '[property~="dcterms:issued"]',
];
const VAGUE_ITEMS = [
  '[itemprop~="dateCreated" i]',
  '[property~="dc:date"]',
  '[property~="dc:created"]',
  '[property~="dcterms:created"]',
];

const itemDates = ($: CheerioAPI, selectors: readonly string[]): (string | undefined)[] =>
  selectors.map((selector) => {
    const element = $(selector).not('meta').first();
    return element.attr('content') ?? element.attr('datetime') ?? (element.length > 0 ? element.text() : undefined);
  });

/** Names under which scripts keep the date of what they show. */
const IN_SCRIPTS =
  /["']?(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|pubDate|pub_date|published_time|publishedDate|published_date|firstPublished|firstPublishedAt|originalPublicationDate|dateCreated)["']?\s*:\s*["']?([^"',}\n]{8,40})/iu;

function scriptDate($: CheerioAPI): string | undefined {
  for (const script of $('script').toArray()) {
    const match = IN_SCRIPTS.exec($(script).text());
    const date = match?.[1] && fieldDate(match[1].replaceAll('\\', ''));
    if (date) return date;
  }
  return undefined;
}

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
