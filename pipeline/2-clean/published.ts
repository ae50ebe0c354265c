import type { Article, PublishedMethod, Span } from '../0-contract/types.js';
import { isoOf, yearsWithWeekday } from '../0-latvian/calendar.js';
import { months } from '../0-latvian/time-words.js';
import { type BareToken, tokenise } from '../0-latvian/tokens.js';
import { datesIn } from './any-date.js';
import { datelineOf, labelledDayOf, monthOfIssue, WEEKDAYS } from './dateline.js';
import { textLines } from './lines.js';

/** A date of publication, ISO, possibly partial, and how it was found. */
export interface Published {
  readonly date: string;
  readonly method: Exclude<PublishedMethod, 'unknown'>;
  /** Where it is surer, or less sure, than others found in the same way: right after what is given, after the text. */
  readonly trust?: 'surest' | 'doubtful' | undefined;
}

/** Lines at the top and at the bottom in which a dateline is looked for. */
const TOP = 12;
const BOTTOM = 6;
/** A line of this length is a paragraph; below the second one the article is well under way. */
const PARAGRAPH = 120;
/** Around New Year the article may be of the other year than the day it speaks of. */
const TURN_OF_YEAR = 15;

/**
 * A line that is only a date, with names or without, or a date with a label, near the top, else near the bottom. Two different dates without a
 * label are a list of something, and tell nothing.
 */
export function publishedInText(text: string, noise: readonly Span[]): Published | undefined {
  const lines = textLines(text).filter(({ start }) => !noise.some((span) => start >= span.start && start < span.end));
  let paragraphs = 0;
  const top = lines.slice(0, TOP).filter((line) => {
    if (line.text.length > PARAGRAPH) paragraphs++;
    return paragraphs < 2;
  });
  const bottom = lines.slice(Math.max(top.length, lines.length - BOTTOM));
  for (const part of [top, bottom]) {
    const labelled = part.flatMap(({ text: line }) => segments(line).map(labelledDayOf)).filter((day) => day?.year);
    const plain = part.flatMap((line, i) =>
      // «Norises laiks:» and the date below it: an event's
      part[i - 1]?.text.endsWith(':')
        ? []
        : segments(line.text)
            .map(datelineOf)
            .filter((day) => day !== undefined),
    );
    const dates = new Set((labelled.length > 0 ? labelled.slice(0, 1) : plain).map((day) => day && isoOf(day)));
    const [date] = dates;
    if (dates.size === 1 && date) return { date, method: 'text' };
    if (dates.size > 1) return undefined;
  }
  const issues = new Set(
    top.slice(0, HEAD).flatMap((line) => segments(line.text).flatMap((part) => monthOfIssue(part) ?? [])),
  );
  const [issue] = issues;
  return issues.size === 1 && issue ? { date: issue, method: 'text' } : undefined;
}

/** Lines at the very top in which a paper or bulletin says of which month it is. */
const HEAD = 3;

/** `12.03.2019 | Ziņas • Anna Kalniņa`, `Novada Ziņas      12.03.2019` */
const segments = (line: string): string[] => (line.length > PARAGRAPH ? [] : line.split(/\s*[|•·]\s*|\s{3,}/u));

/**
 * The year of an article that names a weekday beside a day («ceturtdien, 5. decembrī») and, elsewhere, years: the only
 * year between the earliest and the latest in which all such days fall on their weekdays. The year after the latest
 * counts too, unless the latest ends a period (`līdz 2023. gadam`, `2021.–2027.`), which may lie ahead.
 */
export function yearByWeekday(text: string, noise: readonly Span[]): Published | undefined {
  const tokens = tokenise(text).filter(({ start }) => !noise.some((span) => start >= span.start && start < span.end));
  const days: { month: number; day: number; weekday: number }[] = [];
  const years: number[] = [];
  let lastEndsPeriod = 0;
  tokens.forEach((token, i) => {
    if (
      /^(?:199|20\d)\d$/u.test(token.text) &&
      isYear(tokens[i + 1]?.text, tokens[i + 2]?.lower, tokens[i - 1]?.text)
    ) {
      const year = Number(token.text);
      years.push(year);
      if (endsPeriod(tokens, i)) lastEndsPeriod = Math.max(lastEndsPeriod, year);
    }
    const weekday = WEEKDAYS.get(token.lower);
    if (weekday === undefined) return;
    const rest = tokens.slice(i + 1, i + 6).filter(({ kind }) => kind !== 'mark');
    const month = months.get(rest[1]?.lower ?? '');
    const day = Number(rest[0]?.text);
    if (month !== undefined && Number.isInteger(day) && day >= 1 && day <= 31) days.push({ month, day, weekday });
  });
  if (days.length === 0 || years.length === 0) return undefined;
  if (
    days.some(({ month, day }) => (month === 1 && day <= TURN_OF_YEAR) || (month === 12 && day > 31 - TURN_OF_YEAR))
  ) {
    return undefined;
  }
  const latest = Math.max(...years);
  const to = lastEndsPeriod === latest ? latest : latest + 1;
  const fitting = days
    .map(({ month, day, weekday }) => yearsWithWeekday(month, day, weekday, Math.min(...years), to))
    .reduce((common, found) => common.filter((year) => found.includes(year)));
  return fitting.length === 1 ? { date: String(fitting[0]), method: 'weekday' } : undefined;
}

/** `līdz 2023. gada decembrim`, `līdz 31.10.2019.`, `2021.–2027.` */
function endsPeriod(tokens: readonly BareToken[], i: number): boolean {
  const isDash = /^[–—-]$/u.test(tokens[i - 1]?.text ?? '');
  if (isDash) return tokens[i - 2]?.text === '.' || tokens[i - 2]?.kind === 'number';
  let k = i - 1;
  while (tokens[k]?.text === '.' || tokens[k]?.kind === 'number') k--;
  return tokens[k]?.lower === 'līdz';
}

/** Four digits followed by `. gada`, a stop, or after a stop of a date (16.05.2019); not a sum or a house. */
const isYear = (next: string | undefined, afterNext: string | undefined, before: string | undefined): boolean =>
  next === '.' || /^gad/u.test(next ?? '') || /^gad/u.test(afterNext ?? '') || before === '.';

const FULL = /(?<!\d)((?:199|20\d)\d)(?:[/_-])(0?[1-9]|1[0-2])(?:[/_-])(0?[1-9]|[12]\d|3[01])(?!\d)/u;
const DAY_FIRST = /(?<!\d)(0?[1-9]|[12]\d|3[01])[._-](0?[1-9]|1[0-2])[._-]((?:199|20\d)\d)(?!\d)/u;
const COMPACT = /(?<!\d)((?:199|20\d)\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/u;
const NAMED_MONTH = /\/((?:199|20\d)\d)\/(\p{L}{3,12})\/(0?[1-9]|[12]\d|3[01])\//u;
const YEAR_MONTH = /\/((?:199|20\d)\d)\/(0?[1-9]|1[0-2])\//u;

/** A day, else a month, in the path of an address or the name of a file: `/2001/5/29/3810`, `2019-05-16-seminars`. */
export function dateInPath(path: string): string | undefined {
  for (const [pattern, order] of [
    [FULL, 'ymd'],
    [COMPACT, 'ymd'],
    [DAY_FIRST, 'dmy'],
  ] as const) {
    const match = pattern.exec(path);
    if (!match) continue;
    const [a, b, c] = match.slice(1).map(Number) as [number, number, number];
    const iso = order === 'ymd' ? isoOf({ year: a, month: b, day: c }) : isoOf({ year: c, month: b, day: a });
    if (iso) return iso;
  }
  const named = NAMED_MONTH.exec(path);
  const inWords = named && datesIn(`${named[3]} ${named[2]} ${named[1]}`)[0];
  if (inWords) return inWords.date;
  const month = YEAR_MONTH.exec(path);
  return month ? (isoOf({ year: Number(month[1]), month: Number(month[2]) }) ?? undefined) : undefined;
}

const METHODS: readonly PublishedMethod[] = ['given', 'metadata', 'address', 'text', 'weekday', 'file'];

const rankOf = ({ method, trust }: Published): number =>
  trust === 'surest'
    ? METHODS.indexOf('given') + 0.5
    : trust === 'doubtful'
      ? METHODS.indexOf('text') + 0.5
      : METHODS.indexOf(method);

/**
 * The surest that is found. A file's time of change is that of a copy and says nothing of the article:
 * a wrong date would shift every «pērnā gada novembrī», so without a better one the date stays unknown.
 */
export function choosePublished(
  found: readonly (Published | undefined)[],
): Pick<Article, 'published' | 'publishedMethod'> {
  const all = found.filter((published) => published !== undefined).sort((a, b) => rankOf(a) - rankOf(b));
  // a month from an address gives way to a day of that month
  const [first] = all;
  const best = first && (all.find(({ date }) => date.length === 10 && date.startsWith(first.date)) ?? first);
  return best ? { published: best.date, publishedMethod: best.method } : { publishedMethod: 'unknown' };
}
