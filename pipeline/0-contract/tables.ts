import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { readData } from './data-file.js';
import { Stop } from './errors.js';

/**
 * Reads a table of `data/`: comma-separated, a line of column names first, lines that begin with `#` are notes.
 * @param path below `data/`, `lexicon/posts.csv`
 * @param row what a row must look like
 * @throws Stop naming the file and the line
 */
export function readTable<Row>(path: string, row: z.ZodType<Row>): Row[] {
  const where = `data/${path}`;
  let columns: string[] | undefined;
  const rows: Row[] = [];
  for (const [i, line] of readData(path).split(/\r?\n/u).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const cells = cellsOf(line, `${where}:${i + 1}`);
    if (!columns) {
      columns = cells;
      continue;
    }
    if (cells.length !== columns.length) {
      throw new Stop(`${where}:${i + 1}: ${cells.length} columns, expected ${columns.join(',')}; mend that line`);
    }
    const checked = row.safeParse(Object.fromEntries(columns.map((name, k) => [name, cells[k]])));
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new Stop(`${where}:${i + 1}: column ${issue?.path.join('.') || '?'}: ${issue?.message}; mend that line`);
    }
    rows.push(checked.data);
  }
  return rows;
}

/** A line without quotes is cut at its commas: the parser would take most of the time in which the rules start. */
function cellsOf(line: string, where: string): string[] {
  if (!line.includes('"')) return line.split(',').map((cell) => cell.trim());
  try {
    return (parse(line, { trim: true }) as string[][])[0] ?? [];
  } catch (error) {
    throw new Stop(`${where}: ${(error as Error).message}; mend that line`);
  }
}
