import Table from 'cli-table3';
import type { Answer } from '../../graph/ask.js';
import type { Row, Value } from '../../graph/store.js';
import { widthOf, wrap } from './wrap.js';

/**
 * Columns that say where a row comes from. They are the same for many rows and long: a table shows a number for them and
 * the sources below it.
 */
const SOURCE = ['title', 'published', 'url', 'sentence', 'evidence'] as const;

/** `title` and `secondTitle`: a row may rest on two articles. */
const PREFIXES = ['', 'second'];

const nameOf = (prefix: string, column: string): string =>
  prefix === '' ? column : prefix + (column[0]?.toUpperCase() ?? '') + column.slice(1);

export const textOf = (value: Value | undefined): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Math.round(value * 1000) / 1000);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** An answer as a table no wider than `width`, with the sources of its rows numbered below. */
export function answerTable({ columns, rows }: Answer, width: number): string {
  const names = columns.map(({ name }) => name);
  const prefixes = PREFIXES.filter((prefix) => names.includes(nameOf(prefix, 'sentence')));
  const hidden = new Set(prefixes.flatMap((prefix) => SOURCE.map((column) => nameOf(prefix, column))));
  const shown = names.filter((name) => !hidden.has(name) && rows.some((row) => textOf(row[name]) !== ''));
  const sources = new Map<string, number>();
  const cells = rows.map((row) => [
    ...shown.map((name) => textOf(row[name])),
    ...(prefixes.length > 0 ? [references(row, prefixes, sources)] : []),
  ]);
  const heads = [...shown.map(headOf), ...(prefixes.length > 0 ? ['source'] : [])];
  const widths = columnWidths(heads, cells, width);
  const table = new Table({
    head: heads.map((head, i) => wrap(head, widths[i] as number).join('\n')),
    colWidths: widths.map((column) => column + PADDING),
    colAligns: [...shown.map((name) => (isNumber(columns, name) ? 'right' : 'left')), 'left'] as ('left' | 'right')[],
    // where the first column is one line high, it shows where a row begins
    style: { head: [], border: [], compact: cells.every(([first]) => widthOf(first ?? '') <= (widths[0] as number)) },
  });
  let above: string[] = [];
  for (const row of cells) {
    table.push(row.map((cell, i) => cellText(cell, above[i], widths[i] as number)));
    above = row;
  }
  const listed = [...sources].map(([source, number]) => sourceText(source, number, width));
  return [table.toString(), ...listed].join('\n');
}

const PADDING = 2;

/** `partOf` → `part of` */
const headOf = (name: string): string => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

const isNumber = (columns: Answer['columns'], name: string): boolean =>
  columns.some((column) => column.name === name && (column.type === 'integer' || column.type === 'decimal'));

/** A long text that stands in the row above already is not shown again. */
const cellText = (cell: string, above: string | undefined, width: number): string =>
  cell === above && widthOf(cell) > width ? '″' : wrap(cell, width).join('\n');

/** The numbers of a row's sources; new ones are added to `sources`. */
function references(row: Row, prefixes: readonly string[], sources: Map<string, number>): string {
  const numbers = prefixes.flatMap((prefix) => {
    const parts = SOURCE.map((column) => row[nameOf(prefix, column)] ?? null);
    if (parts.every((part) => textOf(part) === '')) return [];
    const source = JSON.stringify(parts);
    const number = sources.get(source) ?? sources.size + 1;
    sources.set(source, number);
    return [number];
  });
  return [...new Set(numbers)].map((number) => `[${number}]`).join(' ');
}

function sourceText(source: string, number: number, width: number): string {
  const [title, published, url, sentence, evidence] = JSON.parse(source) as Value[];
  const mark = `[${number}] `;
  const indent = ' '.repeat(mark.length);
  const article = [textOf(title), textOf(published)].filter((part) => part !== '').join(', ');
  const quotes = [textOf(sentence), ...(Array.isArray(evidence) ? evidence.map(textOf) : [])]
    .filter((quote, i, all) => quote !== '' && all.indexOf(quote) === i)
    .map((quote) => `“${quote.replace(/\s+/gu, ' ').trim()}”`);
  // an address stays whole, so that it can be clicked
  const lines = [
    ...wrap(article, width - mark.length),
    ...(url ? [textOf(url)] : []),
    ...quotes.flatMap((quote) => wrap(quote, width - mark.length)),
  ];
  return lines.map((line, i) => (i === 0 ? mark : indent) + line).join('\n');
}

/**
 * Each column gets what it needs while there is room. What lacks is taken from columns of long texts first, then from the
 * widest; no column gets narrower than its longest word.
 */
function columnWidths(heads: readonly string[], cells: readonly (readonly string[])[], width: number): number[] {
  const texts = heads.map((head, i) => [head, ...cells.map((row) => row[i] ?? '')]);
  const needed = texts.map((column) => Math.max(...column.map(widthOf)));
  const widths = [...needed];
  const words = texts.map((column) => Math.max(...column.flatMap((text) => text.split(/\s+/u).map(widthOf))));
  let excess = widths.reduce((sum, column) => sum + column, 0) - (width - heads.length * (PADDING + 1) - 1);
  for (const least of [
    (i: number) => ((needed[i] as number) > LONG_TEXT ? (words[i] as number) : Number.POSITIVE_INFINITY),
    (i: number) => words[i] as number,
    (i: number) => Math.min(LONGEST_WORD, words[i] as number),
  ]) {
    while (excess > 0) {
      const [widest] = [...widths.keys()]
        .filter((i) => (widths[i] as number) > least(i))
        .sort((a, b) => (widths[b] as number) - (widths[a] as number));
      if (widest === undefined) break;
      widths[widest] = (widths[widest] as number) - 1;
      excess--;
    }
  }
  return widths;
}

/** Columns that need no more than this are left as they are as long as others can give. */
const LONG_TEXT = 22;

/** Longer words may be cut, when a table does not fit else. */
const LONGEST_WORD = 10;
