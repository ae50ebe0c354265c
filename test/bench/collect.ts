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
import { readStored } from '../../pipeline/read-stored.js';
import { openReader } from '../../pipeline/reader.js';
import type { SitesReport } from './sites.js';

/**
 * `npm run bench:collect`: how many pages a second go through fetching, cleaning and storing, with the pauses at zero, how
 * much of the processor each part takes, and how much memory. The sites are served by another process of the same machine,
 * which takes its share of it.
 */

const TARGETS = [
  { what: 'pages of 10 KB', shape: [8, 250, 10], least: 200 },
  // as heavy as those of the article-extraction benchmark
  { what: 'pages of 170 KB', shape: [8, 100, 170, 8], least: 40 },
] as const;
const MEGABYTES = 300;

let missed = false;
const ended: { what: string; folder: string; pages: number; all: number; server: number }[] = [];
for (const { what, shape, least } of TARGETS) {
  const program = fileURLToPath(new URL('./sites.js', import.meta.url));
  const server = fork(program, shape.map(String));
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
      ...{ store, fetcher, read: reader.read, wordsOf: reader.wordsOf, recheck: false, stop, now: () => new Date() },
    });
    const seconds = (performance.now() - began) / 1000;
    const all = milliseconds(used);
    const pages = reports.reduce((sum, report) => sum + report.new.length, 0);
    const speed = pages / seconds;
    if (speed < least) missed = true;
    process.stdout.write(
      `${what.padEnd(18)}${Math.round(speed)} a second (target ≥ ${least}: ${speed < least ? 'MISSED' : 'met'}), ${pages} of ${shape[0] * shape[1]} in ${seconds.toFixed(1)} s\n`,
    );
    server.send('report');
    const [{ processor }] = (await once(server, 'message')) as [SitesReport];
    ended.push({ what, folder, pages, all, server: processor * 1000 });
  } finally {
    await reader.close();
    await fetcher.close();
    store.close();
    server.disconnect();
  }
}
const megabytes = process.resourceUsage().maxRSS / 1024;
if (megabytes >= MEGABYTES) missed = true;
process.stdout.write(
  `peak memory       ${Math.round(megabytes)} MB (target < ${MEGABYTES}: ${megabytes >= MEGABYTES ? 'MISSED' : 'met'})\n`,
);
for (const { what, folder, pages, all, server } of ended) {
  const [cleaning, storing] = alone(folder);
  const part = (time: number): string => (time / pages).toFixed(1);
  process.stdout.write(
    `${what.padEnd(18)}${part(all)} ms of the processor a page: cleaning ${part(cleaning)}, storing ${part(storing)}, fetching and starting the rest; the server ${part(server)} beside it\n`,
  );
  rmSync(folder, { recursive: true, force: true });
}
if (missed) process.exitCode = 1;

/** Processor time of cleaning and of storing the pages of a folder once more, without anything else; milliseconds. */
function alone(folder: string): [number, number] {
  const [store, other] = [PageStore.open(folder), PageStore.open(join(folder, 'again'))];
  let [cleaning, storing] = [0, 0];
  for (const { versions } of store.all()) {
    const version = versions.at(-1);
    // a redirect
    if (!version) continue;
    const page = store.page(version);
    const { url, headers, body } = page;
    let used = process.cpuUsage();
    readStored({ url, contentType: headers['content-type'] ?? '', body, select: {} });
    cleaning += milliseconds(used);
    used = process.cpuUsage();
    other.keep(page);
    storing += milliseconds(used);
  }
  other.close();
  store.close();
  return [cleaning, storing];
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
