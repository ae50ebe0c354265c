import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkYaml } from '../pipeline/0-contract/yaml.js';
import type { RunTally } from '../pipeline/1-collect/web/known.js';
import { unusual } from '../pipeline/1-collect/web/report.js';
import { contactOf, readSources, sourcesSchema } from '../pipeline/1-collect/web/sources.js';
import { commandIn, copyData, expectFault } from './command.js';
import { asXml, newsPage, rss, type Site, startSite } from './site.js';

let folder = '';
let site: Site;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
  copyData(folder);
  site = await startSite();
});
afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'data', 'sources.yaml');
const run = (...parameters: string[]) =>
  commandIn(folder)(parameters, {
    env: {
      SAITES_DATA: join(folder, 'data'),
      SAITES_CACHE: join(folder, 'cache'),
      SAITES_STORE: join(folder, 'graph'),
      SAITES_CONTACT: 'test@example.org',
    },
  });

/** A site with a feed of these paths, and its articles. */
function news(paths: readonly string[]): void {
  site.pages.set('/feed/', asXml(rss(paths.map((path) => site.origin + path))));
  for (const path of paths)
    site.pages.set(path, newsPage(`Ziņa ${path}`, `Pilotprojektam pievienojas Tukuma novads ${path}.`));
}

describe('data/sources.yaml', () => {
  it('lists Latvian sites, none switched on and none tried, until somebody does so', () => {
    const { contact, sources } = readSources();
    expect(contact).toBeNull();
    expect(sources.filter(({ tags }) => tags.includes('ministry'))).toHaveLength(14);
    expect(sources.filter(({ tags }) => tags.includes('planning-region'))).toHaveLength(5);
    expect(sources.filter(({ tags }) => tags.includes('municipality'))).toHaveLength(43);
    expect(sources.filter(({ enabled, tried, allow }) => enabled || tried !== null || allow.length > 0)).toEqual([]);
  });

  it('tells what is wrong in it and in which line', () => {
    const faults = (entry: string): string => {
      try {
        checkYaml(
          `sources:\n  - name: a\n    start: [{ feed: "https://a.lv/f" }]\n${entry}`,
          'data/sources.yaml',
          sourcesSchema,
        );
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(faults('')).toBe('');
    expect(faults('    every: soon\n')).toBe(
      'data/sources.yaml:4: expected a time such as 30m, 6h or 1d at sources.0.every',
    );
    expect(faults('    select:\n      body: "div["\n')).toMatch(
      /^data\/sources\.yaml:5: unexpected text, expected a CSS selector/u,
    );
    expect(faults('  - name: a\n    start: [{ feed: "https://b.lv/f" }]\n')).toMatch(
      /:4: a stands here a second time/u,
    );
    expect(faults('  - name: b\n    start:\n      - feed: ftp://b.lv\n')).toMatch(/:6: unexpected address/u);
    expect(faults('  - name: b\n    start:\n      - listing: https://b.lv\n')).toMatch(/:6: expected links:/u);
    expect(faults('  - name: b\n    start:\n      - only: [x]\n')).toMatch(
      /:6: expected one of feed, sitemap, listing, urls/u,
    );
    expect(faults('    feed: x\n')).toMatch(/Unrecognized key: "feed"/u);
  });

  it('needs a contact that somebody can write to', () => {
    expect(contactOf({ contact: 'a@b.lv' }, undefined)).toBe('a@b.lv');
    expect(contactOf({ contact: null }, 'https://b.lv/par')).toBe('https://b.lv/par');
    expect(() => contactOf({ contact: null }, undefined)).toThrow(/SAITES_CONTACT=/u);
    expect(() => contactOf({ contact: null }, 'me')).toThrow(/unexpected contact «me»/u);
  });
});

describe('saites sources', () => {
  it('add finds the feed, writes an entry and leaves the rest of the file as it was', async () => {
    news(['/a']);
    site.pages.set(
      '/',
      '<title>Lauku Ziņas</title><link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" href="/feed/">',
    );
    const before = readFileSync(file(), 'utf8');
    const asked = await run('sources', 'add', site.origin, '--name', 'lauku-zinas');
    expect(asked.out).toContain(`feed: ${site.origin}/feed/`);
    expect(asked.err).toContain('nothing was written');
    expect(readFileSync(file(), 'utf8')).toBe(before);

    expect(await run('sources', 'add', site.origin, '--name', 'lauku-zinas', '--yes')).toMatchObject({ code: 0 });
    const after = readFileSync(file(), 'utf8');
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expectFault(await run('sources', 'add', site.origin, '--yes'), 2, /is followed already/u);

    // tried, marked, collected and asked
    const checked = await run('sources', 'check', 'lauku-zinas');
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.out).toContain('lauku-zinas: names 1 article');
    expect(checked.out).toMatch(/title {6}Ziņa \/a\n {2}published {2}2026-10-05 \(metadata\)/u);
    expect(readFileSync(file(), 'utf8')).toBe(
      after.replace(
        '  - name: lauku-zinas\n',
        `  - name: lauku-zinas\n    tried: ${new Date().toISOString().slice(0, 10)}\n`,
      ),
    );
    expect((await run('sources')).out).toMatch(/lauku-zinas +on +tried 20/u);
  }, 60_000);

  it('add takes a sitemap where there is no feed, and says so when there is neither', async () => {
    expectFault(await run('sources', 'add', site.origin), 2, /is not there/u);
    site.pages.set('/', '<title>Bez barotnes</title>');
    expectFault(await run('sources', 'add', site.origin), 2, /names no feed and no sitemap/u);
    site.pages.set('/robots.txt', (response) => void response.end(`Sitemap: ${site.origin}/karte.xml`));
    site.pages.set('/karte.xml', asXml(`<urlset><url><loc>${site.origin}/a</loc></url></urlset>`));
    const found = await run('sources', 'add', site.origin, '--yes');
    expect(found.out).toContain(`sitemap: ${site.origin}/karte.xml`);
    expect(found.err).toContain('say by only:');
  }, 60_000);

  it('check tells why nothing can be taken, and marks nothing', async () => {
    writeFileSync(
      file(),
      `sources:\n  - {name: a, start: [{feed: "${site.origin}/feed/"}], allow: [127.0.0.1], pause: 0}\n`,
    );
    const before = readFileSync(file(), 'utf8');
    const failed = await run('sources', 'check');
    expect(failed.code).toBe(1);
    expect(failed.out).toContain('a: names 0 articles; ');
    expect(readFileSync(file(), 'utf8')).toBe(before);
    news(['/a']);
    expect(await run('sources', 'check')).toMatchObject({ code: 0 });
    expect(readFileSync(file(), 'utf8')).toMatch(/- \{name: a, tried: 20\d\d-\d\d-\d\d, start/u);
  }, 60_000);
});

describe('saites collect', () => {
  it('asks nobody without a contact, and loads what it collected', async () => {
    news(['/a', '/b']);
    writeFileSync(
      file(),
      `sources:\n  - {name: a, start: [{feed: "${site.origin}/feed/"}], allow: [127.0.0.1], pause: 0}\n`,
    );
    const environment = { SAITES_DATA: join(folder, 'data'), SAITES_CACHE: join(folder, 'cache'), SAITES_CONTACT: '' };
    expectFault(await commandIn(folder)(['collect'], { env: environment }), 2, /collecting needs a contact/u);
    expectFault(await run('collect', 'b'), 2, /there is no source b/u);
    expect(site.asked).toEqual([]);

    site.pages.delete('/b');
    const first = await run('collect');
    expect(first.out).toMatch(/^a {2}1 new, 0 changed, 0 unchanged, 1 failed\narticles {2}1 new,/u);
    expect(first.err).toContain(`${site.origin}/b: is not there (yet, or any more); is asked for again`);
    expect(first.code).toBe(1);
    const asked = site.asked.length;
    const again = await run('collect', '--no-fetch');
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toMatch(/^0 articles cleaned otherwise than before\narticles {2}0 new, 0 changed, 1 unchanged/u);
    expect(site.asked).toHaveLength(asked);
  }, 60_000);
});

describe('saites watch', () => {
  it('--once collects what is due, says what it brought, and nothing when nothing is due', async () => {
    news(['/a', '/b']);
    writeFileSync(
      file(),
      `sources:\n  - {name: a, start: [{feed: "${site.origin}/feed/"}], allow: [127.0.0.1], pause: 0}\n`,
    );
    const first = await run('watch', '--once');
    expect(first.out).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}1 source: 2 new, 0 copies, 0 changed, 0 unchanged, 0 vanished, 0 failed, 0 left$/mu,
    );
    expect(first.out).toMatch(/New articles \(2\)/u);
    expect(first.code).toBe(0);
    const asked = site.asked.length;
    expect(await run('watch', '--once')).toMatchObject({ code: 0, out: '', err: 'nothing is due\n' });
    expect(site.asked).toHaveLength(asked);
  }, 60_000);
});

describe('what is unusual of a source', () => {
  const runs = (...named: number[]): RunTally[] =>
    named.map((count) => ({ source: 'a', at: '', named: count, fetched: 0, unreadable: 0, whole: true }));
  const of = (named: number, before: readonly RunTally[], fetched = 0, unreadable = 0): number =>
    unusual({ named, fetched, unreadable }, before).length;

  it('is nothing at all, half of the usual, and pages without text', () => {
    expect(of(0, [])).toBe(1);
    expect(of(0, runs(10, 10, 10))).toBe(1);
    expect(of(0, runs(0, 0, 0))).toBe(0);
    expect(of(4, runs(10, 9, 10))).toBe(1);
    expect(of(5, runs(10, 9, 10))).toBe(0);
    expect(of(4, runs(10))).toBe(0);
    expect(of(1, runs(3, 3, 3))).toBe(0);
    expect(of(9, runs(9), 8, 5)).toBe(1);
    expect(of(9, runs(9), 8, 4)).toBe(0);
  });
});
