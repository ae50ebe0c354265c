import { applyBatch } from './batch.js';
import type { Correction } from './corrections/corrections.js';
import { correctedBy } from './corrections/match.js';
import { beginRun, endRun } from './history/runs.js';
import { ensureSchema } from './schema.js';
import { readingOf } from './statements.js';
import type { GraphStore } from './store.js';
import type { Forms } from './sum-entities.js';

/** What went with an article. */
export interface Retracted {
  readonly id: string;
  readonly title: string;
  /** What it said. */
  readonly claims: number;
  readonly mentions: number;
  /** What only it said: relationships and entities that are gone. */
  readonly facts: number;
  readonly entities: number;
}

/** The ids of articles that are in the graph, as a person may name one: by id, address, or path. */
export async function articlesNamed(store: GraphStore, typed: string): Promise<string[]> {
  const rows = await store.read(readingOf('find-article'), { typed: typed.replaceAll('\\', '/') });
  const exact = rows.filter(({ id }) => id === typed);
  return (exact.length > 0 ? exact : rows).map(({ id }) => id as string);
}

/**
 * Takes articles back, each in a transaction of its own: what it said stays as closed claims, what only it said is gone.
 * @param articles ids; those that are not in the graph are left out of the answer
 * @param now ISO datetime
 */
export async function retract(
  store: GraphStore,
  articles: readonly string[],
  {
    forms,
    now,
    corrections = [],
    command = 'retract',
  }: {
    readonly forms: Forms;
    readonly now: string;
    readonly corrections?: readonly Correction[];
    readonly command?: string;
  },
): Promise<{ readonly run: string; readonly retracted: readonly Retracted[] }> {
  await ensureSchema(store);
  const corrected = correctedBy(corrections, forms);
  const stamp = await beginRun(store, now, { command });
  const retracted: Retracted[] = [];
  for (const id of articles) {
    const [size] = await store.read(readingOf('article-size'), { id });
    if (size === undefined) continue;
    const { result } = await store.transact((run) =>
      applyBatch(run, { load: [], remove: [id] }, { forms, stamp, corrected }),
    );
    const { title, claims, mentions } = size as unknown as Pick<Retracted, 'title' | 'claims' | 'mentions'>;
    retracted.push({ id, title, claims, mentions, facts: result.facts.length, entities: result.entities.length });
  }
  await endRun(store, stamp, now, { new: 0, changed: 0, unchanged: 0, failed: 0, removed: retracted.length });
  return { run: stamp.run, retracted };
}
