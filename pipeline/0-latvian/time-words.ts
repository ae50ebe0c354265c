import { oneOf, type RowOf, text, whole } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';

const MONTH_ROW = { month: whole(1, 12), forms: text(3) };
const WORD_ROW = {
  kind: oneOf(
    'weekday',
    'season',
    'this-season',
    'year',
    'day',
    'week',
    'month',
    'direction',
    'ordinal',
    'part',
    'day-part',
    'year-word',
    'quarter-word',
    'half-word',
    'century-word',
    'legal',
    'street',
    'past',
    'future',
  ),
  value: text(),
  forms: text(1),
};
export type TimeWordKind = RowOf<typeof WORD_ROW>['kind'];

/** Case forms and abbreviations (without the stop), lower case → 1–12; from `data/lexicon/months.csv`. */
export const months: ReadonlyMap<string, number> = new Map(
  readTable('lexicon/months.csv', MONTH_ROW).flatMap(({ month, forms }) =>
    forms.split(/\s+/u).map((form) => [form, month] as const),
  ),
);

const byKind = new Map<TimeWordKind, Map<string, string>>();
for (const { kind, value, forms } of readTable('lexicon/time-words.csv', WORD_ROW)) {
  const words = byKind.get(kind) ?? new Map<string, string>();
  for (const form of forms.split(/\s*\|\s*/u)) words.set(timeKey(form), value);
  byKind.set(kind, words);
}

/** How a form is looked up: lower case, single spaces. */
export function timeKey(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ');
}

/** Forms of a kind → its value, as in `data/lexicon/time-words.csv`. */
export const timeWords = (kind: TimeWordKind): ReadonlyMap<string, string> => byKind.get(kind) ?? new Map();

const PAST = timeWords('past');
const FUTURE = timeWords('future');

/** Third persons of the past: stāstīja, runāja, rīkojās, but not vadītāja, devēja, māja. */
const PAST_ENDING = /\p{L}(?:[^t\P{L}]āja|[^\P{L}]īja|oja|[āīo]jās|ušies|ušās)$/u;
const FUTURE_ENDING = /\p{L}{3}sies$/u;

/** Whether words speak of what was or of what will be; undefined when of neither or of both. */
export function tenseOf(lowerWords: Iterable<string>): 'past' | 'future' | undefined {
  let past = false;
  let future = false;
  for (const word of lowerWords) {
    past ||= PAST.has(word) || PAST_ENDING.test(word);
    future ||= FUTURE.has(word) || FUTURE_ENDING.test(word);
  }
  return past === future ? undefined : past ? 'past' : 'future';
}
