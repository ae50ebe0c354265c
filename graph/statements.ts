import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../pipeline/0-contract/root.js';
import type { Row, Run } from './store.js';

const read = new Map<string, readonly string[]>();

/** The statements of a file below `graph/` (`write/facts/HEADS`), in order; a `;` at the end of a line stands between them. */
export function statementsOf(name: string): readonly string[] {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(packageRoot, 'graph', ...`${name}.cypher`.split('/')), 'utf8');
  const statements = text
    .replace(/^\/\/.*\n/gmu, '')
    .split(/;\s*$/mu)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  read.set(name, statements);
  return statements;
}

/** The statement of a file of `graph/read/`. */
export const readingOf = (name: string): string => statementsOf(`read/${name}`)[0] as string;

/**
 * Runs the statements of a file of `graph/write/` over rows, all sent at once; the rows that the last one returns. Nothing is
 * sent for no rows.
 */
export async function runFile(run: Run, name: string, rows: readonly unknown[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const answers = await Promise.all(statementsOf(`write/${name}`).map((cypher) => run(cypher, { rows })));
  return answers.at(-1) ?? [];
}

/** The columns that hold something. */
export const heldIn = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Rows by the text in one of their columns. */
export function groupBy<T extends Row>(rows: readonly T[], column: keyof T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
