import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInMemory } from '../graph/embedded/embedded.js';
import { openStore } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { anySteps, bothWays, type Step } from './any-graph.js';
import { neo4jMissing, type TestNeo4j, takeNeo4j } from './neo4j-server.js';

const missing = await neo4jMissing();

/** In the seconds that a quick test may take; test/long makes more. */
const RUNS = { embedded: 25, neo4j: 3 };

describe('whatever is loaded, changed and retracted, the graph is that of the articles that remain', () => {
  it('in the embedded store', { timeout: 1_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps: Step[]) => {
        const stores = [openInMemory(), openInMemory()] as const;
        const { stepwise, atOnce, faults } = await bothWays(steps, stores[0], async () => stores[1]);
        for (const store of stores) await store.close();
        expect(stepwise).toEqual(atOnce);
        expect(faults).toEqual([]);
      }),
      { numRuns: RUNS.embedded },
    );
  });

  describe.skipIf(missing)('', () => {
    let server: TestNeo4j | undefined;
    let store: GraphStore;
    beforeAll(async () => {
      server = await takeNeo4j();
      store = await openStore({ kind: 'neo4j', uri: server.uri });
    }, 300_000);
    afterAll(async () => {
      await store?.close();
      server?.release();
    });

    it('in Neo4j', { timeout: 1_200_000 }, async () => {
      const emptied = async () => {
        await store.write([{ cypher: 'MATCH (n) DETACH DELETE n', params: {} }]);
        return store;
      };
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps: Step[]) => {
          const { stepwise, atOnce, faults } = await bothWays(steps, await emptied(), emptied);
          expect(stepwise).toEqual(atOnce);
          expect(faults).toEqual([]);
        }),
        { numRuns: RUNS.neo4j },
      );
    });
  });
});
