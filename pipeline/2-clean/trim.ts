import { readList } from '../0-contract/lists.js';
import type { Measure } from './measure.js';
import { Phrases, wordsOf } from './phrases.js';
import { type AnyNode, type Element, isElement, squeeze } from './tree.js';

const RELATED = new Phrases(readList('pages/related-headings.txt'));
const HEADING = /^h[1-6]$/u;
const LISTS = new Set(['ul', 'ol', 'dl', 'table']);
/** A longer paragraph that is one link is a sentence; a longer line heads no list. */
const LINK_LENGTH = 200;
const HEADING_LENGTH = 60;
/** What stands below a heading of links goes with it when so much running text (characters) is left. */
const LEFT = 150;

/** What `trimmed` must know of the page. */
export interface Trimming {
  readonly sizes: ReadonlyMap<AnyNode, Measure>;
  readonly isOut: (element: Element) => boolean;
  readonly textOf: (element: Element) => string;
  readonly title: string;
  /** Whether an address is of the page's own site. */
  readonly isOwn: (address: string) => boolean;
}

/**
 * What within the article's elements is not its text: the headline again, lists and lines of links to the same site,
 * `Lasi arī` with what it heads, headings under which nothing is left.
 */
export function trimmed(elements: readonly AnyNode[], { sizes, isOut, textOf, title, isOwn }: Trimming): Set<Element> {
  const out = new Set<Element>();
  /** Headings after the last text, nearest last. */
  let open: Element[] = [];
  const total = elements.reduce((sum, element) => sum + (sizes.get(element)?.running ?? 0), 0);
  const linksAway = (element: Element): boolean =>
    isElement(element) &&
    ((element.name === 'a' && element.attribs.href !== undefined && !isOwn(element.attribs.href)) ||
      element.children.some((child) => isElement(child) && linksAway(child)));
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') {
      if (node.data.trim() !== '') open = [];
      return;
    }
    if (node.type === 'root') for (const child of node.children) walk(child);
    if (!isElement(node) || isOut(node) || out.has(node)) return;
    const { chars = 0, linked = 0, running = 0, inline = false } = sizes.get(node) ?? {};
    if (chars === 0) return;
    const isHeading = HEADING.test(node.name);
    if (!inline && chars <= HEADING_LENGTH && running === 0 && headsLinks(textOf(node))) {
      out.add(node);
      for (const below of headedBy(node, isHeading)) out.add(below);
      return;
    }
    if (isHeading) {
      if (isTitle(textOf(node), title)) out.add(node);
      else {
        // a heading of the same or a higher rank ends the one before it, which had no text
        for (const before of open) if (before.name >= node.name) out.add(before);
        open.push(node);
      }
      return;
    }
    const density = linked / chars;
    if (!inline) {
      const most = node.name === 'table' ? 0.9 : 0.66;
      const isLinks = LISTS.has(node.name)
        ? density > most
        : !isCell(node) &&
          running === 0 &&
          density > 0.75 &&
          chars < LINK_LENGTH &&
          !(node.name === 'p' && linksAway(node));
      if (isLinks) {
        out.add(node);
        return;
      }
    }
    for (const child of node.children) walk(child);
  };
  /** What follows a heading of links: to the next heading of its rank, or as long as it is links. */
  const headedBy = (heading: Element, isHeading: boolean): Element[] => {
    const below: Element[] = [];
    let held = 0;
    for (let next = heading.next; next; next = next.next) {
      if (!isElement(next)) {
        if (next.type === 'text' && next.data.trim() !== '') break;
        continue;
      }
      const { chars = 0, linked = 0, running = 0 } = sizes.get(next) ?? {};
      if (HEADING.test(next.name) && isHeading && next.name <= heading.name) break;
      if (chars > 0 && linked < chars * 0.3 && (!isHeading || running > 0)) {
        if (!isHeading || next.name === 'p') break;
      }
      held += running;
      below.push(next);
    }
    return held > 0 && total - held < LEFT ? [] : below;
  };
  for (const element of elements) walk(element);
  for (const heading of open) out.add(heading);
  return out;
}

/** A list's item or a short cell of a table: a link there is what it is about, if the whole is not one of links. */
const isCell = ({ name, children }: Element): boolean =>
  name === 'li' ||
  ((name === 'td' || name === 'th' || name === 'dt' || name === 'dd') &&
    children.filter((child) => child.type !== 'text').length <= 1);

/** `Lasi arī`, `Related stories:`, `More from this author`; not a line that goes on as a sentence. */
function headsLinks(line: string): boolean {
  const words = wordsOf(line);
  const length = RELATED.at(words, 0);
  return length > 0 && (words.length <= length + 2 || /:\s*$/u.test(line)) && !/[.!]\s*$/u.test(line);
}

const letters = (text: string): string => squeeze(text.replace(/[^\p{L}\d]+/gu, ' ')).toLowerCase();
const isTitle = (heading: string, title: string): boolean => heading !== '' && letters(heading) === letters(title);
