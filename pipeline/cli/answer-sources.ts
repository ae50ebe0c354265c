import type { Row, Value } from '../../graph/store.js';
import { widthOf, wrap } from './wrap.js';

/**
 * Columns that say where a row comes from. They are the same for many rows and long: a table shows a number for them and
 * the sources below it.
 */
const SOURCE = ['title', 'published', 'url', 'sentence', 'evidence'] as const;

/** Where the words stand: for programs. */
const PLACE = ['article', 'start', 'end'] as const;

/** `title` and `secondTitle`: a row may rest on two articles. */
const PREFIXES = ['', 'second'];

const nameOf = (prefix: string, column: string): string =>
  prefix === '' ? column : prefix + (column[0]?.toUpperCase() ?? '') + column.slice(1);

/** A value in one cell; nothing for null. */
export const textOf = (value: Value | undefined): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Math.round(value * 1000) / 1000);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The sources of an answer's rows, each numbered when it is met first. */
export class Sources {
  /** Columns that stand in a source and not in the table; none when rows have no sentence. */
  readonly columns: ReadonlySet<string>;
  readonly #prefixes: readonly string[];
  readonly #numbers = new Map<string, number>();

  constructor(names: readonly string[]) {
    this.#prefixes = PREFIXES.filter((prefix) => names.includes(nameOf(prefix, 'sentence')));
    this.columns = new Set(
      this.#prefixes.flatMap((prefix) => [...SOURCE, ...PLACE].map((column) => nameOf(prefix, column))),
    );
  }

  /** `[1]`, or `[1] [2]` for a row that rests on two articles. */
  referencesOf(row: Row): string {
    const numbers = this.#prefixes.flatMap((prefix) => {
      const parts = SOURCE.map((column) => row[nameOf(prefix, column)] ?? null);
      if (parts.every((part) => textOf(part) === '')) return [];
      const source = JSON.stringify(parts);
      const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
      this.#numbers.set(source, number);
      return [number];
    });
    return [...new Set(numbers)].map((number) => `[${number}]`).join(' ');
  }

  /** Title, date, address and words of each source, in lines of at most `width`. */
  lines(width: number): string[] {
    return [...this.#numbers].flatMap(([source, number]) => sourceLines(JSON.parse(source), `[${number}] `, width));
  }
}

function sourceLines([title, published, url, sentence, evidence]: Value[], mark: string, width: number): string[] {
  const room = width - widthOf(mark);
  const article = [textOf(title), textOf(published)].filter((part) => part !== '').join(', ');
  const words = [textOf(sentence), ...(Array.isArray(evidence) ? evidence.map(textOf) : [])];
  const quotes = words
    .filter((quote, i, all) => quote !== '' && all.indexOf(quote) === i)
    .map((quote) => `“${quote.replace(/\s+/gu, ' ').trim()}”`);
  return [
    ...(article === '' ? [] : wrap(article, room)),
    // an address stays whole, so that it can be clicked
    ...(url ? [textOf(url)] : []),
    ...quotes.flatMap((quote) => wrap(quote, room)),
  ].map((line, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + line);
}
