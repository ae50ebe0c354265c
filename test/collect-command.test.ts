import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../graph/open.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { keptIn } from './collecting.js';
import { commandIn, copyData } from './command.js';
import { asXml, newsPage, rss, type Site, startSite } from './site.js';

// From a site to the graph, by the command: what it takes of pages that share lines, and of a PDF.

let folder = '';
let site: Site;
const TOWNS = ['Tukuma', 'Saldus', 'Kuldīgas', 'Talsu'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
  copyData(folder);
  site = await startSite();
  const everywhere = '</p><p>Redakcijas vadītāja Ilze Ozola gaida jūsu ziņas par notikumiem visā Kurzemē.';
  for (const [i, town] of TOWNS.entries())
    site.pages.set(
      `/zina/${i}`,
      newsPage(`Ziņa ${i}`, `${town} novada dome nolēma atbalstīt ${i + 3} ģimenes.${everywhere}`),
    );
  site.pages.set('/relize.pdf', (response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' });
    response.end(readFileSync(join(packageRoot, 'test', 'pdfs', 'release.pdf')));
  });
  const addresses = [...TOWNS.map((_, i) => `${site.origin}/zina/${i}`), `${site.origin}/relize.pdf`];
  site.pages.set('/plusma', asXml(rss(addresses)));
  writeFileSync(
    join(folder, 'data', 'sources.yaml'),
    `sources:\n  - {name: lauki, pause: 0, allow: [127.0.0.1], start: [{feed: "${site.origin}/plusma"}]}\n`,
  );
});
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const saites = (...words: string[]) =>
  commandIn(folder)([...words, '--store', join(folder, 'graph')], {
    env: {
      ...{ SAITES_DATA: join(folder, 'data'), SAITES_CACHE: join(folder, 'cache') },
      SAITES_CONTACT: 'test@example.org',
    },
  });

describe('the command that collects', () => {
  it('reads no line that is the site’s, and reads press releases that are PDFs', { timeout: 60_000 }, async () => {
    const { code, err } = await saites('collect');
    expect(err).not.toMatch(/failed/u);
    expect(code).toBe(0);
    const store = await openStore({ kind: 'embedded', folder: join(folder, 'graph') });
    try {
      const articles = await store.read('MATCH (a:Article) RETURN a.title AS title, a.text AS text ORDER BY a.title');
      const people = await store.read('MATCH (p:Person) RETURN p.name AS name ORDER BY p.name');
      expect(articles).toHaveLength(5);
      // the lines stay in what is stored and cited
      expect(articles.filter(({ text }) => String(text).includes('Ilze Ozola'))).toHaveLength(TOWNS.length);
      // those of the release alone: the lines that name Ilze Ozola and Anna Kalniņa stand on every page of the site
      expect(people.map(({ name }) => name)).toEqual(['Vija Ābola', 'Zenta Lauciņa']);
    } finally {
      await store.close();
    }
  });

  it('keeps no PDF that names somebody who is forgotten, when it comes again either', { timeout: 60_000 }, async () => {
    const release = (): string[] =>
      [...keptIn(join(folder, 'cache', 'pages'))].flatMap(([key, bodies]) =>
        key.endsWith('/relize.pdf') ? bodies.map((body) => body.slice(0, 5)) : [],
      );
    expect(release()).toEqual(['%PDF-']);
    const { code, out } = await saites('forget', 'Vija Ābola', '--yes');
    expect([code, out]).toEqual([0, expect.stringMatching(/ and in 1 collected page$/mu)]);
    expect(release()).toEqual(['']);
    // nothing is left in the file of the graph either
    const graph = readFileSync(join(folder, 'graph', 'graph.grafeo')).toString('utf8');
    expect([graph.includes('Lauciņ'), graph.includes('Ābola')]).toEqual([true, false]);
    const again = await saites('collect', '--recheck');
    expect([again.code, again.err + again.out]).toEqual([0, expect.stringContaining('unchanged')]);
    expect(release()).toEqual(['']);
    // of a person who is not forgotten it is collected as ever
    const store = await openStore({ kind: 'embedded', folder: join(folder, 'graph') });
    try {
      const people = await store.read('MATCH (p:Person) RETURN p.name AS name');
      expect(people).toEqual([{ name: 'Zenta Lauciņa' }]);
    } finally {
      await store.close();
    }
  });
});
