import { expect } from 'vitest';
import type { Answer } from '../graph/ask.js';
import type { Query } from '../graph/queries.js';
import type { GraphStore } from '../graph/store.js';

/** Every sentence that an answer's rows rest on stands in its article where the answer says; there is at least one. */
export async function expectSentences(store: GraphStore, { rows, sources }: Answer): Promise<void> {
  expect(sources).toHaveLength(rows.length);
  const articles = await store.read('MATCH (article:Article) RETURN article.id AS id, article.text AS text');
  const texts = new Map(articles.map(({ id, text }) => [id, String(text)]));
  const all = sources.flat();
  expect(all.length).toBeGreaterThan(0);
  for (const { article, sentence, start, end } of all) {
    // two articles beside each other are told by title
    if (article === undefined) expect([...texts.values()].some((text) => text.includes(String(sentence)))).toBe(true);
    else expect(sentence).toContain(texts.get(article)?.slice(Number(start), Number(end)) ?? '?');
  }
}

/** A question that gives sentences only where $evidence is true tells otherwise how many there are, at least those that differ. */
export async function expectCounted(
  store: GraphStore,
  { cypher }: Query,
  { parameters, sources }: Answer,
): Promise<void> {
  const rows = await store.read(cypher, { ...parameters, evidence: false });
  expect(rows).toHaveLength(sources.length);
  for (const [i, row] of rows.entries()) {
    expect(row.sources).toEqual(expect.any(Number));
    expect(row.sources).toBeGreaterThanOrEqual(sources[i]?.length ?? Number.POSITIVE_INFINITY);
  }
}
