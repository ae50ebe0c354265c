import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Page } from '../pipeline/0-contract/types.js';
import { clean } from '../pipeline/2-clean/clean.js';
import { hashWithout, sitePage, sitesLines, sitesLinesOf, withoutSitesLines } from '../pipeline/2-clean/repeated.js';
import { commandIn } from './command.js';

const STORIES = [
  'Tukumā atvērts dienas centrs, kurā vietas pietiek četrdesmit cilvēkiem no visa novada.',
  'Sociālais dienests meklē aprūpētājus darbam pagastos, kuros autobuss iet reizi dienā.',
  'Grupu dzīvoklī Kandavā jau dzīvo seši jaunieši, un vēl divi ievāksies līdz vasarai.',
  'Ģimenes asistentu pakalpojums turpināsies arī pēc projekta beigām, lēma novada dome.',
];
const PLEA = 'Pievienojies mūsu kanālam un uzzini jaunumus par novadu vispirms!';
const SPONSOR = 'Raksts tapis ar Mediju atbalsta fonda ieguldījumu no valsts budžeta līdzekļiem.';

const html = (title: string, ...lines: readonly string[]): string =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><div>${lines.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`;
const article = (i: number, lines: readonly string[], host = 'novads.example') => {
  const page: Page = {
    from: `${i}`,
    path: `${i}.html`,
    mediaType: 'text/html',
    text: html(`Virsraksts ${i}`, ...lines),
    given: { url: `https://${host}/zinas/${i}` },
  };
  return clean(page);
};
const story = (i: number): string => STORIES[i] as string;
const site = [
  article(0, [story(0), PLEA, `${story(0)} Centru vada Zenta Lauciņa.`, SPONSOR]),
  article(1, [story(1), PLEA, 'Pieteikties var līdz maijam Raiņa ielā 3.', SPONSOR]),
  article(2, [story(2), 'Jauniešiem palīdz divas asistentes.', SPONSOR]),
  article(3, ['Labklājības ministrija informē, ka pakalpojums turpināsies.', story(3), PLEA]),
];
const linesOut = (articles: readonly ReturnType<typeof clean>[]): string[][] => {
  const sites = sitesLines(articles.map(sitePage));
  return articles.map((one) => {
    const { text, noise } = withoutSitesLines(one, sitesLinesOf(sitePage(one), sites));
    return noise.map(({ start, end }) => text.slice(start, end));
  });
};

describe('lines that repeat over the pages of a site', () => {
  it('are noise where three pages and half of them hold them, wherever they stand', () =>
    expect(linesOut(site)).toEqual([[PLEA, SPONSOR], [PLEA, SPONSOR], [SPONSOR], [PLEA]]));

  it('are the same in any order of the pages', () => {
    const [a, b, c, d] = linesOut([...site].reverse());
    expect([d, c, b, a]).toEqual(linesOut(site));
  });

  it('are none on two pages, on fewer than half, on different sites, in pages without an address', () => {
    expect(linesOut(site.slice(0, 2)).flat()).toEqual([]);
    const others = Array.from({ length: 4 }, (_, i) =>
      article(10 + i, [`${story(i)} Otrreiz.`, `${story(3 - i)} Treškārt.`]),
    );
    expect(linesOut([...site, ...others]).flat()).toEqual([]);
    expect(linesOut(site.map((_, i) => article(i, [story(i), PLEA], `a${i}.example`))).flat()).toEqual([]);
    expect(linesOut(site.map(({ url: _, ...one }) => one)).flat()).toEqual([]);
  });

  it('are not a phrase that begins many stories, short headings, items, or who prepared them', () => {
    const ending = [
      'Informāciju sagatavoja: Vija Ābola, Tukuma novada pašvaldības speciāliste',
      'Kā pieteikties',
      '• Ogres novads',
    ];
    const pages = STORIES.map((text, i) => article(i, [`Labklājības ministrija informē: ${text}`, ...ending]));
    expect(linesOut(pages).flat()).toEqual([]);
  });

  it('do not count twice for one text under three addresses, and a copy of others stays whole', () => {
    expect(linesOut([0, 1, 2].map((i) => article(i, [story(0), PLEA]))).flat()).toEqual([]);
    const editions = [0, 1, 2].map((i) => article(i, [...STORIES, SPONSOR, `${story(i)} Labots.`]));
    expect(linesOut(editions).flat()).toEqual([]);
  });

  it('change the hash of an article, which stays as long as they do', () => {
    const sites = sitesLines(site.map(sitePage));
    const [first] = site as [ReturnType<typeof clean>];
    const keys = sitesLinesOf(sitePage(first), sites);
    const marked = withoutSitesLines(first, keys);
    expect(marked.hash).not.toBe(first.hash);
    expect(marked.hash).toBe(hashWithout(first.hash, keys));
    expect(withoutSitesLines(first, [])).toBe(first);
  });
});

describe('saites clean', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves them out of what it writes', async () => {
    [[story(0), PLEA], [story(1), PLEA], [story(2), PLEA], [story(3)]].forEach((lines, i) => {
      writeFileSync(
        join(folder, `${i}.html`),
        html(`Virsraksts ${i}`, ...lines, `Vairāk stāsta ${i}. nodaļas vadītāja.`),
      );
      writeFileSync(join(folder, `${i}.url.txt`), `https://novads.example/${i}\n`);
    });
    const out = join(folder, 'out');
    const { code, err } = await commandIn(folder)(['clean', folder, '--out', out]);
    expect([code, err]).toEqual([0, expect.stringContaining('4 pages cleaned')]);
    expect(readdirSync(out).sort()).toEqual(['0.json', '1.json', '2.json', '3.json']);
    for (const i of [0, 1, 2, 3]) {
      expect(JSON.parse(readFileSync(join(out, `${i}.json`), 'utf8')).text).toBe(
        `${story(i)}\n\nVairāk stāsta ${i}. nodaļas vadītāja.`,
      );
    }
  });
});
