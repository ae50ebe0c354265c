import type { CheerioAPI } from 'cheerio';
import { parseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import { besideArticle } from './beside.js';
import { type ClassWords, classWords } from './class-words.js';
import { articleElements, unlinked, widestElement } from './container.js';
import { isDiscussion } from './discussion.js';
import { type Measure, measure } from './measure.js';
import { type AnyNode, type Element, isElement, isUnseen, squeeze } from './tree.js';
import { trimmed } from './trim.js';
import { visibleText } from './visible-text.js';

/** Elements inside each other; browsers stop at 512. */
const DEEPEST = 512;
/** A shorter text than this is looked for again with more of the page. */
const SHORT = 200;
/** A shorter one than this is hardly a text; the page may be a list of links, or made by a script. */
const LITTLE = 100;
/** So little that what a page shows without scripts may be its text. */
const NOTHING = 40;
/** An element that holds a smaller share of the unlinked text is not the whole of a page that does not call itself an article. */
const HELD = 0.7;
/** So much running text (characters) in one place is an article, whatever the page calls itself. */
const LONG = 600;

/** A longer caption or byline above the article's elements is something else. */
const MARGIN_LENGTH = 200;

/** An article's text on its page. */
export interface MainText {
  /** With captions, bylines and datelines. */
  readonly whole: string;
  /** Without them; each of its lines is a line of the whole, in the same order. */
  readonly told: string;
  /** Elements of the page that stand beside the article. */
  readonly beside: ReadonlySet<Element>;
}

export interface PageSays {
  readonly title?: string;
  readonly address?: string | undefined;
  /** The elements that hold the article, where a source's selectors say so. */
  readonly chosen?: readonly AnyNode[];
  /** The page calls itself an article. */
  readonly isArticle?: boolean;
}

/**
 * The article's text on a web page, empty when the page shows none.
 * @throws SkipArticle for a page whose elements are nested without end
 */
export function mainText(
  $: CheerioAPI,
  { title = '', address, chosen = [], isArticle = false }: PageSays = {},
): MainText {
  const root = $.root()[0] as AnyNode;
  if (depthOf($) > DEEPEST) {
    throw new SkipArticle(`nests more than ${DEEPEST} elements, as no article does; save it from the browser as text`);
  }
  const wordsOf = classWords();
  const textOf = (element: Element): string => squeeze($(element).text());
  const discussion = isDiscussion($, address);
  const { out, margins, isSurelyOut, isComments } = besideArticle(root, measure(root, isUnseen), wordsOf, discussion);
  const read = (isOut: (element: Element) => boolean, reach: Reach): MainText => {
    const isLeft = (element: Element): boolean => isOut(element) || margins.has(element);
    const sizes = measure(root, isLeft);
    const elements = chosen.length > 0 ? chosen : reached(root, sizes, reach, isLeft, wordsOf);
    const cut =
      reach === 'all'
        ? new Set<Element>()
        : trimmed(elements, { sizes, isOut: isLeft, textOf, title, isOwn: ofSite(address) });
    const isApart = (element: Element): boolean => margins.has(element);
    const above = marginsAbove(root, elements, margins, textOf);
    return {
      whole: visibleText($, $([...above, ...elements]), (element) => isOut(element) || cut.has(element), isApart),
      told: visibleText($, $(elements), (element) => isLeft(element) || cut.has(element), isApart),
      beside: out,
    };
  };
  const isOut = (element: Element): boolean => out.has(element);
  let text = read(isOut, discussion ? 'most' : isArticle ? 'densest' : 'either');
  if (text.told.length >= SHORT || chosen.length > 0) return text;
  const longer = (isOut: (element: Element) => boolean, reach: Reach, least = 0): void => {
    const more = read(isOut, reach);
    if (more.told.length > Math.max(2 * text.told.length, least)) text = more;
  };
  if (!isArticle) longer(isOut, 'most');
  if (text.told.length < LITTLE) longer(isOut, 'all');
  if (text.told.length < SHORT) longer(isSurelyOut, 'densest');
  if (text.told.length < NOTHING) {
    longer((element) => isComments(element) || (element.name !== 'noscript' && isUnseen(element)), 'densest', LITTLE);
  }
  return text;
}

/** How much of a page is its text: where it is densest, nearly all of it, either by how much the first leaves, all with its links. */
type Reach = 'densest' | 'most' | 'either' | 'all';

function reached(
  root: AnyNode,
  sizes: ReadonlyMap<AnyNode, Measure>,
  reach: Reach,
  isOut: (element: Element) => boolean,
  wordsOf: (element: Element) => ClassWords,
): readonly AnyNode[] {
  if (reach === 'all') return [root];
  if (reach === 'most') return [widestElement(root, sizes)];
  const densest = articleElements(root, sizes, isOut, wordsOf);
  if (reach === 'densest') return densest;
  const sum = (of: (element: AnyNode) => number): number => densest.reduce((total, element) => total + of(element), 0);
  const isLong = sum((element) => sizes.get(element)?.running ?? 0) >= LONG;
  return !isLong && sum((element) => unlinked(element, sizes)) < unlinked(root, sizes) * HELD
    ? [widestElement(root, sizes)]
    : densest;
}

/** Bylines and datelines between the last first-rank heading before the article's elements and these. */
function marginsAbove(
  root: AnyNode,
  elements: readonly AnyNode[],
  margins: ReadonlySet<Element>,
  textOf: (element: Element) => string,
): Element[] {
  const [first] = elements;
  let above: Element[] = [];
  let isAfterHeading = false;
  const walk = (node: AnyNode): boolean => {
    if (node === first) return true;
    if (!('children' in node)) return false;
    if (isElement(node)) {
      if (node.name === 'h1') {
        above = [];
        isAfterHeading = true;
      }
      if (margins.has(node)) {
        const { length } = textOf(node);
        if (isAfterHeading && length > 0 && length <= MARGIN_LENGTH) above.push(node);
        return false;
      }
    }
    return node.children.some(walk);
  };
  walk(root);
  const seen = new Set<string>();
  return above.filter((element) => !seen.has(textOf(element)) && seen.add(textOf(element)));
}

/** Whether an address is relative or of the page's host, with `www.` or without. */
const ofSite = (page: string | undefined): ((address: string) => boolean) => {
  const host = hostOf(page ?? '');
  return (address) => !/^(?:https?:)?\/\//iu.test(address.trim()) || (host !== undefined && hostOf(address) === host);
};

const hostOf = (address: string): string | undefined =>
  parseAddress(address.trim().replace(/^\/\//u, 'https://'))?.hostname.replace(/^www\./u, '');

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
