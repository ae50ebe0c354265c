import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../pipeline/0-contract/types.js';
import { ahead } from '../pipeline/ahead.js';
import { openReader, type Reader } from '../pipeline/reader.js';
import { collectInto, sourceOf } from './collecting.js';
import { asXml, hangingPage, newsPage, rss, startSite } from './site.js';

/** Milliseconds; a short page takes a few, and the first of a thread some hundred. */
const WITHIN = 4000;

let reader: Reader;
beforeEach(() => {
  reader = openReader(WITHIN);
});
afterEach(() => reader.close());

const pageOf = (text: string): Page => ({ from: 'a.html', path: 'a.html', mediaType: 'text/html', text, given: {} });
const news = (i: number): Page => pageOf(newsPage(`Ziņa ${i}`, `Novada dome piešķīra ${i} eiro ģimenes asistentiem.`));
const title = async (page: Page): Promise<string> => (await reader.clean(page)).title;
const reason = (page: Page): Promise<string> =>
  reader.clean(page).then(
    () => 'was cleaned',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('cleaning in threads', () => {
  it('gives up a page that takes too long, and does the others', async () => {
    const all = [news(1), pageOf(hangingPage), news(2), news(3), news(4), news(5)];
    expect(await Promise.all(all.map((page) => title(page).catch(({ message }: Error) => message)))).toEqual([
      'Ziņa 1',
      'cannot be cleaned (takes longer than 4 s)',
      ...['Ziņa 2', 'Ziņa 3', 'Ziņa 4', 'Ziņa 5'],
    ]);
  }, 60_000);

  it('survives a page that takes all the memory of a thread', async () => {
    const own = openReader(60_000);
    reader = own;
    expect(await reason(pageOf(`<!doctype html><body>${'<p>x'.repeat(3_000_000)}`))).toMatch(
      /^SkipArticle: cannot be cleaned \(.*memory limit/u,
    );
    expect(await title(news(1))).toBe('Ziņa 1');
  }, 90_000);

  it('tells why there is no article in a page', async () => {
    expect(await reason(pageOf('<html><script>x()</script></html>'))).toMatch(
      /^SkipArticle: is a web page without text/u,
    );
  });

  it('a page of a site that takes too long fails with its reason, and the others are collected', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saites-'));
    const site = await startSite({ '/a': news(1).text, '/b': hangingPage, '/c': news(2).text });
    site.pages.set('/feed', asXml(rss(['/a', '/b', '/c'].map((path) => site.origin + path))));
    const [report] = await collectInto(folder, [sourceOf({ start: [{ feed: `${site.origin}/feed` }] })], {
      read: reader.read,
    });
    expect(report).toMatchObject({
      new: [expect.stringMatching(/\/a$/u), expect.stringMatching(/\/c$/u)],
      failed: [{ url: `${site.origin}/b`, reason: 'cannot be cleaned (takes longer than 4 s)', again: false }],
    });
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});

describe('what is made ahead', () => {
  async function* numbers(): AsyncGenerator<number> {
    yield* [1, 2, 3, 4, 5];
  }

  it('comes in its order, as much at a time as was asked for, and a fault where it belongs', async () => {
    let open = 0;
    let most = 0;
    const make = async (n: number): Promise<number> => {
      most = Math.max(most, ++open);
      await new Promise((done) => setTimeout(done, 30 - 5 * n));
      if (n === 3) throw new Error('three');
      return n * n;
    };
    const got: unknown[] = [];
    for await (const { thing, made } of ahead(numbers(), make, 2)) {
      got.push([thing, await made.catch(({ message }: Error) => message)]);
      open--;
    }
    expect(got).toEqual([
      [1, 1],
      [2, 4],
      [3, 'three'],
      [4, 16],
      [5, 25],
    ]);
    expect(most).toBe(3);
  });
});
