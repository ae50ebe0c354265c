import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget } from '../graph/forget/forget.js';
import { type LoadOptions, load } from '../graph/load.js';
import { openStore, type StoreConfig } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { Notes } from '../pipeline/0-contract/notes.js';
import { dataPath } from '../pipeline/0-contract/root.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { extract, readArticles } from '../pipeline/run.js';
import { everything, schemaFaults } from './graph-dump.js';
import { neo4jMissing, type TestNeo4j, takeNeo4j } from './neo4j-server.js';

const noNeo4j = await neo4jMissing();
const folder = mkdtempSync(join(tmpdir(), 'saites-forget-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const options: LoadOptions = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

let neo4j: TestNeo4j | undefined;
const opened = {
  embedded: async (): Promise<StoreConfig> => ({ kind: 'embedded', folder: join(folder, 'suite') }),
  neo4j: async (): Promise<StoreConfig> => {
    neo4j ??= await takeNeo4j();
    return { kind: 'neo4j', uri: neo4j.uri };
  },
};
afterAll(() => neo4j?.release());

describe.each(['embedded', 'neo4j'] as const)('on %s', (kind) => {
  describe.skipIf(kind === 'neo4j' && noNeo4j !== undefined)('', { timeout: 120_000 }, () => {
    let store: GraphStore;
    const all: Extraction[] = [];
    beforeAll(async () => {
      for await (const { article } of readArticles([dataPath('articles')], new Notes())) all.push(extract(article));
      store = await openStore(await opened[kind]());
      await store.write([{ cypher: 'MATCH (n) DETACH DELETE n', params: {} }]);
    }, 300_000);
    afterAll(() => store?.close());

    /** Jānis Rutks of data/articles in any case, with initials, by surname, in an id. */
    const named = async () => (await everything(store)).join('\n').match(/rutk/giu)?.length ?? 0;
    const others = async () => store.read('MATCH (p:Person) RETURN p.id AS id ORDER BY id');

    it('removes a person from the whole graph, and keeps them forgotten', async () => {
      await load(store, all, options);
      expect(await named()).toBeGreaterThan(50);
      const people = await others();
      const report = await forget(store, 'person-janis-rutks', { forms: searchForms });
      expect(report).toMatchObject({ mentions: 3, claims: 4, addresses: [] });
      expect(report.articles.length).toBe(2);
      expect(await named()).toBe(0);
      expect(await others()).toEqual(people.filter(({ id }) => id !== 'person-janis-rutks'));
      expect(schemaFaults(await everything(store))).toEqual([]);
      const texts = await store.read(
        "MATCH (a:Article) WHERE a.text CONTAINS '█' RETURN a.id AS id, size(a.text) AS size",
      );
      expect(texts.length).toBe(2);
      for (const { id, size } of texts)
        expect(size).toBe(all.find(({ article }) => article.id === id)?.article.text.length);

      expect(await load(store, all, { ...options, rules: '2' })).toMatchObject({ changed: all.length, failed: [] });
      expect(await named()).toBe(0);
      expect(await others()).toEqual(people.filter(({ id }) => id !== 'person-janis-rutks'));
    });
  });
});
