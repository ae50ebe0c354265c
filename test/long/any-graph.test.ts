import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openInMemory } from '../../graph/embedded/embedded.js';
import { anySteps, bothWays, type Step } from '../any-graph.js';

/** As test/any-graph.test.ts, many more times. */
it('the graph is that of the articles that remain, whatever was done before', { timeout: 1_800_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps: Step[]) => {
      const stores = [openInMemory(), openInMemory()] as const;
      const { stepwise, atOnce, faults } = await bothWays(steps, stores[0], async () => stores[1]);
      for (const store of stores) await store.close();
      expect(stepwise).toEqual(atOnce);
      expect(faults).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
