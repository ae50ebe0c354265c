import { parseAddress } from '../0-contract/address.js';
import { text } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import type { Span } from '../0-contract/types.js';
import { datelineOf, dayOf, labelledDayOf } from './dateline.js';
import { textLines } from './lines.js';
import { isMenuRow } from './noise.js';
import { wordsOf } from './phrases.js';

const INSTITUTION_HEADS: ReadonlySet<string> = new Set(
  readTable('lexicon/institution-heads.csv', { lemma: text() }).map(({ lemma }) => lemma),
);

/** Lines among which the head of a page ends. */
const HEAD = 12;
/** A longer line is a paragraph. */
const TITLE_LENGTH = 200;
const CUT = 100;
/** A line of this length that ends in a stop is a sentence, not a headline. */
const SENTENCE_LENGTH = 80;
const isParagraph = (line: string): boolean =>
  line.length > TITLE_LENGTH || (line.length > SENTENCE_LENGTH && /[.:]$/u.test(line));

/**
 * The headline of a plain text: the first line before the first paragraph that reads like one, else the first short line
 * of three words or more, else the beginning of the first paragraph with `…`. What stands right above a menu is the name of
 * the site.
 */
export function titleOf(text: string, noise: readonly Span[]): string {
  const all = textLines(text);
  const isNoise = ({ start }: Span): boolean => noise.some((span) => start >= span.start && start < span.end);
  const body = all.findIndex((line) => !isNoise(line) && isParagraph(line.text));
  const menu = all.findLastIndex(
    (line, i) => (body < 0 ? i < HEAD : i < body) && isNoise(line) && isMenuRow(line.text),
  );
  const lines = all.filter((line) => !isNoise(line));
  const short = all
    .slice(0, body < 0 ? all.length : body)
    .filter(
      (line) => !isNoise(line) && wordsOf(line.text).length >= 3 && !isDated(line.text) && !parseAddress(line.text),
    );
  const headline =
    short.find((line) => line.start > (all[menu]?.start ?? -1) && isHeadline(line.text)) ??
    short.find(({ text: line }) => isHeadline(line)) ??
    short[0];
  if (headline) return headline.text.replace(/^[-–—•*#\s]+/u, '');
  const start = (lines.find(({ text: line }) => isParagraph(line)) ?? lines[0])?.text ?? '';
  if (start.length <= CUT) return start;
  return `${start.slice(0, start.lastIndexOf(' ', CUT) > 0 ? start.lastIndexOf(' ', CUT) : CUT).replace(/[,;:–-]$/u, '')}…`;
}

const isDated = (line: string): boolean => (dayOf(line) ?? datelineOf(line) ?? labelledDayOf(line)) !== undefined;

/** Neither a row of names (`Nodibinājums „Lukturis” | Gada grāmata`) nor the name of an institution alone. */
const isHeadline = (line: string): boolean =>
  /\p{Ll}/u.test(line) && !line.includes(' | ') && !/:$/u.test(line) && !isInstitution(line);

/** `Latgales plānošanas reģions`: a noun of institutions, and before it nothing but genitives and definite adjectives. */
function isInstitution(line: string): boolean {
  const words = wordsOf(line);
  return (
    INSTITUTION_HEADS.has(words.at(-1) ?? '') &&
    words.slice(0, -1).every((word) => /(?:[āeē]s|as|ais|[auā])$/u.test(word))
  );
}
