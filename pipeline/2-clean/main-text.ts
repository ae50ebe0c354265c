import { Readability } from '@mozilla/readability';
import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { parseHTML } from 'linkedom';
import { SkipArticle } from '../0-contract/errors.js';
import { visibleText } from './visible-text.js';

/** Never part of an article. */
const UNSEEN =
  'script, style, noscript, template, svg, iframe, object, embed, canvas, dialog, [hidden], [aria-hidden="true"], [role="dialog"]';
/** Around the article. */
const AROUND =
  'nav, [role="navigation"], [role="search"], [role="banner"], [role="contentinfo"], body > header, body > footer, body > div > footer';
/** Inside the article's container, by what pages call them; only where little text is in them. */
const BESIDE = [
  'cookie',
  'share',
  'social',
  'breadcrumb',
  'related',
  'newsletter',
  'subscribe',
  'comments',
  'pagination',
  'print-',
  'advert',
  'banner',
]
  .flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`])
  .join(', ');
/** Where a page says itself that its article stands, the surest first. */
const CONTAINERS = ['[itemprop="articleBody"]', 'article', 'main, [role="main"]'];
/** Below this length Readability's choice is checked against the page's own container: it drops lists and contacts. */
const SHORT = 2500;
/** Elements above which a page is no article but a list or a dump; Readability's time grows faster than the page. */
const MOST_ELEMENTS = 10_000;
/** Elements inside each other; browsers stop at 512. */
const DEEPEST = 512;

/**
 * The article's text on a web page: cheerio takes away what is around it, Readability over linkedom chooses the part that
 * is the article, cheerio makes lines of it. Where Readability finds nothing the densest container is taken.
 * @returns empty when the page shows no text
 * @throws SkipArticle for a page whose elements are nested without end
 */
export function mainText($page: CheerioAPI): string {
  if (depthOf($page) > DEEPEST) {
    throw new SkipArticle(`nests more than ${DEEPEST} elements, as no article does; save it from the browser as text`);
  }
  const $ = load($page.html());
  // emptied, not removed: taking an element out of its parent costs the number of its siblings
  $(UNSEEN).empty();
  const everything = visibleText($, $.root());
  $(AROUND).empty();
  $(BESIDE).each((_, element) => {
    const { length } = $(element).text();
    if (!$(element).is('body, html, article, main') && length < everything.length * 0.4) $(element).empty();
  });
  keepBylines($);
  const chosen = readable($.html());
  const own = ownContainer($);
  if (chosen === '') return own || densest($) || visibleText($, $.root());
  // a short page: its own container is the article, with its lists, contacts and byline, and without what is around it
  const share = own.length / chosen.length;
  if (chosen.length < SHORT && share > 0.7 && share < 3) return own;
  return chosen;
}

/** Counted without recursion, which is what too deep a page would break. */
function depthOf($: CheerioAPI): number {
  let deepest = 0;
  const open = $.root()
    .toArray()
    .map((node) => ({ children: node.children, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    deepest = Math.max(deepest, next.depth);
    for (const child of next.children) {
      if ('children' in child) open.push({ children: child.children, depth: next.depth + 1 });
    }
  }
  return deepest;
}

/** Readability takes a byline away wherever it stands; below the headline's part it belongs to the text. */
function keepBylines($: CheerioAPI): void {
  $('p ~ [class*="author" i], p ~ [class*="byline" i], p ~ [rel="author"]').removeAttr('class').removeAttr('rel');
}

function readable(html: string): string {
  try {
    const { document } = parseHTML(/<body/iu.test(html) ? html : `<html><body>${html}</body></html>`);
    const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: 140,
      maxElemsToParse: MOST_ELEMENTS,
    }).parse();
    if (!article?.content) return '';
    const $ = load(article.content);
    return visibleText($, $.root());
  } catch {
    // too many elements, or a tree that linkedom cannot make
    return '';
  }
}

/** Text of the page's own article element, when it has just one. */
function ownContainer($: CheerioAPI): string {
  for (const selector of CONTAINERS) {
    const found = $(selector);
    if (found.length === 1) return visibleText($, found);
  }
  return '';
}

/** The container with the most text outside links, its descendants preferred where they hold nearly all of it. */
function densest($: CheerioAPI): string {
  let best = '';
  let most = 0;
  $('div, section, td, article, main').each((_, element) => {
    const own = $(element).children('p, br, ul, ol, blockquote, h2, h3, table').text().length;
    const direct = $(element)
      .contents()
      .filter((_, node) => node.type === 'text')
      .text()
      .trim().length;
    const score = own + direct - 2 * $(element).find('a').text().length;
    if (score > most) {
      most = score;
      best = visibleText($, $(element));
    }
  });
  return best;
}
