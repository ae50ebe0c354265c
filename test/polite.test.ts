import type { LookupAddress } from 'node:dns';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardedLookup, isPrivate } from '../pipeline/1-collect/web/private-address.js';
import { retryAfter } from '../pipeline/1-collect/web/retry-after.js';
import { type CollectingOptions, collectInto, sourceOf } from './collecting.js';
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

function news(count: number, at = site): string[] {
  const paths = Array.from({ length: count }, (_, i) => `/zina/${i}`);
  for (const [i, path] of paths.entries()) at.pages.set(path, newsPage(`Ziņa ${i}`, `Atbalsts ${i} ģimenēm novadā.`));
  at.pages.set('/feed', asXml(rss(paths.map((path) => at.origin + path))));
  return paths;
}
const follow = (at = site, given: Record<string, unknown> = {}) =>
  sourceOf({ start: [{ feed: `${at.origin}/feed` }], ...given });

async function run(given: Record<string, unknown> = {}, options: CollectingOptions = {}) {
  const [report] = await collectInto(folder, [follow(site, given)], options);
  if (!report) throw new Error('no report');
  return report;
}

/** Milliseconds between the end of each answer and the request behind it, by the server's own watch. */
const pauses = ({ asked }: Site): number[] =>
  asked.slice(1).map(({ at }, i) => at - (asked[i]?.done || Number.POSITIVE_INFINITY));

describe('pauses', () => {
  it('are kept between all requests to a host, whoever asks and whatever it answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('page', 'redirect', 'error', 'gone', 'slow'), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 20, max: 60 }),
        async (kinds, pause) => {
          const own = await startSite();
          const into = mkdtempSync(join(tmpdir(), 'saites-'));
          try {
            for (const [i, path] of news(kinds.length, own).entries()) {
              const page = own.pages.get(path) as string;
              if (kinds[i] === 'redirect') {
                own.pages.set(`${path}/x`, page);
                own.pages.set(path, (response) => void response.writeHead(301, { location: `${path}/x` }).end());
              } else if (kinds[i] === 'error') own.pages.set(path, (response) => void response.writeHead(503).end());
              else if (kinds[i] === 'gone') own.pages.delete(path);
              else if (kinds[i] === 'slow')
                own.pages.set(
                  path,
                  (response) => void setTimeout(() => response.setHeader('content-type', 'text/html').end(page), 30),
                );
            }
            const two = ['a', 'b'].map((name) => follow(own, { name, pause: pause / 1000 }));
            await collectInto(into, two, { patience: 1 });
            expect(Math.min(...pauses(own))).toBeGreaterThanOrEqual(pause);
          } finally {
            await own.stop();
            rmSync(into, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('are as long as robots.txt asks, also before the first page', async () => {
    news(2);
    site.pages.set('/robots.txt', (response) => void response.end('User-agent: *\nCrawl-delay: 0.2\n'));
    await run();
    expect(site.asked).toHaveLength(4);
    expect(Math.min(...pauses(site))).toBeGreaterThanOrEqual(200);
  });

  it('do not hold up other hosts', async () => {
    const other = await startSite();
    news(3);
    news(3, other);
    const began = performance.now();
    await collectInto(folder, [follow(site, { name: 'a', pause: 0.1 }), follow(other, { name: 'b', pause: 0.1 })]);
    expect(performance.now() - began).toBeLessThan(2 * 5 * 100);
    await other.stop();
  });
});

describe('robots.txt', () => {
  const robots = (text: string, status = 200): void =>
    void site.pages.set(
      '/robots.txt',
      (response) => void response.writeHead(status, { 'content-type': 'text/plain' }).end(text),
    );

  it('is obeyed, our own part before that for all', async () => {
    news(3);
    robots('User-agent: *\nDisallow: /\n\nUser-agent: Saites\nDisallow: /*/1$\nAllow: /\n');
    expect(await run()).toMatchObject({
      new: [expect.stringMatching(/0$/u), expect.stringMatching(/2$/u)],
      failed: [{ url: `${site.origin}/zina/1`, reason: 'its robots.txt does not allow it', again: false }],
    });
    expect(site.times('/zina/1')).toBe(0);
  });

  it('forbids the feed too', async () => {
    news(1);
    robots('User-agent: *\nDisallow: /feed\n');
    expect(await run()).toMatchObject({ named: 0, failed: [{ url: `${site.origin}/feed` }] });
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  it('that is not there allows everything; one that cannot be had forbids everything for now', async () => {
    news(1);
    robots('', 403);
    expect((await run()).new).toHaveLength(1);
    robots('', 500);
    rmSync(folder, { recursive: true });
    expect(await run()).toMatchObject({
      new: [],
      failed: [{ reason: expect.stringMatching(/robots\.txt .* cannot be had/u), again: true }],
    });
    expect(site.times('/zina/0')).toBe(1);
  });

  it('that does not answer, in time or at all, lets nothing be asked', async () => {
    news(1);
    for (const answer of [(response: ServerResponse) => void response.destroy(), () => {}]) {
      site.pages.set('/robots.txt', answer);
      const report = await run({}, { patience: 0, within: 200 });
      expect(report).toMatchObject({
        ...{ new: [], named: 0 },
        failed: [
          { url: `${site.origin}/feed`, reason: expect.stringMatching(/robots\.txt .* cannot be had/u), again: true },
        ],
      });
    }
    expect(new Set(site.asked.map(({ path }) => path))).toEqual(new Set(['/robots.txt']));
  });

  it('counts where a redirect leads', async () => {
    news(1);
    robots('User-agent: *\nDisallow: /closed\n');
    site.pages.set('/zina/0', (response) => void response.writeHead(302, { location: '/closed/0' }).end());
    expect((await run()).failed).toMatchObject([{ reason: 'its robots.txt does not allow it' }]);
    expect(site.times('/closed/0')).toBe(0);
  });
});

describe('a host that is asked too much', () => {
  const busy =
    (status: number, headers: Record<string, string> = {}, until = 1): Answering =>
    (response, _, times) => {
      if (times <= until) response.writeHead(status, headers).end();
      else
        response.writeHead(200, { 'content-type': 'text/html' }).end(newsPage('Beidzot', 'Atbalsts ģimenēm novadā.'));
    };

  it('is left alone as long as it says, the other pages too', async () => {
    news(2);
    site.pages.set('/zina/0', busy(429, { 'retry-after': '1' }));
    expect((await run()).new).toHaveLength(2);
    expect(Math.max(...pauses(site))).toBeGreaterThanOrEqual(1000);
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed', '/zina/0', '/zina/0', '/zina/1']);
  });

  it('is left alone until the time that it says, by its own watch', async () => {
    news(1);
    // its watch is years behind
    const time = (second: number): string => `Mon, 05 Oct 2020 07:00:0${second} GMT`;
    site.pages.set('/zina/0', busy(503, { date: time(1), 'retry-after': time(2) }));
    expect((await run()).new).toHaveLength(1);
    expect(pauses(site).at(-1)).toBeGreaterThanOrEqual(1000);
    expect(pauses(site).at(-1)).toBeLessThan(10_000);
  });

  it('is left for another run when it asks for longer, and nothing is lost', async () => {
    news(3);
    site.pages.set('/zina/1', busy(503, { 'retry-after': '3600' }));
    expect(await run()).toMatchObject({
      new: [expect.anything()],
      left: 2,
      notes: [expect.stringMatching(/alone for 60 min/u)],
    });
    expect(site.times('/zina/2')).toBe(0);
    expect((await run()).new).toHaveLength(2);
  });

  it('is tried three times, with longer and longer waits', async () => {
    news(1);
    site.pages.set('/zina/0', busy(500, {}, 99));
    expect((await run({}, { patience: 50 })).failed).toEqual([
      { url: `${site.origin}/zina/0`, reason: 'answers with status 500', again: true },
    ]);
    const [first, second] = pauses(site).slice(-2) as [number, number];
    expect(first).toBeGreaterThanOrEqual(50);
    expect(second).toBeGreaterThanOrEqual(150);
  });

  it('is given up after eight runs', async () => {
    news(1);
    site.pages.set('/zina/0', busy(500, {}, 99));
    for (let i = 1; i < 8; i++) expect((await run({}, { patience: 0 })).failed).toMatchObject([{ again: true }]);
    expect((await run({}, { patience: 0 })).failed).toMatchObject([
      { reason: 'answers with status 500; given up after 8 runs', again: false },
    ]);
    expect((await run()).failed).toEqual([]);
    expect(site.times('/zina/0')).toBe(24);
  });

  it('that does not answer at all is left after three addresses', async () => {
    news(9);
    for (let i = 0; i < 9; i++) site.pages.set(`/zina/${i}`, (response) => void response.destroy());
    expect(await run({}, { patience: 0 })).toMatchObject({ failed: { length: 3 }, left: 6 });
  });

  it('reads Retry-After in seconds and as a time, by the server’s watch', () => {
    expect(retryAfter('120', undefined)).toBe(120_000);
    expect(retryAfter('Mon, 05 Oct 2026 07:01:00 GMT', 'Mon, 05 Oct 2026 07:00:00 GMT')).toBe(60_000);
    expect(retryAfter('Mon, 05 Oct 2026 06:00:00 GMT', 'Mon, 05 Oct 2026 07:00:00 GMT')).toBe(0);
    expect(retryAfter('Mon, 05 Oct 2026 07:01:00 GMT', undefined)).toBeUndefined();
    expect(retryAfter('soon', undefined)).toBeUndefined();
    expect(retryAfter(undefined, undefined)).toBeUndefined();
  });
});

describe('private addresses', () => {
  it('are known in every spelling', () => {
    for (const ip of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
    ])
      expect([ip, isPrivate(ip)]).toEqual([ip, true]);
    for (const ip of [
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
    ])
      expect([ip, isPrivate(ip)]).toEqual([ip, true]);
    for (const ip of ['8.8.8.8', '172.32.0.1', '193.0.14.129', '2a00:1450::1'])
      expect([ip, isPrivate(ip)]).toEqual([ip, false]);
  });

  it('are never asked unless they are allowed by name', async () => {
    news(1);
    const port = new URL(site.origin).port;
    const hosts = [
      ...['127.0.0.1', '127.0.0.1.', '127.1', '2130706433', '0x7f.1', '0x7f000001', '017700000001', '0177.0.0.01'],
      ...['①②⑦.0.0.1', '127。0。0。1', '0', '0.0.0.0', 'localhost', 'LOCALHOST'],
      ...[
        '[::1]',
        '[::]',
        '[0:0:0:0:0:0:0:1]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[::127.0.0.1]',
        '[64:ff9b::7f00:1]',
      ],
    ];
    for (const host of hosts) {
      const [report] = await collectInto(folder, [
        sourceOf({ start: [{ feed: `http://${host}:${port}/feed` }], allow: [] }),
      ]);
      expect(report?.failed).toMatchObject([
        { reason: expect.stringMatching(/private network or of this computer/u), again: false },
      ]);
    }
    expect(site.asked).toEqual([]);
  });

  /** A resolver that knows these names; each time the next of their addresses. */
  const resolver = (names: Readonly<Record<string, readonly string[]>>) => {
    const asked: string[] = [];
    return (name: string, _: unknown, done: (error: null, addresses: LookupAddress[]) => void): void => {
      const all = names[name] ?? ['127.0.0.1'];
      asked.push(name);
      const times = asked.filter((one) => one === name).length;
      done(null, [{ address: all[Math.min(times, all.length) - 1] as string, family: 4 }]);
    };
  };

  it('are refused where a name leads to them', async () => {
    const port = new URL(site.origin).port;
    const source = sourceOf({ start: [{ feed: `http://zinas.example:${port}/feed` }], allow: [] });
    const [report] = await collectInto(folder, [source], { resolver: resolver({ 'zinas.example': ['127.0.0.1'] }) });
    expect(report?.failed).toEqual([
      {
        ...{ url: `http://zinas.example:${port}/feed`, again: false },
        reason: expect.stringMatching(/^zinas\.example leads to 127\.0\.0\.1, an address of a private network/u),
      },
    ]);
    expect(site.asked).toEqual([]);
  });

  it('are refused behind a redirect', async () => {
    const inside = await startSite({ '/feed': 'secret', '/robots.txt': 'secret' });
    const port = new URL(site.origin).port;
    news(1);
    // the site itself is allowed by its name, and leads inside
    site.pages.set('/feed', (response) => void response.writeHead(302, { location: `${inside.origin}/feed` }).end());
    const source = sourceOf({ start: [{ feed: `http://zinas.example:${port}/feed` }], allow: ['zinas.example'] });
    const [redirected] = await collectInto(folder, [source], { resolver: resolver({}) });
    expect(redirected?.failed).toMatchObject([{ reason: expect.stringMatching(/private network/u), again: false }]);

    expect(inside.asked).toEqual([]);
    await inside.stop();
  });

  it('are refused at every look-up, the address that is let through is the one that is asked', async () => {
    // 192.0.2.1 and the like are special too; nobody is asked at these
    const answers = [
      ['93.184.216.34'],
      ['127.0.0.1'],
      ['93.184.216.34', '10.0.0.1'],
      ['93.184.216.34', '2a00:1450::1'],
    ];
    const lookup = guardedLookup([], (_, __, done) =>
      done(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    );
    const found = () =>
      new Promise((resolve) =>
        lookup('rebound.example', { all: true }, (error, addresses) =>
          resolve(error ? error.name : (addresses as LookupAddress[]).map(({ address }) => address)),
        ),
      );
    expect([await found(), await found(), await found(), await found()]).toEqual([
      ['93.184.216.34'],
      ...['PrivateAddress', 'PrivateAddress'],
      ['93.184.216.34', '2a00:1450::1'],
    ]);

    // one look-up for each connection: nothing looks the name up again between the check and the connection
    const port = new URL(site.origin).port;
    let [lookUps, connections] = [0, 0];
    site.onConnection(() => connections++);
    for (const path of news(3)) {
      const page = site.pages.get(path) as string;
      site.pages.set(
        path,
        (response) => void response.writeHead(200, { 'content-type': 'text/html', connection: 'close' }).end(page),
      );
    }
    site.pages.set('/feed', asXml(rss([0, 1, 2].map((i) => `http://zinas.example:${port}/zina/${i}`))));
    const source = sourceOf({ start: [{ feed: `http://zinas.example:${port}/feed` }], allow: ['zinas.example'] });
    const [report] = await collectInto(folder, [source], {
      resolver: (_, __, done) => {
        lookUps++;
        done(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    });
    expect(report?.new).toHaveLength(3);
    expect(connections).toBeGreaterThanOrEqual(3);
    expect(lookUps).toBe(connections);
  });
});
