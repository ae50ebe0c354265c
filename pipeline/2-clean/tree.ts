import type { load } from 'cheerio';

/** A node of cheerio's tree, whose types it does not hand on. */
export type AnyNode = Exclude<Parameters<typeof load>[0], string | Buffer | readonly unknown[]>;
export type Element = Extract<AnyNode, { attribs: unknown }>;

export const isElement = (node: AnyNode): node is Element => 'attribs' in node;

/** Elements that run on in a line of text. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements that show no text of an article; a button that is a heading's text unfolds what is below it. */
const UNSEEN = new Set(
  'script style noscript template svg math iframe object embed canvas dialog head title select option button input textarea video audio map link meta'.split(
    ' ',
  ),
);

export const isInlineName = (name: string): boolean => INLINE.has(name);

export const isUnseen = (element: Element): boolean =>
  UNSEEN.has(element.name) &&
  !(element.name === 'button' && isInHeading(element)) &&
  // of a part that the browser draws in place
  !(element.name === 'template' && element.attribs.shadowrootmode !== undefined);

/** Not shown until a script does, as the parts of a page that unfold, a question about cookies, or all of it. */
export const isHidden = ({ attribs }: Element): boolean =>
  attribs.hidden !== undefined || /display:\s*none|visibility:\s*hidden/iu.test(attribs.style ?? '');

function isInHeading(element: Element): boolean {
  for (let { parent } = element, up = 0; parent && up < 2; parent = parent.parent, up++) {
    if (isElement(parent) && /^h[1-6]$|^dt$|^summary$/u.test(parent.name)) return true;
  }
  return false;
}

/** White space runs count once. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The text of a node, parts of elements apart, as far as it reaches so many characters. */
export function beginningOf(node: AnyNode, most: number): string {
  if (node.type === 'text') return node.data.slice(0, most);
  let text = '';
  if ('children' in node) {
    for (const child of node.children) {
      if (text.length >= most) break;
      text += `${beginningOf(child, most)} `;
    }
  }
  return text;
}
