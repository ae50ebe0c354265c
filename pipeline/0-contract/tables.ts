import { readFileSync } from 'node:fs';
import { type Info, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { Stop } from './errors.js';
import { dataPath } from './root.js';

/**
 * Reads a table of `data/`: comma-separated, a line of column names first, lines that begin with `#` are notes.
 * @param path below `data/`, `lexicon/posts.csv`
 * @param row what a row must look like
 * @throws Stop naming the file and the line
 */
export function readTable<Row>(path: string, row: z.ZodType<Row>): Row[] {
  const where = `data/${path}`;
  let records: { record: unknown; info: Info }[];
  try {
    records = parse(readFileSync(dataPath(...path.split('/')), 'utf8').normalize('NFC'), {
      columns: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: unknown; info: Info }[];
  } catch (error) {
    throw new Stop(`${where}: ${(error as Error).message}; mend the table`);
  }
  return records.map(({ record, info }) => {
    const checked = row.safeParse(record);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    throw new Stop(`${where}:${info.lines}: column ${issue?.path.join('.') || '?'}: ${issue?.message}; mend that line`);
  });
}
