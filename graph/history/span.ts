import { Stop } from '../../pipeline/0-contract/errors.js';
import type { GraphStore, Row } from '../store.js';
import { readRuns } from './runs.js';

/** Runs one after another, both included. */
export interface Span {
  readonly first: string;
  readonly last: string;
  /** Of the last. */
  readonly run: Row;
  /** How many runs there are in it. */
  readonly runs: number;
}

/**
 * The runs that a person means.
 * @param run beginning of an id; the latest when absent
 * @throws Stop when there is none, or several begin so
 */
export async function spanOf(store: GraphStore, run?: string): Promise<Span> {
  const runs = await readRuns(store);
  const [latest] = runs;
  if (latest === undefined) throw new Stop('no runs yet: saites run my-articles/');
  if (run === undefined) return spanBetween(latest, latest, 1);
  const only = theRun(runs, run);
  return spanBetween(only, only, 1);
}

/**
 * All runs since a day, or after a run.
 * @param since ISO date (from its beginning on), or beginning of a run's id
 * @throws Stop as above, and when nothing ran since
 */
export async function spanSince(store: GraphStore, since: string): Promise<Span> {
  const runs = await readRuns(store);
  const later = /^\d{4}-\d\d-\d\d$/u.test(since)
    ? runs.filter(({ id }) => (id as string) >= since)
    : runs.filter(({ id }) => (id as string) > (theRun(runs, since).id as string));
  const [last] = later;
  if (last === undefined) throw new Stop(`no run since ${since}; saites runs lists them`);
  return spanBetween(later.at(-1) as Row, last, later.length);
}

const spanBetween = (first: Row, last: Row, runs: number): Span => ({
  first: first.id as string,
  last: last.id as string,
  run: last,
  runs,
});

function theRun(runs: readonly Row[], typed: string): Row {
  const fitting = runs.filter(({ id }) => (id as string).startsWith(typed));
  const [only] = fitting;
  if (only !== undefined && (fitting.length === 1 || only.id === typed)) return only;
  const near = (fitting.length > 0 ? fitting : runs).slice(0, 5).map(({ id }) => `  ${id}`);
  throw new Stop(
    fitting.length > 0
      ? `several runs begin with ${typed}; say which:\n${near.join('\n')}`
      : `there is no run ${typed}; the latest:\n${near.join('\n')}`,
  );
}
