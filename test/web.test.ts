import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectInto, keptIn, sourceOf } from './collecting.js';
import { type Answering, asXml, newsPage, rss, type Site, startSite } from './site.js';

let folder = '';
let site: Site;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
  site = await startSite();
});
afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const key = (path: string): string => `https://127.0.0.1:${new URL(site.origin).port}${path}`;
const text = (i: number): string =>
  `Novada dome piešķīra ${i} eiro ģimenes asistentu pakalpojumam Tukuma novadā un kaimiņos.`;

/** Puts up a feed that names these paths. */
function feed(paths: readonly string[]): void {
  site.pages.set('/feed', asXml(rss(paths.map((path) => site.origin + path))));
}
const fromFeed = (given: Record<string, unknown> = {}) =>
  sourceOf({ start: [{ feed: `${site.origin}/feed` }], ...given });

async function collectOne(
  ...[given, options]: [given?: Record<string, unknown>, options?: Parameters<typeof collectInto>[2]]
) {
  const [report] = await collectInto(folder, [fromFeed(given)], options);
  if (!report) throw new Error('no report');
  return report;
}

describe('what a feed names', () => {
  beforeEach(() => {
    feed(['/a', '/b']);
    site.pages.set('/a', newsPage('Pirmā', text(1)));
    site.pages.set('/b', newsPage('Otrā', text(2)));
  });

  it('is fetched once, with who asks and why', async () => {
    expect(await collectOne()).toMatchObject({ named: 2, new: [key('/a'), key('/b')], failed: [], unchanged: 0 });
    expect(await collectOne()).toMatchObject({ named: 2, new: [], changed: [], unchanged: 2 });
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed', '/a', '/b', '/robots.txt', '/feed']);
    for (const { headers } of site.asked) {
      expect(headers['user-agent']).toBe('saites/0 (research of Latvian social policy; test@example.org)');
      expect(headers.cookie).toBeUndefined();
    }
    expect(keptIn(folder).get(key('/a'))).toEqual([newsPage('Pirmā', text(1))]);
  });

  it('is asked for again with what the server said of it, and 304 is unchanged', async () => {
    const conditional: Answering = (response, request) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"v1"' }).end(newsPage('Pirmā', text(1)));
    };
    site.pages.set('/a', conditional);
    await collectOne();
    expect(await collectOne({}, { recheck: true })).toMatchObject({ new: [], changed: [], unchanged: 2, failed: [] });
    expect(site.asked.filter(({ path }) => path === '/a').map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"v1"',
    ]);
    expect(keptIn(folder).get(key('/a'))).toHaveLength(1);
  });

  it('is kept in all its versions when it changes, and what only looks otherwise is unchanged', async () => {
    await collectOne();
    site.pages.set('/a', newsPage('Pirmā', text(7)));
    site.pages.set('/b', newsPage('Otrā', text(2), '<script>var token = 77;</script>'));
    expect(await collectOne({}, { recheck: true })).toMatchObject({ new: [], changed: [key('/a')], unchanged: 1 });
    expect(keptIn(folder).get(key('/a'))).toEqual([newsPage('Pirmā', text(1)), newsPage('Pirmā', text(7))]);
  });
});

describe('what a site names in other ways', () => {
  const named = async (start: readonly Record<string, unknown>[], given: Record<string, unknown> = {}) => {
    const [report] = await collectInto(folder, [sourceOf({ start, ...given })]);
    return {
      new: report?.new.map((one) => one.replace(key(''), '')).sort(),
      failed: report?.failed,
      notes: report?.notes,
    };
  };
  const articles = (...paths: string[]): void => {
    for (const [i, path] of paths.entries()) site.pages.set(path, newsPage(`Ziņa ${i}`, text(i)));
  };

  it('Atom, with the link that is the page', async () => {
    articles('/a', '/b');
    site.pages.set(
      '/atom',
      asXml(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/x"/><link href="/a"/></entry>
        <entry><link rel="alternate" href="${site.origin}/b"/><updated>2026-11-01T08:00:00Z</updated></entry></feed>`),
    );
    expect(await named([{ feed: `${site.origin}/atom` }])).toEqual({ new: ['/a', '/b'], failed: [], notes: [] });
  });

  it('a broken feed: the whole items of one that is cut off, a bare &, an address in the guid', async () => {
    articles('/a', '/b?x=1&y=2', '/c');
    site.pages.set(
      '/feed',
      asXml(`<rss><channel><title>A & B</title><item><title>X & y</title><link>/a</link></item>
        <item><link>${site.origin}/b?x=1&y=2</link></item><item><guid>${site.origin}/c</guid></item><item><title>ope`),
    );
    expect(await named([{ feed: `${site.origin}/feed` }])).toEqual({
      new: ['/a', '/b?x=1&y=2', '/c'],
      failed: [],
      notes: [],
    });
  });

  const item = (inside: string): string => `<rss version="2.0"><channel><item>${inside}</item></channel></rss>`;
  it.each([
    ['RSS 2.0', item('<title>X</title><link>/a</link>')],
    [
      'RSS without a version, after an empty line',
      `\n<?xml version="1.0"?><rss><channel><item><link>/a</link></item></channel></rss>`,
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="/"><title>t</title><items><rdf:Seq><rdf:li rdf:resource="/x"/></rdf:Seq></items></channel><item rdf:about="/a"><title>x</title><link>/a</link></item></rdf:RDF>`,
    ],
    ['a link of Atom within RSS', item('<atom:link rel="self" href="/x"/><link>/a</link>')],
    ['CDATA', item('<title><![CDATA[A & <b>B</b>]]></title><link><![CDATA[/a]]></link>')],
    ['the names of HTML for signs', item('<title>A&nbsp;&raquo;</title><link>/a</link>')],
    ['HTML in a title that is not closed', item('<title>A<br>B</title><link>/a</link>')],
    ['a control character', item('<title>A\u0003B</title><link>/a</link>')],
    ['a warning of PHP before it', `<br />\n<b>Warning</b>: x in /x.php<br />\n${item('<link>/a</link>')}`],
    [
      'Atom with the address that its links begin at',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/zinas/"><entry><link href="../a"/></entry></feed>`,
    ],
  ])('a feed: %s', async (_, text) => {
    articles('/a');
    site.pages.set('/feed', asXml(text));
    expect(await named([{ feed: `${site.origin}/feed` }])).toEqual({ new: ['/a'], failed: [], notes: [] });
  });

  it('days of a feed that can be read in only one way, to leave out what is old', async () => {
    const days = [
      '2019-05-16',
      'Thu, 16 May 2019 10:00:00 +0300',
      '2019-05-16T10:00:00+03:00',
      '16.05.2019',
      '05/16/2019',
    ];
    articles(...days.map((_, i) => `/${i}`));
    const items = days.map((day, i) => `<item><link>/${i}</link><pubDate>${day}</pubDate></item>`);
    site.pages.set('/feed', asXml(`<rss><channel>${items.join('')}</channel></rss>`));
    expect(await named([{ feed: `${site.origin}/feed` }])).toEqual({ new: ['/3', '/4'], failed: [], notes: [] });
  });

  it('a page that is no feed is told as such', async () => {
    site.pages.set('/feed', newsPage('Nav barotnes', text(1)));
    expect((await named([{ feed: `${site.origin}/feed` }])).failed).toEqual([
      { url: `${site.origin}/feed`, reason: expect.stringMatching(/^is no feed/u), again: true },
    ]);
  });

  it('an index of sitemaps, packed ones and one that names itself', async () => {
    articles('/zinas/a', '/zinas/b', '/kontakti', '/zinas/sena');
    const sitemap = `<urlset><url><loc>${site.origin}/zinas/a</loc></url><url><loc>${site.origin}/kontakti</loc></url>
      <url><loc>${site.origin}/zinas/sena</loc><lastmod>2011-01-01</lastmod></url></urlset>`;
    site.pages.set(
      '/sitemap.xml',
      asXml(`<sitemapindex><sitemap><loc>${site.origin}/1.xml</loc></sitemap><sitemap><loc>/2.xml.gz</loc></sitemap>
        <sitemap><loc>${site.origin}/sitemap.xml</loc></sitemap></sitemapindex>`),
    );
    site.pages.set('/1.xml', asXml(sitemap));
    site.pages.set('/2.xml.gz', (response) => {
      const packed = gzipSync(`<urlset><url><loc>${site.origin}/zinas/b</loc></url></urlset>`);
      response.writeHead(200, { 'content-type': 'application/gzip' }).end(packed);
    });
    expect(await named([{ sitemap: `${site.origin}/sitemap.xml`, only: ['/zinas/'] }])).toEqual({
      ...{ new: ['/zinas/a', '/zinas/b'], failed: [], notes: [] },
    });
  });

  it('a sitemap that is a bomb, and one that is packed wrongly', async () => {
    const packed =
      (body: Buffer): Answering =>
      (response) =>
        void response.writeHead(200, { 'content-type': 'application/gzip' }).end(body);
    site.pages.set('/bomb.xml.gz', packed(gzipSync(Buffer.alloc(80 * 1024 * 1024, '<url/>'))));
    site.pages.set('/torn.xml.gz', packed(gzipSync('<urlset></urlset>').subarray(0, 20)));
    const start = ['/bomb.xml.gz', '/torn.xml.gz'].map((path) => ({ sitemap: site.origin + path }));
    expect((await named(start)).failed).toEqual(
      start.map(({ sitemap: url }) => ({ url, reason: 'is packed wrongly', again: true })),
    );
  });

  it('nothing or half of the usual: is pointed out', async () => {
    const usual = Array.from({ length: 8 }, (_, i) => `/${i}`);
    articles(...usual);
    const name = async (count: number): Promise<readonly string[] | undefined> => {
      feed(usual.slice(0, count));
      return (await named([{ feed: `${site.origin}/feed` }])).notes;
    };
    for (let i = 0; i < 3; i++) expect(await name(8)).toEqual([]);
    expect(await name(3)).toEqual(['names 3 articles, half of the usual 8 or less; look whether its site was rebuilt']);
    expect(await name(0)).toEqual(['names no article at all; look at its site, and try `saites sources check`']);
    expect(await name(7)).toEqual([]);
  });

  it('a listing with next pages, which lead in a circle, and other links', async () => {
    articles('/a', '/b', '/c');
    const page = (links: string, next: string): string =>
      `<ul>${links}</ul><a href="/par-mums">Par mums</a><a class="next" href="${next}">Tālāk</a>`;
    site.pages.set(
      '/zinas',
      page('<li class="t"><a href="/a">A</a></li><li class="t"><a href="b">B</a></li>', '/zinas?p=2'),
    );
    site.pages.set('/zinas?p=2', page('<li class="t"><a href="/c#x">C</a></li>', '/zinas'));
    const start = [{ listing: `${site.origin}/zinas`, links: 'li.t', next: 'a.next' }];
    expect(await named(start)).toEqual({ new: ['/a', '/b', '/c'], failed: [], notes: [] });
    expect(site.times('/zinas')).toBe(1);
    // the listing is read again, its second page not, where the first names nothing new
    site.pages.set('/zinas', page('<li class="t"><a href="/a">A</a></li>', '/zinas?p=2'));
    expect((await named(start)).new).toEqual([]);
    expect([site.times('/zinas'), site.times('/zinas?p=2')]).toEqual([2, 1]);
  });

  it('a listing whose selector finds nothing any more', async () => {
    site.pages.set('/zinas', '<div>Jauna vietne</div>');
    expect((await named([{ listing: `${site.origin}/zinas`, links: 'li.t' }])).notes?.[0]).toMatch(
      /li\.t finds no article/u,
    );
  });

  it('a feed that has not changed is read from what was kept, and what failed is tried again', async () => {
    articles('/a');
    const items = rss([`${site.origin}/a`, `${site.origin}/b`]);
    site.pages.set('/feed', (response, request) => {
      if (request.headers['if-modified-since'] === 'Mon, 05 Oct 2026 07:00:00 GMT') response.writeHead(304).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/xml', 'last-modified': 'Mon, 05 Oct 2026 07:00:00 GMT' })
          .end(items);
    });
    site.pages.set('/b', (response) => void response.writeHead(500).end());
    expect((await named([{ feed: `${site.origin}/feed` }])).new).toEqual(['/a']);
    articles('/b');
    expect((await named([{ feed: `${site.origin}/feed` }])).new).toEqual(['/b']);
  });

  it('articles of other sites are left out and told', async () => {
    articles('/a');
    site.pages.set(
      '/feed',
      asXml(rss([`${site.origin}/a`, 'https://example.org/x', 'ftp://127.0.0.1/y', 'javascript:1'])),
    );
    expect(await named([{ feed: `${site.origin}/feed` }])).toEqual({
      ...{ new: ['/a'], failed: [] },
      notes: ['names articles of other sites, which were left out: example.org'],
    });
  });
});

describe('pages that are not as they should be', () => {
  /** The bytes of windows-1257 for the letters used here. */
  const baltic = (page: string): Buffer =>
    Buffer.from(
      [...page].map(
        (c) => ({ ā: 0xe2, ī: 0xee, š: 0xf0, ģ: 0xec, ē: 0xe7, ņ: 0xf2, ū: 0xfb, '–': 0x96 })[c] ?? c.charCodeAt(0),
      ),
    );
  const answer =
    (headers: Record<string, string>, body: Buffer | string): Answering =>
    (response) =>
      void response.writeHead(200, headers).end(body);

  async function what(path: string, answering: Answering | string, given: Record<string, unknown> = {}, options = {}) {
    feed([path]);
    site.pages.set(path, answering);
    return await collectOne(given, options);
  }
  const failure = async (...given: Parameters<typeof what>) => {
    const { failed, new: fresh } = await what(...given);
    expect(fresh).toEqual([]);
    // what failed before is tried again beside it
    return failed.filter(({ url }) => url === site.origin + given[0]).map(({ reason, again }) => ({ reason, again }));
  };

  it('windows-1257 without a word of it, and with a wrong one', async () => {
    const page = baltic(
      newsPage('Gimene', 'Asistenti palīdzēs ģimenēm visā novadā šoruden.').replace('<meta charset="utf-8">', ''),
    );
    for (const type of [
      'text/html',
      'text/html; charset=windows-1257',
      'text/html; charset=ISO-8859-1',
      'text/html; charset=utf-8',
    ]) {
      rmSync(folder, { recursive: true });
      expect(await what('/a', answer({ 'content-type': type }, page))).toMatchObject({ new: [key('/a')], failed: [] });
    }
  });

  it('gzip and brotli, one that is packed wrongly and one in a way nobody asked for', async () => {
    const page = newsPage('Saspiests', text(3));
    const html = { 'content-type': 'text/html' };
    const packed = answer({ ...html, 'content-encoding': 'gzip' }, gzipSync(page));
    expect((await what('/a', packed)).new).toEqual([key('/a')]);
    expect((await what('/b', answer({ ...html, 'content-encoding': 'br' }, brotliCompressSync(page)))).new).toEqual([
      key('/b'),
    ]);
    expect(keptIn(folder).get(key('/b'))).toEqual([page]);
    expect(await failure('/c', answer({ ...html, 'content-encoding': 'gzip' }, page))).toEqual([
      { reason: 'is packed wrongly', again: true },
    ]);
    expect(await failure('/d', answer({ ...html, 'content-encoding': 'zstd' }, page))).toMatchObject([
      { again: false },
    ]);
  });

  it('a bomb: little sent, much when it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024, 'a'));
    expect(bomb.length).toBeLessThan(100_000);
    const html = { 'content-type': 'text/html' };
    const refused = [{ reason: 'is larger than 20 MB; left alone', again: false }];
    expect(await failure('/a', answer({ ...html, 'content-encoding': 'gzip' }, bomb))).toEqual(refused);
    const tighter = brotliCompressSync(Buffer.alloc(60 * 1024 * 1024, 'a'), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    expect(await failure('/b', answer({ ...html, 'content-encoding': 'br' }, tighter))).toEqual(refused);
  });

  it('a body without end, quick and slow', async () => {
    const endless: Answering = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect(await failure('/a', endless)).toEqual([{ reason: 'is larger than 20 MB; left alone', again: false }]);
    const dripping: Answering = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await failure('/b', dripping, {}, { within: 150 })).toEqual([
      { reason: 'did not answer within 0.15 s', again: true },
    ]);
  });

  it('no answer at all, one that breaks off, and one that comes at the second attempt', async () => {
    expect(await failure('/a', () => {}, {}, { within: 100 })).toEqual([
      { reason: 'did not answer within 0.1 s', again: true },
    ]);
    const breaking: Answering = (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
      response.write('<p>sāk');
      setTimeout(() => response.destroy(), 10);
    };
    expect(await failure('/b', breaking)).toEqual([{ reason: 'broke off', again: true }]);
    const second: Answering = (response, _, times) => {
      if (times === 1) response.writeHead(500).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(newsPage('Izdevās', text(4)));
    };
    expect(await what('/c', second)).toMatchObject({ new: [key('/c')] });
    expect(site.times('/c')).toBe(2);
  });

  it('no page of text', async () => {
    expect(await failure('/a.jpg', answer({ 'content-type': 'image/jpeg' }, Buffer.alloc(9)))).toEqual([
      { reason: 'is image/jpeg, no page of text; left alone', again: false },
    ]);
    expect(await failure('/b', answer({ 'content-type': 'text/html' }, '<html><script>x()</script></html>'))).toEqual([
      { reason: expect.stringMatching(/without text/u), again: false },
    ]);
    expect(await failure('/c', answer({ 'content-type': 'text/html' }, Buffer.from([0, 1, 2, 0])))).toMatchObject([
      { again: false },
    ]);
  });

  it('closed doors are left alone', async () => {
    for (const status of [401, 402, 403, 451]) {
      const path = `/s${status}`;
      const closed: Answering = (response) => void response.writeHead(status).end();
      expect(await failure(path, closed)).toEqual([
        { reason: `is not open to everybody (status ${status}); left alone`, again: false },
      ]);
      expect(site.times(path)).toBe(1);
    }
    const to =
      (location: string): Answering =>
      (response) =>
        void response.writeHead(302, { location, 'set-cookie': 'seen=1' }).end();
    expect(await failure('/wall', to('/sikdatnes?return=/wall'))).toEqual([
      { reason: 'leads to a page that asks for cookies; left alone', again: false },
    ]);
    expect(await failure('/again', to('/again'))).toEqual([
      { reason: 'redirects in a circle, as sites do that insist on cookies; left alone', again: false },
    ]);
  });

  it('redirects: one article under its last address, however it is named', async () => {
    feed(['/old', '/new', '/http']);
    site.pages.set('/old', (response) => void response.writeHead(301, { location: '/new?utm_source=rss' }).end());
    site.pages.set('/http', (response) => void response.writeHead(308, { location: `${site.origin}/new` }).end());
    site.pages.set('/new', newsPage('Pārcelts', text(5)));
    site.pages.set('/new?utm_source=rss', newsPage('Pārcelts', text(5)));
    expect(await collectOne()).toMatchObject({ new: [key('/new')], failed: [] });
    expect(site.times('/new') + site.times('/new?utm_source=rss')).toBe(1);
    expect(await collectOne({}, { recheck: true })).toMatchObject({ new: [], changed: [], failed: [] });
  });

  it('endless and wrong redirects', async () => {
    for (let i = 0; i < 20; i++)
      site.pages.set(`/r${i}`, (response) => void response.writeHead(302, { location: `/r${i + 1}` }).end());
    feed(['/r0']);
    expect((await collectOne()).failed).toMatchObject([{ reason: 'redirects more than 8 times', again: false }]);
    const to =
      (location?: string): Answering =>
      (response) =>
        void response.writeHead(302, location === undefined ? {} : { location }).end();
    expect(await failure('/nowhere', to())).toMatchObject([{ reason: 'redirects to nowhere' }]);
    expect(await failure('/file', to('file:///etc/passwd'))).toMatchObject([
      { reason: 'redirects to file:; left alone' },
    ]);
    expect(await failure('/away', to('https://example.org/x'))).toMatchObject([
      { reason: 'leads to another site (example.org); left alone, hosts: of the source would allow it' },
    ]);
  });

  it('what vanished is noted and stays', async () => {
    await what('/a', newsPage('Pazudīs', text(6)));
    site.pages.set('/a', (response) => void response.writeHead(410).end());
    expect(await collectOne({}, { recheck: true })).toMatchObject({ vanished: [`${site.origin}/a`], failed: [] });
    expect(keptIn(folder).get(key('/a'))).toHaveLength(1);
    expect(await collectOne({}, { recheck: true })).toMatchObject({ vanished: [], failed: [] });
    site.pages.set('/a', (response) => void response.writeHead(302, { location: '/' }).end());
    site.pages.set('/', newsPage('Sākums', text(0)));
    feed(['/b']);
    site.pages.set('/b', (response) => void response.writeHead(302, { location: '/' }).end());
    expect(await collectOne()).toMatchObject({
      new: [],
      failed: [{ reason: 'leads to the front page', again: true }],
    });
  });

  it('the same story under two addresses is a copy', async () => {
    feed(['/a', '/b']);
    site.pages.set('/a', newsPage('Viens stāsts', text(8)));
    site.pages.set('/b', newsPage('Viens stāsts', text(8)));
    expect(await collectOne()).toMatchObject({ new: [key('/a'), key('/b')], copies: 1 });
  });
});
