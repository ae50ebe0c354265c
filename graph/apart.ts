import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Stop } from '../pipeline/0-contract/errors.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import type { Asked, Failed, Question, Said } from './apart-thread.js';
import { needGraph } from './embedded/file.js';
import type { StoreConfig } from './open.js';
import { refuseWrites } from './reading.js';
import type { GraphStore, Row } from './store.js';

/** As it is built: threads run JavaScript. */
const THREAD = join(packageRoot, 'dist', 'graph', 'apart-thread.js');

const errorOf = ({ message, stop }: Failed): Error => (stop ? new Stop(message) : new Error(message));

function refuse(address: string): never {
  throw new Stop(`the graph in ${address} was opened for reading only`);
}

interface Waiting {
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens a graph for reading, in a thread of its own, so that whoever serves a page goes on serving it meanwhile: the embedded
 * engine reads the whole file before it answers anything, a second for each 100 MB; the driver of Neo4j takes a quarter of a
 * second to load, and unpacks what it is sent.
 * @throws Stop as `openStore` does
 */
export async function openApart(config: StoreConfig): Promise<GraphStore> {
  // told at once, before the thread is there
  if (config.kind === 'embedded') needGraph(config.folder);
  const thread = new Worker(THREAD, { workerData: config, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;
  /** Tells when nothing is under way any more. */
  let idle = (): void => {};

  const ask = (what: Question): Promise<Row[]> =>
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
  let version: Promise<string> | undefined;
  const storeOf = ({ kind, address }: Pick<GraphStore, 'kind' | 'address'>): GraphStore => ({
    kind,
    address,
    async read(cypher, params = {}) {
      refuseWrites(cypher);
      return ask({ cypher, params });
    },
    write: async () => refuse(address),
    transact: async () => refuse(address),
    version() {
      version ??= ask({ version: true }).then(([row]) => String(row?.version));
      return version;
    },
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
    thread.on('exit', () => fail(new Error('the graph is closed')));
    thread.on('message', (said: Said) => {
      if ('open' in said) resolve(storeOf(said.open));
      else if ('rows' in said) settle(said.id, (one) => one.resolve(said.rows as Row[]));
      else if (said.id === undefined) fail(errorOf(said.failed));
      else settle(said.id, (one) => one.reject(errorOf(said.failed)));
    });
  });
}
