import { readData } from './data-file.js';

/** A line of a record: its first word, and what stands behind that as it is written. */
export interface Field {
  /** Counted from 1. */
  readonly line: number;
  readonly key: string;
  readonly text: string;
}

/**
 * Reads a file of records: blocks of lines with blank lines between; `#` begins a line of notes. Nothing is quoted or
 * escaped, so a pattern is written as it is, and a file takes a hundredth of the time that YAML would.
 * @param path below `data/`, `rules/dates.txt`
 */
export function readRecords(path: string): Field[][] {
  const records: Field[][] = [];
  let record: Field[] = [];
  for (const [i, written] of readData(path).split(/\r?\n/u).entries()) {
    const line = written.trim();
    if (line.startsWith('#')) continue;
    if (line === '') {
      if (record.length > 0) records.push(record);
      record = [];
      continue;
    }
    const [, key = '', text = ''] = /^(\S+)\s*(.*)$/u.exec(line) ?? [];
    record.push({ line: i + 1, key, text });
  }
  return record.length > 0 ? [...records, record] : records;
}
