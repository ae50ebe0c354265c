import { readingOf, runFile } from '../statements.js';
import type { GraphStore, Row } from '../store.js';

/** Who brings or closes something, and when. */
export interface Stamp {
  readonly run: string;
  /** ISO datetime, the run's beginning. */
  readonly at: string;
}

export interface RunOf {
  /** `run`, `load`, `retract`. */
  readonly command: string;
  readonly rules?: string;
  /** Hash of the corrections applied. */
  readonly corrections?: string;
}

/** Articles. */
export interface RunCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly removed: number;
}

/** `2026-11-22T20-15-03-120Z`, fit for a file name. */
const idOf = (at: string): string => at.replace(/[:.]/gu, '-');
const timeOf = (id: string): number => Date.parse(id.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/u, 'T$1:$2:$3.$4Z'));

/**
 * Begins a run. Runs are in the order of their ids: one begins later than every other, even where the clock was put back.
 * @param now ISO datetime
 */
export async function beginRun(store: GraphStore, now: string, { command, rules, corrections }: RunOf): Promise<Stamp> {
  const { result } = await store.transact(async (run) => {
    await runFile(run, 'lock', [{}]);
    const [latest] = await runFile(run, 'last-run', [{}]);
    // what was loaded before runs were recorded has one whose id is no time
    const after = latest?.id ? timeOf(latest.id as string) + 1 || 0 : 0;
    const at = new Date(Math.max(Date.parse(now), after)).toISOString();
    const row = { id: idOf(at), startedAt: at, command, rules: rules ?? null, corrections: corrections ?? null };
    await runFile(run, 'run-begins', [row]);
    return { run: row.id, at };
  });
  return result;
}

/** @param now ISO datetime */
export async function endRun(store: GraphStore, { run }: Stamp, now: string, counts: RunCounts): Promise<void> {
  await store.transact((inside) => runFile(inside, 'run-ends', [{ id: run, finishedAt: now, counts }]));
}

/** All runs, the latest first. */
export const readRuns = (store: GraphStore): Promise<Row[]> => store.read(readingOf('runs'));
