import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatrixAnswer, TimelineAnswer } from '../graph/explorer/api.js';
import { type Explorer, startExplorer } from '../graph/explorer/server/serve.js';
import { load } from '../graph/load.js';
import { openStore } from '../graph/open.js';
import type { GraphStore } from '../graph/store.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { stem } from '../pipeline/0-latvian/stem.js';
import { browserMissing, openBrowser, openPage } from './browser.js';
import { HOSTILE, hostile } from './hostile.js';
import { closeProjects, PILOT_BEGINS, SENTENCES, sampleExtractions } from './sample-graph.js';

describe.skipIf(browserMissing())('the page in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-page-'));
  const WRITING = { correctionsFile: join(folder, 'corrections.yaml'), today: () => '2026-11-22' };
  let store: GraphStore;
  let explorer: Explorer;
  let browser: Browser;

  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', folder });
    await load(store, [...sampleExtractions(), hostile(), ...closeProjects()], {
      ...{ forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' },
    });
    explorer = await startExplorer({ store, host: '127.0.0.1', port: 0, stem, forms: searchForms, ...WRITING });
    await explorer.searchable;
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await explorer?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (path: string): string => new URL(path, explorer.address).href;
  const articlePath = (id: string, more = ''): string => `/article?id=${encodeURIComponent(id)}${more}`;

  it('searches with the keyboard alone, opens an entity, and shows the sentence at its offsets', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/questions'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('tukuma novadam');
    await page.locator('.result').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('tukuma novadam');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tukuma novads' }).waitFor();
    await page.locator('.fact-row', { hasText: 'Soļi' }).first().locator('summary').click();
    await page.getByRole('link', { name: SENTENCES.joined }).first().click();
    await page.locator('.cited').first().waitFor();
    const cited = await page.locator('.cited').allInnerTexts();
    expect(cited.join('').replace(/\d+$/u, '').trim()).toBe(SENTENCES.joined);
    // all characters of the stored text are there, in order
    const shown = await page.evaluate(`{
      const text = document.querySelector('.text').cloneNode(true);
      for (const number of text.querySelectorAll('.number')) number.remove();
      text.textContent;
    }`);
    const [stored] = await store.read('MATCH (a:Article {id: $id}) RETURN a.text AS text', { id: PILOT_BEGINS });
    expect(shown).toBe(stored?.text);
    expect(complaints).toEqual([]);
  });

  it('tells rule and confidence of a mark, and switches kinds off', async () => {
    const { page } = await openPage(browser);
    await page.goto(at(articlePath(PILOT_BEGINS)));
    const mark = page.locator('a.mark.municipality', { hasText: 'Tukuma novads' }).first();
    await mark.waitFor();
    expect(await mark.getAttribute('data-tip')).toBe('municipality: Tukuma novads · test-municipality · 0.90');
    const ground = (): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('a.mark.municipality')).backgroundColor`);
    expect(await ground()).toBe('rgb(207, 236, 203)');
    await page.getByRole('checkbox', { name: 'municipalities' }).uncheck();
    expect(await ground()).toBe('rgba(0, 0, 0, 0)');
  });

  it('sorts the matrix, and a cell opens its evidence', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/matrix'));
    const rows = page.locator('.matrix tbody th[scope=row] a');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts())[0]).toBe('Tukuma novads');
    await page.getByLabel('Sort by').selectOption('name');
    await expect.poll(async () => (await rows.allInnerTexts())[0]).toBe('Ādažu novads');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
    await page.getByRole('link', { name: 'Ķekavas novads, Soļi: declined' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(SENTENCES.declined).first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await page.getByLabel('Projects named').fill('SOL');
    const columns = page.locator('.matrix thead th a');
    await expect.poll(() => columns.allInnerTexts()).toEqual(['Soļi']);
    expect(new URL(page.url()).searchParams.get('named')).toBe('SOL');
    expect(complaints).toEqual([]);
  });

  it('shows a hundred projects of the matrix at once, and leads to the others', async () => {
    const { page } = await openPage(browser);
    // as the server answers, with more projects
    await page.route('**/api/matrix?*', async (route) => {
      const response = await route.fetch();
      const { cells, projects, ...rest } = (await response.json()) as MatrixAnswer;
      const more = Array.from({ length: 150 }, (_, i) => ({
        ...projects[0],
        id: `p${i}`,
        name: `P${i}`,
        sortKey: `p${i}`,
      }));
      const members = more.map(({ id }) => ({ ...cells[0], project: id, state: 'joined' }));
      await route.fulfill({ response, json: { ...rest, projects: more, cells: members } });
    });
    await page.goto(at('/matrix'));
    const columns = page.locator('.matrix thead th a');
    await expect.poll(() => columns.count()).toBe(100);
    await page.getByText('Shown are projects 1–100 of 150').waitFor();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByText('Shown are projects 101–150 of 150').waitFor();
    expect(await columns.count()).toBe(50);
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    // fewer projects: what is left of them, not an empty page
    await page.getByLabel('Projects named').fill('P12');
    await expect.poll(() => columns.count()).toBe(11);
  });

  it('colours the map by number and by a project', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/map?boundaries=2009'));
    const area = page.locator('.map a[aria-label^="Tukuma novads:"] path');
    await area.waitFor();
    expect(await area.getAttribute('class')).toBe('class-2');
    expect(await page.locator('.map > svg').first().locator('path').count()).toBe(119);
    await page.getByLabel('Colour by').selectOption({ label: 'Soļi' });
    await expect.poll(() => area.getAttribute('class')).toBe('joined');
    const kekava = page.locator('.map a[aria-label^="Ķekavas novads:"] path');
    expect(await kekava.getAttribute('class')).toBe('declined');
    await page.getByLabel('also the boundaries of 2021').check();
    await page.locator('.map path.beside').waitFor();
    expect(complaints).toEqual([]);
  });

  it('tells on the map and the timeline what is only planned, and the end of a project from leaving it', async () => {
    const { page } = await openPage(browser);
    const planned = <T extends { status: string | null }>(of: T): T => ({ ...of, status: 'planned' });
    await page.route('**/api/matrix?*', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as MatrixAnswer;
      const cells = answer.cells.map((cell) => (cell.project === 'project-soli' ? planned(cell) : cell));
      await route.fulfill({ response, json: { ...answer, cells } });
    });
    await page.goto(at('/map?boundaries=2009&project=project-soli'));
    const area = page.locator('.map a[aria-label^="Tukuma novads: planned"] path');
    await expect.poll(() => area.getAttribute('class')).toBe('planned');

    const marks = async (project: string): Promise<number[]> => {
      const row = page.locator('.gantt-project', { has: page.getByRole('link', { name: project, exact: true }) });
      await row.first().waitFor();
      return Promise.all(['joins', 'plans', 'leaves'].map((mark) => row.locator(`.${mark}`).count()));
    };
    await page.goto(at('/timeline'));
    expect([await marks('Soļi'), await marks('Tilts')]).toEqual([
      [1, 0, 0],
      [1, 0, 1],
    ]);
    await page.route('**/api/timeline?*', async (route) => {
      const response = await route.fetch();
      const { projects } = (await response.json()) as TimelineAnswer;
      const changed = projects.map((one) => ({ ...one, members: one.members.map(planned) }));
      await route.fulfill({ response, json: { projects: changed } });
    });
    await page.reload();
    expect(await marks('Soļi')).toEqual([0, 1, 0]);
  });

  it('names on the map what has room, and whatever is pointed at or has the focus', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('/map?boundaries=2009'));
    const names = (of: string) => page.locator(`.names .${of} text:visible`).allTextContents();
    await page.locator('.names').waitFor();
    expect(await names('wide')).toEqual(expect.arrayContaining(['Rīga', 'Tukuma nov.', 'Rēzeknes nov.']));
    expect(await names('narrow')).toEqual([]);
    const told = page.locator('.map-at');
    await page.locator('.map a[aria-label^="Ķekavas novads:"]').hover();
    await expect.poll(() => told.textContent()).toMatch(/^Ķekavas novads: 0\sprojects$/u);
    await page.locator('.map a[aria-label^="Tukuma novads:"]').focus();
    await expect.poll(() => told.textContent()).toMatch(/^Tukuma novads: [12]\sprojects?$/u);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await names('wide')).toEqual([]);
    expect(await names('narrow')).toContain('Madonas n.');
  });

  it('shows when who joined, with the project opened', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('/timeline'));
    await page.getByRole('button', { name: /^3\sparticipants$/u }).click();
    await page.locator('.member p', { hasText: '16 May 2019 – 31 Oct 2019' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('open')).toBe('project-soli');
  });

  it('shows a hundred projects of the timeline at once', async () => {
    const { page } = await openPage(browser);
    // as the server answers, with more projects
    await page.route('**/api/timeline?*', async (route) => {
      const response = await route.fetch();
      const { projects } = (await response.json()) as TimelineAnswer;
      const dated = projects.find(({ name }) => name === 'Soļi');
      const more = Array.from({ length: 150 }, (_, i) => ({ ...dated, id: `p${i}`, name: `P${i}` }));
      await route.fulfill({ response, json: { projects: more } });
    });
    await page.goto(at('/timeline?page=2'));
    await page.getByText('page 2 of 2').waitFor();
    expect(await page.locator('.gantt-project').count()).toBe(50);
    await page.getByRole('link', { name: 'Previous' }).click();
    await expect.poll(() => page.locator('.gantt-project').count()).toBe(100);
  });

  it('draws the graph, opens what hangs on a node, filters, and saves it', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at(`/graph?ids=${encodeURIComponent('["project-cels"]')}`));
    const status = page.locator('.graph [role=status]');
    await expect.poll(() => status.textContent(), { timeout: 10_000 }).toMatch(/^6\snodes/u);
    await page.locator('.canvas[data-busy=false]').waitFor();
    await page.getByText('The same as a list').click();
    const item = page.locator('.list li', { hasText: 'Soļi' });
    await item.getByRole('button', { name: 'Expand' }).click();
    await expect.poll(() => status.textContent()).toMatch(/^9\snodes/u);
    await page.locator('.canvas[data-busy=false]').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'SVG' }).click();
    const svg = readFileSync(await (await saved).path(), 'utf8');
    expect(svg.match(/<circle/gu)).toHaveLength(9);
    await page.getByRole('checkbox', { name: 'municipalities' }).uncheck();
    const fewer = page.waitForEvent('download');
    await page.getByRole('button', { name: 'SVG' }).click();
    expect(readFileSync(await (await fewer).path(), 'utf8').match(/<circle/gu)).toHaveLength(5);
    const png = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PNG' }).click();
    expect([...readFileSync(await (await png).path()).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(complaints).toEqual([]);
  });

  it('asks a question, completing names, and shows the answer as table, chart and graph', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/questions/projects-of-municipality'));
    const field = page.getByLabel('municipality', { exact: false }).first();
    await field.fill('tukum');
    await expect.poll(() => page.locator('datalist option').first().getAttribute('value')).toBe('Tukuma novads');
    await field.fill('Tukuma novads');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.locator('.answer tbody tr').first().waitFor();
    expect(await page.locator('.answer').textContent()).toContain(SENTENCES.joined);
    await page.getByRole('button', { name: 'Chart' }).click();
    await page.locator('.bars th').first().waitFor();
    await page.getByRole('button', { name: 'Graph' }).click();
    await expect.poll(() => page.locator('.graph [role=status]').textContent()).toMatch(/nodes/u);
    expect(new URL(page.url()).searchParams.get('as_')).toBe('graph');
    expect(await page.locator('.cypher code').textContent()).toContain("(claim:Claim {type: 'PARTICIPATES_IN'})");
    expect(complaints).toEqual([]);
  });

  /** Says why and who, and writes the line. */
  async function signed(page: Page, why: string): Promise<void> {
    await page.getByLabel('Why').fill(why);
    await page.getByLabel('Who says so').fill('I. Kalve');
    await page.getByRole('button', { name: 'Write the line' }).click();
  }

  /** Takes back the only correction, which the page of runs lists with some words. */
  async function undone(page: Page, words: string): Promise<void> {
    await page.goto(at('/runs'));
    await page.getByText(words).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('No corrections').waitFor();
  }

  it('writes a correction of a fact, and takes it back', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at(articlePath(PILOT_BEGINS)));
    await page.locator('.fact', { hasText: 'Rēzekne' }).getByRole('button', { name: 'Reject' }).click();
    await signed(page, 'the sentence speaks of another pilot');
    await page.locator('.written').waitFor();
    expect(readFileSync(WRITING.correctionsFile, 'utf8')).toContain(
      'reject:\n    subject: Rēzekne\n    relation: PARTICIPATES_IN\n    object: Soļi\n    article: https://zinas.example/pilots-sakas\n',
    );
    await undone(page, 'the sentence speaks of another pilot');
    expect(readFileSync(WRITING.correctionsFile, 'utf8')).not.toContain('reject');
    expect(complaints).toEqual([]);
  });

  it('writes what kind of thing a name is in one article', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/entity?id=project-soli'));
    await page.getByRole('button', { name: 'Change kind' }).click();
    await page.getByRole('combobox', { name: 'What it is' }).selectOption({ label: 'event' });
    await page.getByLabel('In which articles').selectOption({ label: 'Pilots sākas' });
    await signed(page, 'the article tells of a day');
    await page.locator('.written').waitFor();
    expect(readFileSync(WRITING.correctionsFile, 'utf8')).toContain(
      '- kind-of: Soļi\n  is: event\n  kind: project\n  article: https://zinas.example/pilots-sakas\n  who: I. Kalve\n',
    );
    await undone(page, 'Soļi: event (https://zinas.example/pilots-sakas)');
    await page.goto(at('/entity?id=novads-tukuma-2009'));
    await page.getByRole('button', { name: 'Change kind' }).click();
    const within = await page.getByLabel('In which articles').locator('option').allTextContents();
    expect(within).not.toContain('all articles');
    expect(complaints).toEqual([]);
  });

  it('lists what is too close to call with both contexts, and writes and takes back what people decide', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/runs'));
    await page.getByRole('link', { name: 'Too close to call' }).click();
    const asked = page.locator('.asked', { hasText: 'Dzīve kopienā = Dzīvo savā krastā?' });
    await asked.getByText('Zemgale sāk projektu “Dzīve kopienā”.').waitFor();
    await asked.getByText('Kurzeme sāk projektu “Dzīvo savā krastā”.').waitFor();
    await asked.getByRole('button', { name: 'They are not the same' }).click();
    await signed(page, 'two regions, each with its own');
    await asked.getByText('Written that they are not the same (I. Kalve)').waitFor();
    expect(readFileSync(WRITING.correctionsFile, 'utf8')).toContain(
      'not-same:\n    - Dzīve kopienā\n    - Dzīvo savā krastā\n  kind: project\n  who: I. Kalve\n',
    );
    await asked.getByRole('button', { name: 'Undo' }).click();
    await asked.getByRole('button', { name: 'They are the same', exact: true }).waitFor();
    expect(readFileSync(WRITING.correctionsFile, 'utf8')).not.toContain('not-same');
    expect(complaints).toEqual([]);
  });

  it('shows a hostile article and runs nothing of it', async () => {
    const { page, complaints } = await openPage(browser);
    const paths = [
      articlePath(HOSTILE.id),
      '/entity?id=project-hostile',
      '/entity?id=novads-tukuma-2009',
      '/search?q=script',
      '/matrix?cell=novads-tukuma-2009+project-hostile',
      '/map?project=project-hostile',
      '/timeline',
      `/graph?ids=${encodeURIComponent('["project-hostile"]')}`,
      '/questions/municipalities-by-project',
      `/search?q=${encodeURIComponent('"><img src=x onerror=window.ran=6>')}`,
    ];
    for (const path of paths) {
      await page.goto(at(path), { waitUntil: 'networkidle' });
      expect(await page.evaluate('window.ran'), path).toBeUndefined();
      expect(await page.locator('a[href^="javascript:" i]').count(), path).toBe(0);
    }
    await page.goto(at(articlePath(HOSTILE.id)));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(HOSTILE.title);
    expect(await page.locator('.text').textContent()).toContain('<script>window.ran=3</script> Tukuma novads');
    expect(await page.locator('dd', { hasText: 'window.ran=5' }).textContent()).toBe(HOSTILE.url);
    expect(complaints).toEqual([]);
  });
});
