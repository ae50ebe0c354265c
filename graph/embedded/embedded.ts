import { mkdirSync, renameSync, rmSync } from 'node:fs';
import type { GrafeoDB, GrafeoValue, QueryResult } from '@grafeo-db/js';
// A CommonJS package whose names Node cannot see: they hang on the default export.
import grafeo from '@grafeo-db/js';
import PQueue from 'p-queue';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { refuseWrites, TooMuch } from '../reading.js';
import type { GraphStore, Parameters, Row, Run, Statement, WriteCounts } from '../store.js';
import { NOTHING_WRITTEN, sumOf } from '../write-counts.js';
import { figuresIn, fileIn, needGraph } from './file.js';
import { holderOf } from './holder.js';
import { plainValue } from './values.js';

/** The log of writes is folded into the file when it has grown to this many bytes, so that opening stays quick. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;

/** How the engine ends a question that takes longer than it lets any (30 seconds), or that has more rows than it can filter. */
const TOO_MUCH = /GRAFEO-Q003|MAX_CAPACITY/u;

/** Where a graph lies that lies nowhere. */
const MEMORY = 'memory';

const rowsOf = (result: QueryResult): Row[] =>
  result
    .toArray()
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainValue(value as GrafeoValue)])),
    );

const countsOf = ({ counters }: QueryResult): WriteCounts => ({
  nodesCreated: counters.nodesCreated,
  nodesDeleted: counters.nodesDeleted,
  relationshipsCreated: counters.edgesCreated,
  relationshipsDeleted: counters.edgesDeleted,
  propertiesSet: counters.propertiesSet,
});

function openFile(folder: string, readOnly: boolean): GrafeoDB {
  const file = fileIn(folder);
  if (readOnly) needGraph(folder);
  try {
    if (readOnly) return grafeo.GrafeoDB.openReadOnly(file);
    mkdirSync(folder, { recursive: true });
    const db = grafeo.GrafeoDB.create(file);
    // they hold titles, which nobody may keep of what is forgotten
    rmSync(figuresIn(folder), { force: true });
    return db;
  } catch (error) {
    const { message } = error as Error;
    if (/lock/iu.test(message))
      throw new Stop(
        `the graph in ${folder} is in use by ${holderOf(folder) ?? 'another process'}: wait for it or end it, or name another folder (only one can write at a time)`,
      );
    throw new Stop(
      `cannot open the graph in ${folder}: ${message}; name another folder, or delete this one and load again`,
    );
  }
}

/**
 * The store that needs no server: Grafeo in this process, one file in a folder of its own. One process at a time writes;
 * several may read together (`readOnly`) while none writes.
 * @throws Stop when another process holds the folder, when it cannot be written, or holds no graph to read
 */
export function openEmbedded(folder: string, { readOnly = false } = {}): GraphStore {
  const db = openFile(folder, readOnly);
  if (!readOnly) db.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });
  return storeOf(db, folder, readOnly);
}

/** A store that is gone when it is closed. */
export const openInMemory = (): GraphStore => storeOf(grafeo.GrafeoDB.create(), MEMORY, false);

function storeOf(db: GrafeoDB, folder: string, readOnly: boolean): GraphStore {
  // The engine refuses a second writing transaction instead of letting it wait.
  const writes = new PQueue({ concurrency: 1 });

  async function attempt<T>(work: (run: Run) => Promise<T>): Promise<{ result: T; counts: WriteCounts }> {
    if (readOnly) throw new Stop(`the graph in ${folder} was opened for reading only`);
    const transaction = db.beginTransaction();
    let counts = NOTHING_WRITTEN;
    // the engine runs what it is sent together in no order of its own
    let before: Promise<unknown> = Promise.resolve();
    try {
      const result = await work((cypher, params = {}) => {
        const answer = before.then(async () => {
          const found = await transaction.executeCypher(cypher, params);
          counts = sumOf(counts, countsOf(found));
          return rowsOf(found);
        });
        before = answer;
        return answer;
      });
      transaction.commit();
      return { result, counts };
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }
  const transact = <T>(work: (run: Run) => Promise<T>): Promise<{ result: T; counts: WriteCounts }> =>
    writes.add(() => attempt(work));

  return {
    kind: 'embedded',
    address: folder,
    async read(cypher: string, params: Parameters = {}): Promise<Row[]> {
      refuseWrites(cypher);
      const transaction = db.beginTransaction();
      try {
        return rowsOf(await transaction.executeCypher(cypher, params));
      } catch (error) {
        if (!TOO_MUCH.test((error as Error).message)) throw error;
        throw new TooMuch(`the answer takes longer, or more memory, than the graph in ${folder} allows`);
      } finally {
        // Whatever the statement did is undone: a second lock behind the look at its keywords.
        transaction.rollback();
      }
    },
    async write(statements: readonly Statement[]): Promise<WriteCounts> {
      const { counts } = await transact(async (run) => {
        for (const { cypher, params } of statements) await run(cypher, params);
      });
      return counts;
    },
    transact,
    version: async () => `Grafeo ${db.version()}`,
    async close({ traceless } = { traceless: false }): Promise<void> {
      await writes.onIdle();
      if (!traceless || folder === MEMORY) {
        db.close();
        return;
      }
      // the engine writes beside what it wrote before, so only a copy is without it
      const copy = `${fileIn(folder)}.copy`;
      rmSync(copy, { force: true });
      db.save(copy);
      db.close();
      renameSync(copy, fileIn(folder));
    },
  };
}
