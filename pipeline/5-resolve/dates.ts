import type { DateEntity, DateMention } from '../0-contract/types.js';
import { firstDay, hasYear, lastDay, precisionOf } from '../0-latvian/calendar.js';
import { withYears } from './date-years.js';
import type { Resolver } from './resolve.js';

/** One entity for each value; a date that cannot be told makes none. */
export const resolveDates: Resolver = (doc, mentions) => {
  const dates = mentions.filter((mention): mention is DateMention => mention.kind === 'date');
  const byValue = new Map<string, DateMention[]>();
  for (const mention of withYears(doc, dates)) {
    if (mention.value === null) continue;
    byValue.set(mention.value, [...(byValue.get(mention.value) ?? []), mention]);
  }
  return [...byValue].map(([value, mentionsOf]) => entityOf(value, mentionsOf));
};

function entityOf(value: string, mentions: readonly DateMention[]): DateEntity {
  const [from, to] = hasYear(value) ? [firstDay(value), lastDay(value)] : [];
  return {
    kind: 'date',
    id: `date-${value}`,
    name: value,
    aliases: [],
    mentions,
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
    value,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    precision: precisionOf(value),
  };
}
