import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/** Elements that stand apart by a blank line, and those that only begin a new line. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr article section'.split(' '));
const LINES = new Set(
  'div li tr dt dd address header footer main aside nav form fieldset figcaption caption details summary option'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'script style noscript template svg iframe object head title select button input textarea'.split(' '),
);

/**
 * The text as a reader sees it: blocks are lines, paragraphs stand apart by a blank line, list items begin with `•`, the
 * cells of a table row are parted by `|`.
 */
export function visibleText($: CheerioAPI, root: Cheerio<AnyNode>): string {
  const parts: string[] = [];
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') parts.push(node.data.replace(/[\s\u00a0]+/gu, ' '));
    if (!('children' in node)) return;
    const name = 'name' in node ? (node as Element).name.toLowerCase() : '';
    if (UNSEEN.has(name)) return;
    if (name === 'br') {
      parts.push('\n');
      return;
    }
    if (name === 'pre') {
      parts.push('\n\n', $(node).text(), '\n\n');
      return;
    }
    const around = PARAGRAPHS.has(name) ? '\n\n' : LINES.has(name) ? '\n' : '';
    parts.push(around);
    if (name === 'li') parts.push('• ');
    if ((name === 'td' || name === 'th') && previousCell(node as Element)) parts.push(' | ');
    for (const child of node.children) walk(child);
    parts.push(around);
  };
  for (const node of root.toArray()) walk(node);
  return parts
    .join('')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/^• ?(?:\n+• ?)*(?=\n|$)/gmu, '')
    .replace(/• \n+/gu, '• ')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function previousCell(cell: Element): boolean {
  for (let node = cell.prev; node; node = node.prev) if (node.type === 'tag') return true;
  return false;
}
