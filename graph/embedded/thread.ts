import { parentPort, workerData } from 'node:worker_threads';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { openStore } from '../open.js';
import type { GraphStore, Parameters, Row } from '../store.js';

/** What the thread is asked: a statement to read with, or to close the graph, which ends the thread. */
export type Asked =
  | { readonly id: number; readonly cypher: string; readonly params: Parameters }
  | { readonly id: number; readonly close: true };

/** A fault as it crosses between threads, which keep no classes. */
export interface Failed {
  readonly message: string;
  /** For people, as `Stop` is. */
  readonly stop: boolean;
}

/** What the thread says: once whether the graph is open, then an answer to each that was asked. */
export type Said =
  | { readonly version: string }
  | { readonly id: number; readonly rows: readonly Row[] }
  | { readonly id: number | undefined; readonly failed: Failed };

const say = (said: Said): void => parentPort?.postMessage(said);
const failed = (error: unknown): Failed => ({ message: (error as Error).message, stop: error instanceof Stop });

async function answer(store: GraphStore, asked: Asked): Promise<void> {
  if ('close' in asked) {
    await store.close();
    say({ id: asked.id, rows: [] });
    parentPort?.close();
  } else say({ id: asked.id, rows: await store.read(asked.cypher, asked.params) });
}

try {
  const store = await openStore({
    kind: 'embedded',
    folder: (workerData as { folder: string }).folder,
    readOnly: true,
  });
  parentPort?.on('message', (asked: Asked) => {
    answer(store, asked).catch((error: unknown) => say({ id: asked.id, failed: failed(error) }));
  });
  say({ version: await store.version() });
} catch (error) {
  say({ id: undefined, failed: failed(error) });
}
