import { readList } from '../0-contract/lists.js';
import { type DateParts, isoOf } from '../0-latvian/calendar.js';
import { months, timeWords } from '../0-latvian/time-words.js';
import { type BareToken, tokenise } from '../0-latvian/tokens.js';
import { Phrases, wordsOf } from './phrases.js';

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [...timeWords('weekday')].map(([form, day]) => [form, Number(day)]),
);
const LABELS = new Phrases(readList('lexicon/date-labels.txt'));
const YEAR_WORDS = new Set(['gada', 'gads', 'gadā', 'g']);
const TIME_WORDS = new Set(['plkst', 'pulksten', 't', 'z', 'h']);

/** A day as a line of its own names it. Without a year it is not a publication date, but may be the day of the view. */
export interface Day extends DateParts {
  readonly month: number;
  readonly day: number;
  readonly weekday?: number;
}

/**
 * A text that is a date and nothing else: `15.07.2016.`, `2010-06-01`, `2001. gada 29. maijs`, `Rīgā, 2019. gada 12. martā`,
 * `Ceturtdiena, 5. decembris, 2019, 10:32`, ISO with a time.
 */
export const dayOf = (text: string): Day | undefined => readDay(tokenise(text), false);

/** A date after a word that says it is that of publication: `Publicēts: 12.03.2019, 10:15 Anna Kalniņa`. */
export function labelledDayOf(text: string): Day | undefined {
  const label = LABELS.at(wordsOf(text), 0);
  if (label === 0) return undefined;
  const tokens = tokenise(text);
  let words = 0;
  let i = 0;
  for (; words < label; i++) if (tokens[i]?.kind !== 'mark') words++;
  return readDay(tokens.slice(i), true);
}

/** `Nr. 42 (1188)`: which number of the paper. */
const ISSUE = /[,.]?\s*(?<!\p{L})nr\.?\s*\d+(?:\s*\(\d+\))?[.,]?/iu;
/** A name of a person, a place or a paper has at most so many words. */
const NAME_WORDS = 4;
const CREDITS = new Set(readList('names/credits.txt'));
/** A name, also after what it is the name of: `autors: Anna Kalniņa`. */
const isName = (text: string): boolean => {
  // «Biedrība “Ielas mala”»: what stands in quotes is one name
  const [first = '', ...rest] = text.replace(/[«„“"]\p{Lu}[^«»„“”"]*[”“"»]/gu, 'X').split(/\s+/u);
  const words = CREDITS.has(first.toLowerCase().replace(/:$/u, '')) ? rest : [first, ...rest];
  return words.length <= NAME_WORDS && words.every((word) => /^[«„“"]?\p{Lu}[\p{L}.”“"»-]*$/u.test(word));
};

/**
 * The day of a line that holds a date with its year and else only names between commas, and the paper's number:
 * `Latgales Rīts, 2012.gada 5.jūlijs`, `Biedrība “Ielas mala”, 16.10.2023.`, `20.09.2024, 14:32, autors: Evija Lāce`, `2008. gada 13. novembrī, Evija Lāce, Ģirts Bļodnieks`, `Otrdiena, 2004. gada 6. aprīlis. Nr. 42 (1188)`.
 */
export function datelineOf(line: string): Day | undefined {
  const parts = line.replace(ISSUE, '').split(/\s*,\s*/u);
  for (let first = 0; first < parts.length; first++) {
    for (let end = parts.length; end > first; end--) {
      const day = dayOf(parts.slice(first, end).join(', '));
      if (day?.year === undefined) continue;
      return [...parts.slice(0, first), ...parts.slice(end)].every(isName) ? day : undefined;
    }
  }
  return undefined;
}

/** The month of a paper or bulletin, ISO, in a line of names: `«Logs», 2011. gada septembris`, `Novada Ziņas, februāris, 2019`. */
export function monthOfIssue(line: string): string | undefined {
  const parts = line.replace(ISSUE, '').split(/\s*[,–]\s*/u);
  const words = tokenise(parts.filter((part) => !/^\p{Lu}[^\d]*$|^[«„“"]/u.test(part)).join(' ')).filter(
    ({ kind, lower }) => kind !== 'mark' && !YEAR_WORDS.has(lower),
  );
  const [year, month] = words[0]?.kind === 'number' ? words : words.toReversed();
  const found = MONTH_NAMES.has(month?.lower ?? '') ? months.get(month?.lower ?? '') : undefined;
  const isYear = /^(?:19|20)\d\d$/u.test(year?.text ?? '');
  return words.length === 2 && isYear && found ? `${year?.text}-${String(found).padStart(2, '0')}` : undefined;
}
const MONTH_NAMES = new Set([...months.keys()].filter((form) => /is$|ts$|js$/u.test(form)));

function readDay(all: readonly BareToken[], moreMayFollow: boolean): Day | undefined {
  const tokens = all.filter(({ text }) => text !== '.' && text !== ',' && text !== '(' && text !== ')');
  while (tokens[0]?.kind === 'mark') tokens.shift();
  let i = 0;
  let weekday: number | undefined;
  const take = (): void => {
    const found = WEEKDAYS.get(tokens[i]?.lower ?? '');
    if (found === undefined) return;
    weekday = found;
    i++;
  };
  // «Rīgā, 2019. gada 12. martā»: the place comes in one word and a comma
  if (all[0]?.kind === 'word' && all[0].capital && all[1]?.text === ',' && !WEEKDAYS.has(all[0].lower)) i++;
  take();
  const date = partsAt(tokens, i);
  if (!date) return undefined;
  i = date.next;
  take();
  if (!moreMayFollow && !isTime(tokens.slice(i))) return undefined;
  const { year, month, day } = date;
  if (isoOf({ month, day, ...(year === undefined ? {} : { year }) }) === null) return undefined;
  if (year !== undefined && (year < 1990 || year > 2100)) return undefined;
  return { month, day, ...(year === undefined ? {} : { year }), ...(weekday === undefined ? {} : { weekday }) };
}

interface PartsAt {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly next: number;
}

function partsAt(tokens: readonly BareToken[], i: number): PartsAt | undefined {
  const number = (k: number, digits: RegExp): number | undefined => {
    const token = tokens[k];
    return token?.kind === 'number' && digits.test(token.text) ? Number(token.text) : undefined;
  };
  const short = (k: number): number | undefined => number(k, /^\d{1,2}$/u);
  const long = (k: number): number | undefined => number(k, /^\d{4}$/u);
  const month = (k: number): number | undefined => months.get(tokens[k]?.lower ?? '');
  const skip = (k: number, texts: ReadonlySet<string>): number => (texts.has(tokens[k]?.lower ?? '') ? k + 1 : k);

  const first = long(i);
  if (first !== undefined) {
    // 2010-06-01, 2010.06.01., also before a time: 2010-06-01T10:00
    const [dashed, k] = tokens[i + 1]?.text === '-' || tokens[i + 1]?.text === '/' ? [1, i + 2] : [0, i + 1];
    const m = short(k);
    const isoTime = /^(\d\d)T\d\d$/iu.exec(tokens[k + 1 + dashed]?.text ?? '');
    const d = isoTime ? Number(isoTime[1]) : short(k + 1 + dashed);
    if (m !== undefined && d !== undefined && month(k + 1) === undefined) {
      return { year: first, month: m, day: d, next: k + 2 + dashed };
    }
    const afterYear = skip(i + 1, YEAR_WORDS);
    const day = short(afterYear);
    const named = month(afterYear + 1);
    return day !== undefined && named !== undefined
      ? { year: first, month: named, day, next: afterYear + 2 }
      : undefined;
  }
  const day = short(i);
  if (day === undefined) return undefined;
  const named = month(i + 1);
  if (named !== undefined) {
    const year = long(i + 2);
    return { year, month: named, day, next: year === undefined ? i + 2 : skip(i + 3, YEAR_WORDS) };
  }
  // 15.07.2016., 15/07/2016
  const slashed = tokens[i + 1]?.text === '/' || tokens[i + 1]?.text === '-' ? 1 : 0;
  const m = short(i + 1 + slashed);
  const year = long(i + 2 + 2 * slashed);
  return m !== undefined && year !== undefined
    ? { year, month: m, day, next: skip(i + 3 + 2 * slashed, YEAR_WORDS) }
    : undefined;
}

/** Nothing, or a time of day: `10:32`, `plkst. 10.32`, `00:00:00+03:00`. */
const isTime = (tokens: readonly BareToken[]): boolean =>
  tokens.length <= 9 &&
  tokens.every(
    ({ kind, lower, text }) =>
      (kind === 'number' && text.length <= 3) || TIME_WORDS.has(lower) || /^(?:[:+.–-]|\d\d[zt])$/u.test(lower),
  );
