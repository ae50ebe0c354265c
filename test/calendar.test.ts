import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  firstDay,
  isoOf,
  lastDay,
  monthsOfYear,
  partsOf,
  precisionOf,
  weekdayOf,
  weekOf,
  withYear,
  yearNear,
  yearsWithWeekday,
} from '../pipeline/0-latvian/calendar.js';

describe('calendar', () => {
  it('writes and reads partial values', () => {
    for (const value of ['2019-05-16', '2019-05', '2019', '--12-05', '--12']) {
      expect(isoOf(partsOf(value) ?? {})).toBe(value);
    }
    expect(partsOf('2019-05/2019-06')).toBeUndefined();
    expect(isoOf({ day: 5 })).toBeNull();
  });

  it('knows which days exist', () => {
    expect(isoOf({ year: 2019, month: 2, day: 29 })).toBeNull();
    expect(isoOf({ year: 2020, month: 2, day: 29 })).toBe('2020-02-29');
    expect(isoOf({ month: 2, day: 29 })).toBe('--02-29');
    expect(isoOf({ month: 4, day: 31 })).toBeNull();
    expect(isoOf({ year: 2019, month: 13 })).toBeNull();
  });

  it('finds first and last days, none without a year', () => {
    const ends = (value: string) => [firstDay(value), lastDay(value)];
    expect(ends('2019')).toEqual(['2019-01-01', '2019-12-31']);
    expect(ends('2020-02')).toEqual(['2020-02-01', '2020-02-29']);
    expect(ends('2013-11/2015-07')).toEqual(['2013-11-01', '2015-07-31']);
    expect(ends('--12-05')).toEqual([undefined, undefined]);
  });

  it('names the precision', () => {
    const values = ['2019-05-16', '2019-05', '2019', '2013-11/2015-07', '--12-05', '--09-27/--09-29'];
    expect(values.map(precisionOf)).toEqual(['day', 'month', 'year', 'interval', 'no year', 'no year']);
  });

  it('counts weekdays, days, weeks and months', () => {
    expect(weekdayOf(2019, 12, 5)).toBe(4);
    expect(weekdayOf(2023, 3, 31)).toBe(5);
    expect(yearsWithWeekday(12, 5, 4, 2013, 2024)).toEqual([2013, 2019, 2024]);
    expect(yearsWithWeekday(2, 29, 6, 2019, 2023)).toEqual([2020]);
    expect(addDays('2019-12-31', 1)).toBe('2020-01-01');
    expect(weekOf('2019-12-08')).toBe('2019-12-02/2019-12-08');
    expect(weekOf('2019-12-08', 1)).toBe('2019-12-09/2019-12-15');
    expect(addMonths(2019, 12, 1)).toBe('2020-01');
    expect(monthsOfYear(2019, 4, 4)).toBe('2019-10/2019-12');
    expect(monthsOfYear(2019, 1, 2)).toBe('2019-01/2019-06');
    expect(monthsOfYear(2019, 3, 2)).toBeNull();
  });

  it('gives a year to what has none, over New Year too', () => {
    expect(withYear('--12-28/--01-03', 2019)).toBe('2019-12-28/2020-01-03');
    expect(withYear('--04-28/--05-03', 2018)).toBe('2018-04-28/2018-05-03');
    expect(withYear('2015', 2018)).toBe('2015');
    expect(withYear('--02-29', 2019)).toBeNull();
  });

  describe('the year near a publication date', () => {
    const cases: [string, Parameters<typeof yearNear>, number | undefined][] = [
      ['the same year', [{ month: 6, day: 14 }, '2010-06-01'], 2010],
      ['just across New Year', [{ month: 12, day: 13 }, '2020-01-07'], 2019],
      ['just ahead across New Year', [{ month: 1, day: 15 }, '2019-12-20'], 2020],
      ['far, what was', [{ month: 11 }, '2019-03-01', 'past'], 2018],
      ['far, what will be', [{ month: 3 }, '2019-10-01', 'future'], 2020],
      ['far, without a tense', [{ month: 11 }, '2019-03-01'], 2019],
      ['near, whatever the tense', [{ month: 3, day: 20 }, '2019-03-10', 'past'], 2019],
      ['only the year is known', [{ month: 11, day: 1 }, '2019', 'past'], 2019],
      ['the weekday fits the year before', [{ month: 12, day: 5 }, '2020-02-01', undefined, 4], 2019],
      ['no year at all', [{ month: 12, day: 5 }, '--02-01'], undefined],
    ];
    for (const [name, parameters, year] of cases) it(name, () => expect(yearNear(...parameters)).toBe(year));
  });
});
