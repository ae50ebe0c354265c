import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInMemory } from '../graph/embedded/embedded.js';
import { load } from '../graph/load.js';
import { Stop } from '../pipeline/0-contract/errors.js';
import type { Article } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { extract } from '../pipeline/run.js';
import { anySteps, bothWays, type Step } from './any-graph.js';
import { syntheticArticle } from './bench/articles.js';
import { dump, everything, schemaFaults } from './graph-dump.js';
import { neo4jMissing, useNeo4j } from './neo4j-server.js';

const missing = await neo4jMissing();

/** In the seconds that a quick test may take; test/long makes more. */
const RUNS = { embedded: 25, neo4j: 3 };
/** Articles of a batch and a part of another. */
const MANY = 200;

const many = (): Article[] => Array.from({ length: MANY }, (_, n) => syntheticArticle(n, MANY));
const options = { forms: searchForms, now: '2026-11-28T10:00:00Z', rules: '1' };

describe('a load that an error ends', () => {
  it('has written and told the batch under way', { timeout: 60_000 }, async () => {
    const store = openInMemory();
    const articles = many();
    const told: string[] = [];
    const taken = articles.map((article, n) => ({
      article,
      extract() {
        if (n === MANY - 1) throw new Stop('the rules are gone');
        return extract(article);
      },
    }));
    await expect(load(store, taken, { ...options, onArticle: ({ id }) => told.push(id) })).rejects.toThrow(
      'the rules are gone',
    );
    const stored = await store.read('MATCH (article:Article) RETURN article.id AS id');
    // what was prepared after it is not there
    expect(told.length).toBeGreaterThan(100);
    expect(told.length).toBeLessThan(MANY - 1);
    expect(told).toEqual(articles.slice(0, told.length).map(({ id }) => id));
    expect(stored.map(({ id }) => id).sort()).toEqual([...told].sort());
    await store.close();
  });
});

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
    const neo4j = useNeo4j();

    it('in Neo4j', { timeout: 1_200_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps: Step[]) => {
          const { stepwise, atOnce, faults } = await bothWays(steps, await neo4j.emptied(), neo4j.emptied);
          expect(stepwise).toEqual(atOnce);
          expect(faults).toEqual([]);
        }),
        { numRuns: RUNS.neo4j },
      );
    });

    // generated articles say too little at once to show what a server does with thousands of rows
    it('is the same in both stores when a batch brings thousands of entities', { timeout: 300_000 }, async () => {
      const [inServer, embedded] = [await neo4j.emptied(), openInMemory()];
      const extractions = many().map((article) => extract(article));
      for (const store of [inServer, embedded]) await load(store, extractions, options);
      const [inNeo4j, inEmbedded] = [await dump(inServer), await dump(embedded)];
      expect(schemaFaults(await everything(inServer))).toEqual([]);
      expect(inNeo4j).toEqual(inEmbedded);
      await embedded.close();
    });
  });
});
