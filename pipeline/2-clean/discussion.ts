import type { CheerioAPI } from 'cheerio';
import { parseAddress } from '../0-contract/address.js';
import { readList } from '../0-contract/lists.js';
import type { Measure } from './measure.js';
import { Phrases, wordsOf } from './phrases.js';
import { type AnyNode, beginningOf, type Element, isElement, squeeze } from './tree.js';

const HEADINGS = new Phrases(readList('pages/comment-headings.txt'));
const WORDS = new Phrases(readList('pages/discussions.txt'));
/** Types of schema.org, in JSON-LD and microdata. */
const TYPES = /DiscussionForumPosting|QAPage/u;

/** Whether a page says of itself that it is a forum's thread or a question with its answers. */
export function isDiscussion($: CheerioAPI, address: string | undefined): boolean {
  if ($('[itemtype*="DiscussionForumPosting"], [itemtype*="QAPage"]').length > 0) return true;
  const types = $('script[type="application/ld+json"]')
    .toArray()
    .some((script) => TYPES.test($(script).text().slice(0, TYPE_WITHIN)));
  if (types) return true;
  const url = address === undefined ? undefined : parseAddress(address);
  const made = [
    $('meta[name="generator"]')
      .attr('content')
      ?.toLowerCase()
      .replace(/[^\p{L}]+/gu, ' '),
  ];
  const outermost = ['html', 'body'].flatMap((name) => `${$(name).attr('class') ?? ''} ${$(name).attr('id') ?? ''}`);
  // a part of an address, whole: an article's own words stand there too
  const parts = `${url?.hostname.replaceAll('.', '/') ?? ''}${url?.pathname.replace(/\.[a-z]+$/u, '') ?? ''}`.split(
    '/',
  );
  return [...parts, ...made, ...outermost.flatMap((names) => names.split(/\s+/u))].some((said) => isAll(said ?? ''));
}

/** Whether something is nothing but such a word, with a number or without. */
const isAll = (said: string): boolean => {
  const words = wordsOf(said.replace(/[^\p{L}]+/gu, ' '));
  return words.length > 0 && WORDS.at(words, 0) === words.length;
};

/** A longer line heads nothing. */
const HEADING_LENGTH = 60;

/** Running text (characters) that must stand above such a heading: over the article it tells how many there are. */
const ABOVE = 150;
/** And this share of the page's. */
const ABOVE_SHARE = 0.25;

/** The elements that a heading such as `3 comments` or `Leave a reply` heads, with it: all that follows it in its place. */
export function underCommentHeadings(
  root: AnyNode,
  sizes: ReadonlyMap<AnyNode, Measure>,
  out: ReadonlySet<Element>,
): Element[] {
  const found: Element[] = [];
  const least = Math.max(ABOVE, (sizes.get(root)?.running ?? 0) * ABOVE_SHARE);
  let above = 0;
  const walk = (node: AnyNode): void => {
    if (!('children' in node)) return;
    for (const [i, child] of node.children.entries()) {
      if (!isElement(child) || out.has(child)) continue;
      if (above >= least && isCommentHeading(child)) {
        found.push(...node.children.slice(i).filter(isElement));
        return;
      }
      const before = above;
      walk(child);
      above = before + (sizes.get(child)?.running ?? 0);
    }
  };
  walk(root);
  return found;
}

function isCommentHeading(element: Element): boolean {
  if (!/^(?:h[2-6]|div|p|span|strong|b|legend)$/u.test(element.name) || element.children.length > 5) return false;
  const text = squeeze(beginningOf(element, HEADING_LENGTH + 1));
  if (text === '' || text.length > HEADING_LENGTH || /[.!]$/u.test(text)) return false;
  const words = wordsOf(text).filter((word) => /\p{L}/u.test(word));
  const length = HEADINGS.at(words, 0);
  // `12 comments`, `Comments (3)`; of a paragraph only one that is nothing else
  return length > 0 && (words.length === length || (/^h/u.test(element.name) && /[“"„«:]/u.test(text)));
}

/** Characters of a JSON-LD block in which its type stands. */
const TYPE_WITHIN = 500;
