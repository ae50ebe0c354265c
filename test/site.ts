import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  /** Milliseconds of `performance.now()` at which the request came. */
  readonly at: number;
  /** At which its answer was written, or broken off. */
  done: number;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** Answers a request; `times` counts how often this path was asked for, from 1. */
export type Answering = (response: ServerResponse, request: IncomingMessage, times: number) => void;

export interface Site {
  /** `http://127.0.0.1:12345` */
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** Path → what it answers; may be changed while it runs. What is not there is answered with 404. */
  readonly pages: Map<string, string | Answering>;
  /** How often a path was asked for. */
  times(path: string): number;
  /** Calls at each connection from now on. */
  onConnection(call: () => void): void;
  stop(): Promise<void>;
}

/** A real web server on this computer. A string is answered as a page of HTML. */
export async function startSite(pages: Readonly<Record<string, string | Answering>> = {}): Promise<Site> {
  const all = new Map(Object.entries(pages));
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const one: Asked = { at: performance.now(), done: 0, path, headers: request.headers };
    asked.push(one);
    response.on('close', () => {
      one.done = performance.now();
    });
    // whoever asks for too much goes away in the middle
    response.on('error', () => {});
    const page = all.get(path);
    if (typeof page === 'function') page(response, request, asked.filter((other) => other.path === path).length);
    else if (page === undefined) response.writeHead(404).end('nothing here');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    pages: all,
    onConnection: (call) => void server.on('connection', call),
    times: (path) => asked.filter((one) => one.path === path).length,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page of news as a small site makes it. */
export const newsPage = (title: string, text: string, more = ''): string => `<!doctype html>
<html lang="lv"><head><meta charset="utf-8"><title>${title} – Lauku Ziņas</title>
<meta property="article:published_time" content="2026-10-05T10:00:00+03:00">${more}</head>
<body><header><nav><a href="/">Sākums</a> <a href="/zinas">Ziņas</a></nav></header>
<main><article><h1>${title}</h1><p>${text}</p>
<p>Sociālā dienesta vadītāja Anna Kalniņa norāda, ka atbalsts būs pieejams visiem novada iedzīvotājiem.</p></article></main>
<footer>© Lauku Ziņas</footer></body></html>`;

/** Its parser looks through all open elements for each end tag, which takes minutes. */
export const hangingPage = `<!doctype html><html><body>${'<div>'.repeat(100_000)}${'</li>'.repeat(1_000_000)}`;

export const rss = (addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Ziņas</title>${addresses
    .map((address) => `<item><title>T</title><link>${address.replaceAll('&', '&amp;')}</link></item>`)
    .join('')}</channel></rss>`;

export const asXml =
  (text: string): Answering =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' }).end(text);
