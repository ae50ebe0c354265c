import type { ClassWords } from './class-words.js';
import type { Measure } from './measure.js';
import { type AnyNode, type Element, isElement, isUnseen } from './tree.js';

const AROUND = new Set(['nav', 'footer', 'aside', 'menu', 'form', 'fieldset']);
const ROLES = new Set(
  'navigation search banner contentinfo complementary dialog alertdialog menu menubar toolbar tablist form note'.split(
    ' ',
  ),
);
const BESIDE_PROPERTIES = new Set(['headline', 'comment', 'publisher']);
const MARGIN_PROPERTIES = new Set(['author', 'datepublished', 'datemodified', 'caption']);
/** Elements of which a name or a date may be a part. */
const SENTENCES = new Set(['p', 'li', 'blockquote', 'dd', 'td', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Never beside, whatever they are called. */
const MAIN = new Set(['html', 'body', 'main', 'article', 'tbody', 'tr']);
/** An element with more of the page's text, or of its running text, is not beside the article, whatever it is called. */
const MUCH = 0.45;
const MUCH_RUNNING = 0.35;
/** What lies over the page, as a question about cookies does, may be longer than a short article. */
const NEARLY_ALL = 0.85;

/** What stands beside the article, and what belongs to it without being part of what it tells: captions, bylines, dates. */
export interface Beside {
  readonly out: ReadonlySet<Element>;
  readonly margins: ReadonlySet<Element>;
}

/**
 * Found by what elements are, by their role, by their class, from the top down; what is inside one of them is not looked
 * at.
 */
export function besideArticle(
  root: AnyNode,
  sizes: ReadonlyMap<AnyNode, Measure>,
  wordsOf: (element: Element) => ClassWords,
): Beside {
  const out = new Set<Element>();
  const margins = new Set<Element>();
  const all = sizes.get(root) ?? { chars: 0, running: 0 };
  const isMuch = (element: Element): boolean => {
    if (isDialog(element)) return (sizes.get(element)?.chars ?? 0) > all.chars * NEARLY_ALL;
    const { chars = 0, running = 0 } = sizes.get(element) ?? {};
    return chars > all.chars * MUCH || (running > 0 && running > all.running * MUCH_RUNNING);
  };
  const isPart = (element: Element): boolean => {
    const { chars = 0, inline = false } = sizes.get(element) ?? {};
    const { parent } = element;
    return (
      inline &&
      parent !== null &&
      isElement(parent) &&
      SENTENCES.has(parent.name) &&
      chars < (sizes.get(parent)?.chars ?? 0)
    );
  };
  const walk = (node: AnyNode, inArticle: boolean): void => {
    if (!('children' in node)) return;
    let within = inArticle;
    if (isElement(node)) {
      if (isUnseen(node) || (isBeside(node, inArticle, wordsOf) && !isMuch(node))) {
        out.add(node);
        return;
      }
      if (isMargin(node, wordsOf) && !isMuch(node) && !isPart(node)) {
        margins.add(node);
        return;
      }
      within ||= node.name === 'article' || node.name === 'main';
    }
    for (const child of node.children) walk(child, within);
  };
  walk(root, false);
  return { out, margins };
}

function isBeside(element: Element, inArticle: boolean, wordsOf: (element: Element) => ClassWords): boolean {
  const { name, attribs } = element;
  if (AROUND.has(name) || (name === 'header' && !inArticle)) return true;
  if (ROLES.has(attribs.role ?? '') || attribs['aria-hidden'] === 'true') return true;
  if (BESIDE_PROPERTIES.has(attribs.itemprop?.toLowerCase() ?? '')) return true;
  return !MAIN.has(name) && wordsOf(element).beside;
}

const isDialog = ({ attribs }: Element): boolean =>
  /^(?:alert)?dialog$/u.test(attribs.role ?? '') ||
  /cookie|consent|gdpr/iu.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`);

const isMargin = (element: Element, wordsOf: (element: Element) => ClassWords): boolean =>
  element.name === 'figcaption' ||
  element.attribs.rel === 'author' ||
  MARGIN_PROPERTIES.has(element.attribs.itemprop?.toLowerCase() ?? '') ||
  (!MAIN.has(element.name) && wordsOf(element).margin);
