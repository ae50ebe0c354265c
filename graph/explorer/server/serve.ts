import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { Stop } from '../../../pipeline/0-contract/errors.js';
import type { GraphStore } from '../../store.js';
import type { Forms } from '../../sum-entities.js';
import type { Stem } from '../search/texts.js';
import { files } from './files.js';
import { headers, hostsOnly, LOOPBACK, ownPageOnly, tokenOnly } from './guard.js';
import { figuresOf, type OverviewBeside } from './kept-overview.js';
import { whenOpen } from './when-open.js';

export interface ExplorerOptions {
  /** While it is being opened the page is there, and what asks for more than it holds waits. */
  readonly store: GraphStore | Promise<GraphStore>;
  /** Where the figures of the first page are kept from one start to the next. */
  readonly beside?: OverviewBeside | undefined;
  /** Name or number of the interface to listen on. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Needed for any address but loopback. */
  readonly token?: string | undefined;
  readonly stem: Stem;
  readonly forms: Forms;
  /** Where corrections are written. */
  readonly correctionsFile: string;
  /** Today, an ISO date. */
  readonly today: () => string;
}

export interface Explorer {
  /** For people to open, with the token if there is one. */
  readonly address: string;
  /** Done when the graph is open and all texts can be searched. */
  readonly searchable: Promise<void>;
  /** Lets answers under way end, for a second at most. The store stays open. */
  close(): Promise<void>;
}

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/**
 * Starts the explorer on a graph that is open, or being opened.
 * @throws Stop when the port is taken, the page is not built, or a token is missing
 */
export async function startExplorer({
  store,
  beside,
  host,
  port,
  token,
  stem,
  forms,
  correctionsFile,
  today,
}: ExplorerOptions): Promise<Explorer> {
  if (!isLoopback(host) && token === undefined)
    throw new Stop(`whoever reaches ${host} could read the graph: give a token, or leave out --host`);
  const app = new Hono();
  app.use(headers);
  app.use(compress());
  if (token === undefined) app.use(hostsOnly(LOOPBACK));
  else app.use(tokenOnly(token));
  app.use(ownPageOnly);

  const begun = performance.now();
  const kept = beside?.read();
  const counted = Promise.resolve(kept ?? Promise.resolve(store).then(figuresOf));
  counted.catch(() => {});
  const answering = Promise.resolve(store).then(async (open) => {
    const opening = Math.round(performance.now() - begun);
    // the first page waits for nothing else; a store that cannot be asked is told to whoever asks the next time
    const figures = await counted.catch(() => undefined);
    if (figures && typeof kept?.opening !== 'number') beside?.keep({ ...figures, opening });
    // what reads the graph takes longer to load than the page takes to show
    const { answersOf } = await import('./answers.js');
    return answersOf({ store: open, stem, forms, correctionsFile, today, figures });
  });
  const searchable = answering.then(({ search }) => search.complete);
  // whoever asks is told; nobody need ask
  searchable.catch(() => {});
  const opened = answering.then(({ api }) => api);
  app.route('/api', whenOpen(opened, counted, kept?.opening ?? null));
  app.route('/', files());

  const server = await listening(app, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shown}:${taken}/${token === undefined ? '' : `?token=${token}`}`,
    searchable,
    close() {
      answering.then(
        ({ search }) => search.stop(),
        () => {},
      );
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      });
    },
  };
}

function listening(app: Hono, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server)) as Server;
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `port ${port} is in use: name another one with --port, or end what uses it`
          : error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'
            ? `${host} is no address of this computer: mend --host`
            : error.code === 'EACCES'
              ? `port ${port} is not allowed: name one above 1023 with --port`
              : error.message;
      reject(new Stop(why));
    });
  });
}
