import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewAnswer } from '../graph/explorer/api.js';
import { type Explorer, startExplorer } from '../graph/explorer/server/serve.js';
import { NO_RULINGS } from '../graph/identity/decide.js';
import { load } from '../graph/load.js';
import { openStore } from '../graph/open.js';
import { type Question, undecided } from '../graph/review.js';
import { statementsOf } from '../graph/statements.js';
import type { GraphStore } from '../graph/store.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { stem } from '../pipeline/0-latvian/stem.js';
import { browserMissing, openBrowser, openPage, seriousFaults } from './browser.js';
import { article, extraction, fact, institution, person, project } from './builders.js';

const PLACES = ['Talsu', 'Tukuma', 'Saldus', 'Limbažu', 'Ogres', 'Madonas', 'Balvu', 'Ludzas'];
const foldedPlaces = ['talsu', 'tukuma', 'saldus', 'limbazu', 'ogres', 'madonas', 'balvu', 'ludzas'];

/** One name with a post in each of eight places, and 24 numbers that each two titles share. */
function unsure(): Extraction[] {
  const posts = PLACES.map((place, i) => {
    const body = `${place} novada Sociālais dienests`;
    const says = `${body}: vadītāja Anna Ozola.`;
    const of = article(`posts-${i}.txt`, [`Ziņas no ${place} novada`, says], { published: '2019-05-20' });
    const key = `institution-${foldedPlaces[i]}-novada-socialais-dienests`;
    return extraction(
      of,
      [person(of, 'person-anna-ozola', 'Anna Ozola', ['Anna Ozola']), institution(of, key, body, [body])],
      [fact(of, 'HEADS', 'person-anna-ozola', key, [says], { role: 'vadītāja' })],
    );
  });
  const titles = Array.from({ length: 24 }, (_, i) => String.fromCharCode(65 + i)).flatMap((letter, i) =>
    [`Kopā ${letter}`, `Soļi ${letter}`].map((title) => {
      const of = article(`${title}.txt`, [`Projekts ${title}`, `Sākas projekts “${title}”.`]);
      const key = `project-${title.toLowerCase().replace('ā', 'a').replace('ļ', 'l').replace(' ', '-')}`;
      return extraction(of, [project(of, key, title, [title], { number: `9.2.2.1/15/I/0${10 + i}` })], []);
    }),
  );
  return [...posts, ...titles];
}

describe('what is too close to call', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-review-'));
  let store: GraphStore;
  let explorer: Explorer;
  /** How often was read what articles say under keys. */
  let compared = 0;
  /** What is read of that waits for it. */
  let gate = Promise.resolve();

  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', folder });
    await load(store, unsure(), { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
    const [sayings] = statementsOf('write/key-sayings');
    const counting: GraphStore = {
      ...store,
      async read(cypher, params) {
        if (cypher === sayings) {
          compared++;
          await gate;
        }
        return store.read(cypher, params);
      },
    };
    explorer = await startExplorer({
      ...{ store: counting, host: '127.0.0.1', port: 0, stem, forms: searchForms },
      ...{ correctionsFile: join(folder, 'corrections.yaml'), today: () => '2026-11-22' },
    });
    await explorer.searchable;
  }, 60_000);
  afterAll(async () => {
    await explorer?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (path: string): string => new URL(path, explorer.address).href;
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(at(`/api/${path}`))).json()) as T;
  const sidesOf = ({ sides }: Question, passages: boolean): number =>
    sides.filter((side) => side.passages.length > 0 === passages).length;

  it.skipIf(browserMissing())('tells how far it is while names are compared, and then comes by itself', async () => {
    let open = (): void => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    expect(await ask('review?wait=20')).toEqual({ compared: 0 });
    const browser = await openBrowser();
    const { page, complaints } = await openPage(browser);
    await page.goto(at('/review'));
    await page.getByText('All names are being compared').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0');
    expect(await seriousFaults(page)).toEqual([]);
    open();
    await page.getByText('25 questions').waitFor();
    expect(complaints).toEqual([]);
    await browser.close();
    expect(await ask<ReviewAnswer>('review?wait=0')).toMatchObject({ found: 25 });
  });

  it('tells which share of the names is compared', async () => {
    const shares: number[] = [];
    const all = await undecided(store, NO_RULINGS, (share) => shares.push(share));
    expect([all.length, shares]).toEqual([25, [1]]);
  });

  it('comes in pages, in the order of names, and is compared once', async () => {
    const first = await ask<ReviewAnswer>('review');
    expect(first).toMatchObject({ found: 25, page: 1, pages: 2 });
    const second = await ask<ReviewAnswer>('review?page=2');
    const names = [...first.questions, ...second.questions].map(({ sides: [side] }) => side?.name);
    expect([first.questions.length, second.questions.length]).toEqual([20, 5]);
    expect(names.slice(0, 3)).toEqual(['Anna Ozola', 'Kopā A', 'Kopā B']);
    expect(new Set(names).size).toBe(25);
    // behind the last is the last
    expect(await ask('review?page=9')).toEqual(second);
    expect(compared).toBe(1);
  });

  it('gives the words of some sides, and those of all when it is asked', async () => {
    const [anna] = (await ask<ReviewAnswer>('review')).questions;
    expect(anna).toMatchObject({ question: 'apart', kind: 'person' });
    expect([sidesOf(anna as Question, true), sidesOf(anna as Question, false)]).toEqual([6, 2]);
    const whole = await ask<Question>(`review/question?id=${anna?.id}`);
    expect(sidesOf(whole, true)).toBe(8);
    expect(whole.sides.map(({ posts }) => posts[0])).toContain('vadītāja, Ludzas novada Sociālais dienests');
    expect(await ask('review/question?id=nobody')).toEqual({ error: 'there is no such entry in this graph' });
  });

  it('is not compared again for a correction that no run has followed', async () => {
    const before = compared;
    const response = await fetch(at('/api/corrections'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(explorer.address).origin },
      body: JSON.stringify({ 'not-same': ['Kopā A', 'Soļi A'], who: 'I. Kalve', why: 'two projects' }),
    });
    expect(response.status).toBe(200);
    expect(await ask<ReviewAnswer>('review')).toMatchObject({ found: 25 });
    expect(compared).toBe(before);
  });

  it.skipIf(browserMissing())(
    'turns its pages, keeps them in the address, and shows the other sides when they are opened',
    async () => {
      const browser = await openBrowser();
      const { page, complaints } = await openPage(browser);
      await page.goto(at('/review'));
      await page.getByText('25 questions').waitFor();
      const anna = page.locator('.asked', { hasText: 'Anna Ozola: one or several?' });
      expect(await anna.locator('blockquote').count()).toBe(6);
      await anna.getByText('2 more').click();
      await anna.getByText('Ludzas novada Sociālais dienests: vadītāja Anna Ozola.').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Next' }).click();
      await page.getByText('page 2 of 2').waitFor();
      expect(new URL(page.url()).search).toBe('?page=2');
      expect(await page.locator('.asked').count()).toBe(5);
      await page.reload();
      await page.getByRole('link', { name: 'Previous' }).click();
      await anna.waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(complaints).toEqual([]);
      await browser.close();
    },
  );
});
