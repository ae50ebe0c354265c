import { readList } from '../0-contract/lists.js';
import { datesIn, type FoundDate, fieldDate } from './any-date.js';
import { Phrases, wordsOf } from './phrases.js';
import { type AnyNode, type Element, isElement, isHidden, isInlineName, isUnseen, squeeze } from './tree.js';

const LABELS = new Phrases(readList('lexicon/date-labels.txt'));
const UPDATES = new Phrases(readList('lexicon/update-labels.txt'));

/** What the names of an element say of a date in it. */
const DATE_NAME = /date|datum|datetime|time(?!line)|publi|posted|created|submitted|fecha|entry-meta|dateline/iu;
const META_NAME = /meta|byline|info|author|details|credit/iu;
const UPDATE_NAME = /updat|modif|lastmod|edited/iu;
const OTHERS_NAME = /comment|related|sidebar|widget|recent|latest|popular|teaser|footer|calendar|event|archive/iu;
/** A longer text is a paragraph: its dates are of what it tells. */
const LONG = 140;
/** Texts between the headline and a date that may still be the article's. */
const NEAR = 30;
/** A date must have so many points in its favour to be taken for that of publication. */
const LEAST = 3;

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
  readonly slashes: 'dmy' | 'mdy';
  /** ISO date after which none is the article's. */
  readonly latest: string;
}

interface Place {
  readonly dated: number;
  readonly others: number;
  readonly updated: boolean;
}

/**
 * The date that a page shows as that of its article: each date in a short text gets points for the names of the
 * elements around it, the words before it, being alone, and standing near the headline.
 */
export function shownDate(root: AnyNode, { title, beside, slashes, latest }: DateSearch): string | undefined {
  const candidates: Candidate[] = [];
  let order = 0;
  let heading: number | undefined;
  let articles = 0;
  const add = (date: string | undefined, points: number): void => {
    if (date) candidates.push({ date, points, order });
  };
  const read = (text: string, { dated, others, updated }: Place): void => {
    if (text === '') return;
    order++;
    if (heading === undefined && isSame(text, title)) heading = order;
    if (text.length > LONG) return;
    const dates = datesIn(text, slashes, latest);
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
      here = placeOf(node, place, beside);
      // a list of articles: what comes after the first is another's
      if (node.name === 'article' && articles++ > 0) here = { ...here, others: 6 };
      if (node.name === 'h1' && heading === undefined) heading = order + 1;
      readFields(node, here);
    }
    let run = '';
    const flush = (): void => {
      read(squeeze(run), here);
      run = '';
    };
    for (const child of node.children) {
      if (child.type === 'text') run += child.data;
      else if (isElement(child) && isInlineName(child.name) && !isNamed(child) && isFlat(child))
        run += ` ${textOf(child)} `;
      else {
        flush();
        walk(child, here);
      }
    }
    flush();
  };
  const readFields = ({ name, attribs }: Element, place: Place): void => {
    const value =
      name === 'time' ? attribs.datetime : name === 'abbr' ? (attribs['data-utime'] ?? attribs.title) : undefined;
    const moment = value ?? attribs['data-datetime'] ?? attribs['data-timestamp'] ?? attribs['data-date'];
    if (!moment) return;
    const sure = attribs.pubdate !== undefined || /entry-date|publish/iu.test(attribs.class ?? '') ? 2 : 0;
    add(fieldDate(moment, slashes, latest), 3 + sure + place.dated / 2 - place.others - (place.updated ? 2 : 0));
  };
  walk(root, { dated: 0, others: 0, updated: false });
  const top = heading ?? 0;
  return candidates
    .map((candidate) => ({
      ...candidate,
      points: candidate.points + nearness(candidate.order - top, heading !== undefined),
    }))
    .filter(({ points }) => points >= LEAST)
    .sort((a, b) => b.points - a.points || a.order - b.order)[0]?.date;
}

const nearness = (distance: number, isKnown: boolean): number => {
  if (!isKnown) return 0;
  if (distance >= 0 && distance <= 8) return 3;
  if (distance >= 0 && distance <= NEAR) return 2;
  return distance < 0 && distance >= -8 ? 2 : 0;
};

function placeOf(element: Element, place: Place, beside: ReadonlySet<Element>): Place {
  const { attribs, name } = element;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`;
  if (names.trim() === '' && name !== 'time' && !beside.has(element)) {
    return place.dated > 0 ? { ...place, dated: Math.max(0, place.dated - 0.5) } : place;
  }
  const dated = name === 'time' || DATE_NAME.test(names) ? 3 : META_NAME.test(names) ? 2 : Math.max(0, place.dated - 1);
  const isOthers = OTHERS_NAME.test(names) || /^(?:aside|footer|nav)$/u.test(name);
  const isPage = name === 'body' || name === 'html' || name === 'main' || name === 'article';
  return {
    dated: isPage ? 0 : dated,
    others: isPage ? place.others : Math.max(place.others, isOthers ? 6 : beside.has(element) ? 3 : 0),
    updated: !isPage && (place.updated || UPDATE_NAME.test(names)),
  };
}

/** Of an element whose name tells nothing of a date, so that its text may be read with that around it. */
const isNamed = ({ name, attribs }: Element): boolean =>
  name === 'time' ||
  name === 'abbr' ||
  DATE_NAME.test(`${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`);
const isFlat = (element: Element): boolean => element.children.every((child) => child.type === 'text');
const textOf = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.data : '')).join('');

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

const letters = (text: string): string => squeeze(text.replace(/[^\p{L}\d]+/gu, ' ')).toLowerCase();
const isSame = (text: string, title: string): boolean => title !== '' && letters(text) === letters(title);
