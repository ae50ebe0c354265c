import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageStore } from '../pipeline/1-collect/web/page-store.js';
import { nextTime } from '../pipeline/1-collect/web/schedule.js';
import { copyData, ownEnvironment, program } from './command.js';
import { asXml, newsPage, rss, type Site, startSite } from './site.js';

let folder = '';
let site: Site;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
  copyData(folder);
  site = await startSite();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  child = undefined;
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pages = (): string => join(folder, 'cache', 'pages');

function news(name: string, count = 1): void {
  const paths = Array.from({ length: count }, (_, i) => `/${name}/${i}`);
  for (const [i, path] of paths.entries())
    site.pages.set(path, newsPage(`Ziņa ${name}${i}`, `Dome ${name} piešķīra ${i} eiro ģimenēm Tukuma novadā.`));
  site.pages.set(`/${name}`, asXml(rss(paths.map((path) => site.origin + path))));
}

/** Writes the sources: each a feed of its name. */
function follow(names: readonly string[], given = ''): void {
  const entries = names.map(
    (name) => `  - {name: ${name}, pause: 0, allow: [127.0.0.1], start: [{feed: "${site.origin}/${name}"}]${given}}`,
  );
  writeFileSync(join(folder, 'data', 'sources.yaml'), `sources:\n${entries.join('\n')}\n`);
}

/** Notes that a source was collected so many milliseconds ago. */
function collectedBefore(times: Readonly<Record<string, number>>): void {
  const store = PageStore.open(pages());
  for (const [source, ago] of Object.entries(times)) {
    const at = new Date(Date.now() - ago).toISOString();
    store.note({ kind: 'run', source, at, named: 0, fetched: 0, unreadable: 0, whole: true });
  }
  store.close();
}

/** Starts the command. */
function watch(...parameters: string[]) {
  const started = spawn(process.execPath, [program, 'watch', '--store', join(folder, 'graph'), ...parameters], {
    cwd: folder,
    env: {
      ...ownEnvironment(),
      ...{ SAITES_DATA: join(folder, 'data'), SAITES_CACHE: join(folder, 'cache'), SAITES_CONTACT: 'test@example.org' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  const said = { out: '', err: '' };
  started.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  started.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = once(started, 'close').then(([code]) => code as number | null);
  return {
    said,
    async end(signal: NodeJS.Signals): Promise<number | null> {
      started.kill(signal);
      return await ended;
    },
    ended,
  };
}

/** Waits until something is so. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await sleep(20);
}

const MINUTE = 60_000;
const RUN = /^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}1 source: (.*)$/gmu;

describe('saites watch', () => {
  it('collects each source when its time has come, a line and what it brought for each run, until it is told to end', async () => {
    news('a', 2);
    news('b');
    news('c');
    follow(['a', 'b', 'c'], ', every: 1m');
    // the first is due a few seconds after the start of the command, the second some more; the third not while this runs
    const began = performance.now();
    collectedBefore({ a: MINUTE - 5000, b: MINUTE - 12_000, c: 0 });
    const { said, end } = watch();
    await until(() => /New articles \(1\)/u.test(said.out));
    expect([...said.out.matchAll(RUN)].map(([, counts]) => counts)).toEqual([
      '2 new, 0 copies, 0 changed, 0 unchanged, 0 vanished, 0 failed, 0 left',
      '1 new, 0 copies, 0 changed, 0 unchanged, 0 vanished, 0 failed, 0 left',
    ]);
    expect(said.out).toMatch(/New articles \(2\)[\s\S]*UTC {2}1 source[\s\S]*New articles \(1\)/u);
    const first = (path: string): number => (site.asked.find((one) => one.path === path)?.at ?? 0) - began;
    // the log keeps whole milliseconds
    expect(first('/a')).toBeGreaterThanOrEqual(4990);
    expect(first('/b')).toBeGreaterThanOrEqual(11_990);
    expect(site.times('/c')).toBe(0);
    expect(site.times('/a')).toBe(1);
    expect(await end('SIGINT')).toBe(0);
    expect(said.err).toBe('stopping: what is under way is finished\n');
    expect(existsSync(join(pages(), 'lock'))).toBe(false);
  }, 90_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'told to end (%s) in the middle of a page takes it and asks for no other; the next run goes on',
    async (signal) => {
      news('a', 3);
      const second = site.pages.get('/a/1') as string;
      let answer = (): void => {};
      site.pages.set('/a/1', (response) => {
        answer = () => void response.writeHead(200, { 'content-type': 'text/html' }).end(second);
      });
      follow(['a']);
      const { said, end } = watch('--no-load');
      await until(() => site.times('/a/1') === 1);
      const ended = end(signal);
      await until(() => said.err !== '');
      answer();
      expect(await ended).toBe(0);
      expect(said.out).toMatch(/ 2 new, .* 0 failed, 1 left$/mu);
      expect(said.err).toMatch(/^stopping: [^\n]*\n(?:a: was stopped; the next run goes on\n)?$/u);
      expect(existsSync(join(pages(), 'lock'))).toBe(false);
      site.pages.set('/a/1', second);
      const again = watch('--once', '--no-load');
      expect(await again.ended).toBe(0);
      expect(again.said.out).toMatch(/ 1 new, .* 2 unchanged, .* 0 left$/mu);
      expect([0, 1, 2].map((i) => site.times(`/a/${i}`))).toEqual([1, 1, 1]);
    },
    60_000,
  );

  it('waits while another one collects, and says so once', async () => {
    news('a');
    follow(['a']);
    const other = PageStore.open(pages());
    const { said, end } = watch();
    await until(() => said.err !== '');
    expect(said.err).toMatch(/^another saites collects into /u);
    expect(site.asked).toEqual([]);
    expect(await end('SIGTERM')).toBe(0);
    other.close();
    expect(said.err.split('\n')).toHaveLength(3);
  }, 60_000);

  it('collects the others when a source does not answer or has become wrong', async () => {
    news('a');
    news('c');
    follow(['a', 'b', 'c']);
    site.pages.set('/b', (response) => void response.writeHead(404).end());
    const { said, ended } = watch('--once', '--no-load');
    expect(await ended).toBe(1);
    expect(said.out).toMatch(/3 sources: 2 new, .* 1 failed, 0 left$/mu);
    expect(said.err).toMatch(/^b: \S+\/b is not there \(status 404\); is asked for again$/mu);
  }, 60_000);

  it('goes on with what stands in data/sources.yaml when it is due, and waits while that is wrong', async () => {
    news('a');
    follow(['a'], ', every: 1m');
    collectedBefore({ a: MINUTE - 8000 });
    const { said, end } = watch('--no-load');
    await sleep(2500);
    writeFileSync(join(folder, 'data', 'sources.yaml'), 'sources:\n  - {name: a, start: nothing}\n');
    await until(() => said.err !== '');
    expect(said.err).toMatch(/^data\/sources\.yaml:2: /u);
    expect(site.asked).toEqual([]);
    expect(await end('SIGINT')).toBe(0);
  }, 60_000);

  it('does not begin with what is wrong', async () => {
    follow(['a'], ', every: never');
    const { said, ended } = watch();
    expect(await ended).toBe(2);
    expect(said.err).toMatch(/data\/sources\.yaml:2: .*expected a time such as 30m, 6h or 1d/u);
  }, 60_000);
});

describe('the time of the next run', () => {
  const every = 6 * 3_600_000;
  const now = Date.parse('2026-03-29T01:30:00Z');

  it('is that of the last one and the time between them, in hours that pass', () => {
    expect(nextTime({ every }, {}, now)).toBe(0);
    // in the night in which summer time begins in Riga
    const logged = Date.parse('2026-03-28T23:30:00Z');
    expect(new Date(nextTime({ every }, { logged }, now)).toISOString()).toBe('2026-03-29T05:30:00.000Z');
    expect(nextTime({ every }, { logged, begun: now - 1000 }, now)).toBe(now - 1000 + every);
  });

  it('is now when the last one lies in the future, since the clock was wrong then, or cannot be read', () => {
    expect(nextTime({ every }, { logged: now + 86_400_000 }, now)).toBe(0);
    expect(nextTime({ every }, { logged: now + 86_400_000, begun: now - 1000 }, now)).toBe(now - 1000 + every);
    expect(nextTime({ every }, { logged: Number.NaN }, now)).toBe(0);
  });
});
