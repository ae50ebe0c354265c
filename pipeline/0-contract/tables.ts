import { type Info, parse } from 'csv-parse/sync';
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
  const text = readData(path);
  let records: { record: unknown; info: Info }[];
  try {
    records = parse(text, {
      columns: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: unknown; info: Info }[];
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new Stop(`${where}${lines ? `:${lines}` : ''}: ${message}; mend that line`);
  }
  return records.map(({ record, info }) => {
    const checked = row.safeParse(record);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    throw new Stop(`${where}:${info.lines}: column ${issue?.path.join('.') || '?'}: ${issue?.message}; mend that line`);
  });
}
