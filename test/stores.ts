import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { neo4jMissing, useNeo4j } from './neo4j-server.js';

const missing = await neo4jMissing();

/**
 * Tests that are the same on both stores: a block for each, that of Neo4j left out where there can be none.
 * @param what the title of both is `… on embedded`, `… on neo4j`
 * @param tests gets what opens the block's store with nothing in it, to be called once in beforeAll with a time limit of some
 * minutes; it is closed after the block's own afterAll
 */
export function onEachStore(
  what: string,
  tests: (open: () => Promise<GraphStore>, kind: GraphStore['kind']) => void,
): void {
  describe.each(['embedded', 'neo4j'] as const)(`${what} on %s`, (kind) => {
    describe.skipIf(kind === 'neo4j' && missing !== undefined)('', { timeout: 120_000 }, () => {
      tests(kind === 'neo4j' ? useNeo4j().emptied : useFolder(), kind);
    });
  });
}

/** Opens a graph in a folder of its own, which is gone after the tests of the describe block that calls this. */
function useFolder(): () => Promise<GraphStore> {
  let folder: string | undefined;
  let store: GraphStore | undefined;
  afterAll(async () => {
    await store?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  return async () => {
    folder = mkdtempSync(join(tmpdir(), 'saites-store-'));
    store = await openStore({ kind: 'embedded', folder });
    return store;
  };
}
