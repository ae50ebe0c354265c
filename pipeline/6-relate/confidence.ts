import { number, text, whole } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import type { Fact } from '../0-contract/types.js';

/** How often a rule was right on annotated articles when it stated a confidence: a row of `data/rules/confidence.csv`. */
export interface ConfidenceRow {
  readonly rule: string;
  readonly stated: number;
  readonly confidence: number;
  readonly right: number;
  readonly wrong: number;
}

const share = number(0, 1);
const ROW = { rule: text(3), stated: share, confidence: share, right: whole(0), wrong: whole(0) };

/** A rule that no annotated article has tried is never among the sure ones, whatever it states. */
const UNTRIED = 0.85;

/** From what a rule states to how sure its facts are. */
export type ConfidenceTable = ReadonlyMap<string, readonly ConfidenceRow[]>;

export function confidenceTable(rows: readonly ConfidenceRow[]): ConfidenceTable {
  const table = new Map<string, ConfidenceRow[]>();
  for (const row of rows) table.set(row.rule, [...(table.get(row.rule) ?? []), row]);
  for (const own of table.values()) own.sort((a, b) => a.stated - b.stated);
  return table;
}

/** That of the nearest confidence not above the one stated; below all that were tried, what is stated but no more. */
export function confidenceIn(table: ConfidenceTable, rule: string, stated: number): number {
  const rows = table.get(rule);
  if (!rows?.[0]) return Math.min(stated, UNTRIED);
  return rows.findLast((row) => row.stated <= stated)?.confidence ?? Math.min(rows[0].confidence, stated);
}

const known = confidenceTable(readTable('rules/confidence.csv', ROW));

/** The fact with the confidence that its rule has earned instead of the one that it states. */
export const calibrated = (fact: Fact): Fact => ({
  ...fact,
  confidence: confidenceIn(known, fact.rule, fact.confidence),
});
