import type { ClassWords } from './class-words.js';
import type { Measure } from './measure.js';
import { type AnyNode, type Element, isElement } from './tree.js';

/** Elements that are a paragraph or a part of one, not what holds the article. */
const PARTS = new Set('p h1 h2 h3 h4 h5 h6 li pre blockquote figure dd dt tr ul ol dl'.split(' '));
/** A neighbour of the chosen element belongs to the article when it scores at least this share of it. */
const NEIGHBOUR = 0.2;
/** Running text (characters) in what a page marks as its article's body from which on it is believed. */
const ENOUGH = 120;
/** The share of a page's unlinked text that its widest element holds at least. */
const NEARLY_ALL = 0.9;
/** Shares of running text at least, and of links at most, in what an element adds to the one within. */
const RUNNING = 0.7;
const LINKED = 0.25;

/**
 * The elements that hold the article, in the order of the page: that which has the most running text near it, with
 * the neighbours that have some, or the one that the page marks as the article's body where it agrees.
 */
export function articleElements(
  root: AnyNode,
  sizes: ReadonlyMap<AnyNode, Measure>,
  isOut: (element: Element) => boolean,
  wordsOf: (element: Element) => ClassWords,
): AnyNode[] {
  let best: Element | undefined;
  let most = 0;
  const marked: Element[] = [];
  const walk = (node: AnyNode): void => {
    if (!('children' in node)) return;
    for (const child of node.children) if (!isElement(child) || !isOut(child)) walk(child);
    if (!isElement(node)) return;
    if (isMarked(node, wordsOf)) marked.push(node);
    const { score = 0 } = sizes.get(node) ?? {};
    if (score > most && !PARTS.has(node.name)) {
      most = score;
      best = node;
    }
  };
  walk(root);
  if (!best) return [ownContainer(root, isOut)];
  const bodies = marked.filter(({ attribs }) => isArticleBody(attribs.itemprop));
  const outer = bodies.filter((element) => !bodies.some((other) => other !== element && contains(other, element)));
  const sum = outer.reduce((total, element) => total + (sizes.get(element)?.running ?? 0), 0);
  const around = climbed(best, sizes);
  if (sum >= ENOUGH && (outer.length === 1 || outer.every((element) => contains(around, element)))) return outer;
  const running = (element: Element): number => sizes.get(element)?.running ?? 0;
  const said = marked
    .filter((element) => contains(element, around) || contains(around, element))
    .filter((element) => running(element) >= running(around) * 0.75 && running(element) <= running(around) * 2)
    // the innermost of those that hold about as much
    .sort((a, b) => (sizes.get(a)?.chars ?? 0) - (sizes.get(b)?.chars ?? 0))[0];
  return said ? [said] : withNeighbours(around, sizes, isOut);
}

/** The smallest element that holds nearly all of the unlinked text. */
export function widestElement(root: AnyNode, sizes: ReadonlyMap<AnyNode, Measure>): AnyNode {
  const least = unlinked(root, sizes) * NEARLY_ALL;
  let node = root;
  for (;;) {
    const held: AnyNode | undefined =
      'children' in node
        ? node.children.find((child) => isElement(child) && unlinked(child, sizes) >= least)
        : undefined;
    if (!held || (isElement(held) && PARTS.has(held.name))) return node;
    node = held;
  }
}

/** Characters that are not within links. */
export const unlinked = (node: AnyNode, sizes: ReadonlyMap<AnyNode, Measure>): number => {
  const { chars = 0, linked = 0 } = sizes.get(node) ?? {};
  return chars - linked;
};

/** The page's only `<article>`, else its `<main>`, else all of it. */
function ownContainer(root: AnyNode, isOut: (element: Element) => boolean): AnyNode {
  const found = new Map<string, Element[]>([
    ['article', []],
    ['main', []],
  ]);
  const walk = (node: AnyNode): void => {
    if (!('children' in node) || (isElement(node) && isOut(node))) return;
    if (isElement(node)) found.get(node.attribs.role === 'main' ? 'main' : node.name)?.push(node);
    for (const child of node.children) walk(child);
  };
  walk(root);
  return [...found.values()].find((elements) => elements.length === 1)?.[0] ?? root;
}

/** Up to the highest element around, of which what it adds is running text too. */
function climbed(chosen: Element, sizes: ReadonlyMap<AnyNode, Measure>): Element {
  const own = sizes.get(chosen);
  if (!own) return chosen;
  let highest = chosen;
  for (let node = chosen.parent; node && isElement(node) && node.name !== 'body'; node = node.parent) {
    const size = sizes.get(node);
    if (!size) break;
    const chars = size.chars - own.chars;
    const running = size.running - own.running;
    const loose = node.name === 'article' ? 1.5 : 1;
    if (chars === 0) continue;
    if (running > 0 && running * loose > chars * RUNNING && size.linked - own.linked < chars * LINKED * loose)
      highest = node;
  }
  return highest;
}

const isArticleBody = (property: string | undefined): boolean => /articlebody/iu.test(property ?? '');
const isMarked = (element: Element, wordsOf: (element: Element) => ClassWords): boolean =>
  isArticleBody(element.attribs.itemprop) ||
  (!PARTS.has(element.name) && element.name !== 'body' && wordsOf(element).body);

function contains(outer: Element, inner: Element): boolean {
  for (let node: AnyNode | null = inner; node; node = node.parent) if (node === outer) return true;
  return false;
}

function withNeighbours(
  chosen: Element,
  sizes: ReadonlyMap<AnyNode, Measure>,
  isOut: (element: Element) => boolean,
): Element[] {
  const { parent } = chosen;
  if (!parent || !isElement(parent)) return [chosen];
  const top = sizes.get(chosen)?.score ?? 0;
  return parent.children.filter((child): child is Element => {
    if (child === chosen) return true;
    if (!isElement(child) || isOut(child)) return false;
    const { score = 0, running = 0, chars = 0, linked = 0 } = sizes.get(child) ?? {};
    if (child.name === 'p') return running > 0 && linked < chars * 0.25;
    const same = child.attribs.class !== undefined && child.attribs.class === chosen.attribs.class;
    return score >= top * NEIGHBOUR * (same ? 0.5 : 1);
  });
}
