import { createHash } from 'node:crypto';
import { parseAddress } from '../0-contract/address.js';
import { readList } from '../0-contract/lists.js';
import type { Article } from '../0-contract/types.js';
import { bodySpans } from './body.js';
import { textLines } from './lines.js';
import { Phrases, wordsOf } from './phrases.js';
import { squeeze } from './tree.js';

const KEPT = new Phrases(readList('noise/kept-starts.txt'));

/** A line of fewer words is a heading, a name, an item of a list: of the article, however often it comes. */
const LEAST_WORDS = 5;
/** A line is the site's when so many of its texts hold it, and this share of them. */
const LEAST_TEXTS = 3;
const SHARE = 0.5;
/** A text of whose lines more than this share would go is a copy of others on its site, and stays as it is. */
const MOST = 0.8;

/** What is kept of an article to find the lines that repeat over its site's pages, without the text. */
export interface SitePage {
  /** Undefined for an article that has no address. */
  readonly site: string | undefined;
  /** A key for each line that may be the site's, in the order of the text. */
  readonly lines: readonly string[];
}

/** Case, and white space, do not count. */
const keyOf = (line: string): string =>
  createHash('sha256').update(squeeze(line).toLowerCase()).digest('base64url').slice(0, 10);

/** Whether a line may be the site's: long enough, and not one that says who prepared the article. */
function mayRepeat(line: string): boolean {
  const words = wordsOf(line);
  return words.length >= LEAST_WORDS && KEPT.at(words, 0) === 0;
}

/** @returns what `sitesLines` must know of an article */
export function sitePage({ url, ...article }: Pick<Article, 'url' | 'text' | 'title' | 'noise' | 'margins'>): SitePage {
  const lines = bodySpans(article)
    .flatMap(({ start, end }) => textLines(article.text.slice(start, end)))
    .filter(({ text }) => mayRepeat(text));
  return { site: siteOf(url), lines: [...new Set(lines.map(({ text }) => keyOf(text)))] };
}

export const siteOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : parseAddress(url)?.hostname.replace(/^www\./u, '');

/**
 * The lines of each site that stand in three of its texts or more and in half of them. A text that is there twice counts
 * once, and the order of the pages does not matter.
 */
export function sitesLines(pages: Iterable<SitePage>): Map<string, ReadonlySet<string>> {
  const sites = new Map<string, Map<string, readonly string[]>>();
  for (const { site, lines } of pages) {
    if (site === undefined) continue;
    const texts = sites.get(site) ?? new Map<string, readonly string[]>();
    texts.set(lines.join(' '), lines);
    sites.set(site, texts);
  }
  const found = new Map<string, ReadonlySet<string>>();
  for (const [site, texts] of sites) {
    const counts = new Map<string, number>();
    for (const lines of texts.values()) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    const repeated = [...counts].filter(([, count]) => count >= LEAST_TEXTS && count >= texts.size * SHARE);
    if (repeated.length > 0) found.set(site, new Set(repeated.map(([line]) => line)));
  }
  return found;
}

/** Which lines of an article are its site's; none for one that is nearly all of such lines: a copy of others there. */
export function sitesLinesOf(page: SitePage, sites: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const lines = page.site === undefined ? undefined : sites.get(page.site);
  if (lines === undefined) return [];
  const found = page.lines.filter((line) => lines.has(line));
  return found.length > page.lines.length * MOST ? [] : found;
}

/** The article with these lines as noise. Its hash changes with them. */
export function withoutSitesLines(article: Article, keys: readonly string[]): Article {
  if (keys.length === 0) return article;
  const repeated = bodySpans(article).flatMap(({ start, end }) =>
    textLines(article.text.slice(start, end))
      .filter(({ text }) => isOneOf(text, keys))
      .map((line) => ({ start: start + line.start, end: start + line.end })),
  );
  return {
    ...article,
    noise: [...article.noise, ...repeated].sort((a, b) => a.start - b.start),
    hash: hashWithout(article.hash, keys),
  };
}

/** The same for a text alone. */
export const textWithout = (text: string, keys: readonly string[]): string =>
  text
    .split('\n')
    .filter((line) => !isOneOf(line, keys))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** The hash of an article without some of its lines. */
export const hashWithout = (hash: string, keys: readonly string[]): string =>
  keys.length === 0
    ? hash
    : createHash('sha256')
        .update(`${hash} ${keys.join(' ')}`)
        .digest('hex');

const isOneOf = (line: string, keys: readonly string[]): boolean => mayRepeat(line) && keys.includes(keyOf(line));
