import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApart } from '../graph/apart.js';
import { type OverviewBeside, overviewBeside } from '../graph/explorer/server/kept-overview.js';
import { memory } from '../graph/explorer/server/remember.js';
import { type Explorer, startExplorer } from '../graph/explorer/server/serve.js';
import { load } from '../graph/load.js';
import { DECIMALS } from '../graph/neo4j/values.js';
import { openStore } from '../graph/open.js';
import { schema } from '../graph/schema.js';
import type { GraphStore } from '../graph/store.js';
import { Stop } from '../pipeline/0-contract/errors.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { stem } from '../pipeline/0-latvian/stem.js';
import { closeLoaded } from '../pipeline/cli/close-loaded.js';
import { browserMissing, openBrowser, openPage } from './browser.js';
import { neo4jMissing, takeNeo4j } from './neo4j-server.js';
import { sampleExtractions } from './sample-graph.js';

const folder = mkdtempSync(join(tmpdir(), 'saites-start-'));
const graph = join(folder, 'graph');
const beside = overviewBeside(graph);

beforeAll(async () => {
  const store = await openStore({ kind: 'embedded', folder: graph });
  await load(store, sampleExtractions(), { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (store: Promise<GraphStore>, kept: OverviewBeside = beside): Promise<Explorer> =>
  startExplorer({
    ...{ store, beside: kept, host: '127.0.0.1', port: 0, stem, forms: searchForms },
    ...{ correctionsFile: join(folder, 'corrections.yaml'), today: () => '2026-11-22' },
  });

/** A store that is opened when the test says so. */
function held(): { store: Promise<GraphStore>; open: (store: GraphStore) => void; fail: (error: Error) => void } {
  let open = (_: GraphStore): void => {};
  let fail = (_: Error): void => {};
  const store = new Promise<GraphStore>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { store, open, fail };
}

const isDone = async (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, 50, false))]);

describe('a graph opened in a thread of its own', () => {
  it('is read, and neither written nor left open', async () => {
    const store = await openApart({ kind: 'embedded', folder: graph });
    expect(await store.version()).toMatch(/^Grafeo /u);
    expect(await store.read('MATCH (p:Project) WHERE p.name = $name RETURN p.id AS id', { name: 'Soļi' })).toEqual([
      { id: 'project-soli' },
    ]);
    await expect(store.read('MATCH (n) SET n.x = 1 RETURN n')).rejects.toThrow(/unexpected SET in a question/u);
    await expect(store.read('MATCH (n RETURN n')).rejects.toThrow(/\w/u);
    await expect(store.write([])).rejects.toThrow(Stop);
    const last = store.read('MATCH (a:Article) RETURN count(a) AS articles');
    await store.close();
    expect(await last).toEqual([{ articles: 3 }]);
    await expect(store.read('RETURN 1 AS one')).rejects.toThrow(/is closed/u);
    await (await openStore({ kind: 'embedded', folder: graph })).close();
  });

  it('is told in one line when it is not there or in use', async () => {
    await expect(openApart({ kind: 'embedded', folder: join(folder, 'none') })).rejects.toThrow(
      /^no graph in \S+: load articles first/u,
    );
    const writer = await openStore({ kind: 'embedded', folder: graph });
    const refused = await openApart({ kind: 'embedded', folder: graph }).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(Stop);
    expect((refused as Stop).message).toMatch(/is in use by another process: wait for it or end it/u);
    await writer.close();
  });
});

const missing = await neo4jMissing();

describe.skipIf(missing)('Neo4j asked in a thread of its own', () => {
  it('answers as it does in this one, faults too', async () => {
    const neo4j = await takeNeo4j();
    const config = { kind: 'neo4j', uri: neo4j.uri, readOnly: true } as const;
    const [apart, here] = [await openApart(config), await openStore({ ...config, readOnly: false })];
    expect([apart.kind, apart.address]).toEqual(['neo4j', neo4j.uri]);
    expect(await apart.version()).toBe(await here.version());
    const asked = ['RETURN $rows[0].confidence AS confidence, $n AS n, date("2019-05") AS day', { n: 3 }] as const;
    const params = { ...asked[1], rows: [{ confidence: 1 }] };
    expect(await apart.read(asked[0], params)).toEqual([{ confidence: 1, n: 3, day: '2019-05-01' }]);
    expect(await apart.read(asked[0], params)).toEqual(await here.read(asked[0], params));
    await expect(apart.read('MATCH (n RETURN n')).rejects.toThrow(/Invalid input/u);
    await expect(apart.write([])).rejects.toThrow(`the graph in ${neo4j.uri} was opened for reading only`);
    await Promise.all([apart.close(), here.close()]);
    neo4j.release();
    const refused = await openApart({ kind: 'neo4j', uri: 'bolt://localhost:1' }).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(Stop);
    expect((refused as Stop).message).toMatch(/^no Neo4j answers at bolt:\/\/localhost:1: start the server/u);
  }, 240_000);

  it('takes for decimals what the schema says are', () => {
    const all = [...Object.values(schema.labels), ...Object.values(schema.relationships)];
    const names = all.flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => properties[name]?.type === 'decimal'),
    );
    expect([...DECIMALS].sort()).toEqual([...new Set(names)].sort());
  });
});

describe('the explorer while the graph is being opened', () => {
  it('has the page, says that it opens, and answers when it is open', async () => {
    const { store, open } = held();
    const explorer = await start(store);
    const at = (path: string): Promise<Response> => fetch(new URL(path, explorer.address));
    expect(await (await at('/matrix')).text()).toMatch(/^<!doctype html>/u);
    expect(await (await at('/api/state')).json()).toEqual({ opening: { since: expect.any(Number), lasts: null } });
    const waiting = at('/api/overview');
    expect(await isDone(waiting)).toBe(false);
    open(await openApart({ kind: 'embedded', folder: graph }));
    expect(await (await waiting).json()).toMatchObject({ articles: 3, undated: 1 });
    await explorer.searchable;
    const state = await at('/api/state');
    expect(await state.json()).toEqual({});
    await explorer.close();
    await (await store).close();
    expect(beside.read()).toMatchObject({
      overview: { articles: 3, undated: 1, entities: { project: 3 } },
      state: state.headers.get('Saites-Graph'),
    });
  });

  it.skipIf(browserMissing())(
    'shows the figures of this very graph, with a sign that it opens',
    async () => {
      const { store, open } = held();
      const explorer = await start(store);
      const browser = await openBrowser();
      const { page, complaints } = await openPage(browser);
      await page.goto(explorer.address);
      await page.getByText('The graph is being opened').waitFor();
      expect(await page.locator('.figures li').first().textContent()).toMatch(/^3 articles/u);
      await page.keyboard.press('/');
      await page.keyboard.type('rezekn');
      open(await openApart({ kind: 'embedded', folder: graph }));
      await page.locator('.result a', { hasText: 'Rēzekne' }).first().waitFor();
      // nor does what was found before the texts were read stay
      await page.locator('.result .headline').first().waitFor();
      // found when the texts are read: what was found before does not stay
      await page.locator('.result .headline').first().waitFor();
      await page.getByText('The graph is being opened').waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
      await browser.close();
      await explorer.close();
      await (await store).close();
    },
    60_000,
  );

  it.skipIf(browserMissing())(
    'shows where to go before the figures are counted, and these as soon as the graph is open',
    async () => {
      const { store, open } = held();
      const asked: string[] = [];
      const explorer = await start(store, overviewBeside(join(folder, 'nothing')));
      const browser = await openBrowser();
      const { page, complaints } = await openPage(browser);
      await page.goto(explorer.address);
      await page.locator('.doors a').first().waitFor();
      expect(await page.locator('.doors a').count()).toBe(5);
      expect(await page.locator('.figures, .fault').count()).toBe(0);
      const apart = await openApart({ kind: 'embedded', folder: graph });
      open({
        ...apart,
        async read(cypher, params) {
          asked.push(cypher.split('\n')[0] ?? '');
          return apart.read(cypher, params);
        },
      });
      await page.locator('.figures').waitFor();
      expect(await page.locator('.figures li').first().textContent()).toMatch(/^3 articles/u);
      expect(await page.locator('.columns a', { hasText: 'Soļi' }).count()).toBe(1);
      await explorer.searchable;
      // nothing is read before what the first page waits for
      expect(asked.slice(0, 5)).toEqual([
        '// The latest run, and the latest end of one.',
        '// How many entities of each kind articles name, and how many claims there are.',
        '// What the graph holds of articles.',
        '// The articles published last.',
        '// The projects with the most participants.',
      ]);
      expect(complaints).toEqual([]);
      await browser.close();
      await explorer.close();
      await apart.close();
    },
    60_000,
  );

  it('says why when it cannot be opened', async () => {
    const { store, fail } = held();
    const explorer = await start(store);
    const waiting = fetch(new URL('/api/matrix', explorer.address));
    fail(new Stop('the graph is in use'));
    const response = await waiting;
    expect([response.status, await response.json()]).toEqual([503, { error: 'the graph is in use' }]);
    await expect(explorer.searchable).rejects.toThrow('the graph is in use');
    await explorer.close();
  });
});

describe('figures beside a graph', () => {
  it('are those of its file as it is, and gone when somebody writes', async () => {
    const own = join(folder, 'own');
    cpSync(graph, own, { recursive: true });
    expect(overviewBeside(own).read()).toBeUndefined();
    const kept = beside.read();
    if (kept === undefined) throw new Error('nothing was kept');
    overviewBeside(own).keep(kept);
    expect(overviewBeside(own).read()).toEqual(kept);
    const text = readFileSync(join(own, 'overview.json'), 'utf8');
    // made by another version, which counted otherwise
    writeFileSync(join(own, 'overview.json'), text.replace(/[0-9a-f]{64}/u, '0'.repeat(64)));
    expect(overviewBeside(own).read()).toBeUndefined();
    writeFileSync(join(own, 'overview.json'), text);
    // the page may be built again
    expect(text).not.toContain('index.html');
    expect(overviewBeside(own).read()).toEqual(kept);
    utimesSync(join(own, 'graph.grafeo'), 1, 1);
    expect(overviewBeside(own).read()).toBeUndefined();
    expect(readFileSync(join(own, 'overview.json'), 'utf8')).toContain('"articles":3');
    await (await openStore({ kind: 'embedded', folder: own })).close();
    expect(existsSync(join(own, 'overview.json'))).toBe(false);
  });

  it('are left by what loads, for the first start too', async () => {
    const config = { kind: 'embedded', folder: join(folder, 'own') } as const;
    await closeLoaded(await openStore(config), config);
    expect(overviewBeside(config.folder).read()).toEqual({
      ...{ ...beside.read(), opening: null },
      overview: { ...beside.read()?.overview, store: config.folder },
    });
  });
});

describe('answers about the whole graph', () => {
  it('are read once, and again when the graph was changed', async () => {
    const kept = memory();
    let times = 0;
    const read = async (): Promise<object> => ({ times: ++times });
    expect(await Promise.all([kept.of('a', read), kept.of('a', read)])).toEqual(['{"times":1}', '{"times":1}']);
    const late = kept.of('b', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return read();
    });
    kept.forget();
    expect(await late).toBe('{"times":2}');
    expect(await kept.of('b', read)).toBe('{"times":3}');
    expect(await kept.of('a', read)).toBe('{"times":4}');
  });

  it('are not kept when they fail, nor beyond a size', async () => {
    const kept = memory(20);
    const broken = async (): Promise<object> => {
      throw new Error('broken');
    };
    await expect(kept.of('a', broken)).rejects.toThrow('broken');
    let times = 0;
    const read = async (): Promise<object> => ({ times: ++times });
    for (const name of ['a', 'b', 'b', 'a']) await kept.of(name, read);
    expect(times).toBe(3);
  });
});
