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
/** Elements that show no text of an article. */
const UNSEEN = new Set(
  'script style noscript template svg math iframe object embed canvas dialog head title select option button input textarea video audio map link meta'.split(
    ' ',
  ),
);

export const isInlineName = (name: string): boolean => INLINE.has(name);

export const isUnseen = (element: Element): boolean =>
  UNSEEN.has(element.name) ||
  element.attribs.hidden !== undefined ||
  /display:\s*none|visibility:\s*hidden/iu.test(element.attribs.style ?? '');

/** White space runs count once. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();
