import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openApart } from '../../graph/apart.js';
import { figuresIn, fileIn } from '../../graph/embedded/file.js';
import { type Explorer, startExplorer } from '../../graph/explorer/server/serve.js';
import { load, type Pending } from '../../graph/load.js';
import { userCache } from '../../graph/local/provision.js';
import { start } from '../../graph/local/server.js';
import { openStore, type StoreConfig } from '../../graph/open.js';
import type { GraphStore } from '../../graph/store.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { stem } from '../../pipeline/0-latvian/stem.js';
import { closeLoaded } from '../../pipeline/cli/close-loaded.js';
import { extract } from '../../pipeline/run.js';
import { openBrowser, openPage } from '../browser.js';
import { syntheticArticle } from './articles.js';

/**
 * `npm run bench:explore -- [ARTICLES] [--embedded FOLDER] [--neo4j FOLDER]` (20,000): how long the explorer takes to its first
 * page, for a search and for an entity, on both stores; how many frames a second a graph of 2,000 nodes holds while it is
 * moved; the weight of the page. A FOLDER that holds a graph is measured as it is, else it is filled and kept; where only one
 * is named, the other store is left out. Exit code 1 when a target is missed.
 */

const { values: KEPT, positionals } = parseArgs({
  allowPositionals: true,
  options: { embedded: { type: 'string' }, neo4j: { type: 'string' } },
});
const ARTICLES = Number(positionals[0] ?? 20_000);
const isMeasured = (kind: 'embedded' | 'neo4j'): boolean => KEPT[kind] !== undefined || Object.keys(KEPT).length === 0;
const TARGETS = { firstPage: 1000, search: 100, entity: 300, frames: 30, kilobytes: 1000 } as const;
const ASKED = 100;

const WRITING = { correctionsFile: join(tmpdir(), 'saites-no-corrections.yaml'), today: () => '2026-11-22' };

const missed: string[] = [];
function tell(what: string, value: string, met?: boolean): void {
  if (met === false) missed.push(what);
  process.stdout.write(`${what.padEnd(52)}${value}${met === undefined ? '' : met ? '  met' : '  MISSED'}\n`);
}
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

function* articles(): Generator<Pending> {
  for (let n = 0; n < ARTICLES; n++) {
    const article = syntheticArticle(n, ARTICLES);
    yield { article, extract: () => extract(article) };
  }
}

async function articlesIn(config: StoreConfig): Promise<number> {
  if (config.kind === 'embedded' && !existsSync(fileIn(config.folder))) return 0;
  // opened for writing, it would lose the figures of its first page
  const store = await openStore({ ...config, readOnly: config.kind === 'embedded' });
  const [row] = await store.read('MATCH (article:Article) RETURN count(article) AS articles');
  await store.close();
  return Number(row?.articles);
}

/** Loads the articles where there are none. */
async function fill(config: StoreConfig): Promise<void> {
  const there = await articlesIn(config);
  if (there > 0) return tell(`${config.kind}: articles that are there`, there.toLocaleString('en'));
  const store = await openStore(config);
  const begun = performance.now();
  await load(store, articles(), { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  tell(`${config.kind}: loaded ${ARTICLES.toLocaleString('en')} articles`, `${seconds} s`);
  await closeLoaded(store, config);
}

interface FirstPage {
  /** Until the server prints its address. */
  readonly server: number;
  /** Until the page shows where to go. */
  readonly page: number;
  /** Until the numbers are on the screen. */
  readonly figures: number;
}

/** Milliseconds from the start of the command. */
async function firstPage(page: Page, env: NodeJS.ProcessEnv, more: readonly string[]): Promise<FirstPage> {
  const program = join(packageRoot, 'dist', 'pipeline', 'cli', 'main.js');
  const begun = performance.now();
  const child: ChildProcess = spawn(process.execPath, [program, 'serve', '--quiet', '--port', '0', ...more], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (data: Buffer) => resolve(data.toString().trim()));
      child.on('exit', () => reject(new Error('saites serve ended')));
    });
    const server = performance.now() - begun;
    await page.goto(address);
    await page.locator('.doors').waitFor();
    const shown = performance.now() - begun;
    await page.locator('.figures').waitFor({ timeout: 300_000 });
    return { server, page: shown, figures: performance.now() - begun };
  } finally {
    child.removeAllListeners('exit');
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  }
}

const timed = async (explorer: Explorer, path: string): Promise<number> => {
  const begun = performance.now();
  const response = await fetch(new URL(path, explorer.address));
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return performance.now() - begun;
};

async function answers(kind: string, explorer: Explorer, store: GraphStore): Promise<void> {
  const begun = performance.now();
  await explorer.searchable;
  tell(`${kind}: all texts can be searched after`, `${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const rows = await store.read(
    'MATCH (e:Entity) WHERE NOT e:Date AND EXISTS { (e)<-[:MENTIONS]-(:Article) } RETURN e.id AS id, e.name AS name ORDER BY e.id',
  );
  // every so many, so that all kinds are there, and the most frequent ones too
  const step = Math.max(1, Math.floor(rows.length / ASKED));
  const some = rows.filter((_, i) => i % step === 0).slice(0, ASKED);
  const searches: number[] = [];
  const entities: number[] = [];
  for (const { id, name } of some) {
    const typed = String(name).slice(0, Math.max(4, Math.floor(String(name).length * 0.7)));
    searches.push(await timed(explorer, `/api/search?q=${encodeURIComponent(typed)}`));
    entities.push(await timed(explorer, `/api/entity?id=${encodeURIComponent(String(id))}`));
  }
  const shown = (all: readonly number[]): string =>
    `median ${median(all).toFixed(0)} ms, slowest ${Math.max(...all).toFixed(0)} ms`;
  tell(`${kind}: search`, shown(searches), median(searches) < TARGETS.search);
  tell(`${kind}: entity page`, shown(entities), median(entities) < TARGETS.entity);
}

async function frames(kind: string, page: Page, explorer: Explorer): Promise<void> {
  await page.goto(new URL('/graph?most=2000', explorer.address).href);
  await page.locator('.canvas[data-busy=false]').waitFor({ timeout: 300_000 });
  const box = await page.locator('.canvas').boundingBox();
  if (!box) throw new Error('no graph is drawn');
  await page.evaluate(`{
    window.times = [];
    const tick = (now) => { window.times.push(now); requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 150; i++) await page.mouse.move(x + 180 * Math.sin(i / 12), y + 100 * Math.cos(i / 9));
  await page.mouse.up();
  const times = (await page.evaluate('window.times')) as number[];
  const nodes = (await page.locator('.graph [role=status]').textContent()) ?? '';
  const rate = 1000 / median(times.slice(1).map((time, i) => time - (times[i] ?? 0)));
  tell(`${kind}: graph of ${nodes}`, `${rate.toFixed(0)} frames a second (median)`, rate >= TARGETS.frames);
}

function weight(): void {
  const folder = join(packageRoot, 'dist', 'graph', 'explorer', 'page', 'assets');
  const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  tell('weight of the page without the map', `${(bytes / 1000).toFixed(0)} kB`, bytes / 1000 < TARGETS.kilobytes);
}

async function measure(
  page: Page,
  config: StoreConfig,
  env: NodeJS.ProcessEnv,
  more: readonly string[],
): Promise<void> {
  async function starts(times: number, how: string, before: () => void): Promise<void> {
    const all: FirstPage[] = [];
    for (let i = 0; i < times; i++) {
      before();
      all.push(await firstPage(page, env, more));
    }
    const of = (what: keyof FirstPage): number => median(all.map((one) => one[what]));
    const rest = `(server after ${of('server').toFixed(0)} ms, figures after ${of('figures').toFixed(0)} ms)`;
    tell(`${config.kind}: first page${how}`, `${of('page').toFixed(0)} ms ${rest}`, of('page') < TARGETS.firstPage);
  }
  await starts(5, '', () => {});
  if (config.kind === 'embedded')
    await starts(1, ' where nothing was kept', () => rmSync(figuresIn(config.folder), { force: true }));
  const store = await openApart(config);
  const explorer = await startExplorer({ store, host: '127.0.0.1', port: 0, stem, forms: searchForms, ...WRITING });
  await answers(config.kind, explorer, store);
  await frames(config.kind, page, explorer);
  for (const path of ['/api/matrix', '/api/timeline', '/api/review'])
    tell(`${config.kind}: first answer of ${path}`, `${(await timed(explorer, path)).toFixed(0)} ms`);
  tell(
    `${config.kind}: most memory of this process so far`,
    `${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`,
  );
  await explorer.close();
  await store.close();
}

const folder = mkdtempSync(join(tmpdir(), 'saites-explore-'));
const browser = await openBrowser();
try {
  weight();
  const { page } = await openPage(browser);
  if (isMeasured('embedded')) {
    const config = { kind: 'embedded', folder: KEPT.embedded ?? join(folder, 'graph') } as const;
    await fill(config);
    await measure(page, config, {}, ['--store', config.folder]);
  }
  if (isMeasured('neo4j')) {
    const neo4j = await start({
      ...{ folder: KEPT.neo4j ?? join(folder, 'neo4j'), cache: userCache(), until: process.pid, jvm: ['-Xmx2g'] },
    });
    const config = { kind: 'neo4j', uri: neo4j.boltUri } as const;
    await fill(config);
    await measure(page, config, { NEO4J_URI: neo4j.boltUri }, []);
    if (!neo4j.already) await neo4j.stop();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

if (missed.length > 0) {
  process.stdout.write(`missed: ${missed.join('; ')}\n`);
  process.exitCode = 1;
}
