import { readList } from '../0-contract/lists.js';
import { type DateOrder, datesIn, dayOfMonthIn, type FoundDate, fieldDate } from './any-date.js';
import {
  aroundHeadline,
  deepTextOf,
  isDateElement,
  isDateField,
  isSame,
  NOWHERE,
  OF_ANOTHER,
  type Place,
  placeOf,
  saysPublished,
} from './date-place.js';
import { Phrases, wordsOf } from './phrases.js';
import {
  type AnyNode,
  beginningOf,
  type Element,
  isElement,
  isHidden,
  isInlineName,
  isUnseen,
  squeeze,
} from './tree.js';

const LABELS = new Phrases(readList('lexicon/date-labels.txt'));
const UPDATES = new Phrases(readList('lexicon/update-labels.txt'));

/** A longer text is a paragraph: its dates are of what it tells, but for one before its first words. */
const LONG = 140;
/** Characters at the beginning of a paragraph in which a dateline stands. */
const DATELINE = 60;
/** A date in parts, each in an element of its own, is no longer than this. */
const IN_PARTS = 40;
/** The same with the white space of a page's source. */
const WITH_SPACE = 200;
/** Texts between the headline and a date that may still be the article's. */
const NEAR = 30;
/** A date must have so many points in its favour to be taken for that of publication. */
const LEAST = 3;
/** With so many it is surer than what a page's head says under a name that may mean anything. */
const SURE = 8;

interface Candidate {
  readonly date: string;
  readonly points: number;
  /** Which text of the page it is in. */
  readonly order: number;
}

export interface DateSearch {
  readonly title: string;
  /** Elements beside the article. */
  readonly beside: ReadonlySet<Element>;
  /** What 5/12/2019 means. */
  readonly slashes: DateOrder;
  /** ISO date after which none is the article's. */
  readonly latest: string;
  /** The month that the page's address names, ISO, which a day without a year may be of. */
  readonly month?: string | undefined;
}

export interface ShownDate {
  readonly date: string;
  readonly isSure: boolean;
}

/**
 * The date that a page shows as that of its article: each date in a short text, or before the first words of a
 * paragraph, gets points for the names of the elements around it, the words before it, being alone, and standing near
 * the headline.
 */
export function shownDate(root: AnyNode, { title, beside, slashes, latest, month }: DateSearch): ShownDate | undefined {
  const candidates: Candidate[] = [];
  const around = aroundHeadline(root, title);
  let order = 0;
  let heading: number | undefined;
  let paragraph: number | undefined;
  let articles = 0;
  const add = (date: string | undefined, points: number): void => {
    if (date) candidates.push({ date, points, order });
  };
  const datesOf = (text: string): FoundDate[] => {
    const dates = datesIn(text, slashes, latest);
    return dates.length === 0 && month !== undefined ? dayOfMonthIn(text, month, latest) : dates;
  };
  const read = (text: string, { dated, others, updated }: Place): void => {
    if (text === '') return;
    order++;
    if (heading === undefined && isSame(text, title)) heading = order;
    if (text.length > LONG) {
      paragraph ??= order;
      if (paragraph === order) add(dateline(text, datesIn(text.slice(0, DATELINE), slashes, latest)), 3 - others);
      return;
    }
    const dates = datesOf(text);
    dates.forEach((found, i) => {
      const before = text.slice(dates[i - 1]?.end ?? 0, found.start);
      const words = wordsOf(before).slice(-4);
      const isUpdate = updated || words.some((_, k) => UPDATES.at(words, k) > 0);
      const label = words.some((_, k) => LABELS.at(words, k) > 0) ? 3 : 0;
      // two days of one line are a period, of an event more often than of a text
      const several = dates.length > 1 && label === 0 ? 2 : 0;
      add(found.date, dated + label + (isAlone(text, dates) ? 2 : 0) - several - others - (isUpdate ? 4 : 0));
    });
  };
  const walk = (node: AnyNode, place: Place): void => {
    if (!('children' in node)) return;
    let here = place;
    if (isElement(node)) {
      if (isUnseen(node) || (isHidden(node) && beside.has(node))) return;
      here = placeOf(node, place, beside, around.has(node));
      // a list of articles: what comes after the first is another's
      if (node.name === 'article' && articles++ > 0 && !around.has(node)) here = { ...here, ...OF_ANOTHER };
      if (node.name === 'h1' && heading === undefined) heading = order + 1;
      readFields(node, here);
      if (isInParts(node)) {
        const whole = squeeze(deepTextOf(node));
        if (datesOf(whole).length === 1 && !node.children.some((child) => datesOf(deepTextOf(child)).length > 0)) {
          read(whole, here);
          return;
        }
      }
    }
    let run = '';
    const flush = (): void => {
      read(squeeze(run), here);
      run = '';
    };
    for (const child of node.children) {
      if (child.type === 'text') run += child.data;
      else if (isElement(child) && isInlineName(child.name) && !isDateElement(child) && isFlat(child))
        run += ` ${deepTextOf(child)} `;
      else {
        flush();
        walk(child, here);
      }
    }
    flush();
  };
  const readFields = (element: Element, place: Place): void => {
    const { name, attribs } = element;
    const fields = [
      name === 'time' ? attribs.datetime : name === 'abbr' ? (attribs['data-utime'] ?? attribs.title) : undefined,
      isDateElement(element) ? attribs.title : undefined,
      ...Object.entries(attribs).map(([key, value]) => (isDateField(key) ? value : undefined)),
    ];
    const date = fields
      .map((field) => (field && /\d{4}/u.test(field) ? fieldDate(field, slashes, latest) : undefined))
      .find((found) => found !== undefined);
    const sure = saysPublished(element) ? 2 : 0;
    add(date, 3 + sure + place.dated / 2 - place.others - (place.updated ? 2 : 0));
  };
  walk(root, NOWHERE);
  const anchor = heading ?? paragraph;
  const [best] = candidates
    .map(({ date, points, order: at }) => ({
      date,
      order: at,
      points: points + (anchor === undefined ? 0 : nearness(at - anchor, heading !== undefined)),
    }))
    .filter(({ points }) => points >= LEAST)
    .sort((a, b) => b.points - a.points || a.order - b.order);
  return best && { date: best.date, isSure: best.points >= SURE };
}

/** Near the headline, or where none is known, above the first paragraph. */
const nearness = (distance: number, isHeadline: boolean): number => {
  if (!isHeadline) return distance <= 0 && distance >= -8 ? 2 : 0;
  if (distance >= 0 && distance <= 8) return 3;
  if (distance >= 0 && distance <= NEAR) return 2;
  return distance < 0 && distance >= -8 ? 2 : 0;
};

/** `RIGA, March 3, 2019 – The ministry …`, `(Berlin, 12.03.2019) Das …`: names and marks before the date, then a mark. */
function dateline(text: string, [first]: readonly FoundDate[]): string | undefined {
  if (!first || !/^\s*\)?\s*[-–—:.)|/]/u.test(text.slice(first.end))) return undefined;
  const before = text.slice(0, first.start);
  return /^[\s("„“/–—-]*(?:\p{Lu}[\p{L}.'’-]*[\s,./()–—-]*){0,4}$/u.test(before) ? first.date : undefined;
}

const isFlat = (element: Element): boolean => element.children.every((child) => child.type === 'text');

/** Day, month and year in elements of their own: `<div class="date"><b>3</b><div>Mar</div> 2019</div>`. */
const isInParts = (element: Element): boolean =>
  element.children.length > 1 &&
  isDateElement(element) &&
  element.children.some((child) => isElement(child) && isFlat(child)) &&
  squeeze(beginningOf(element, WITH_SPACE)).length <= IN_PARTS;

/** Nothing but dates, times and a word or two. */
function isAlone(text: string, dates: readonly FoundDate[]): boolean {
  let rest = '';
  let at = 0;
  for (const { start, end } of dates) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  rest += text.slice(at);
  return wordsOf(rest).filter((word) => /\p{L}{3}/u.test(word)).length <= 2;
}
