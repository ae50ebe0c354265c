import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { chooseRelease } from '../graph/local/jdk.js';
import { userCache } from '../graph/local/provision.js';
import { type LocalNeo4j, type LocalNeo4jOptions, start } from '../graph/local/server.js';
import { mavenTrouble } from '../graph/local/tools.js';
import { openStore } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { empty } from './empty.js';

/**
 * Why there can be no Neo4j here, or undefined. Said loudly; in CI (`CI=true`) it is a failure.
 * Use: `describe.skipIf(await neo4jMissing())`.
 */
export async function neo4jMissing(): Promise<string | undefined> {
  try {
    await chooseRelease(inject('neo4j').release);
    const trouble = await mavenTrouble();
    if (trouble !== undefined) throw new Error(trouble);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    if (process.env.CI === 'true') throw error;
    process.stderr.write(`\n*** NOT TESTED ON NEO4J: ${message}\n\n`);
    return message;
  }
}

/** Compile quickly rather than well: a test's server runs most statements once or twice. */
export const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Starts a server below the folder of this test run; it ends with the run. */
export const startNeo4j = (name: string, more: Partial<LocalNeo4jOptions> = {}): Promise<LocalNeo4j> => {
  const { folder, until, release } = inject('neo4j');
  return start({ folder: join(folder, name), cache: userCache(), until, release, jvm: SHORT_LIVED, ...more });
};

export interface TestNeo4j {
  readonly uri: string;
  /** Lets the next test file have it. */
  release(): void;
}

/**
 * The Neo4j that all test files share: a Community server has one database, so one file at a time. Call it in beforeAll,
 * with a time limit of some minutes, and `release` in afterAll. What is in it is the last user's: empty it first.
 */
export async function takeNeo4j(): Promise<TestNeo4j> {
  const { folder } = inject('neo4j');
  const lock = join(folder, 'taken');
  while (!take(lock)) await wait(200);
  try {
    const { boltUri } = await startNeo4j('.');
    return { uri: boltUri, release: () => rmSync(lock, { recursive: true, force: true }) };
  } catch (error) {
    rmSync(lock, { recursive: true, force: true });
    throw error;
  }
}

export interface UsedNeo4j {
  /** From the first test of the block on. */
  readonly store: GraphStore;
  /** The same with nothing in it. */
  readonly emptied: () => Promise<GraphStore>;
}

/** Takes the shared Neo4j before the tests of the describe block that calls this, and releases it after them. */
export function useNeo4j(): UsedNeo4j {
  let server: TestNeo4j | undefined;
  let store: GraphStore | undefined;
  beforeAll(async () => {
    server = await takeNeo4j();
    store = await openStore({ kind: 'neo4j', uri: server.uri });
  }, 300_000);
  afterAll(async () => {
    await store?.close();
    server?.release();
  });
  const opened = (): GraphStore => {
    if (store === undefined) throw new Error('Neo4j is there only during the tests of the block');
    return store;
  };
  return {
    get store() {
      return opened();
    },
    async emptied() {
      await empty(opened());
      return opened();
    },
  };
}

/** A folder is made by one process only, whichever comes first. One whose owner is gone is free. */
function take(lock: string): boolean {
  const owner = join(lock, 'pid');
  try {
    mkdirSync(lock);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch {
    try {
      const pid = Number(readFileSync(owner, 'utf8'));
      if (pid > 0) process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') rmSync(lock, { recursive: true, force: true });
    }
    return false;
  }
}
