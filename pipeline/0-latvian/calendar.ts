/**
 * The calendar of ISO 8601 values as the extraction writes them: `2019-05-16`, `2019-05`, `2019`, `A/B`, and without a
 * year `--12-05`, `--12`, `--09-27/--09-29`. Weeks begin on Monday (1) and end on Sunday (7), as in ISO 8601 and in Latvia.
 */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
const DAY_MS = 86_400_000;
const PARTIAL = /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?)$/u;

const utc = (year: number, month: number, day: number): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
};
const isoDay = (date: Date): string =>
  `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;

/** `{year: 2019, month: 5}` → `2019-05`; `{month: 12, day: 5}` → `--12-05`; null for a day alone, for nothing, and for no such day. */
export function isoOf({ year, month, day }: DateParts): string | null {
  if (month === undefined) return year === undefined || day !== undefined ? null : pad(year, 4);
  if (month < 1 || month > 12) return null;
  if (day !== undefined && (day < 1 || day > daysInMonth(month, year))) return null;
  const head = year === undefined ? '-' : pad(year, 4);
  return `${head}-${pad(month, 2)}${day === undefined ? '' : `-${pad(day, 2)}`}`;
}

/** The parts of a value that is not an interval; undefined for anything else. */
export function partsOf(value: string): DateParts | undefined {
  const match = PARTIAL.exec(value);
  if (!match) return undefined;
  const [, year, month = match[4], day = match[5]] = match;
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(month ? { month: Number(month) } : {}),
    ...(day ? { day: Number(day) } : {}),
  };
}

/** Without a year February has 29 days. */
export const daysInMonth = (month: number, year = 2000): number => utc(year, month + 1, 0).getUTCDate();

/** 1 Monday … 7 Sunday */
export const weekdayOf = (year: number, month: number, day: number): number => utc(year, month, day).getUTCDay() || 7;

/** The years from `from` to `to` in which that day falls on that weekday. */
export function yearsWithWeekday(month: number, day: number, weekday: number, from: number, to: number): number[] {
  const years: number[] = [];
  for (let year = from; year <= to; year++) {
    if (day <= daysInMonth(month, year) && weekdayOf(year, month, day) === weekday) years.push(year);
  }
  return years;
}

/** @param iso a full day */
export const addDays = (iso: string, days: number): string => isoDay(new Date(Date.parse(iso) + days * DAY_MS));

/** Days from one full day to another, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The month that lies `months` later, `2019-12` + 1 → `2020-01`. */
export function addMonths(year: number, month: number, months: number): string {
  const count = year * 12 + month - 1 + months;
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`;
}

/** Monday to Sunday of the week that lies `weeks` after the week of a full day. */
export function weekOf(iso: string, weeks = 0): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const monday = addDays(iso, 1 - weekdayOf(year, month, day) + weeks * 7);
  return `${monday}/${addDays(monday, 6)}`;
}

/** Quarters are of three months, halves of six: `monthsOfYear(2019, 2, 4)` → `2019-04/2019-06`. */
export function monthsOfYear(year: number, which: number, of: 2 | 4): string | null {
  if (which < 1 || which > of) return null;
  const length = 12 / of;
  return `${addMonths(year, 1, (which - 1) * length)}/${addMonths(year, 1, which * length - 1)}`;
}

/** First day of a value, inclusive; undefined without a year. */
export function firstDay(value: string): string | undefined {
  const parts = partsOf(value.split('/')[0] as string);
  return parts?.year === undefined ? undefined : isoDay(utc(parts.year, parts.month ?? 1, parts.day ?? 1));
}

/** Last day of a value, inclusive; undefined without a year. */
export function lastDay(value: string): string | undefined {
  const parts = partsOf(value.split('/').at(-1) as string);
  if (parts?.year === undefined) return undefined;
  const month = parts.month ?? 12;
  return isoDay(utc(parts.year, month, parts.day ?? daysInMonth(month, parts.year)));
}

export function precisionOf(value: string): 'day' | 'month' | 'year' | 'interval' | 'no year' {
  if (!hasYear(value)) return 'no year';
  if (value.includes('/')) return 'interval';
  return value.length > 7 ? 'day' : value.length > 4 ? 'month' : 'year';
}

export const hasYear = (value: string): boolean => !value.startsWith('--');

/**
 * Gives a year to a value without one; what has a year stays. The end of an interval that lies before its start in the
 * calendar is of the next year: `--12-28/--01-03` in 2019 → `2019-12-28/2020-01-03`. Null for 29 February of a common year.
 */
export function withYear(value: string, year: number): string | null {
  if (hasYear(value)) return value;
  const [start, end] = value.split('/').map((part) => partsOf(part) as DateParts) as [DateParts, DateParts?];
  const from = isoOf({ ...start, year });
  if (!end || from === null) return from;
  const to = isoOf({ ...end, year: comesBefore(end, start) ? year + 1 : year });
  return to === null ? null : `${from}/${to}`;
}

/** Whether a day or month lies earlier in the calendar year. */
export const comesBefore = (a: DateParts, b: DateParts): boolean =>
  (a.month ?? 0) !== (b.month ?? 0) ? (a.month ?? 0) < (b.month ?? 0) : (a.day ?? 0) < (b.day ?? 0);

/** Beyond this many days from the publication date the tense of the sentence decides the year; nearer, the year is clear. */
const NEAR_DAYS = 92;
/** A day so near across New Year's Eve is meant when no tense speaks: «13. decembrī» in an article of January. */
const ACROSS_NEW_YEAR_DAYS = 62;

/**
 * The year meant by a day or month without one, in an article of `anchor` (ISO, possibly partial).
 * @param tense of the sentence, where it is clear
 * @param weekday 1–7, where it is named: a neighbouring year in which it fits wins over one in which it does not
 */
export function yearNear(
  { month = 7, day }: DateParts,
  anchor: string,
  tense?: 'past' | 'future',
  weekday?: number,
): number | undefined {
  const parts = partsOf(anchor);
  const year = parts?.year;
  if (!parts || year === undefined) return undefined;
  const likely = parts.month === undefined ? year : year + yearsAway(parts, { month, day: day ?? 15 }, tense);
  if (weekday === undefined || day === undefined) return likely;
  const fitting = yearsWithWeekday(month, day, weekday, year - 1, year + 1);
  return fitting.includes(likely) || fitting.length !== 1 ? likely : fitting[0];
}

function yearsAway(
  anchor: DateParts,
  { month, day }: Required<Omit<DateParts, 'year'>>,
  tense?: 'past' | 'future',
): number {
  const { year = 2000, month: anchorMonth = 1, day: anchorDay = 15 } = anchor;
  const from = isoDay(utc(year, anchorMonth, anchorDay));
  const distance = (years: number): number => daysBetween(from, isoDay(utc(year + years, month, day)));
  const same = distance(0);
  if (Math.abs(same) <= NEAR_DAYS) return 0;
  const other = same > 0 ? -1 : 1;
  if (tense === (same > 0 ? 'past' : 'future')) return other;
  return tense === undefined && Math.abs(distance(other)) <= ACROSS_NEW_YEAR_DAYS ? other : 0;
}
