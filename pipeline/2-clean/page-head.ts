import { readList } from '../0-contract/lists.js';
import { months } from '../0-latvian/time-words.js';
import { datelineOf, dayOf, labelledDayOf } from './dateline.js';
import type { TextLine } from './lines.js';
import { Phrases, wordsOf } from './phrases.js';

const DAY_HEADS = new Set(readList('noise/calendar-days.txt'));
const POLLS = new Phrases(readList('noise/poll-headings.txt'));
const ANSWERS = new Phrases(readList('noise/poll-answers.txt'));
/** A longer line is a paragraph of the article: the head of the page is over. */
const PARAGRAPH = 100;
/** Lines of the longest head. */
const HEAD = 8;
/** Words of the longest entry of a menu. */
const ENTRY_WORDS = 4;

/** Entries of a row, whatever stands between them: `Pašvaldība | Kultūra | 112`, `Pirmā lapa * Novadā * Sports`. */
const entriesOf = (line: string): string[] =>
  line
    .split(/\s+[|*•·/]\s+/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Names of persons: two words or more, each with a capital. */
const isName = (entry: string): boolean => /^\p{Lu}\S*(?:\s+\p{Lu}\S*)+$/u.test(entry);
const isDated = (entry: string): boolean => (labelledDayOf(entry) ?? datelineOf(entry) ?? dayOf(entry)) !== undefined;

/**
 * Marks, by their shape, what stands above and beside an article: a row of a menu before the first paragraph, a month's
 * calendar, a poll with its answers.
 */
export function markPageHead(lines: readonly TextLine[], noisy: boolean[]): void {
  const body = lines.findIndex(({ text }) => text.length > PARAGRAPH);
  const head = Math.min(body < 0 ? HEAD : body, HEAD, lines.length);
  for (let i = 0; i < head; i++) if (isRowOfEntries(lines, i)) noisy[i] = true;
  lines.forEach((_, i) => {
    markCalendar(lines, noisy, i);
    markPoll(lines, noisy, i);
  });
}

/** Three short entries or more that begin with a capital or a figure; the rows of a table stand beside another like it. */
function isRowOfEntries(lines: readonly TextLine[], i: number): boolean {
  const { text } = lines[i] as TextLine;
  const entries = entriesOf(text);
  if (entries.length < 3 || /[.:;,!?]/u.test(text)) return false;
  if (lines[i - 1]?.text.endsWith(':')) return false;
  if ([lines[i - 1], lines[i + 1]].some((beside) => entriesOf(beside?.text ?? '').length === entries.length))
    return false;
  return (
    entries.every((entry) => /^[\p{Lu}\d]/u.test(entry) && wordsOf(entry).length <= ENTRY_WORDS && !isDated(entry)) &&
    entries.filter(isName).length <= 1
  );
}

/** The names of the seven days in a row, the name of the month above and the rows of figures below. */
function markCalendar(lines: readonly TextLine[], noisy: boolean[], i: number): void {
  const days = wordsOf(lines[i]?.text ?? '');
  if (days.length !== 7 || !days.every((day) => DAY_HEADS.has(day))) return;
  noisy[i] = true;
  const [month = '', year = '', ...more] = wordsOf(lines[i - 1]?.text ?? '');
  if (months.has(month) && /^(?:\d{4})?$/u.test(year) && more.length === 0) noisy[i - 1] = true;
  for (let k = i + 1; /^[\d\s|]+$/u.test(lines[k]?.text ?? ''); k++) noisy[k] = true;
}

/** `Aptauja`, a question, then answers: `Jā (61%)`, `Nav viedokļa`. */
function markPoll(lines: readonly TextLine[], noisy: boolean[], i: number): void {
  const words = wordsOf(lines[i]?.text ?? '');
  if (words.length === 0 || POLLS.at(words, 0) !== words.length || !lines[i + 1]?.text.endsWith('?')) return;
  noisy[i] = true;
  noisy[i + 1] = true;
  for (let k = i + 2; k < lines.length; k++) {
    const { text } = lines[k] as TextLine;
    if (!/\d\s?%\)?$/u.test(text) && !ANSWERS.cover(wordsOf(text))) return;
    noisy[k] = true;
  }
}
