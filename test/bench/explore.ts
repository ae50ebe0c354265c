import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Explorer, startExplorer } from '../../graph/explorer/server/serve.js';
import { load, type Pending } from '../../graph/load.js';
import { userCache } from '../../graph/local/provision.js';
import { start } from '../../graph/local/server.js';
import { openStore, type StoreConfig } from '../../graph/open.js';
import type { GraphStore } from '../../graph/store.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { stem } from '../../pipeline/0-latvian/stem.js';
import { plainArticle } from '../../pipeline/2-clean/plain.js';
import { extract } from '../../pipeline/run.js';
import { openBrowser, openPage } from '../browser.js';
import { syntheticArticle } from './articles.js';

/**
 * `npm run bench:explore [ARTICLES [FOLDER]]` (20,000): how long the explorer takes to its first page, for a search and for an
 * entity, on both stores; how many frames a second a graph of 2,000 nodes holds while it is moved; the weight of the page.
 * FOLDER keeps the embedded graph for the next time. Exit code 1 when a target is missed.
 */

const ARTICLES = Number(process.argv[2] ?? 20_000);
const KEPT = process.argv[3];
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
    const { id, url, title, published, text } = syntheticArticle(n, ARTICLES);
    const article = { ...plainArticle(id, text, published), url, title };
    yield { article, extract: () => extract(article) };
  }
}

async function fill(store: GraphStore): Promise<void> {
  const begun = performance.now();
  await load(store, articles(), { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
  tell(
    `${store.kind}: loaded ${ARTICLES.toLocaleString('en')} articles`,
    `${((performance.now() - begun) / 1000).toFixed(0)} s`,
  );
}

/** Milliseconds from the start of the command until the numbers of the first page are on the screen. */
async function firstPage(
  page: Page,
  env: NodeJS.ProcessEnv,
  more: readonly string[],
): Promise<{ page: number; server: number }> {
  const program = join(packageRoot, 'dist', 'pipeline', 'cli', 'main.js');
  const begun = performance.now();
  const child: ChildProcess = spawn(process.execPath, [program, 'serve', '--port', '0', ...more], {
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
    await page.locator('.figures').waitFor();
    return { server, page: performance.now() - begun };
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

async function frames(page: Page, explorer: Explorer): Promise<void> {
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
  tell(`graph of ${nodes}`, `${rate.toFixed(0)} frames a second (median)`, rate >= TARGETS.frames);
}

function weight(): void {
  const folder = join(packageRoot, 'dist', 'graph', 'explorer', 'page', 'assets');
  const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  tell('weight of the page without the map', `${(bytes / 1000).toFixed(0)} kB`, bytes / 1000 < TARGETS.kilobytes);
}

const folder = mkdtempSync(join(tmpdir(), 'saites-explore-'));
const browser = await openBrowser();
try {
  weight();
  const { page } = await openPage(browser);
  const embedded: StoreConfig = { kind: 'embedded', folder: KEPT ?? join(folder, 'graph') };
  const writing = await openStore(embedded);
  await fill(writing);
  await writing.close();
  await measure(page, embedded, {}, ['--store', embedded.folder]);
  const neo4j = await start({
    ...{ folder: join(folder, 'neo4j'), cache: userCache(), until: process.pid, jvm: ['-Xmx2g'] },
  });
  const server: StoreConfig = { kind: 'neo4j', uri: neo4j.boltUri };
  const filling = await openStore(server);
  await fill(filling);
  await filling.close();
  await measure(page, server, { NEO4J_URI: neo4j.boltUri }, []);
  await neo4j.stop();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(
  page: Page,
  config: StoreConfig,
  env: NodeJS.ProcessEnv,
  more: readonly string[],
): Promise<void> {
  const starts = [];
  for (let i = 0; i < 3; i++) starts.push(await firstPage(page, env, more));
  const shown = median(starts.map((one) => one.page));
  tell(
    `${config.kind}: first page after the start`,
    `${shown.toFixed(0)} ms (server after ${median(starts.map(({ server }) => server)).toFixed(0)} ms)`,
    shown < TARGETS.firstPage,
  );
  const store = await openStore(config.kind === 'embedded' ? { ...config, readOnly: true } : config);
  const explorer = await startExplorer({ store, host: '127.0.0.1', port: 0, stem, forms: searchForms, ...WRITING });
  await answers(config.kind, explorer, store);
  if (config.kind === 'embedded') await frames(page, explorer);
  await explorer.close();
  await store.close();
}

if (missed.length > 0) {
  process.stdout.write(`missed: ${missed.join('; ')}\n`);
  process.exitCode = 1;
}
