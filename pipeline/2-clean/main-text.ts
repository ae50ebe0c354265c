import type { CheerioAPI } from 'cheerio';
import { parseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import { besideArticle } from './beside.js';
import { classWords } from './class-words.js';
import { articleElements } from './container.js';
import { measure } from './measure.js';
import { type AnyNode, type Element, isElement, isUnseen, squeeze } from './tree.js';
import { trimmed } from './trim.js';
import { visibleText } from './visible-text.js';

/** Elements inside each other; browsers stop at 512. */
const DEEPEST = 512;
/** A shorter text than this is looked for again with more of the page. */
const SHORT = 200;

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

/**
 * The article's text on a web page, empty when the page shows none.
 * @param chosen the elements that hold the article, where a source's selectors say so
 * @throws SkipArticle for a page whose elements are nested without end
 */
export function mainText($: CheerioAPI, title = '', address?: string, chosen: readonly AnyNode[] = []): MainText {
  const root = $.root()[0] as AnyNode;
  if (depthOf($) > DEEPEST) {
    throw new SkipArticle(`nests more than ${DEEPEST} elements, as no article does; save it from the browser as text`);
  }
  const wordsOf = classWords();
  const textOf = (element: Element): string => squeeze($(element).text());
  const { out, margins } = besideArticle(root, measure(root, isUnseen), wordsOf);
  const read = (isOut: (element: Element) => boolean): MainText => {
    const isLeft = (element: Element): boolean => isOut(element) || margins.has(element);
    const sizes = measure(root, isLeft);
    const elements = chosen.length > 0 ? chosen : articleElements(root, sizes, isLeft, wordsOf);
    const cut = trimmed(elements, { sizes, isOut: isLeft, textOf, title, isOwn: ofSite(address) });
    const isApart = (element: Element): boolean => margins.has(element);
    const above = marginsAbove(root, elements, margins, textOf);
    return {
      whole: visibleText($, $([...above, ...elements]), (element) => isOut(element) || cut.has(element), isApart),
      told: visibleText($, $(elements), (element) => isLeft(element) || cut.has(element), isApart),
      beside: out,
    };
  };
  const text = read((element) => out.has(element));
  if (text.told.length >= SHORT) return text;
  const more = read(isUnseen);
  return more.told.length > 2 * text.told.length ? more : text;
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
