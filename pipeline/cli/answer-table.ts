import Table from 'cli-table3';
import type { Answer } from '../../graph/ask.js';
import { Sources, textOf } from './answer-sources.js';
import { columnWidths } from './column-widths.js';
import { widthOf, wrap } from './wrap.js';

/**
 * An answer as a table no wider than `width`, with the sources of its rows numbered below. A long text that many rows have
 * in common (a project's title) stands above them; where the columns have no room beside each other, each row is a block of
 * lines.
 */
export function answerTable({ columns, rows }: Answer, width: number): string {
  const sources = new Sources(columns.map(({ name }) => name));
  const shown = columns.filter(
    ({ name }) => !sources.columns.has(name) && rows.some((row) => textOf(row[name]) !== ''),
  );
  const heads = shown.map(({ name }) => headOf(name));
  const cells = rows.map((row) => shown.map(({ name }) => textOf(row[name])));
  const right = shown.map(({ type }) => type === 'integer' || type === 'decimal');
  if (sources.columns.size > 0) {
    heads.push('source');
    for (const [i, row] of rows.entries()) cells[i]?.push(sources.referencesOf(row));
    right.push(false);
  }
  const above = repeatedColumns(cells);
  const kept = heads.map((_, i) => i).filter((i) => !above.includes(i));
  const widths = columnWidths(
    kept.map((i) => [heads[i] ?? '', ...cells.map((row) => row[i] ?? '')]),
    width - kept.length * (PADDING + 1) - 1,
  );
  const only = <T>(of: readonly T[], columns: readonly number[]): T[] => columns.map((i) => of[i] as T);
  const body = widths
    ? runs(cells, above).flatMap((run) => [
        ...labelled(only(heads, above), only(run[0] as string[], above), width),
        ruled(
          only(heads, kept),
          run.map((row) => only(row, kept)),
          widths,
          only(right, kept),
        ),
      ])
    : blocks(heads, cells, width);
  return [...body, ...sources.lines(width)].join('\n');
}

/** Texts longer than this that rows have in common stand above them. */
const LONG_TEXT = 22;

/** Rows one after another that are equal in some columns. */
function runs<Row extends readonly string[]>(cells: readonly Row[], columns: readonly number[]): Row[][] {
  const all: Row[][] = [];
  for (const row of cells) {
    const last = all.at(-1);
    if (last && columns.every((i) => last[0]?.[i] === row[i])) last.push(row);
    else all.push([row]);
  }
  return all;
}

/** Rows that have long texts in common, on average, for these to stand above them. */
const WORTH_A_HEADING = 4;

/** Columns of long texts, not the first, that stay the same over all rows, or over several on average. */
function repeatedColumns(cells: readonly (readonly string[])[]): number[] {
  const long = (cells[0] ?? [])
    .map((_, i) => i)
    .filter((i) => i > 0 && cells.some((row) => widthOf(row[i] ?? '') > LONG_TEXT));
  const worth = (columns: readonly number[]): boolean => {
    const { length } = runs(cells, columns);
    return cells.length > 1 && (length === 1 || length * WORTH_A_HEADING <= cells.length);
  };
  const repeated = long.filter((i) => worth([i]));
  return worth(repeated) ? repeated : [];
}

const PADDING = 2;

/** `partOf` → `part of`; a title, in a sheet, as it is. */
const headOf = (name: string): string =>
  /^[a-z][a-zA-Z]*$/u.test(name) ? name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`) : name;

function ruled(
  heads: readonly string[],
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  right: readonly boolean[],
): string {
  const table = new Table({
    head: heads.map((head, i) => wrap(head, widths[i] as number).join('\n')),
    colWidths: widths.map((column) => column + PADDING),
    colAligns: right.map((aligned) => (aligned ? 'right' : 'left')),
    // where the first column is one line high, it shows where a row begins
    style: { head: [], border: [], compact: cells.every(([first]) => widthOf(first ?? '') <= (widths[0] as number)) },
  });
  let above: readonly string[] = [];
  for (const row of cells) {
    table.push(row.map((cell, i) => cellText(cell, above[i], widths[i] as number)));
    above = row;
  }
  return table.toString();
}

/** A long text that stands in the row above already is not shown again. */
const cellText = (cell: string, above: string | undefined, width: number): string =>
  cell === above && widthOf(cell) > width ? '″' : wrap(cell, width).join('\n');

/** Lines `head  cell`, what is empty left out. */
function labelled(heads: readonly string[], row: readonly string[], width: number): string[] {
  const column = Math.max(0, ...heads.map(widthOf)) + PADDING;
  return row.flatMap((cell, i) =>
    cell === ''
      ? []
      : wrap(cell, width - column).map((text, k) => (k === 0 ? (heads[i] ?? '') : '').padEnd(column) + text),
  );
}

/** Each row as lines of its own. */
function blocks(heads: readonly string[], cells: readonly (readonly string[])[], width: number): string[] {
  const line = '─'.repeat(width);
  return [line, ...cells.flatMap((row) => [...labelled(heads, row, width), line])];
}
