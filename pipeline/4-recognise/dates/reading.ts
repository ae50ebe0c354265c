import { type DateParts, partsOf } from '../../0-latvian/calendar.js';
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

export interface Year {
  readonly year?: number;
  readonly sameYear?: boolean;
}

/** A group, or the one that an alternative of the pattern calls by the same name and a 2 or 3. */
export const either = ({ groups }: Reading, name: string): string | undefined =>
  groups[name] ?? groups[`${name}2`] ?? groups[`${name}3`];
export const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
export const month = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : months.get(timeKey(text));
export const one = (value: string | null, more: Omit<FoundDate, 'value'> = {}): readonly FoundDate[] => [
  { value, ...more },
];
/** For what is a date only when it can be in the calendar. */
export const ifDay = (value: string | null, more: Omit<FoundDate, 'value'> = {}): readonly FoundDate[] =>
  value === null ? [] : one(value, more);

export const anchorParts = ({ anchor }: Reading): DateParts => (anchor === undefined ? {} : (partsOf(anchor) ?? {}));
/** The anchor when it is a full day. */
export const anchorDay = (reading: Reading): string | undefined =>
  anchorParts(reading).day === undefined ? undefined : reading.anchor;

/** The year that the groups `year` and `relative` (with a suffix) tell. */
export function yearOf(reading: Reading, suffix = ''): Year {
  const written = either(reading, `year${suffix}`);
  if (written !== undefined) return { year: Number(written) };
  const relative = either(reading, `relative${suffix}`);
  if (relative === undefined) return {};
  const offset = timeWords('year').get(timeKey(relative));
  if (offset === 'same') return { sameYear: true };
  const { year } = anchorParts(reading);
  return year === undefined ? {} : { year: year + Number(offset) };
}

export function weekdayIn(reading: Reading): Pick<FoundDate, 'weekday'> {
  const word = either(reading, 'weekday');
  const weekday = word === undefined ? undefined : number(timeWords('weekday').get(timeKey(word)));
  return weekday === undefined ? {} : { weekday };
}

export const sameYear = (year: Year): Pick<FoundDate, 'sameYear'> => (year.sameYear ? { sameYear: true } : {});
export const parts = (year: Year, monthOf?: number, day?: number): DateParts => ({
  ...(year.year === undefined ? {} : { year: year.year }),
  ...(monthOf === undefined ? {} : { month: monthOf }),
  ...(day === undefined ? {} : { day }),
});
