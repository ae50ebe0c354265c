import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportOptions, writeReport } from '../graph/explorer/report/report.js';
import { load } from '../graph/load.js';
import { openStore } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { exportFolder } from '../pipeline/cli/export-folder.js';
import { browserMissing, openBrowser, openPage, seriousFaults } from './browser.js';
import { empty } from './empty.js';
import { HOSTILE, hostile } from './hostile.js';
import { neo4jMissing, takeNeo4j } from './neo4j-server.js';
import { PILOT_BEGINS, SENTENCES, sampleExtractions } from './sample-graph.js';

const work = mkdtempSync(join(tmpdir(), 'saites-report-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const OPTIONS: ReportOptions = { languages: ['lv', 'en'], version: '9.9.9', onStart() {}, onPage() {} };

async function write(store: GraphStore, name: string, options = OPTIONS): Promise<string> {
  const folder = exportFolder(join(work, name), 'report');
  await writeReport(store, folder, options);
  folder.finish();
  return join(work, name);
}

const fill = (store: GraphStore) =>
  load(store, [...sampleExtractions(), hostile()], { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });

/** Path below the folder → hash of what is in it. */
function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );
}

const articleFile = (id: string): string =>
  `article/${createHash('sha256').update(id).digest('hex').slice(0, 16)}.html`;

let store: GraphStore;
let report: string;
beforeAll(async () => {
  store = await openStore({ kind: 'embedded', folder: join(work, 'graph') });
  await fill(store);
  report = await write(store, 'report');
}, 120_000);
afterAll(() => store?.close());

const missing = await neo4jMissing();

describe('the report', () => {
  it('is the same byte for byte for the same graph, and says which run it was made from', async () => {
    expect(filesOf(await write(store, 'again'))).toEqual(filesOf(report));
    expect(readFileSync(join(report, 'en', 'index.html'), 'utf8')).toContain(
      'Made by Saites 9.9.9 from the graph after the run of 22 Nov 2026 10:00 UTC (2026-11-22T10-00-00-000Z): 4\u00A0articles.',
    );
  });

  it('makes what writes days once, not for each day', async () => {
    const Own = Intl.DateTimeFormat;
    let made = 0;
    Intl.DateTimeFormat = class extends Own {
      constructor(...given: ConstructorParameters<typeof Own>) {
        super(...given);
        made++;
      }
    } as typeof Own;
    try {
      await write(store, 'days');
    } finally {
      Intl.DateTimeFormat = Own;
    }
    expect(made).toBe(0);
  });

  it.skipIf(missing)(
    'is the same from Neo4j',
    async () => {
      const neo4j = await takeNeo4j();
      const server = await openStore({ kind: 'neo4j', uri: neo4j.uri });
      try {
        await empty(server);
        await fill(server);
        expect(filesOf(await write(server, 'neo4j'))).toEqual(filesOf(report));
      } finally {
        await server.close();
        neo4j.release();
      }
    },
    300_000,
  );

  it('leads nowhere but to its own files and to the articles’ addresses', () => {
    const pages = Object.keys(filesOf(report)).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(60);
    const ids = new Map(
      pages.map((path) => [
        join(report, path),
        new Set([...readFileSync(join(report, path), 'utf8').matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)),
      ]),
    );
    let links = 0;
    for (const page of pages) {
      const text = readFileSync(join(report, page), 'utf8');
      expect(text, page).not.toMatch(/<script|<form|<button|href="javascript:/iu);
      for (const [, address = ''] of text.matchAll(/ (?:href|src)="([^"]*)"/gu)) {
        if (/^(?:https:\/\/zinas\.example\/|data:,$|#)/u.test(address)) continue;
        const [path = '', anchor] = address.split('#');
        const target = join(report, page, '..', path);
        expect(existsSync(target), `${page} → ${address}`).toBe(true);
        // a sentence that only names is not quoted on the article's page
        if (anchor !== undefined && !anchor.startsWith('at-'))
          expect(ids.get(target), `${page} → ${address}`).toContain(anchor);
        links++;
      }
    }
    expect(links).toBeGreaterThan(1000);
  });

  it('quotes sentences that say facts and no more of an article', () => {
    const page = readFileSync(join(report, 'lv', articleFile(PILOT_BEGINS)), 'utf8');
    const text = page.replace(/<[^>]*>/gu, '');
    for (const sentence of [SENTENCES.joined, SENTENCES.ends, SENTENCES.heads]) expect(text).toContain(sentence);
    expect(text).not.toContain(SENTENCES.count);
    expect(readFileSync(join(report, 'evidence.csv'), 'utf8')).toContain(SENTENCES.joined);
  });

  it('replaces an earlier report and nothing else', async () => {
    const folder = await write(store, 'twice', { ...OPTIONS, languages: ['en'] });
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await write(store, 'twice', { ...OPTIONS, languages: ['lv'] });
    expect(existsSync(join(folder, 'en', 'index.html'))).toBe(false);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

describe.skipIf(browserMissing())('the report in Chromium, from its files', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const at = (path: string): string => pathToFileURL(join(report, path)).href;

  it('leads from the matrix to the fact, its sentence and the article, in both languages', async () => {
    const { page, complaints } = await openPage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(at('index.html'));
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await page.getByRole('link', { name: 'Ķekavas novads, Soļi: declined' }).click();
    await page.getByRole('heading', { level: 1, name: 'Soļi' }).waitFor();
    const sentence = page.getByRole('link', { name: SENTENCES.declined });
    await sentence.waitFor();
    await sentence.click();
    await page.locator('.quotation:target').getByText('atteicās no pilota').waitFor();
    expect(await page.locator('.quotation:target .text').textContent()).toBe(SENTENCES.declined);
    await page.getByRole('link', { name: 'Latviešu' }).click();
    expect(await page.evaluate('document.documentElement.lang')).toBe('lv');
    await page.locator('.fact', { hasText: 'atteicās piedalīties' }).first().waitFor();
    // of the style, too: it is the same as the explorer's
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.entity.project')).backgroundColor`)).toBe(
      'rgb(248, 231, 168)',
    );
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('leads from a cell in the boundaries of 2021 to what is said of the municipality of before', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('en/matrix-2021-name.html'));
    await page.getByRole('link', { name: /^Tukuma novads, Soļi: takes part/u }).click();
    await page.getByRole('link', { name: SENTENCES.joined }).waitFor();
  });

  it('shows a hostile article and runs nothing of it', async () => {
    const { page, complaints } = await openPage(browser);
    for (const path of [
      articleFile(HOSTILE.id),
      'entity/project-hostile.html',
      'matrix.html',
      'timeline.html',
      'articles.html',
      'map/project-hostile.html',
    ]) {
      await page.goto(at(`lv/${path}`));
      expect(await page.evaluate('window.ran'), path).toBeUndefined();
      expect(await page.locator('script, a[href^="javascript:" i], img[src=x]').count(), path).toBe(0);
    }
    await page.goto(at(`lv/${articleFile(HOSTILE.id)}`));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(HOSTILE.title);
    expect(await page.locator('.text').textContent()).toBe(HOSTILE.sentence);
    expect(complaints).toEqual([]);
  });

  it.each([
    ...['index.html', 'lv/index.html', 'en/matrix.html', 'lv/map.html', 'en/map/project-soli.html', 'lv/timeline.html'],
    ...[
      'en/names-municipality.html',
      'lv/articles.html',
      'lv/entity/project-soli.html',
      `en/${articleFile(PILOT_BEGINS)}`,
    ],
  ])('%s has no serious fault and fits a phone', async (path) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [400, 'dark'],
    ] as const) {
      // its policy lets no script in, axe neither
      const { page } = await openPage(browser, { viewport: { width, height: 860 }, colorScheme, bypassCSP: true });
      await page.goto(at(path));
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});
