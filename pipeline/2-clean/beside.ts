import type { ClassWords } from './class-words.js';
import { underCommentHeadings } from './discussion.js';
import type { Measure } from './measure.js';
import { type AnyNode, type Element, isElement, isHidden, isUnseen } from './tree.js';

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
/** What is hidden and holds less is a copy of the article for machines at most, not the article that a script shows. */
const MOST_RUNNING = 0.6;
/** With less running text (characters) and a smaller share of the unlinked text beside them, comments are what the page is for. */
const LEFT = 60;
const LEFT_SHARE = 0.3;

/** What stands beside the article, and what belongs to it without being part of what it tells: captions, bylines, dates. */
export interface Beside {
  readonly out: ReadonlySet<Element>;
  /** Whether an element stands beside the article by what it is, whatever its class says. */
  readonly isSurelyOut: (element: Element) => boolean;
  /** Whether an element holds what readers say, unless the page has little else. */
  readonly isComments: (element: Element) => boolean;
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
  isDiscussion: boolean,
): Beside {
  const keepsComments = isDiscussion || !hasMoreThanComments(root, sizes, wordsOf);
  const out = new Set<Element>();
  const margins = new Set<Element>();
  const all = sizes.get(root) ?? { chars: 0, running: 0 };
  const isMuch = (element: Element): boolean => {
    if (isDialog(element)) return (sizes.get(element)?.chars ?? 0) > all.chars * NEARLY_ALL;
    const { chars = 0, running = 0 } = sizes.get(element) ?? {};
    return chars > all.chars * MUCH || (running > 0 && running > all.running * MUCH_RUNNING);
  };
  const isMost = (element: Element): boolean => (sizes.get(element)?.running ?? 0) > all.running * MOST_RUNNING;
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
  const isComments = (element: Element): boolean => !keepsComments && isCommentary(element, wordsOf(element));
  const walk = (node: AnyNode, inArticle: boolean): void => {
    if (!('children' in node)) return;
    let within = inArticle;
    if (isElement(node)) {
      const words = wordsOf(node);
      const isFolded = words.folded || node.attribs.role === 'tabpanel';
      if (
        isUnseen(node) ||
        isComments(node) ||
        (isHidden(node) && !isFolded && !isMost(node)) ||
        (isBeside(node, inArticle, words, isFolded) && !isMuch(node))
      ) {
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
  if (!keepsComments) for (const element of underCommentHeadings(root, sizes, out)) out.add(element);
  const isSurelyOut = (element: Element): boolean =>
    isComments(element) ||
    isUnseen(element) ||
    ((AROUND.has(element.name) || ROLES.has(element.attribs.role ?? '') || isHidden(element)) && !isMuch(element));
  return { out, margins, isSurelyOut, isComments };
}

function isBeside({ name, attribs }: Element, inArticle: boolean, words: ClassWords, isFolded: boolean): boolean {
  // an aside within the article that calls itself a note
  if (inArticle && words.callout && (name === 'aside' || attribs.role === 'note')) return words.beside;
  if (AROUND.has(name) || (name === 'header' && !inArticle)) return true;
  if (ROLES.has(attribs.role ?? '') || (attribs['aria-hidden'] === 'true' && !isFolded)) return true;
  if (BESIDE_PROPERTIES.has(attribs.itemprop?.toLowerCase() ?? '')) return true;
  return !MAIN.has(name) && words.beside;
}

/** What readers say below the article; what holds the headline does not, whatever it is called. */
const isCommentary = (element: Element, words: ClassWords): boolean =>
  words.comments && !MAIN.has(element.name) && !holdsHeadline(element);

const holdsHeadline = (element: Element): boolean =>
  element.children.some((child) => isElement(child) && (child.name === 'h1' || holdsHeadline(child)));

/** Whether a page has running text that is not in comments. */
function hasMoreThanComments(
  root: AnyNode,
  sizes: ReadonlyMap<AnyNode, Measure>,
  wordsOf: (element: Element) => ClassWords,
): boolean {
  const all = sizes.get(root) ?? { chars: 0, linked: 0, running: 0 };
  let left = all.running;
  let unlinked = all.chars - all.linked;
  const walk = (node: AnyNode): void => {
    if (!('children' in node)) return;
    if (isElement(node) && isCommentary(node, wordsOf(node))) {
      const { chars = 0, linked = 0, running = 0 } = sizes.get(node) ?? {};
      left -= running;
      unlinked -= chars - linked;
    } else for (const child of node.children) walk(child);
  };
  walk(root);
  return left >= LEFT || unlinked >= (all.chars - all.linked) * LEFT_SHARE;
}

const isDialog = ({ attribs }: Element): boolean =>
  /^(?:alert)?dialog$/u.test(attribs.role ?? '') ||
  /cookie|consent|gdpr/iu.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`);

const isMargin = (element: Element, wordsOf: (element: Element) => ClassWords): boolean =>
  element.name === 'figcaption' ||
  element.attribs.rel === 'author' ||
  MARGIN_PROPERTIES.has(element.attribs.itemprop?.toLowerCase() ?? '') ||
  (!MAIN.has(element.name) && wordsOf(element).margin);
