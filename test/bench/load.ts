import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { load, type Pending } from '../../graph/load.js';
import { userCache } from '../../graph/local/provision.js';
import { type LocalNeo4j, start } from '../../graph/local/server.js';
import { openStore, type StoreConfig } from '../../graph/open.js';
import { schema, schemaStatements } from '../../graph/schema.js';
import type { GraphStore } from '../../graph/store.js';
import type { Article, Extraction } from '../../pipeline/0-contract/types.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { extract } from '../../pipeline/run.js';
import { syntheticArticle } from './articles.js';

/**
 * `npm run bench:load [neo4j|embedded] [ARTICLES …]` (both; 1,000 and 20,000): what loading costs on a real Neo4j, beside a bare driver loop that
 * writes the same final nodes and relationships with the same constraints, each into an empty database of a server of its
 * own; what a hundred new articles cost in the small and the large graph; what it costs to run again with nothing new. The
 * same on the embedded store, without a loop to compare. Exit code 1 when a target is missed.
 */

const ASKED = process.argv.slice(2);
const STORES: readonly string[] = ASKED.filter((one) => one === 'neo4j' || one === 'embedded');
const SIZES = ASKED.filter((one) => !STORES.includes(one)).map(Number);
const NEW_ARTICLES = 100;
/** Articles extracted at once. */
const AT_ONCE = 1_000;
const BARE_BATCH = 5_000;
const TARGETS = { ofBareSpeed: 0.7, growth: 1.5, unchanged: 0.1 } as const;
/** Both servers alike; the default of 512 MB is for looking at a graph, not for half a million claims. */
const SERVER = { settings: { 'server.memory.pagecache.size': '1g' }, jvm: ['-Xmx3g'] } as const;

const missed: string[] = [];
function tell(what: string, value: string, met?: boolean): void {
  if (met === false) missed.push(what);
  process.stdout.write(`${what.padEnd(48)}${value}${met === undefined ? '' : met ? '  met' : '  MISSED'}\n`);
}
const seconds = (value: number): string => `${value.toFixed(1)} s`;

interface Loaded {
  /** Seconds, without making and extracting the articles. */
  readonly seconds: number;
  readonly changed: number;
}

/**
 * Articles `from` to `to` of a collection of `of`. Loading writes while it takes further articles in, so they are extracted
 * only when nothing is being written: no second of writing hides behind the seconds that are left out.
 * @param there they are in the graph, so that none is to be extracted
 */
async function timedLoad(config: StoreConfig, from: number, to: number, of: number, there = false): Promise<Loaded> {
  const store = await openStore(config);
  let written: Promise<unknown> = Promise.resolve();
  let apart = 0;
  async function* articles(): AsyncGenerator<Extraction | Pending> {
    for (let first = from; first < to; first += AT_ONCE) {
      await written.catch(() => {});
      const begun = performance.now();
      const some = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, n) => syntheticArticle(first + n, of));
      const taken = there ? some.map(unchanged) : some.map((article) => extract(article));
      apart += performance.now() - begun;
      yield* taken;
    }
  }
  const watched: GraphStore = {
    ...store,
    transact(work) {
      const under = store.transact(work);
      written = under;
      return under;
    },
  };
  try {
    const begun = performance.now();
    const report = await load(watched, articles(), {
      forms: searchForms,
      now: new Date().toISOString(),
      rules: 'bench',
    });
    const [first] = report.failed;
    if (first) throw new Error(`${report.failed.length} articles failed, first ${first.id}: ${first.message}`);
    return { seconds: (performance.now() - begun - apart) / 1000, changed: report.new + report.changed };
  } finally {
    await store.close();
  }
}

const unchanged = (article: Article): Pending => ({
  article,
  extract() {
    throw new Error('it is there and is extracted again');
  },
});

async function run(driver: Driver, cypher: string, rows?: readonly unknown[]): Promise<void> {
  const session = driver.session();
  try {
    await session.executeWrite((transaction) => transaction.run(cypher, rows === undefined ? {} : { rows }));
  } finally {
    await session.close();
  }
}

/** Copies a graph by the loop that anyone would write; only the writing is timed. @returns seconds */
async function bareLoop(source: LocalNeo4j, target: LocalNeo4j): Promise<{ seconds: number; written: number }> {
  const [from, to] = [neo4j.driver(source.boltUri), neo4j.driver(target.boltUri)];
  let spent = 0;
  let written = 0;
  async function copy(
    read: string,
    rowOf: (get: (column: string) => unknown) => unknown,
    write: string,
  ): Promise<void> {
    const session = from.session({ defaultAccessMode: 'READ', fetchSize: BARE_BATCH });
    let rows: unknown[] = [];
    const flush = async (): Promise<void> => {
      if (rows.length === 0) return;
      const begun = performance.now();
      await run(to, write, rows);
      spent += performance.now() - begun;
      written += rows.length;
      rows = [];
    };
    for await (const record of session.run(read)) {
      rows.push(rowOf((column) => record.get(column)));
      if (rows.length === BARE_BATCH) await flush();
    }
    await flush();
    await session.close();
  }
  try {
    const begun = performance.now();
    for (const cypher of schemaStatements('neo4j')) await run(to, cypher);
    spent += performance.now() - begun;
    const bases = new Set(Object.values(schema.labels).map(({ base }) => base));
    for (const [label, { base }] of Object.entries(schema.labels)) {
      if (bases.has(label)) continue;
      await copy(
        `MATCH (n:${label}) RETURN n.id AS id, properties(n) AS properties`,
        (get) => ({ id: get('id'), properties: get('properties') }),
        `UNWIND $rows AS row MERGE (n:${base ?? label} {id: row.id}) SET n += row.properties${base ? `, n:${label}` : ''}`,
      );
    }
    for (const [type, { from: start, to: end }] of Object.entries(schema.relationships)) {
      await copy(
        `MATCH (a:${start})-[r:${type}]->(b:${end}) RETURN a.id AS from, b.id AS to, properties(r) AS properties`,
        (get) => ({ from: get('from'), to: get('to'), properties: get('properties') }),
        `UNWIND $rows AS row MATCH (a:${start} {id: row.from}) MATCH (b:${end} {id: row.to}) MERGE (a)-[r:${type}]->(b) SET r += row.properties`,
      );
    }
    return { seconds: spent / 1000, written };
  } finally {
    await from.close();
    await to.close();
  }
}

interface Costs {
  readonly first: number;
  readonly added: number;
  readonly again: number;
}

async function costs(config: StoreConfig, size: number, between?: () => Promise<void>): Promise<Costs> {
  const { seconds: first } = await timedLoad(config, 0, size, size);
  await between?.();
  const { seconds: again, changed } = await timedLoad(config, 0, size, size, true);
  if (changed > 0) throw new Error(`${changed} unchanged articles were loaded again`);
  const { seconds: added } = await timedLoad(config, size, size + NEW_ARTICLES, size);
  return { first, added, again };
}

function tellCosts(store: string, size: number, { first, added, again }: Costs): void {
  const label = `${store}, ${size.toLocaleString('en-GB')} articles`;
  tell(`${label}: load`, `${seconds(first)}, ${Math.round(size / first)} articles a second`);
  tell(
    `${label}: run again, unchanged`,
    `${seconds(again)}, ${((100 * again) / first).toFixed(1)} %`,
    again <= TARGETS.unchanged * first,
  );
  tell(`${label}: ${NEW_ARTICLES} new`, seconds(added));
}

async function onNeo4j(size: number, folder: string): Promise<Costs> {
  const server = (name: string) =>
    start({ folder: join(folder, name), cache: userCache(), until: process.pid, ...SERVER });
  const loaded = await server(`loaded-${size}`);
  try {
    const config: StoreConfig = { kind: 'neo4j', uri: loaded.boltUri };
    let bare = { seconds: 0, written: 0 };
    const all = await costs(config, size, async () => {
      const target = await server(`bare-${size}`);
      bare = await bareLoop(loaded, target);
      await target.stop();
    });
    tellCosts('Neo4j', size, all);
    const ratio = bare.seconds / all.first;
    tell(
      `Neo4j, ${size.toLocaleString('en-GB')} articles: of a bare loop's speed`,
      `${ratio.toFixed(2)} (loop ${seconds(bare.seconds)}, ${bare.written.toLocaleString('en-GB')} nodes and relationships; target ≥ ${TARGETS.ofBareSpeed})`,
      ratio >= TARGETS.ofBareSpeed,
    );
    return all;
  } finally {
    await loaded.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'saites-bench-'));
try {
  const sizes = SIZES.length > 0 ? SIZES : [1_000, 20_000];
  const measured = [
    ['Neo4j', (size: number) => onNeo4j(size, folder)],
    [
      'embedded',
      async (size: number) => {
        const all = await costs({ kind: 'embedded', folder: join(folder, `embedded-${size}`) }, size);
        tellCosts('embedded', size, all);
        return all;
      },
    ],
  ] as const;
  for (const [store, measure] of measured) {
    if (STORES.length > 0 && !STORES.includes(store.toLowerCase())) continue;
    const all: Costs[] = [];
    for (const size of sizes) all.push(await measure(size));
    const [small, large] = [all[0], all.at(-1)];
    if (small && large && small !== large) {
      const growth = large.added / small.added;
      tell(
        `${store}: ${NEW_ARTICLES} new, larger against smaller graph`,
        `${growth.toFixed(2)} (target ≤ ${TARGETS.growth})`,
        growth <= TARGETS.growth,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (missed.length > 0) process.exitCode = 1;
