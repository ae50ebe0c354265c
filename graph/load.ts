import { setImmediate } from 'node:timers/promises';
import { Stop } from '../pipeline/0-contract/errors.js';
import type { Article, Extraction } from '../pipeline/0-contract/types.js';
import { applyBatch } from './batch.js';
import { printOf } from './copies/print.js';
import type { Correction } from './corrections/corrections.js';
import { followCorrections, withoutEffect } from './corrections/follow.js';
import { correctedBy } from './corrections/match.js';
import { type Told, toldIn } from './counts.js';
import { readForgotten, withoutForgotten } from './forget/forgotten.js';
import { beginRun, endRun } from './history/runs.js';
import { ensureReference } from './reference/reference.js';
import { type ArticleRows, rowsOf } from './rows.js';
import { ensureSchema } from './schema.js';
import { readingOf, runFile } from './statements.js';
import type { GraphStore, Row, WriteCounts } from './store.js';
import type { Forms } from './sum-entities.js';
import { NOTHING_WRITTEN, sumOf } from './write-counts.js';

/** Articles that are looked up in the graph at once. */
const LOOKED_UP = 500;

/**
 * Rows a transaction: some 180 articles. A statement costs the same for few rows as for a thousand, but what is not yet
 * through fills the server's memory and is not yet safe.
 */
const BATCH = 20_000;

export type Outcome = 'new' | 'changed' | 'unchanged' | 'failed';

export interface ArticleOutcome {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Why it failed, one line. */
  readonly message?: string;
}

/** An article whose extraction is made only if it is not in the graph as it is. */
export interface Pending {
  readonly article: Pick<Article, 'id' | 'title' | 'hash'>;
  /** An error it throws makes the article fail, a Stop ends the load. */
  readonly extract: () => Extraction | Promise<Extraction>;
}

export interface LoadOptions {
  readonly forms: Forms;
  /** Now, an ISO datetime. */
  readonly now: string;
  /** Changes whenever the rules give other extractions: all articles are then loaded again. */
  readonly rules: string;
  /** Read when the run ends, an ISO datetime; `now` unless given. */
  readonly clock?: () => string;
  /** What people rule; all that is followed, also of articles that stay as they are. */
  readonly corrections?: readonly Correction[];
  /** What the run is called in the graph; `load` unless said otherwise. */
  readonly command?: string;
  /** Told of each article when its transaction is through, in the order of the input. */
  readonly onArticle?: (article: ArticleOutcome) => void;
}

/** With what the articles loaded tell (not the unchanged). */
export interface LoadReport extends Told {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: readonly ArticleOutcome[];
  /** Articles loaded that are copies of one that is there: ids and titles, and the id of the original. */
  readonly copies: readonly Row[];
  /** What the store wrote, the record of the run itself left out. */
  readonly counts: WriteCounts;
  /** Id of the run. */
  readonly run: string;
  /** Corrections that apply to nothing, one line each, with file and line. */
  readonly withoutEffect: readonly string[];
}

interface Task {
  readonly rows: ArticleRows;
  readonly title: string;
  readonly outcome: 'new' | 'changed';
  /** How it ended, once it is written or failed. */
  end?: ArticleOutcome;
}

const inOneLine = (error: unknown): string => (error as Error).message.split('\n')[0] ?? '';

/**
 * Loads what articles say. An article that is in the graph with the same hash and rules is left alone; another one replaces
 * what it said before and nothing else. An article is loaded whole or not at all; one that fails is reported and the others
 * go on.
 * @throws Stop when the store cannot go on; what was reported as loaded stays
 */
export async function load(
  store: GraphStore,
  extractions: AsyncIterable<Extraction | Pending> | Iterable<Extraction | Pending>,
  options: LoadOptions,
): Promise<LoadReport> {
  const { now, rules, onArticle, command = 'load', clock = () => now, forms } = options;
  await ensureSchema(store);
  await ensureReference(store, forms);
  const corrected = correctedBy(options.corrections ?? [], forms);
  const stamp = await beginRun(store, now, { command, rules });
  await followCorrections(store, corrected, forms);
  const forgotten = await readForgotten(store);
  const tally = { new: 0, changed: 0, unchanged: 0 };
  const failed: ArticleOutcome[] = [];
  const hashes = new Map<string, string>();
  const loaded = new Set<string>();
  let counts = NOTHING_WRITTEN;

  const tell = (told: ArticleOutcome): void => {
    if (told.outcome === 'failed') failed.push(told);
    else tally[told.outcome]++;
    onArticle?.(told);
  };

  /** Task → why it failed; undefined when it is written. */
  async function write(tasks: readonly Task[]): Promise<Map<Task, string | undefined>> {
    if (tasks.length === 0) return new Map();
    try {
      const load = tasks.map((task) => task.rows);
      const done = await store.transact((run) => applyBatch(run, { load, remove: [] }, { forms, stamp, corrected }));
      counts = sumOf(counts, done.counts);
      return new Map(tasks.map((task) => [task, undefined]));
    } catch (error) {
      if (error instanceof Stop) throw error;
      const [only] = tasks;
      if (only !== undefined && tasks.length === 1) return new Map([[only, inOneLine(error)]]);
    }
    // One of them is bad: halves, until it stands alone and the others are loaded.
    const half = Math.ceil(tasks.length / 2);
    const first = await write(tasks.slice(0, half));
    return new Map([...first, ...(await write(tasks.slice(half)))]);
  }

  /** What is to be done with an article, or how it ended already. */
  async function prepare(
    item: Extraction | Pending,
    there: { hash: string; rules: string } | undefined,
  ): Promise<Task | ArticleOutcome> {
    const { id, title, hash } = item.article;
    const earlier = hashes.get(id);
    if (earlier !== undefined && earlier !== hash)
      return { id, title, outcome: 'failed', message: `another article with the id ${id} came before it in this run` };
    hashes.set(id, hash);
    if (earlier !== undefined || (there?.hash === hash && there.rules === rules))
      return { id, title, outcome: 'unchanged' };
    try {
      const extraction = 'extract' in item ? await item.extract() : item;
      const said = withoutForgotten(extraction, forgotten, forms, corrected);
      const rows = rowsOf(said, rules, stamp.at, printOf(extraction.article));
      // lets the answers in that the batch under way waits for
      await setImmediate();
      return { rows, title, outcome: there === undefined ? 'new' : 'changed' };
    } catch (error) {
      if (error instanceof Stop) throw error;
      return { id, title, outcome: 'failed', message: inOneLine(error) };
    }
  }

  /** What is not told yet, in the order of the input. */
  const untold: (Task | ArticleOutcome)[] = [];
  const endOf = (one: Task | ArticleOutcome): ArticleOutcome | undefined => ('rows' in one ? one.end : one);
  function tellEnded(): void {
    const open = untold.findIndex((one) => endOf(one) === undefined);
    for (const one of untold.splice(0, open === -1 ? untold.length : open)) tell(endOf(one) as ArticleOutcome);
  }

  async function writeBatch(tasks: readonly Task[]): Promise<void> {
    const written = await write(tasks);
    for (const task of tasks) {
      const { rows, title, outcome } = task;
      const { id } = rows.article;
      const message = written.get(task);
      task.end = message === undefined ? { id, title, outcome } : { id, title, outcome: 'failed', message };
      if (message === undefined) loaded.add(id);
    }
    tellEnded();
  }

  /** The batch under way: the next one is prepared meanwhile, and begins when it is through. */
  let writing = Promise.resolve();
  let prepared: Task[] = [];
  let rowsPrepared = 0;
  async function writePrepared(): Promise<void> {
    await writing;
    writing = writeBatch(prepared);
    // told by whoever waits for it
    writing.catch(() => {});
    prepared = [];
    rowsPrepared = 0;
  }

  async function take(items: readonly (Extraction | Pending)[]): Promise<void> {
    const there = await stampsOf(
      store,
      items.map(({ article }) => article.id),
    );
    for (const item of items) {
      const one = await prepare(item, there.get(item.article.id));
      untold.push(one);
      if ('rows' in one) {
        prepared.push(one);
        rowsPrepared += one.rows.entities.length + one.rows.mentions.length + one.rows.claims.length;
      } else tellEnded();
      if (rowsPrepared >= BATCH) await writePrepared();
    }
  }

  try {
    let items: (Extraction | Pending)[] = [];
    for await (const item of extractions) {
      items.push(item);
      if (items.length < LOOKED_UP) continue;
      await take(items);
      items = [];
    }
    await take(items);
    await writePrepared();
  } finally {
    await writing;
  }
  const unused = await withoutEffect(store, corrected);
  await endRun(store, stamp, clock(), { ...tally, failed: failed.length, removed: 0 });
  return {
    ...tally,
    failed,
    ...(await toldIn(store, [...loaded])),
    copies: await store.read(readingOf('copies-among'), { ids: [...loaded] }),
    counts,
    run: stamp.run,
    withoutEffect: unused,
  };
}

async function stampsOf(
  store: GraphStore,
  articles: readonly string[],
): Promise<Map<string, { hash: string; rules: string }>> {
  const rows = await runFile(
    (cypher, params) => store.read(cypher, params),
    'article-stamps',
    articles.map((id) => ({ id })),
  );
  return new Map(rows.map(({ id, hash, rules }) => [id as string, { hash: hash as string, rules: rules as string }]));
}
