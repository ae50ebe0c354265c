import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalNeo4j } from '../../graph/local/server.js';
import { migrations } from '../../graph/migrate.js';
import { openStore, type StoreConfig } from '../../graph/open.js';
import { rowsOf } from '../../graph/rows.js';
import type { GraphStore } from '../../graph/store.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { extract } from '../../pipeline/run.js';
import { syntheticArticle } from '../bench/articles.js';
import { empty } from '../empty.js';
import { dump } from '../graph-dump.js';
import { neo4jMissing, startNeo4j } from '../neo4j-server.js';

const KILLS = 20;
/** A run that is killed takes at least this long when it is left alone. */
const LEAST_SECONDS = 10;

const noNeo4j = await neo4jMissing();
const folder = mkdtempSync(join(tmpdir(), 'saites-loaders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = join(packageRoot, 'dist', 'test', 'long', 'loader.js');
const addressOf = (config: StoreConfig): string => (config.kind === 'neo4j' ? config.uri : config.folder);

/** More articles than a transaction takes: with so many left there is one more to be killed in. */
const LAST_BATCH = 250;

/** How often two loaders begin together with nothing, where most is made once only. */
const BEGINNINGS = 5;

interface Loader {
  readonly child: ChildProcess;
  /** Ids acknowledged so far, whether loaded now or found unchanged. */
  readonly acknowledged: Set<string>;
  readonly failed: string[];
  /** A transaction has begun of which nothing is acknowledged yet. */
  writing: boolean;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

function startLoader(config: StoreConfig, count: number, order = 'forwards'): Loader {
  const child = spawn(process.execPath, [program, addressOf(config), String(count), order], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const loader: Loader = {
    child,
    acknowledged: new Set(),
    failed: [],
    writing: false,
    ended: new Promise((done) => child.once('close', (code, signal) => done(code ?? signal))),
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [outcome = '', id] = line.split(' ');
    loader.writing = outcome === 'writing';
    if (outcome === 'failed') loader.failed.push(line);
    else if (id !== undefined) loader.acknowledged.add(id);
  });
  return loader;
}

async function loadWhole(config: StoreConfig, count: number): Promise<number> {
  const begun = performance.now();
  const loader = startLoader(config, count);
  expect(await loader.ended).toBe(0);
  expect(loader.failed).toEqual([]);
  return (performance.now() - begun) / 1000;
}

/** Takes away constraints and indexes too. */
async function emptyWhole(store: GraphStore): Promise<void> {
  await empty(store);
  for (const [what, all] of [
    ['CONSTRAINT', 'CONSTRAINTS'],
    ['INDEX', 'INDEXES'],
  ] as const) {
    const rows = await store.read(`SHOW ${all} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`);
    await store.write(rows.map(({ name }) => ({ cypher: `DROP ${what} ${name}`, params: {} })));
  }
}

async function withStore<T>(config: StoreConfig, work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) {
  const store = await openStore(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Article → how many claims and mentions it has in the store. */
const articlesIn = (config: StoreConfig): Promise<Map<string, string>> =>
  withStore(config, async (store) => {
    const rows = await store.read(
      `MATCH (article:Article)
       RETURN article.id AS id,
         COUNT { (article)-[:CLAIMS]->(:Claim) } AS claims, COUNT { (article)<-[:\`IN\`]-(:Mention) } AS mentions`,
    );
    return new Map(rows.map(({ id, claims, mentions }) => [id as string, `${claims} claims, ${mentions} mentions`]));
  });

function wholeArticle(n: number, count: number): readonly [string, string] {
  const article = syntheticArticle(n, count);
  const rows = rowsOf(extract(article), 'long', '2026-11-22T10:00:00Z');
  return [article.id, `${rows.claims.length} claims, ${rows.mentions.length} mentions`];
}

/** Kills a loader in the middle of a transaction, once it has acknowledged so many articles. */
async function killAfter(config: StoreConfig, count: number, acknowledgements: number): Promise<Loader> {
  const loader = startLoader(config, count);
  for (;;) {
    while (!(loader.writing && loader.acknowledged.size >= acknowledgements)) {
      if (loader.child.exitCode !== null) throw new Error('the loader came to its end before it was killed');
      await wait(1);
    }
    await wait(Math.random() * 100);
    // the transaction may be through by now: then it is the next one's turn
    if (loader.writing) break;
  }
  loader.child.kill('SIGKILL');
  expect(await loader.ended).toBe('SIGKILL');
  return loader;
}

async function survivesKills(reference: StoreConfig, config: StoreConfig, count: number): Promise<void> {
  const seconds = await loadWhole(reference, count);
  expect(seconds).toBeGreaterThanOrEqual(LEAST_SECONDS);

  const whole = new Map(Array.from({ length: count }, (_, n) => wholeArticle(n, count)));
  let last = 0;
  for (let k = 0; k < KILLS; k++) {
    const moment = Math.floor(((k + Math.random()) / KILLS) * (count - LAST_BATCH));
    const { acknowledged } = await killAfter(config, count, moment);
    const found = await articlesIn(config);
    expect([...acknowledged].filter((id) => !found.has(id))).toEqual([]);
    expect([...found].filter(([id, parts]) => whole.get(id) !== parts)).toEqual([]);
    expect(found.size).toBeLessThan(count);
    expect(found.size).toBeGreaterThanOrEqual(last);
    last = found.size;
  }
  await loadWhole(config, count);
  expect(await withStore(config, dump)).toEqual(await withStore(reference, dump));
}

describe('a loader that is killed while it writes', () => {
  it(`loses nothing acknowledged and leaves nothing half, ${KILLS} times, on the embedded store`, async () => {
    const embedded = (name: string): StoreConfig => ({ kind: 'embedded', folder: join(folder, name) });
    // so many articles that loading them takes as long as it has to on this machine
    const sample = 200;
    const rate = sample / (await loadWhole(embedded('trial'), sample));
    const count = Math.max(600, Math.ceil(rate * LEAST_SECONDS * 1.5));
    await survivesKills(embedded('whole'), embedded('killed'), count);
  });

  it.skipIf(noNeo4j !== undefined)(`and on Neo4j`, async () => {
    const servers = await Promise.all(['whole', 'killed'].map((name) => startNeo4j(`loaders-${name}`)));
    const [whole, killed] = servers.map(({ boltUri }): StoreConfig => ({ kind: 'neo4j', uri: boltUri }));
    if (!whole || !killed) throw new Error('no servers');
    try {
      await survivesKills(whole, killed, 800);
    } finally {
      for (const server of servers) await server.stop();
    }
  });
});

describe.skipIf(noNeo4j !== undefined)('two loaders at one Neo4j', () => {
  const count = 400;
  const one: StoreConfig = { kind: 'embedded', folder: join(folder, 'one') };
  let server: LocalNeo4j;
  beforeAll(async () => {
    server = await startNeo4j('loaders-two');
  });
  afterAll(() => server?.stop());

  async function loadTwice(config: StoreConfig, of: number): Promise<void> {
    const loaders = [startLoader(config, of), startLoader(config, of, 'backwards')];
    expect(await Promise.all(loaders.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(loaders.flatMap(({ failed }) => failed)).toEqual([]);
    expect(loaders.map(({ acknowledged }) => acknowledged.size)).toEqual([of, of]);
  }

  it('begin together many times', async () => {
    const config: StoreConfig = { kind: 'neo4j', uri: server.boltUri };
    for (let time = 0; time < BEGINNINGS; time++) {
      await withStore(config, emptyWhole);
      await loadTwice(config, 5);
      const found = await withStore(config, (store) =>
        store.read('MATCH (n:Migration|Reference|Run) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label'),
      );
      expect(found).toEqual([
        { label: 'Migration', n: migrations().length },
        { label: 'Reference', n: 1 },
        { label: 'Run', n: 2 },
      ]);
    }
  });

  it('that is empty, without constraints, make the same graph as one', async () => {
    const config: StoreConfig = { kind: 'neo4j', uri: server.boltUri };
    await withStore(config, emptyWhole);
    await loadWhole(one, count);
    await loadTwice(config, count);
    expect(await withStore(config, dump)).toEqual(await withStore(one, dump));
  });
});
