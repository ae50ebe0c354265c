import type { Status } from '../pipeline/0-contract/types.js';

/** First and last day of a time, with the values they were taken from: no more exact than the text. */
export interface Days {
  readonly since: string | null;
  readonly until: string | null;
  readonly sinceValue: string | null;
  readonly untilValue: string | null;
}

const NO_DAYS: Days = { since: null, until: null, sinceValue: null, untilValue: null };
const VALUE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u;

/** First and last day of a day, a month or a year; undefined for anything else (no year, no such day). */
function ends(value: string): readonly [string, string] | undefined {
  const { year, month, day } = VALUE.exec(value)?.groups ?? {};
  if (year === undefined) return undefined;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day === undefined) return [`${year}-${month}-01`, `${year}-${month}-${days}`];
  return Number(day) >= 1 && Number(day) <= days ? [value, value] : undefined;
}

/** `2019-05` → its first and last day; `A/B` → first of A, last of B, either may be missing. */
export function daysOf(value: string | undefined): Days {
  if (value === undefined) return NO_DAYS;
  const [first = '', last = first] = value.split('/');
  const since = ends(first)?.[0];
  const until = ends(last)?.[1];
  return {
    since: since ?? null,
    until: until ?? null,
    sinceValue: since === undefined ? null : first,
    untilValue: until === undefined ? null : last,
  };
}

/**
 * Days between which a fact holds, as far as a claim tells. A single time is the beginning of what is planned or began, and
 * the end of what ended; it says nothing of how long something was declined for.
 */
export function factDays(when: string | undefined, status: Status | undefined): Days {
  const days = daysOf(when);
  if (when === undefined || when.includes('/')) return days;
  if (status === 'planned' || status === 'began' || status === 'declined')
    return { ...days, until: null, untilValue: null };
  if (status === 'ended') return { ...days, since: null, sinceValue: null };
  return days;
}
