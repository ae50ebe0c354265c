import {
  addDays,
  addMonths,
  comesBefore,
  type DateParts,
  isoOf,
  monthsOfYear,
  partsOf,
  weekdayOf,
  weekOf,
  yearNear,
} from '../../0-latvian/calendar.js';
import { months, timeKey, timeWords } from '../../0-latvian/time-words.js';

/** What a value function reads: the named groups of the match, and what the sentence and the article add. */
export interface Reading {
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Where a named group lies, counted from the start of the match. */
  at(group: string): readonly [number, number] | undefined;
  readonly length: number;
  /** ISO date from which «šogad», «vakar» count; undefined when the article has none. */
  readonly anchor: string | undefined;
  readonly tense: 'past' | 'future' | undefined;
}

export interface FoundDate {
  readonly value: string | null;
  readonly weekday?: number;
  readonly sameYear?: boolean;
  /** Part of the match; the whole match without it. */
  readonly span?: readonly [number, number];
}

/** Reads the value of a match; an empty list says that it is no date. */
export type ValueOf = (reading: Reading) => readonly FoundDate[];

interface Year {
  readonly year?: number;
  readonly sameYear?: boolean;
}

/** A group, or the one that an alternative of the pattern calls by the same name and a 2 or 3. */
const either = ({ groups }: Reading, name: string): string | undefined =>
  groups[name] ?? groups[`${name}2`] ?? groups[`${name}3`];
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const month = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : months.get(timeKey(text));
const one = (value: string | null, more: Omit<FoundDate, 'value'> = {}): readonly FoundDate[] => [{ value, ...more }];
/** For what is a date only when it can be in the calendar. */
const ifDay = (value: string | null, more: Omit<FoundDate, 'value'> = {}): readonly FoundDate[] =>
  value === null ? [] : one(value, more);

const anchorParts = ({ anchor }: Reading): DateParts => (anchor === undefined ? {} : (partsOf(anchor) ?? {}));
/** The anchor when it is a full day. */
const anchorDay = (reading: Reading): string | undefined =>
  anchorParts(reading).day === undefined ? undefined : reading.anchor;

/** The year that the groups `year` and `relative` (with a suffix) tell. */
function yearOf(reading: Reading, suffix = ''): Year {
  const written = either(reading, `year${suffix}`);
  if (written !== undefined) return { year: Number(written) };
  const relative = either(reading, `relative${suffix}`);
  if (relative === undefined) return {};
  const offset = timeWords('year').get(timeKey(relative));
  if (offset === 'same') return { sameYear: true };
  const { year } = anchorParts(reading);
  return year === undefined ? {} : { year: year + Number(offset) };
}

function weekdayIn(reading: Reading): Pick<FoundDate, 'weekday'> {
  const word = either(reading, 'weekday');
  const weekday = word === undefined ? undefined : number(timeWords('weekday').get(timeKey(word)));
  return weekday === undefined ? {} : { weekday };
}

const sameYear = (year: Year): Pick<FoundDate, 'sameYear'> => (year.sameYear ? { sameYear: true } : {});
const parts = (year: Year, monthOf?: number, day?: number): DateParts => ({
  ...(year.year === undefined ? {} : { year: year.year }),
  ...(monthOf === undefined ? {} : { month: monthOf }),
  ...(day === undefined ? {} : { day }),
});

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Groups `day`, `month` (a word, a number or `roman`), and a year if any. */
const day: ValueOf = (reading) => {
  const { groups } = reading;
  const year = yearOf(reading);
  const roman = groups.roman === undefined ? undefined : ROMAN.indexOf(groups.roman.toUpperCase()) + 1;
  const monthOf = month(groups.month) ?? number(either(reading, 'monthNumber')) ?? roman;
  return ifDay(isoOf(parts(year, monthOf, number(groups.day))), { ...weekdayIn(reading), ...sameYear(year) });
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

/** The article's own year. */
const thisYear: ValueOf = (reading) => {
  const { year: y } = anchorParts(reading);
  return one(y === undefined ? null : isoOf({ year: y }));
};

/** Group `season`, perhaps with `direction`: the year in which it falls, seen from the article's date. */
const season: ValueOf = (reading) => {
  const { groups, anchor, tense } = reading;
  const word = timeKey(either(reading, 'season') ?? '');
  const middle = number(timeWords('season').get(word) ?? timeWords('this-season').get(word));
  const direction = timeWords('direction').get(timeKey(groups.direction ?? ''));
  if (anchor === undefined || middle === undefined) return one(null);
  const ours = timeWords('this-season').has(word) || direction === 'this';
  if (!ours && direction === undefined && tense === undefined) return one(null);
  if (ours) return thisYear(reading);
  const { year: current = 0, month: now = 7 } = anchorParts(reading);
  // a season is of three months, so it is over a month after its middle
  if (direction === 'before') return one(isoOf({ year: now > middle + 1 ? current : current - 1 }));
  if (direction === 'after') return one(isoOf({ year: now < middle - 1 ? current : current + 1 }));
  const near = yearNear({ month: middle }, anchor, tense);
  return one(near === undefined ? null : isoOf({ year: near }));
};

/** Groups `weekday` and perhaps `direction`: the day of that name before or after the article's date. */
const weekday: ValueOf = (reading) => {
  const { groups, tense } = reading;
  const from = anchorDay(reading);
  const { weekday: wanted } = weekdayIn(reading);
  const direction = timeWords('direction').get(timeKey(groups.direction ?? ''));
  const back = direction === 'before' || (direction === undefined && tense === 'past');
  const forth = direction === 'after' || (direction === undefined && tense === 'future');
  if (from === undefined || wanted === undefined || back === forth) return one(null);
  const { year: y = 0, month: m = 1, day: d = 1 } = anchorParts(reading);
  const ahead = (wanted - weekdayOf(y, m, d) + 7) % 7;
  if (forth) return one(addDays(from, direction === 'after' && ahead === 0 ? 7 : ahead));
  return one(addDays(from, ahead === 0 ? (direction === 'before' ? -7 : 0) : ahead - 7));
};

const relativeDay: ValueOf = (reading) => {
  const from = anchorDay(reading);
  const offset = timeWords('day').get(timeKey(reading.groups.word ?? ''));
  return one(from === undefined ? null : addDays(from, Number(offset)));
};

const relativeWeek: ValueOf = (reading) => {
  const from = anchorDay(reading);
  const offset = timeWords('week').get(timeKey(reading.groups.word ?? ''));
  return one(from === undefined ? null : weekOf(from, Number(offset)));
};

const relativeMonth: ValueOf = (reading) => {
  const { year: y, month: m } = anchorParts(reading);
  const offset = timeWords('month').get(timeKey(reading.groups.word ?? ''));
  return one(y === undefined || m === undefined ? null : addMonths(y, m, Number(offset)));
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

/** The value functions that `data/rules/dates.yaml` may name. */
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
