import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/**
 * Many news sites in a process of their own, each on a port: `fork` it with their number, the articles of each, the
 * kilobytes of a page, and how many of these are its article. It tells its ports, changes some articles at the message
 * `change`, and at `report` tells what it was asked for.
 *
 * Of the articles of a site the following are awkward: every 50th fails once with 500 (2 %), every 40th is slow, every 25th
 * lies behind a redirect. At `change` every 10th gets another text.
 */
export interface SitesReport {
  /** The shortest pause on each site between the end of an answer and the next request, in milliseconds. */
  readonly pauses: readonly number[];
  /** Path → how often it was asked for, where that is more than once; `3/zina/50` is one of the fourth site. */
  readonly more: Readonly<Record<string, number>>;
  readonly requests: number;
  /** Seconds of the processor. */
  readonly processor: number;
}

const [sites = 1, articles = 100, kilobytes = 10, ofText = 0.6 * kilobytes] = process.argv.slice(2).map(Number);
/** Of a page of the article-extraction benchmark, in the mean: 173 KB, of which 9 are words, with 145 links. */
const MOST_LINKS = 145;

const SENTENCES = [
  'Novada dome piešķīra finansējumu ģimenes asistenta pakalpojumam, kas sāksies nākamā gada janvārī.',
  'Sociālā dienesta vadītāja Anna Kalniņa uzsver, ka atbalsts būs pieejams visiem iedzīvotājiem.',
  'Projektā piedalās Tukuma novads, Talsu novads un Kuldīgas novads, kā arī divas biedrības.',
  'Seminārs notika 2026. gada 16. maijā Valmierā, un tajā piedalījās četrdesmit speciālistu.',
];

let changed = false;

function page(site: number, i: number): string {
  const version = changed && i % 10 === 0 ? 'Papildināts. ' : '';
  const paragraphs: string[] = [];
  let size = 0;
  for (let k = 0; size < ofText * 1000; k++) {
    const paragraph = `<p>${version}${k}. ${SENTENCES[(site + i + k) % SENTENCES.length]} ${SENTENCES[(i * k) % SENTENCES.length]}</p>`;
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph);
  }
  const menu = Array.from(
    { length: Math.min(MOST_LINKS, kilobytes * 4) },
    (_, k) => `<li class="m"><div><span><a href="/sadala/${k}">Sadaļa ${k}</a></span></div></li>`,
  );
  const head = `<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>Ziņa ${i} no vietnes ${site}</title>
<meta property="article:published_time" content="2026-10-05T10:00:00+03:00">`;
  const body = `<body><nav><ul>${menu.join('')}</ul></nav>
<main><article><h1>Ziņa ${i} no vietnes ${site}</h1>${paragraphs.join('\n')}</article></main></body></html>`;
  return `${head}${scripts(kilobytes * 1000 - head.length - Buffer.byteLength(body))}</head>${body}`;
}

/** Scripts of so many bytes or somewhat fewer; packed they take a fifth, as those of real pages. */
function scripts(bytes: number): string {
  const all: string[] = [];
  for (let left = bytes, k = 1; left > 2000; k++) {
    const numbers = Array.from({ length: 200 }, (_, j) =>
      (((k % 4 === 0 ? k : 1) * 7919 + j * 104_729) % 1_000_003).toString(36),
    );
    const script = `<script>window.part${k}={"v":["${numbers.join('","')}"]};</script>`;
    all.push(script);
    left -= script.length;
  }
  return all.join('\n');
}

interface Asked {
  readonly at: number;
  done: number;
  readonly path: string;
}

const packed = new Map<string, Buffer>();

/** @param begin is called before anything is sent: behind that, other processes may hold this one up for long */
function answer(
  { site, path, times, origin }: { site: number; path: string; times: number; origin: string },
  response: ServerResponse,
  begin: () => void,
): void {
  const html = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' };
  const i = Number(/^\/(?:zina|jauna)\/(\d+)$/u.exec(path)?.[1] ?? Number.NaN);
  const send = (status: number, headers: Record<string, string> = {}, body: Buffer | string = ''): void => {
    begin();
    response.writeHead(status, headers).end(body);
  };
  if (path === '/feed') {
    const items = Array.from({ length: articles }, (_, k) => `<item><link>${origin}/zina/${k}</link></item>`);
    send(
      200,
      { 'content-type': 'application/rss+xml' },
      `<rss version="2.0"><channel>${items.join('')}</channel></rss>`,
    );
  } else if (Number.isNaN(i)) send(404);
  else if (path.startsWith('/zina/') && i % 25 === 1) send(301, { location: `/jauna/${i}` });
  else if (i % 50 === 2 && times === 1) send(500);
  else {
    const key = `${site}/${i}`;
    const body = packed.get(key) ?? gzipSync(page(site, i), { level: 1 });
    if (articles <= 200) packed.set(key, body);
    if (i % 40 === 3) setTimeout(() => send(200, html, body), 100);
    else send(200, html, body);
  }
}

const logs: Asked[][] = [];
const ports = await Promise.all(
  Array.from({ length: sites }, async (_, site) => {
    const log: Asked[] = [];
    logs.push(log);
    const times = new Map<string, number>();
    const server = createServer((request, response) => {
      const path = request.url ?? '';
      const one = { at: performance.now(), done: Number.POSITIVE_INFINITY, path };
      log.push(one);
      times.set(path, (times.get(path) ?? 0) + 1);
      const origin = `http://${request.headers.host}`;
      answer({ site, path, times: times.get(path) ?? 1, origin }, response, () => {
        one.done = performance.now();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }),
);

function report(): SitesReport {
  const counts = new Map<string, number>();
  for (const [site, log] of logs.entries())
    for (const { path } of log) counts.set(`${site}${path}`, (counts.get(`${site}${path}`) ?? 0) + 1);
  return {
    pauses: logs.map((log) => Math.min(...log.slice(1).map(({ at }, i) => at - (log[i]?.done ?? 0)))),
    more: Object.fromEntries([...counts].filter(([, count]) => count > 1)),
    requests: logs.reduce((sum, log) => sum + log.length, 0),
    processor: (({ user, system }) => (user + system) / 1e6)(process.cpuUsage()),
  };
}

process.on('message', (message) => {
  if (message === 'change') {
    changed = true;
    packed.clear();
  } else if (message === 'report') process.send?.(report());
});
process.on('disconnect', () => process.exit());
process.send?.(ports);
