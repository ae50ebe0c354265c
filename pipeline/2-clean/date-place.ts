import { type AnyNode, type Element, isElement, isUnseen, squeeze } from './tree.js';

/** What the names of an element say of a date in it. */
const DATE_NAME =
  /date|datum|fecha|datetime|time(?!line)|publi|posted|created|submitted|entry-meta|dateline|dtreviewed|pubdat/iu;
const META_NAME = /meta|byline|info|author|details|credit/iu;
const PUBLISHED_NAME = /publish|pubdate|posted|created/iu;
const UPDATE_NAME = /updat|modif|lastmod|edited/iu;
/** Of other articles, comments, events, the day of the view; `post-footer` is the article's own. */
const OTHERS_NAME =
  /comment|related|sidebar|(?<!elementor-)widget|recent|latest|popular|teaser|(?<!(?:post|entry|article)[-_]?)footer|calendar|event|archive|countdown|today|current|clock|weather|copyright/iu;
const AROUND = /^(?:aside|footer|nav)$/u;

/** What the elements around a text say of the dates in it. */
export interface Place {
  /** Points for being that of publication. */
  readonly dated: number;
  /** Points against it. */
  readonly others: number;
  readonly updated: boolean;
  readonly inArticle: boolean;
}

export const NOWHERE: Place = { dated: 0, others: 0, updated: false, inArticle: false };
export const OF_ANOTHER: Partial<Place> = { others: 6 };

const namesOf = ({ attribs }: Element): string =>
  `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`;

/** Whether an element calls itself a date, so that its text is one and not a part of that around it. */
export const isDateElement = (element: Element): boolean =>
  element.name === 'time' ||
  element.name === 'abbr' ||
  DATE_NAME.test(namesOf(element)) ||
  Object.keys(element.attribs).some(isDateField);

/** `data-publish-date`, `data-timestamp` */
export const isDateField = (attribute: string): boolean => /^data-.*(?:date|time|publi)/u.test(attribute);

/** Whether it says that its date is that of publication. */
export const saysPublished = (element: Element): boolean =>
  element.attribs.pubdate !== undefined || /entry-date|published|dt-published|pubdate/iu.test(namesOf(element));

/** The place of what is in an element, by that of the element. */
export function placeOf(
  element: Element,
  place: Place,
  beside: ReadonlySet<Element>,
  isAroundHeadline: boolean,
): Place {
  const { name } = element;
  const names = namesOf(element);
  const inArticle = place.inArticle || name === 'article' || name === 'main';
  if (names.trim() === '' && name !== 'time' && !AROUND.test(name) && !beside.has(element)) {
    return place.dated > 0 || inArticle ? { ...place, dated: Math.max(0, place.dated - 0.5), inArticle } : place;
  }
  const dated = name === 'time' || DATE_NAME.test(names) ? 3 : META_NAME.test(names) ? 2 : Math.max(0, place.dated - 1);
  // an article's own footer says who wrote it, and when
  const isOthers = OTHERS_NAME.test(names) || (AROUND.test(name) && !(name === 'footer' && inArticle));
  const isPage = isAroundHeadline || /^(?:body|html|main|article)$/u.test(name);
  return {
    dated: isPage ? 0 : dated,
    others: isPage ? place.others : Math.max(place.others, isOthers ? 6 : beside.has(element) ? 3 : 0),
    inArticle,
    updated: !isPage && !PUBLISHED_NAME.test(names) && (place.updated || UPDATE_NAME.test(names)),
  };
}

/** The elements that the article's headline is in: what they are called says nothing of the dates in them. */
export function aroundHeadline(root: AnyNode, title: string): Set<AnyNode> {
  let same: AnyNode | undefined;
  let first: AnyNode | undefined;
  const walk = (node: AnyNode): void => {
    if (!('children' in node) || (isElement(node) && isUnseen(node))) return;
    if (isElement(node) && /^h[1-4]$/u.test(node.name)) {
      if (isSame(deepTextOf(node), title)) same ??= node;
      else if (node.name === 'h1') first ??= node;
      return;
    }
    for (const child of node.children) walk(child);
  };
  walk(root);
  const around = new Set<AnyNode>();
  for (let node = (same ?? first)?.parent ?? null; node; node = node.parent) around.add(node);
  return around;
}

export const deepTextOf = (node: AnyNode): string =>
  node.type === 'text' ? node.data : 'children' in node ? node.children.map(deepTextOf).join(' ') : '';

const letters = (text: string): string => squeeze(text.replace(/[^\p{L}\d]+/gu, ' ')).toLowerCase();
export const isSame = (text: string, title: string): boolean => title !== '' && letters(text) === letters(title);
