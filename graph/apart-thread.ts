import { parentPort, workerData } from 'node:worker_threads';
import { Stop } from '../pipeline/0-contract/errors.js';
import { openStore, type StoreConfig } from './open.js';
import type { GraphStore, Parameters, Row } from './store.js';

/** What the thread is asked: a statement to read with, the version, or to close the graph, which ends the thread. */
export type Asked = { readonly id: number } & Question;
export type Question =
  | { readonly cypher: string; readonly params: Parameters }
  | { readonly version: true }
  | { readonly close: true };

/** A fault as it crosses between threads, which keep no classes. */
export interface Failed {
  readonly message: string;
  /** For people, as `Stop` is. */
  readonly stop: boolean;
}

/** What the thread says: once whether the graph is open, then an answer to each that was asked. */
export type Said =
  | { readonly open: Pick<GraphStore, 'kind' | 'address'> }
  | { readonly id: number; readonly rows: readonly Row[] }
  | { readonly id: number | undefined; readonly failed: Failed };

const say = (said: Said): void => parentPort?.postMessage(said);
const failed = (error: unknown): Failed => ({ message: (error as Error).message, stop: error instanceof Stop });

async function answer(store: GraphStore, asked: Question): Promise<Row[]> {
  if ('version' in asked) return [{ version: await store.version() }];
  if ('cypher' in asked) return store.read(asked.cypher, asked.params);
  await store.close();
  return [];
}

try {
  const store = await openStore({ ...(workerData as StoreConfig), readOnly: true });
  parentPort?.on('message', (asked: Asked) => {
    const { id } = asked;
    answer(store, asked)
      .then(
        (rows) => say({ id, rows }),
        (error: unknown) => say({ id, failed: failed(error) }),
      )
      .finally(() => {
        if ('close' in asked) parentPort?.close();
      });
  });
  say({ open: { kind: store.kind, address: store.address } });
} catch (error) {
  say({ id: undefined, failed: failed(error) });
}
