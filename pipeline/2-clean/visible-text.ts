import type { Cheerio, CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isElement } from './tree.js';

/** Elements that stand apart by a blank line, and those that only begin a new line. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr article section'.split(' '));
const LINES = new Set(
  'div li tr dt dd address header footer main aside nav form fieldset figcaption caption details summary option'.split(
    ' ',
  ),
);
const UNSEEN = new Set('script style svg iframe object head title select input textarea'.split(' '));
/** A longer table cell is a column of the page's layout. */
const CELL_LENGTH = 120;

/** Whether the element before a node has one of these names. */
function follows(node: AnyNode, ...names: readonly string[]): boolean {
  let before = node.prev;
  while (before && !('name' in before)) before = before.prev;
  return before !== null && 'name' in before && names.includes(before.name.toLowerCase());
}

/**
 * The text as a reader sees it: blocks are lines, paragraphs stand apart by a blank line, list items begin with `•`, the
 * cells of a table row are parted by `|`.
 * @param isOut elements that are left out with all that is in them
 * @param isApart elements that stand on lines of their own, left out or not
 */
export function visibleText(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  isOut: (element: Element) => boolean = () => false,
  isApart: (element: Element) => boolean = () => false,
): string {
  let out = '';
  /** Line ends, then a bullet or a cell's border, that come before the next word. */
  let lines = 0;
  let lead = '';
  let inCell = false;
  const breakLine = (count: number): void => {
    if (inCell) out += ' ';
    // a paragraph that begins a list item does not part it from the one before
    else if (lead === '') lines = Math.max(lines, count);
  };
  const write = (text: string): void => {
    if (text.trim() === '') {
      if (text !== '' && lines === 0 && lead === '') out += ' ';
      return;
    }
    if (lines > 0 && out !== '') out += '\n'.repeat(lines);
    out += lead + (lines > 0 || lead !== '' ? text.trimStart() : text);
    lines = 0;
    lead = '';
  };
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') write(node.data.replace(/[\s\u00a0]+/gu, ' '));
    if (!('children' in node)) return;
    const apartHere = isElement(node) && isApart(node);
    if (apartHere) breakLine(2);
    if (isElement(node) && isOut(node)) return;
    const name = 'name' in node ? node.name.toLowerCase() : '';
    if (UNSEEN.has(name)) return;
    if (name === 'br') {
      if (inCell) out += ' ';
      else lines = Math.min(2, lines + 1);
      return;
    }
    const apart = apartHere || PARAGRAPHS.has(name) ? 2 : LINES.has(name) ? 1 : 0;
    if (apart > 0) breakLine(apart);
    if (name === 'pre') {
      const [first = '', ...rest] = $(node).text().replace(/^\n/u, '').split('\n');
      write(first);
      out += rest.map((line) => `\n${line}`).join('');
    } else if (name === 'td' || name === 'th') {
      const cell = $(node);
      const small = cell.text().trim().length <= CELL_LENGTH && cell.find('table').length === 0;
      if (!small) breakLine(1);
      else if (follows(node, 'td', 'th') && lines === 0) lead = ' | ';
      const outer = inCell;
      inCell ||= small;
      for (const child of node.children) walk(child);
      inCell = outer;
      if (!small) breakLine(1);
    } else {
      if (name === 'li') {
        lead = '• ';
        if (follows(node, 'li')) lines = 1;
      }
      for (const child of node.children) walk(child);
      if (name === 'li') lead = '';
    }
    if (apart > 0) breakLine(apart);
  };
  for (const node of root.toArray()) walk(node);
  return out
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
