import { type Territory, territories, validOn } from '../0-contract/territory-table.js';
import type { DateMention, Mention, MunicipalityMention, SegmentedArticle } from '../0-contract/types.js';

/** A day in each period between reforms, newest first. */
const PERIODS = [
  '2025-12-01',
  '2023-12-01',
  '2021-12-01',
  '2016-12-01',
  '2010-07-01',
  '2009-12-01',
  '2005-12-01',
] as const;

/**
 * The time of an article, as far as the names of territories care: its publication date; else the period in which most
 * of its names were valid, of those the one that its dates speak for; else the newest.
 * @returns ISO date, possibly partial
 */
export function timeOf(
  { article }: SegmentedArticle,
  found: readonly MunicipalityMention[],
  mentions: readonly Mention[],
): string {
  if (article.published) return article.published;
  const dates = datesOf(mentions);
  const dated = dates.map((date) => date.slice(0, 10));
  const latest =
    dated
      .filter((date) => date.length === 10)
      .sort()
      .at(-1) ?? dated.sort().at(-1);
  const groups = namedUnits(found);
  let best: string = PERIODS[0];
  let most = -1;
  for (const period of PERIODS) {
    const inPeriod = dated.filter((date) => samePeriod(date, period));
    let score = inPeriod.length > 0 ? 1.5 : 0;
    if (latest !== undefined && samePeriod(latest, period)) score += 0.5;
    for (const rows of groups)
      if (rows.some((row) => validOn(row, period))) score += rows[0]?.kind === 'novads' ? 2 : 1;
    if (score > most) {
      best = inPeriod.sort().at(-1) ?? period;
      most = score;
    }
  }
  return best;
}

/** Beginnings of the dates of the text that have a year. */
function datesOf(mentions: readonly Mention[]): string[] {
  const dates = mentions.filter((mention): mention is DateMention => mention.kind === 'date');
  return dates.flatMap(({ value }) => (value && /^\d{4}/u.test(value) ? [value.split('/')[0] as string] : []));
}

/** Rows that each name of the text can be, of the likeliest kind; each name once. */
function namedUnits(found: readonly MunicipalityMention[]): Territory[][] {
  const groups = new Map<string, Territory[]>();
  for (const { candidates, form } of found) {
    if (form === 'bare') continue;
    const rows = candidates.flatMap((id) => territories.get(id) ?? []);
    const [likeliest] = rows;
    if (likeliest)
      groups.set(
        likeliest.name,
        rows.filter(({ name }) => name === likeliest.name),
      );
  }
  return [...groups.values()];
}

const STARTS = ['2025-07-01', '2022-07-01', '2021-07-01', '2011-01-03', '2010-02-15', '2009-07-01', '0000'] as const;
const periodOf = (date: string): number =>
  STARTS.findIndex((start) => (date.length === 4 ? `${date}-07-01` : date) >= start);
const samePeriod = (a: string, b: string): boolean => periodOf(a) === periodOf(b);
