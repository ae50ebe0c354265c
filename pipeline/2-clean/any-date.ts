import { text, whole } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import { isoOf } from '../0-latvian/calendar.js';
import { months } from '../0-latvian/time-words.js';

const MONTHS = new Map<string, number>(months);
for (const { month, forms } of readTable('lexicon/months-elsewhere.csv', { month: whole(1, 12), forms: text(3) })) {
  for (const form of forms.split(' ')) if (!MONTHS.has(form)) MONTHS.set(form, month);
}
/** Of pages on the web; what is older is not their date. */
const FIRST_YEAR = 1995;

/** A date in a text, and where it stands there. */
export interface FoundDate {
  /** ISO, `2019-05-16`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** What comes first in 5/12/2019: the day or the month. */
export type DateOrder = 'dmy' | 'mdy';
type Read = (match: RegExpExecArray, slashes: DateOrder) => { year: number; month: number; day: number } | undefined;

const monthOf = (word: string | undefined): number => MONTHS.get((word ?? '').toLowerCase()) ?? 0;
const shortYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) > 90 ? 1900 : 2000);

/** Ways to write a date, the surest first; of those that overlap in a text the first counts. */
const FORMS: readonly (readonly [RegExp, Read])[] = [
  // 2019-05-16, 2019/5/16, 2019.05.16., also before a time
  [
    /(?<!\d)(\d{4})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})(?!\d)/gu,
    ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  // 2019年5月16日, 2019년 5월 16일
  [
    /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/gu,
    ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  // 16 May 2019, 16. mai 2019, 16th of May, 2019, 16 de mayo de 2019, 16-May-2019, 16. maijs, 2019
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|º|ª)?[\s.,/-]*(?:of\s+|de\s+|do\s+|d['’])?(\p{L}{3,12})[\s.,/-]*(?:of\s+|de\s+|del\s+)?(\d{4})(?!\d)/giu,
    ([, d, m, y]) => ({ year: Number(y), month: monthOf(m), day: Number(d) }),
  ],
  // Thu May 16 10:12:00 CEST 2019
  [
    /(?<!\p{L})(\p{L}{3,12})\s+(\d{1,2})\s+\d\d:\d\d(?::\d\d)?\s+(?:\p{Lu}{2,4}\s+)?(\d{4})(?!\d)/gu,
    ([, m, d, y]) => ({ year: Number(y), month: monthOf(m), day: Number(d) }),
  ],
  // 16-May-19
  [
    /(?<!\d)(\d{1,2})-(\p{L}{3,12})-(\d{2})(?!\d)/gu,
    ([, d, m, y = '']) => ({ year: shortYear(y), month: monthOf(m), day: Number(d) }),
  ],
  // May 16, 2019, May 16th 2019, May-16-2019
  [
    /(?<!\p{L})(\p{L}{3,12})[\s.,/-]+(\d{1,2})(?:st|nd|rd|th)?[\s.,/-]+(\d{4})(?!\d)/giu,
    ([, m, d, y]) => ({ year: Number(y), month: monthOf(m), day: Number(d) }),
  ],
  // 2019. gada 16. maijs, 2019 m. gegužės 16 d.
  [
    /(?<!\d)(\d{4})\.?\s*(?:gada|gads|g\.|m\.|г\.)?\s*(\d{1,2})\.?\s*(\p{L}{3,12})/giu,
    ([, y, d, m]) => ({ year: Number(y), month: monthOf(m), day: Number(d) }),
  ],
  [
    /(?<!\d)(\d{4})[.,-]?\s*(?:m\.)?\s*(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?!\d)/giu,
    ([, y, m, d]) => ({ year: Number(y), month: monthOf(m), day: Number(d) }),
  ],
  // 16.05.2019, 16-05-2019
  [
    /(?<!\d)(\d{1,2})\s?([.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/gu,
    ([, d, , m, y]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  // 16/05/2019 or 05/16/2019; also with a year of two figures
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/gu,
    ([, a = '', b = '', y = ''], slashes) => {
      const isMonthFirst = Number(b) > 12 || (slashes === 'mdy' && Number(a) <= 12);
      return { year: shortYear(y), month: Number(isMonthFirst ? a : b), day: Number(isMonthFirst ? b : a) };
    },
  ],
  [
    /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/gu,
    ([, d, m, y = '']) => ({ year: shortYear(y), month: Number(m), day: Number(d) }),
  ],
];

/**
 * The dates of a text, with day, month and year, in the languages and orders that pages use.
 * @param slashes what 5/12/2019 means
 * @param latest ISO date; later ones are passed over
 */
export function datesIn(text: string, slashes: DateOrder = 'dmy', latest = '2100'): FoundDate[] {
  const found: FoundDate[] = [];
  if (!/\d/u.test(text)) return found;
  for (const [form, read] of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const parts = read(match as RegExpExecArray, slashes);
      const date = parts && parts.year >= FIRST_YEAR && parts.month > 0 ? isoOf(parts) : null;
      if (date && date <= latest) found.push({ date, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Days without a year, `Nov 19, 6:51 AM` or `19. November`, of a month that is known (ISO, `2019-11`). */
export function dayOfMonthIn(text: string, month: string, latest = '2100'): FoundDate[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const found: FoundDate[] = [];
  for (const match of text.matchAll(
    /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?![\d.:])|(?<!\d)(\d{1,2})\.?\s+(\p{L}{3,12})/gu,
  )) {
    const [, before, day, dayBefore, after] = match;
    if (monthOf(before ?? after) !== number) continue;
    const date = isoOf({ year, month: number, day: Number(day ?? dayBefore) });
    if (date && date <= latest) found.push({ date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The date of a machine's field: ISO, compact (`20190516`), seconds or milliseconds since 1970, or as people write it. */
export function fieldDate(value: string, slashes: DateOrder = 'dmy', latest = '2100'): string | undefined {
  const said = value.trim();
  const compact = /^(\d{4})(\d\d)(\d\d)(?:\D|\d{4,6}(?:\D|$)|$)/u.exec(said);
  if (compact) {
    const [, y, m, d] = compact.map(Number) as [number, number, number, number];
    const date = y >= FIRST_YEAR && y < 2100 ? isoOf({ year: y, month: m, day: d }) : null;
    if (date && date <= latest) return date;
  }
  if (/^1\d{9}(?:\d{3})?$/u.test(said)) {
    const date = new Date(Number(said) * (said.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
    return date <= latest ? date : undefined;
  }
  return datesIn(said, slashes, latest)[0]?.date;
}

/**
 * What 5/12/2019 means on a page: as its other dates show (a first or second number above twelve), else as is usual in
 * its language and country.
 * @param said the language that the page names, `en-GB`
 */
export function dateOrder(
  html: string,
  language: string,
  said: string | undefined,
  host: string | undefined,
): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [, a, b] of html.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:199|20\d)\d(?![\d/])/gu)) {
    if (Number(a) > 12) dayFirst++;
    if (Number(b) > 12) monthFirst++;
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'dmy' : 'mdy';
  const elsewhere = /^en[-_](?!us|ph)/iu.test(said ?? '') || DAY_FIRST_HOSTS.test(host ?? '');
  return language === 'en' && !elsewhere ? 'mdy' : 'dmy';
}

/** English-speaking countries that write the day first. */
const DAY_FIRST_HOSTS = /\.(?:uk|ie|au|nz|in|za|sg|hk|ng|ke|gh|mt|eu|lv|lt|ee)$/u;
