import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectWeb } from '../../pipeline/1-collect/web/collect-web.js';
import { Fetcher } from '../../pipeline/1-collect/web/fetcher.js';
import { PageStore } from '../../pipeline/1-collect/web/page-store.js';
import { sourcesSchema } from '../../pipeline/1-collect/web/sources.js';
import { openReader } from '../../pipeline/reader.js';

/**
 * `npm run bench:collect`: how many pages a second go through fetching, cleaning and storing, with the pauses at zero, and
 * how much memory it takes. The sites are served by another process of the same machine, which takes its share of it.
 */

const TARGETS = [
  { what: 'pages of 10 KB', kilobytes: 10, sites: 8, articles: 250, least: 200 },
  { what: 'pages of 150 KB', kilobytes: 150, sites: 8, articles: 50, least: 40 },
] as const;
const MEGABYTES = 300;

let missed = false;
for (const { what, kilobytes, sites, articles, least } of TARGETS) {
  const program = fileURLToPath(new URL('./sites.js', import.meta.url));
  const server = fork(program, [sites, articles, kilobytes].map(String));
  const [ports] = (await once(server, 'message')) as [number[]];
  const folder = mkdtempSync(join(tmpdir(), 'saites-'));
  const store = PageStore.open(folder);
  const { signal: stop } = new AbortController();
  const fetcher = new Fetcher({ contact: 'bench@example.org', version: '0', patience: 10, stop });
  const { sources } = sourcesSchema.parse({
    sources: ports.map((port, i) => ({
      ...{ name: `site-${i}`, pause: 0, allow: ['127.0.0.1'] },
      start: [{ feed: `http://127.0.0.1:${port}/feed` }],
    })),
  });
  const reader = openReader();
  try {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const reports = await collectWeb(sources, {
      ...{ store, fetcher, read: reader.read, recheck: false, stop, now: () => new Date() },
    });
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(used);
    const pages = reports.reduce((sum, report) => sum + report.new.length, 0);
    const speed = pages / seconds;
    if (speed < least) missed = true;
    process.stdout.write(
      `${what.padEnd(18)}${Math.round(speed)} a second (target ≥ ${least}: ${speed < least ? 'MISSED' : 'met'}), ${pages} of ${sites * articles} in ${seconds.toFixed(1)} s, processor ${((user + system) / 1e6).toFixed(1)} s\n`,
    );
  } finally {
    await reader.close();
    await fetcher.close();
    store.close();
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}
const megabytes = process.resourceUsage().maxRSS / 1024;
if (megabytes >= MEGABYTES) missed = true;
process.stdout.write(
  `peak memory       ${Math.round(megabytes)} MB (target < ${MEGABYTES}: ${megabytes >= MEGABYTES ? 'MISSED' : 'met'})\n`,
);
if (missed) process.exitCode = 1;
