import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../pipeline/0-contract/errors.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { readingOf, runFile, statementsOf } from './statements.js';
import type { GraphStore } from './store.js';

interface Migration {
  /** File name without its end: `001-keys-and-runs`. */
  readonly id: string;
  /** SHA-256 of the text, whatever its line ends. */
  readonly checksum: string;
}

const FOLDER = join(packageRoot, 'graph', 'migrations');

/** All migrations, in the order in which they are applied. */
export const migrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => ({
      id: file.replace(/\.cypher$/u, ''),
      checksum: createHash('sha256')
        .update(readFileSync(join(FOLDER, file), 'utf8').replaceAll('\r\n', '\n'))
        .digest('hex'),
    }));

async function pendingIn(store: GraphStore): Promise<{ pending: Migration[]; articles: boolean }> {
  const [row] = await store.read(readingOf('migrations'));
  const { ids, checksums, articles } = row as unknown as { ids: string[]; checksums: string[]; articles: boolean };
  const applied = new Map(ids.map((id, i) => [id, checksums[i]]));
  const all = migrations();
  for (const id of ids)
    if (!all.some((one) => one.id === id))
      throw new Stop(`the graph at ${store.address} was made by a later version of saites (${id}): use that one`);
  const other = all.find(({ id, checksum }) => applied.has(id) && applied.get(id) !== checksum);
  if (other !== undefined)
    throw new Stop(
      `the graph at ${store.address} was made by another version of saites (${other.id} differs): load the articles again into an empty graph`,
    );
  return { pending: all.filter(({ id }) => !applied.has(id)), articles };
}

/**
 * Brings a graph of an earlier version up to date. Each migration is applied once, whole or not at all, and recorded.
 * @throws Stop when the graph is of a later version
 */
export async function migrate(store: GraphStore): Promise<void> {
  const { pending, articles } = await pendingIn(store);
  for (const migration of pending)
    await store.transact(async (run) => {
      // in a graph that begins now there is nothing to bring up to date
      if (articles) for (const cypher of statementsOf(`migrations/${migration.id}`)) await run(cypher);
      await runFile(run, 'migrations', [migration]);
    });
}

/** @throws Stop when a graph that is opened for reading is of another version */
export async function needCurrent(store: GraphStore): Promise<void> {
  const { pending, articles } = await pendingIn(store);
  if (pending.length > 0 && articles)
    throw new Stop(
      `the graph at ${store.address} was made by an earlier version of saites: the next saites run brings it up to date`,
    );
}
