import { createRequire } from 'node:module';
import type * as csv from 'csv-parse/sync';
import type { Columns, RowOf } from './columns.js';
import { readData } from './data-file.js';
import { Stop } from './errors.js';

/** A row that its columns allow and that is wrong all the same. */
export type Reject<Table> = (column: keyof Table & string, message: string) => never;

/**
 * Reads a table of `data/`: comma-separated, a line of column names first, lines that begin with `#` are notes. Checked
 * without zod, which would take a fifth of the time in which the rules start.
 * @param path below `data/`, `lexicon/posts.csv`
 * @param columns those that are wanted, and what their cells must be
 * @throws Stop naming the file, the line and the column
 */
export function readTable<Table extends Columns>(path: string, columns: Table): RowOf<Table>[];
/** @param make what becomes of a row */
export function readTable<Table extends Columns, Made>(
  path: string,
  columns: Table,
  make: (row: RowOf<Table>, reject: Reject<Table>) => Made,
): Made[];
export function readTable<Table extends Columns, Made>(
  path: string,
  columns: Table,
  make?: (row: RowOf<Table>, reject: Reject<Table>) => Made,
): unknown[] {
  const wanted = Object.entries(columns);
  let header: string[] | undefined;
  let places: number[] = [];
  const rows: unknown[] = [];
  for (const [i, line] of readData(path).split(/\r?\n/u).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const where = `data/${path}:${i + 1}`;
    const reject = (column: string, message: string): never => {
      throw new Stop(`${where}: column ${column}: ${message}; mend that line`);
    };
    const cells = cellsOf(line, where);
    if (!header) {
      header = cells;
      places = wanted.map(([name]) => (cells.includes(name) ? cells.indexOf(name) : reject(name, 'is not there')));
      continue;
    }
    if (cells.length !== header.length) {
      throw new Stop(`${where}: ${cells.length} columns, expected ${header.join(',')}; mend that line`);
    }
    const row: Record<string, unknown> = {};
    wanted.forEach(([name, read], k) => {
      try {
        row[name] = read(cells[places[k] as number] as string);
      } catch (error) {
        reject(name, (error as Error).message);
      }
    });
    rows.push(make ? make(row as RowOf<Table>, reject) : row);
  }
  return rows;
}

const require = createRequire(import.meta.url);

/** A line without quotes is cut at its commas: the parser alone takes 25 ms to load, and most of the time to read. */
function cellsOf(line: string, where: string): string[] {
  if (!line.includes('"')) return line.split(',').map((cell) => cell.trim());
  const { parse } = require('csv-parse/sync') as typeof csv;
  try {
    return (parse(line, { trim: true }) as string[][])[0] ?? [];
  } catch (error) {
    throw new Stop(`${where}: ${(error as Error).message}; mend that line`);
  }
}
