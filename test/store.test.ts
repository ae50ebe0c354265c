import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openStore, type StoreConfig } from '../graph/open.js';
import { refuseWrites } from '../graph/reading.js';
import { ensureSchema } from '../graph/schema.js';
import type { GraphStore } from '../graph/store.js';
import { NOTHING_WRITTEN } from '../graph/write-counts.js';
import { Stop } from '../pipeline/0-contract/errors.js';
import { empty } from './empty.js';
import { neo4jMissing, useNeo4j } from './neo4j-server.js';
import { onEachStore } from './stores.js';

onEachStore('a store', (open, kind) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await ensureSchema(store);
  }, 300_000);
  beforeEach(() => empty(store));

  it('gives plain values', async () => {
    await store.write([
      {
        cypher: `CREATE (a:Zeta:Alpha {name: 'A', on: date('2019-05-16'), at: datetime('2019-05-16T10:00:00Z'), list: ['x', 'ž']})
              CREATE (a)-[:KNOWS {since: date('2020-02-29'), n: 3, share: 0.5}]->(:Beta {title: 'B'})`,
        params: {},
      },
    ]);
    const rows = await store.read(
      `MATCH path = (a:Alpha)-[link:KNOWS]->(b)
           RETURN a, link, path, a.on AS on, link.n AS n, {day: a.on, none: b.none} AS map, [b.title, null] AS list, true AS yes`,
    );
    expect(rows).toEqual([
      {
        a: {
          labels: ['Alpha', 'Zeta'],
          properties: { at: '2019-05-16T10:00:00Z', list: ['x', 'ž'], name: 'A', on: '2019-05-16' },
        },
        link: { type: 'KNOWS', properties: { n: 3, share: 0.5, since: '2020-02-29' } },
        path: ['A', 'KNOWS', 'B'],
        on: '2019-05-16',
        n: 3,
        map: { day: '2019-05-16', none: null },
        list: ['B', null],
        yes: true,
      },
    ]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['a', 'link', 'path', 'on', 'n', 'map', 'list', 'yes']);
  });

  it('takes integers where only an integer will do', async () => {
    expect(await store.read('UNWIND $list AS x RETURN x LIMIT $n', { list: [1, 2, 3], n: 2 })).toEqual([
      { x: 1 },
      { x: 2 },
    ]);
  });

  it('writes all statements or none', async () => {
    const create = (id: string) => ({ cypher: 'CREATE (:Article {id: $id})', params: { id } });
    expect(await store.write([create('a')])).toEqual({
      ...NOTHING_WRITTEN,
      nodesCreated: 1,
      propertiesSet: 1,
    });
    await expect(store.write([create('b'), create('a')])).rejects.toThrow(/already exists/u);
    expect(await store.read('MATCH (a:Article) RETURN a.id AS id')).toEqual([{ id: 'a' }]);
  });

  it('gives a transaction what it wrote before', async () => {
    const { result, counts } = await store.transact(async (run) => {
      await run('CREATE (:Article {id: $id})', { id: 'a' });
      return run('MATCH (a:Article) RETURN a.id AS id');
    });
    expect(result).toEqual([{ id: 'a' }]);
    expect(counts.nodesCreated).toBe(1);
  });

  it('runs each statement to its end before the one sent behind it', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => ({ id: `many-${n}` }));
    await store.write([{ cypher: 'UNWIND $rows AS row CREATE (:Article {id: row.id, n: 1})', params: { rows } }]);
    const { result: before } = await store.transact(async (run) => {
      const read = run('UNWIND $rows AS row MATCH (a:Article {id: row.id}) RETURN a.n AS n', { rows });
      const written = run('UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a.n = 2', { rows });
      const [found] = await Promise.all([read, written]);
      return found.map(({ n }) => n);
    });
    expect(before).toEqual(rows.map(() => 1));
  });

  it('keeps parallel writes apart', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        store.write([{ cypher: 'MERGE (a:Article {id: "a"}) SET a.n = coalesce(a.n, 0) + $n', params: { n } }]),
      ),
    );
    expect(await store.read('MATCH (a:Article) RETURN a.n AS n')).toEqual([{ n: 28 }]);
  });

  it.each([
    'CREATE (n:Article {id: "x"})',
    'MATCH (n) SET n.name = "x"',
    'MATCH (n) DETACH DELETE n',
    'match (n) remove n.name',
    '/* MATCH */ merge (n:Article {id: "x"}) RETURN n',
    'MATCH (n) // nothing\nSET n.x = 1',
    'CREATE INDEX x IF NOT EXISTS FOR (n:Article) ON (n.x)',
    'FOREACH (x IN [1] | CREATE (:Article {id: "x"}))',
    "LOAD CSV FROM 'file:///x' AS line RETURN line",
  ])('refuses to read by %s', async (cypher) => {
    await expect(store.read(cypher)).rejects.toThrow(/unexpected [A-Z ]+ in a question/u);
  });

  it('lets a question speak of writing', async () => {
    expect(
      await store.read(`// SET and CREATE\nRETURN 'DELETE all' AS a, "it's SET" AS b, $made AS c`, {
        made: 'x',
      }),
    ).toEqual([{ a: 'DELETE all', b: "it's SET", c: 'x' }]);
    expect(() => refuseWrites('RETURN {set: 1, merge : 2}.set, n.create, x:Delete, `drop`')).not.toThrow();
  });

  it('says what it is', async () => {
    const { release } = inject('neo4j');
    expect(await store.version()).toMatch(
      kind === 'neo4j'
        ? new RegExp(`^Neo4j ${release.replace('.', '\\.')}\\.\\d+ community$`, 'u')
        : /^Grafeo \d+\.\d+\.\d+$/u,
    );
    expect(store.kind).toBe(kind);
  });
});

const closedPort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const refusal = async (config: StoreConfig): Promise<string> => {
  try {
    await (await openStore(config)).close();
  } catch (error) {
    expect(error).toBeInstanceOf(Stop);
    return (error as Stop).message;
  }
  return 'opened';
};

describe('a store that cannot be opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-opening-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not there', async () => {
    const uri = `bolt://127.0.0.1:${await closedPort()}`;
    expect(await refusal({ kind: 'neo4j', uri })).toMatch(
      /^no Neo4j answers at bolt:\/\/127\.0\.0\.1:\d+: start the server/u,
    );
    const routed = uri.replace('bolt', 'neo4j');
    expect(await refusal({ kind: 'neo4j', uri: routed })).toMatch(/^no Neo4j answers at neo4j:/u);
  });

  it('has a wrong address', async () => {
    expect(await refusal({ kind: 'neo4j', uri: 'http://localhost:7474' })).toMatch(/^expected NEO4J_URI to be neo4j:/u);
    expect(await refusal({ kind: 'neo4j', uri: 'bolt://localhost:7687?x=1' })).toMatch(
      /^NEO4J_URI bolt:\/\/localhost:7687\?x=1 is no address/u,
    );
  });

  it('is held by another process', async () => {
    const { spawn } = await import('node:child_process');
    const holder = join(folder, 'two');
    // kept by a name, since the lock goes when the garbage collector takes a graph that nothing points at
    const script = `import grafeo from '@grafeo-db/js'; import { mkdirSync } from 'node:fs'; mkdirSync(process.argv[1]);
      globalThis.held = grafeo.GrafeoDB.create(process.argv[1] + '/graph.grafeo'); console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, holder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => child.stdout.once('data', done));
    expect(await refusal({ kind: 'embedded', folder: holder })).toBe(
      `the graph in ${holder} is in use by another process: wait for it or end it, or name another folder (only one can write at a time)`,
    );
    expect(await refusal({ kind: 'embedded', folder: holder, readOnly: true })).toMatch(
      /is in use by another process/u,
    );
    child.kill();
    await new Promise((done) => child.once('exit', done));
    expect(await refusal({ kind: 'embedded', folder: holder })).toBe('opened');
  });

  it('has nothing to read', async () => {
    const none = join(folder, 'none');
    expect(await refusal({ kind: 'embedded', folder: none, readOnly: true })).toBe(
      `no graph in ${none}: load articles first (saites run), or name the folder of another one`,
    );
  });

  it('was opened for reading only', async () => {
    const config = { kind: 'embedded', folder: join(folder, 'reading') } as const;
    const writer = await openStore(config);
    await ensureSchema(writer);
    await writer.write([{ cypher: "CREATE (:Article {id: 'a'})", params: {} }]);
    await writer.close();
    const [one, two] = await Promise.all([1, 2].map(() => openStore({ ...config, readOnly: true })));
    expect(await one?.read('MATCH (a:Article) RETURN count(a) AS n')).toEqual([{ n: 1 }]);
    expect(await two?.read('MATCH (a:Article) RETURN count(a) AS n')).toEqual([{ n: 1 }]);
    await expect(one?.write([])).rejects.toThrow(/opened for reading only/u);
    await one?.close();
    await two?.close();
  });
});

describe.skipIf(await neo4jMissing())('a Neo4j without a password', () => {
  const neo4j = useNeo4j();

  it('has no such database', async () => {
    const { address: uri } = neo4j.store;
    expect(await refusal({ kind: 'neo4j', uri, database: 'nav' })).toBe(
      `Neo4j at ${uri} has no database nav: mend NEO4J_DATABASE, or leave it out for the default`,
    );
    expect(await refusal({ kind: 'neo4j', uri, database: 'neo4j', username: '', password: '' })).toBe('opened');
  });
});
