import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { empty } from './empty.js';
import { neo4jMissing, type TestNeo4j, takeNeo4j } from './neo4j-server.js';

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
      const folder = mkdtempSync(join(tmpdir(), 'saites-store-'));
      let server: TestNeo4j | undefined;
      let store: GraphStore | undefined;
      afterAll(async () => {
        await store?.close();
        server?.release();
        rmSync(folder, { recursive: true, force: true });
      });
      const open = async (): Promise<GraphStore> => {
        if (kind === 'neo4j') server = await takeNeo4j();
        store = await openStore(server ? { kind: 'neo4j', uri: server.uri } : { kind: 'embedded', folder });
        await empty(store);
        return store;
      };
      tests(open, kind);
    });
  });
}
