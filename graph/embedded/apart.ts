import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { refuseWrites } from '../reading.js';
import type { GraphStore, Parameters, Row } from '../store.js';
import { needGraph } from './file.js';
import type { Asked, Failed, Said } from './thread.js';

/** As it is built: threads run JavaScript. */
const THREAD = join(packageRoot, 'dist', 'graph', 'embedded', 'thread.js');

const errorOf = ({ message, stop }: Failed): Error => (stop ? new Stop(message) : new Error(message));

interface Waiting {
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens an embedded graph for reading, in a thread of its own: the engine reads the whole file before it answers anything, a
 * second for each 100 MB, and whoever serves a page goes on serving it meanwhile.
 * @throws Stop as `openStore` does
 */
export async function openApart(folder: string): Promise<GraphStore> {
  needGraph(folder);
  const thread = new Worker(THREAD, { workerData: { folder }, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;
  /** Tells when nothing is under way any more. */
  let idle = (): void => {};

  const ask = (what: { cypher: string; params: Parameters } | { close: true }): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      thread.postMessage({ id, ...what } satisfies Asked);
    });
  function settle(id: number, how: (one: Waiting) => void): void {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one) how(one);
    if (waiting.size === 0) idle();
  }
  const refuse = async (): Promise<never> => {
    throw new Stop(`the graph in ${folder} was opened for reading only`);
  };
  const storeOf = (version: string): GraphStore => ({
    kind: 'embedded',
    address: folder,
    async read(cypher, params = {}) {
      refuseWrites(cypher);
      return ask({ cypher, params });
    },
    write: refuse,
    transact: refuse,
    version: async () => version,
    async close() {
      if (ended) return;
      await new Promise<void>((resolve) => {
        idle = resolve;
        if (waiting.size === 0) resolve();
      });
      await ask({ close: true });
    },
  });

  return new Promise((resolve, reject) => {
    function fail(error: Error): void {
      ended ??= error;
      reject(error);
      for (const id of [...waiting.keys()]) settle(id, (one) => one.reject(error));
    }
    thread.on('error', fail);
    thread.on('exit', () => fail(new Error(`the graph in ${folder} is closed`)));
    thread.on('message', (said: Said) => {
      if ('version' in said) resolve(storeOf(said.version));
      else if ('rows' in said) settle(said.id, (one) => one.resolve(said.rows as Row[]));
      else if (said.id === undefined) fail(errorOf(said.failed));
      else settle(said.id, (one) => one.reject(errorOf(said.failed)));
    });
  });
}
