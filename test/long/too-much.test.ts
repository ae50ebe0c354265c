import { describe, expect, it } from 'vitest';
import { openInMemory } from '../../graph/embedded/embedded.js';
import { TooMuch } from '../../graph/reading.js';
import type { GraphStore } from '../../graph/store.js';
import { neo4jMissing, useNeo4j } from '../neo4j-server.js';

const missing = await neo4jMissing();

const ARTICLES = 'UNWIND range(1, 1000) AS n CREATE (:Article {id: "many-" + toString(n)})';
/** A sum for each pair of articles: longer than either store lets a question take. The embedded one looks at the clock between rows that it gives. */
const ENDLESS =
  'MATCH (a:Article) MATCH (b:Article) RETURN reduce(sum = 0, n IN range(1, 3000) | sum + n * size(a.id + b.id)) AS n';
const TIMEOUT = 200_000;

async function faultOf(store: GraphStore): Promise<string> {
  await store.write([{ cypher: ARTICLES, params: {} }]);
  const error = await store.read(ENDLESS).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TooMuch);
  expect(await store.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
  return (error as Error).message;
}

describe('a question that takes too long is given up, and the next is answered', () => {
  it('by the embedded store', { timeout: TIMEOUT }, async () => {
    const store = openInMemory();
    expect(await faultOf(store)).toBe('the answer takes longer, or more memory, than the graph in memory allows');
    await store.close();
  });

  describe.skipIf(missing)('', () => {
    const neo4j = useNeo4j();

    it('by Neo4j', { timeout: TIMEOUT }, async () => {
      expect(await faultOf(await neo4j.emptied())).toBe('Neo4j ended the question after 60 seconds');
    });
  });
});
