import type { DateMention, SegmentedArticle } from '../0-contract/types.js';
import { hasYear, partsOf, withYear, yearNear, yearsWithWeekday } from '../0-latvian/calendar.js';
import { tenseOf } from '../0-latvian/time-words.js';

type YearOf = (mention: DateMention, context: YearContext) => number | undefined;
interface YearContext {
  readonly doc: SegmentedArticle;
  /** All dates of the article in the order of the text, as recognised. */
  readonly dates: readonly DateMention[];
}

/** Confidence of a year that the sentence does not state, by how it was found. */
const SOURCES: readonly { readonly yearOf: YearOf; readonly confidence: number }[] = [
  { yearOf: yearBefore, confidence: 0.9 },
  { yearOf: yearOfSameDay, confidence: 0.95 },
  { yearOf: yearOfCoordination, confidence: 0.95 },
  { yearOf: yearOfListHead, confidence: 0.95 },
  { yearOf: yearOfReview, confidence: 0.85 },
  { yearOf: yearOfPublication, confidence: 0.95 },
  { yearOf: yearOfHeadline, confidence: 0.85 },
  { yearOf: yearOfWeekday, confidence: 0.85 },
  { yearOf: yearOfItemBefore, confidence: 0.85 },
];

/**
 * Gives dates without a year the one that the text lends them, in the order of how sure it is; a date to which nothing
 * lends a year keeps none. The years of programmes, periods and other matters are not lent.
 */
export function withYears(doc: SegmentedArticle, dates: readonly DateMention[]): DateMention[] {
  const context = { doc, dates };
  return dates.map((mention) => {
    if (mention.value === null || hasYear(mention.value) || isYearly(doc, mention)) return mention;
    for (const { yearOf, confidence } of SOURCES) {
      const year = yearOf(mention, context);
      const value = year === undefined ? null : withYear(mention.value, year);
      if (value !== null) return { ...mention, value, confidence: mention.confidence * confidence };
    }
    return mention;
  });
}

/** «katru gadu 15. maijā», «ik gadu decembrī»: of no one year. */
const isYearly = ({ tokens }: SegmentedArticle, { first }: DateMention): boolean =>
  /^gad[ua]$/u.test(tokens[first - 1]?.lower ?? '') && /^(?:katru|ik|katra)$/u.test(tokens[first - 2]?.lower ?? '');

const startYear = ({ value }: DateMention): number | undefined =>
  value === null ? undefined : partsOf(value.split('/')[0] as string)?.year;
const isInterval = ({ value }: DateMention): boolean => value?.includes('/') ?? false;

/** «tā paša gada augustā»: the year named last. */
function yearBefore(mention: DateMention, { dates }: YearContext): number | undefined {
  if (!mention.sameYear) return undefined;
  const before = dates.filter(({ start }) => start < mention.start).reverse();
  return before.map(startYear).find((year) => year !== undefined);
}

/** The same day is named elsewhere with its year, in the headline for instance: «13. decembrī (2019)». */
function yearOfSameDay(mention: DateMention, { doc, dates }: YearContext): number | undefined {
  // «beigsies 2014. gada septembrī … ciemosies septembrī»: of a month the day of publication tells more
  const isMonth = partsOf((mention.value as string).split('/')[0] as string)?.day === undefined;
  if (isMonth && doc.article.published !== undefined) return undefined;
  const years = new Set<number>();
  for (const other of dates) {
    const year = startYear(other);
    if (year !== undefined && withYear(mention.value as string, year) === other.value) years.add(year);
  }
  return years.size === 1 ? [...years][0] : undefined;
}

/** Words between two dates of one list: «2019. gada 5. martā Rīgā un 12. martā Cēsīs». */
const MOST_WORDS_BETWEEN = 5;

function yearOfCoordination(mention: DateMention, { doc, dates }: YearContext): number | undefined {
  const before = dates.filter((other) => other.sentence === mention.sentence && other.last <= mention.first).at(-1);
  if (!before) return undefined;
  // «vadīja kopš 2009. gada 1. jūlija, decembra vidū pārgāja»: what lasts since then is over there
  if (doc.tokens[before.first - 1]?.lower === 'kopš') return undefined;
  const between = doc.tokens.slice(before.last, mention.first);
  if (between.length > MOST_WORDS_BETWEEN || tenseOf(between.map(({ lower }) => lower)) !== undefined) return undefined;
  if (!between.some(({ lower }) => lower === 'un' || lower === ',' || lower === 'vai' || lower === ';')) {
    if (between.length > 0 || before.value?.length !== 4) return undefined;
  }
  if (before.value !== null && hasYear(before.value))
    return isInterval(before) && before.value.length === 9 ? undefined : startYear(before);
  return before.value === null ? undefined : yearOfCoordination(before, { doc, dates });
}

/** A list whose head, ending in a colon, names the one year: «2019. gadā semināri notiks:». */
function yearOfListHead(mention: DateMention, { doc, dates }: YearContext): number | undefined {
  for (let index = mention.sentence; index >= 0; index--) {
    const sentence = doc.sentences[index];
    if (!sentence) return undefined;
    if (index < mention.sentence && doc.tokens[sentence.last - 1]?.text === ':') {
      const years = new Set(dates.filter((date) => date.sentence === index).map(startYear));
      return years.size === 1 ? [...years][0] : undefined;
    }
    // every item of the list begins with its date, after a bullet at most
    if (!dates.some((date) => date.sentence === index && date.first - sentence.first <= 3)) return undefined;
  }
  return undefined;
}

/**
 * «• 2016. gada februārī …; • līdz 30. jūnijam …; • 14. septembrī …»: items that each begin with a date go on in the year of
 * the first while they go forward.
 */
function yearOfItemBefore(mention: DateMention, { doc, dates }: YearContext): number | undefined {
  const begins = ({ first, sentence }: DateMention): boolean => {
    const item = doc.sentences[sentence];
    return item !== undefined && doc.tokens[item.first]?.kind === 'mark' && first - item.first <= 3;
  };
  let later = mention;
  for (let index = mention.sentence - 1; begins(later); index--) {
    const before = dates.find((date) => date.sentence === index && begins(date));
    if (!before?.value || isInterval(before) || inYear(before) > inYear(later)) return undefined;
    if (hasYear(before.value)) return startYear(before);
    later = before;
  }
  return undefined;
}

/** Month and day as one number; a month alone begins it. */
function inYear({ value }: DateMention): number {
  const parts = value === null ? undefined : partsOf(value.split('/')[0] as string);
  return (parts?.month ?? 0) * 100 + (parts?.day ?? 0);
}

/** «Sociālā joma Balvu novadā 2018. gadā», published in 2019: a review of the year before, but for what lies ahead. */
function yearOfReview(mention: DateMention, context: YearContext): number | undefined {
  const { doc, dates } = context;
  const { published } = doc.article;
  const year = startYear(dates.find((date) => date.value?.length === 4 && isHeadline(doc, date.sentence)) ?? mention);
  if (year === undefined || published === undefined || year !== Number(published.slice(0, 4)) - 1) return undefined;
  return tenseIn(context.doc, mention) === 'future' ? undefined : year;
}

/** Sentences at the top among which a headline stands. */
const TOP = 8;
const isHeadline = ({ sentences, tokens }: SegmentedArticle, index: number): boolean =>
  index < TOP && !/^[.!?…]$/u.test(tokens[(sentences[index]?.last ?? 0) - 1]?.text ?? '');

const tenseIn = (
  { sentences, tokens }: SegmentedArticle,
  { sentence, first: before }: DateMention,
): 'past' | 'future' | undefined => {
  const { first: start, last } = sentences[sentence] ?? { first: 0, last: 0 };
  // «solīja, ka no 1. janvāra sāks»: what is reported has a time of its own
  const reported = tokens.findLastIndex(
    ({ lower }, i) => i > start && i < before && lower === 'ka' && tokens[i - 1]?.text === ',',
  );
  const first = Math.max(start, reported);
  return tenseOf(tokens.slice(first, last).map(({ lower }) => lower));
};

function yearOfPublication(mention: DateMention, { doc }: YearContext): number | undefined {
  const { published } = doc.article;
  const start = partsOf((mention.value as string).split('/')[0] as string);
  if (published === undefined || !start) return undefined;
  return yearNear(start, published, tenseIn(doc, mention), mention.weekday);
}

/** A headline that names one day or month with its year speaks of the time of the whole article. */
function yearOfHeadline(_mention: DateMention, { doc, dates }: YearContext): number | undefined {
  const { title, text } = doc.article;
  const inTitle = dates.filter(
    (date) => title !== '' && title.includes(date.text) && text.indexOf(title) <= date.start,
  );
  const years = new Set(inTitle.filter((date) => !isInterval(date)).map(startYear));
  years.delete(undefined);
  return years.size === 1 ? [...years][0] : undefined;
}

/** The weekday, when only one year of the periods that the article names has it. */
function yearOfWeekday(mention: DateMention, { doc, dates }: YearContext): number | undefined {
  const day = partsOf(mention.value as string);
  const weekday = mention.weekday ?? dates.find((date) => date.value === mention.value && date.weekday)?.weekday;
  if (weekday === undefined || day?.month === undefined || day.day === undefined) return undefined;
  const bounds = periods(doc, dates);
  if (bounds.length === 0) return undefined;
  const from = Math.max(...bounds.map(([start]) => start));
  const to = Math.min(...bounds.map(([, end]) => end));
  const fitting = yearsWithWeekday(day.month, day.day, weekday, from, to);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Intervals of years: as one date, or a start and an end in one sentence («uzsākts 2015. gada aprīlī … līdz 2023. gada decembrim»). */
function periods(doc: SegmentedArticle, dates: readonly DateMention[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [i, date] of dates.entries()) {
    if (date.value === null || !hasYear(date.value)) continue;
    const [start, end] = date.value.split('/').map((part) => partsOf(part)?.year);
    if (start !== undefined && end !== undefined && start < end) found.push([start, end]);
    const next = dates[i + 1];
    const last = next && startYear(next);
    if (
      next?.sentence === date.sentence &&
      doc.tokens[next.first - 1]?.lower === 'līdz' &&
      start !== undefined &&
      last !== undefined
    ) {
      if (start < last) found.push([start, last]);
    }
  }
  return found;
}
