import { addDays, addMonths, isoOf, weekdayOf, weekOf, yearNear } from '../../0-latvian/calendar.js';
import { timeKey, timeWords } from '../../0-latvian/time-words.js';
import { anchorDay, anchorParts, either, number, one, type ValueOf, weekdayIn } from './reading.js';

/** The article's own year. */
export const thisYear: ValueOf = (reading) => {
  const { year: y } = anchorParts(reading);
  return one(y === undefined ? null : isoOf({ year: y }));
};

/** Group `season`, perhaps with `direction`: the year in which it falls, seen from the article's date. */
export const season: ValueOf = (reading) => {
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
export const weekday: ValueOf = (reading) => {
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

export const relativeDay: ValueOf = (reading) => {
  const from = anchorDay(reading);
  const offset = timeWords('day').get(timeKey(reading.groups.word ?? ''));
  return one(from === undefined ? null : addDays(from, Number(offset)));
};

export const relativeWeek: ValueOf = (reading) => {
  const from = anchorDay(reading);
  const offset = timeWords('week').get(timeKey(reading.groups.word ?? ''));
  return one(from === undefined ? null : weekOf(from, Number(offset)));
};

export const relativeMonth: ValueOf = (reading) => {
  const { year: y, month: m } = anchorParts(reading);
  const offset = timeWords('month').get(timeKey(reading.groups.word ?? ''));
  return one(y === undefined || m === undefined ? null : addMonths(y, m, Number(offset)));
};
