import { comesBefore, type DateParts, isoOf, monthsOfYear } from '../../0-latvian/calendar.js';
import { months, timeKey, timeWords } from '../../0-latvian/time-words.js';
import {
  anchorParts,
  either,
  type FoundDate,
  ifDay,
  month,
  number,
  one,
  parts,
  type Reading,
  sameYear,
  type ValueOf,
  weekdayIn,
  type Year,
  yearOf,
} from './reading.js';
import { relativeDay, relativeMonth, relativeWeek, season, thisYear, weekday } from './relative.js';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Groups `day`, `month` (a word, a number or `roman`), and a year if any. */
const day: ValueOf = (reading) => {
  const { groups } = reading;
  const year = yearOf(reading);
  const roman = groups.roman === undefined ? undefined : ROMAN.indexOf(groups.roman.toUpperCase()) + 1;
  const monthOf = month(groups.month) ?? number(either(reading, 'monthNumber')) ?? roman;
  const dayOf = number(either(reading, 'day'));
  return ifDay(isoOf(parts(year, monthOf, dayOf)), { ...weekdayIn(reading), ...sameYear(year) });
};

/** Groups `days` («16. un 17.», «27. līdz 29.», «1., 2. un 5.»), `month`, and a year if any. Days in a row are an interval. */
const days: ValueOf = (reading) => {
  const year = yearOf(reading);
  const monthOf = month(reading.groups.month);
  const [offset = 0] = reading.at('days') ?? [];
  const items: { from: number; to: number; start: number; end: number }[] = [];
  for (const match of (reading.groups.days ?? '').matchAll(/(\d+)\.?(?:\s*(?:[-–—]|līdz(?:\s+pat)?)\s*(\d+)\.?)?/giu)) {
    const from = Number(match[1]);
    const start = offset + match.index;
    items.push({ from, to: Number(match[2] ?? from), start, end: start + match[0].length });
  }
  const inRow = items.every(({ from, to }, i) => i === 0 || (from === to && from === (items[i - 1]?.to ?? 0) + 1));
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return [];
  if (inRow) items.splice(0, items.length, { from: first.from, to: last.to, start: 0, end: reading.length });
  else {
    items[0] = { ...first, start: 0 };
    items[items.length - 1] = { ...last, end: reading.length };
  }
  return items.flatMap(({ from, to, start, end }) => {
    const a = isoOf(parts(year, monthOf, from));
    const b = isoOf(parts(year, monthOf, to));
    if (a === null || b === null || to < from) return [];
    return [{ value: a === b ? a : `${a}/${b}`, span: [start, end] as const, ...sameYear(year) }];
  });
};

/** Groups `months` («maijā», «maijā un jūnijā», «marta–maija»), and a year if any. Months in a row are an interval. */
const monthsOf: ValueOf = (reading) => {
  const year = yearOf(reading);
  const [offset = 0] = reading.at('months') ?? [];
  const items = [...(reading.groups.months ?? '').matchAll(/\p{L}+/gu)]
    .map((match) => ({
      month: months.get(match[0].toLowerCase()),
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    }))
    .filter((item): item is { month: number; start: number; end: number } => item.month !== undefined);
  const range = /[-–—]|līdz/u.test(reading.groups.months ?? '');
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return [];
  const inRow = range
    ? items.length === 2
    : items.every((item, i) => i === 0 || item.month === (items[i - 1]?.month ?? 0) + 1);
  if (inRow) return between(parts(year, first.month), parts(year, last.month), sameYear(year));
  return items.flatMap((item, i) =>
    ifDay(isoOf(parts(year, item.month)), {
      span: [i === 0 ? 0 : item.start, i === items.length - 1 ? reading.length : item.end],
      ...sameYear(year),
    }),
  );
};

/** Groups with the suffixes A and B: `year`, `relative`, `day`, `month`. One end may lend its year to the other. */
const range: ValueOf = (reading) => {
  const end = (suffix: string): DateParts & Year => {
    const { groups } = reading;
    const year = yearOf(reading, suffix);
    const monthOf = month(groups[`month${suffix}`]) ?? number(groups[`monthNumber${suffix}`]);
    const dayOf = number(groups[`day${suffix}`]);
    return { ...parts(year, monthOf, dayOf), ...sameYear(year) };
  };
  const b = end('B');
  let a = end('A');
  if (a.day !== undefined && a.month === undefined && b.month !== undefined) a = { ...a, month: b.month };
  return between(a, b, a.sameYear || b.sameYear ? { sameYear: true } : {});
};

/** An interval; one end may lend its year, the end that comes earlier in the calendar is of the year after. */
function between(from: DateParts, to: DateParts, more: Omit<FoundDate, 'value'> = {}): readonly FoundDate[] {
  const backwards = to.month !== undefined && from.month !== undefined && comesBefore(to, from);
  let [a, b] = [from, to];
  if (a.year === undefined && b.year !== undefined) a = { ...a, year: backwards ? b.year - 1 : b.year };
  else if (b.year === undefined && a.year !== undefined) b = { ...b, year: backwards ? a.year + 1 : a.year };
  const [start, end] = [isoOf(a), isoOf(b)];
  if (start === null || end === null) return [];
  if (start === end) return one(start, more);
  if (a.year !== undefined && end < start) return [];
  return one(`${start}/${end}`, more);
}

/** Groups `year` or `relative`; a part of it or a season is the year (the convention of the annotated articles). */
const year: ValueOf = (reading) => {
  const told = yearOf(reading);
  return one(told.year === undefined ? null : isoOf({ year: told.year }), sameYear(told));
};

/** Groups `yearA` and `yearB`, the latter perhaps of two digits (2019./20.). */
const years: ValueOf = (reading) => {
  const from = Number(reading.groups.yearA);
  const short = either(reading, 'yearB') ?? '';
  const to = short.length === 2 ? Math.floor(from / 100) * 100 + Number(short) : Number(short);
  return to > from && to - from < 200 ? one(`${isoOf({ year: from })}/${isoOf({ year: to })}`) : [];
};

/** Group `years` («2010., 2011. un 2012.»): an interval when in a row. */
const yearList: ValueOf = (reading) => {
  const [offset = 0] = reading.at('years') ?? [];
  const items = [...(reading.groups.years ?? '').matchAll(/\d{4}/gu)].map((match) => ({
    year: Number(match[0]),
    start: offset + match.index,
    end: offset + match.index + 4,
  }));
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return [];
  if (items.every((item, i) => i === 0 || item.year === (items[i - 1]?.year ?? 0) + 1)) {
    return one(`${first.year}/${last.year}`);
  }
  return items.map((item, i) => ({
    value: String(item.year),
    span: [i === 0 ? 0 : item.start, i === items.length - 1 ? reading.length : item.end] as const,
  }));
};

const ordinalOf = (reading: Reading): number =>
  Number(reading.groups.number ?? timeWords('ordinal').get(timeKey(either(reading, 'ordinal') ?? '')));

/** A quarter or a half of the year that the groups tell, or several in a row, else of the article's year. */
const partOfYear =
  (of: 2 | 4): ValueOf =>
  (reading) => {
    const { groups } = reading;
    const told = yearOf(reading).year ?? yearOf(reading, 'B').year;
    const said = ['year', 'relative', 'yearB', 'relativeB'].some((name) => groups[name] !== undefined);
    const yearOfPart = told ?? (said ? undefined : anchorParts(reading).year);
    if (yearOfPart === undefined) return one(null);
    const first = monthsOfYear(yearOfPart, ordinalOf(reading), of);
    const last = groups.numberB === undefined ? first : monthsOfYear(yearOfPart, Number(groups.numberB), of);
    return one(first && last && `${first.split('/')[0]}/${last.split('/')[1]}`);
  };

/** Groups `decade` (90, 1990) and perhaps `century`; without it that of the 20th. */
const decade: ValueOf = ({ groups }) => {
  const base = (Number(groups.century ?? 20) - 1) * 100;
  const start = Number(groups.decade) < 100 ? base + Number(groups.decade) : Number(groups.decade);
  const end = groups.decadeB === undefined ? start : base + Number(groups.decadeB);
  return one(`${start}/${end + 9}`);
};

/** The 19th century is 1801–1900. */
const century: ValueOf = ({ groups }) => {
  const last = Number(groups.century) * 100;
  return one(`${isoOf({ year: last - 99 })}/${isoOf({ year: last })}`);
};

/** The value functions that `data/rules/dates.txt` may name. */
export const dateValues = {
  day,
  days,
  months: monthsOf,
  range,
  year,
  years,
  'year-list': yearList,
  quarter: partOfYear(4),
  half: partOfYear(2),
  season,
  weekday,
  'relative-day': relativeDay,
  'relative-week': relativeWeek,
  'relative-month': relativeMonth,
  'this-year': thisYear,
  decade,
  century,
} as const satisfies Readonly<Record<string, ValueOf>>;
export type DateValueName = keyof typeof dateValues;
