import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataPath, packageRoot } from '../../pipeline/0-contract/root.js';
import { PageStore } from '../../pipeline/1-collect/web/page-store.js';
import type { SourceReport } from '../../pipeline/1-collect/web/report.js';
import type { SitesReport } from '../bench/sites.js';
import { ownEnvironment, program } from '../command.js';

let folder = '';
let server: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
  cpSync(dataPath(), join(folder, 'data'), {
    recursive: true,
    filter: (from) => !/[\\/](?:out|cache)(?:[\\/]|$)/u.test(from),
  });
});
afterEach(() => {
  server?.disconnect();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts sites and follows them. */
async function follow(sites: number, articles: number, pause: number): Promise<void> {
  server = fork(join(packageRoot, 'dist', 'test', 'bench', 'sites.js'), [sites, articles, 10].map(String));
  const [ports] = (await once(server, 'message')) as [number[]];
  const entries = ports.map(
    (port, i) =>
      `  - {name: site-${i}, pause: ${pause}, allow: [127.0.0.1], start: [{feed: "http://127.0.0.1:${port}/feed"}]}`,
  );
  writeFileSync(join(folder, 'data', 'sources.yaml'), `sources:\n${entries.join('\n')}\n`);
}

async function asked(): Promise<SitesReport> {
  server?.send('report');
  const [report] = (await once(server as ChildProcess, 'message')) as [SitesReport];
  return report;
}

/** The command, as a process of its own, with the most memory it took, in megabytes. */
function collect(...parameters: string[]) {
  const script = `process.on('exit', () => process.send?.(process.resourceUsage().maxRSS / 1024)); await import(${JSON.stringify(program)});`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', script, '--', 'collect', '--no-load', '--json', ...parameters],
    {
      cwd: folder,
      env: {
        ...ownEnvironment(),
        ...{
          SAITES_DATA: join(folder, 'data'),
          SAITES_CACHE: join(folder, 'cache'),
          SAITES_CONTACT: 'test@example.org',
        },
      },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    },
  );
  let out = '';
  let megabytes = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.on('message', (used) => {
    megabytes = Number(used);
  });
  const ended = once(child, 'close').then(() => {
    const sources = out === '' ? [] : (JSON.parse(out) as { sources: SourceReport[] }).sources;
    const sum = (count: (report: SourceReport) => number): number => sources.reduce((all, one) => all + count(one), 0);
    return {
      megabytes,
      new: sum((report) => report.new.length),
      changed: sum((report) => report.changed.length),
      unchanged: sum((report) => report.unchanged),
      failed: sources.flatMap(({ failed }) => failed),
    };
  });
  return { child, ended };
}

/** How many pages are kept, and how many of them twice. */
function kept(): { pages: number; versions: number; unread: number } {
  const store = PageStore.open(join(folder, 'cache', 'pages'));
  const pages = [...store.all()].filter(({ versions }) => versions.length > 0);
  const versions = pages.flatMap((page) => page.versions);
  for (const version of versions) store.page(version);
  store.close();
  return { pages: pages.length, versions: versions.length, unread: versions.filter(({ article }) => !article).length };
}

describe('collecting many articles', () => {
  it('10,000 of 50 sites: each once, pauses kept, errors mended, changes found, in little memory', async () => {
    await follow(50, 200, 0.02);
    const first = await collect().ended;
    expect(first).toMatchObject({ new: 10_000, changed: 0, failed: [] });
    expect(kept()).toEqual({ pages: 10_000, versions: 10_000, unread: 0 });
    const { pauses, more } = await asked();
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(20);
    // only the 2 % that failed at first were asked for twice
    expect(Object.keys(more)).toHaveLength(50 * 4);
    expect(
      Object.entries(more).filter(([path, times]) => times !== 2 || Number(path.split('/').at(-1)) % 50 !== 2),
    ).toEqual([]);
    expect(first.megabytes).toBeLessThan(300);

    server?.send('change');
    const second = await collect('--recheck').ended;
    expect(second).toMatchObject({ new: 0, changed: 1000, unchanged: 9000, failed: [] });
    expect(kept()).toEqual({ pages: 10_000, versions: 11_000, unread: 0 });
    expect(second.megabytes).toBeLessThan(300);
  }, 1_800_000);

  it('killed again and again: no article is lost, and none is fetched twice but those under way', async () => {
    await follow(4, 60, 0.01);
    let kills = 0;
    for (const wait of [1200, 1500, 1800, 1400, 1700, 2000]) {
      const { child, ended } = collect();
      await sleep(wait);
      if (child.exitCode === null && child.kill('SIGKILL')) kills++;
      await ended.catch(() => {});
    }
    const last = await collect().ended;
    expect(last.failed).toEqual([]);
    expect(kept()).toEqual({ pages: 240, versions: 240, unread: 0 });
    expect(kills).toBeGreaterThan(0);
    const { more } = await asked();
    const twice = Object.entries(more).filter(
      ([path]) => /\/(?:zina|jauna)\/\d+$/u.test(path) && Number(path.split('/').at(-1)) % 50 !== 2,
    );
    // at each kill one request of each site may be under way, and a redirect is two
    expect(twice.length).toBeLessThanOrEqual(kills * 4 * 2);
    expect(twice.reduce((sum, [, times]) => sum + times - 1, 0)).toBeLessThanOrEqual(kills * 4 * 2);
  }, 300_000);
});
