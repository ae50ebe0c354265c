import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Explorer, startExplorer } from '../../graph/explorer/server/serve.js';
import { load } from '../../graph/load.js';
import { openStore } from '../../graph/open.js';
import type { GraphStore } from '../../graph/store.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { stem } from '../../pipeline/0-latvian/stem.js';
import { browserMissing, openBrowser, openPage, seriousFaults } from '../browser.js';
import { closeProjects, PILOT_BEGINS, sampleExtractions } from '../sample-graph.js';

describe.skipIf(browserMissing())('every page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-pages-'));
  const WRITING = { correctionsFile: join(folder, 'corrections.yaml'), today: () => '2026-11-22' };
  let store: GraphStore;
  let explorer: Explorer;
  let browser: Browser;

  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', folder });
    await load(store, [...sampleExtractions(), ...closeProjects()], {
      forms: searchForms,
      now: '2026-11-22T10:00:00Z',
      rules: '1',
    });
    explorer = await startExplorer({ store, host: '127.0.0.1', port: 0, stem, forms: searchForms, ...WRITING });
    await explorer.searchable;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await explorer?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (path: string): string => new URL(path, explorer.address).href;

  const PATHS = [
    '/',
    '/search?q=tukuma',
    '/entity?id=novads-tukuma-2009',
    `/article?id=${encodeURIComponent(PILOT_BEGINS)}&at=14-60`,
    '/questions',
    '/questions/municipalities-by-project',
    '/questions/municipalities-by-project?as_=chart',
    '/matrix',
    '/matrix?cell=novads-tukuma-2009+project-soli',
    '/map',
    '/timeline?open=project-soli',
    '/graph',
    '/runs',
    '/review',
    '/search?q=xqzw',
    '/nothing/here',
    '/entity?id=nobody',
    '/graph?ids=%5B%22project-soli%22%5D&without=person',
  ];
  it('the dialog of a correction has no serious fault, and Escape closes it', async () => {
    const { page } = await openPage(browser, { viewport: { width: 400, height: 860 } });
    await page.goto(at('/entity?id=project-soli'));
    const button = page.getByRole('button', { name: 'Same as …', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Same as …' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Same as …');
    await page.context().close();
  });

  it('leads through its parts in the order that is seen, by the Tab key alone', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('/matrix'), { waitUntil: 'networkidle' });
    const stops: string[] = [];
    for (let i = 0; i < 16; i++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(
          "(document.activeElement.textContent || document.activeElement.getAttribute('aria-label') || '').trim().slice(0, 20)",
        ),
      );
    }
    expect(stops.slice(0, 4)).toEqual(['Skip to the content', 'Saites', 'Search', 'Questions']);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.context().close();
  });

  describe.each([
    { name: 'light, 1280 pixels, Latvian', width: 1280, colorScheme: 'light', locale: 'lv-LV' },
    { name: 'dark, 400 pixels, English', width: 400, colorScheme: 'dark', locale: 'en-GB' },
  ] as const)('$name', ({ width, colorScheme, locale }) => {
    it.each(PATHS)('%s has no serious fault and fits the screen', async (path) => {
      const { page, complaints } = await openPage(browser, { viewport: { width, height: 860 }, colorScheme, locale });
      await page.goto(at(path), { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate('document.documentElement.lang')).toBe(locale.slice(0, 2));
      // what is not there is told by the status of an answer, which the browser complains of
      expect(complaints.filter((text) => !(path.includes('nobody') && text.includes('404')))).toEqual([]);
      await page.context().close();
    });
  });
});
