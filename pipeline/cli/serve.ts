import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import type { StoreConfig } from '../../graph/open.js';
import type { GraphStore } from '../../graph/store.js';
import { dataPath } from '../0-contract/root.js';
import { print, say } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

interface ServeOptions extends GlobalOptions {
  readonly host: string;
  readonly port: number;
  readonly watch?: boolean;
}

/** `saites serve` */
export const serveCommand = (): Command => {
  const command = new Command('serve')
    .summary('explore the graph in a browser')
    .description(
      'Opens the graph to a browser on this computer: search, pages of entities and articles, matrix, map, timeline, graph, questions. Nothing leaves the computer. Ends with Ctrl+C.',
    )
    .option('--port <number>', 'port to listen on', portNumber, 4180)
    .option('--host <address>', 'address to listen on; any but this computer itself asks for a token', '127.0.0.1')
    .option('--watch', 'collect the sites that are switched on too, each on its schedule, as `saites watch` does')
    .addHelpText(
      'after',
      `
The token for another address is that of SAITES_TOKEN, else a new one, and is part of the address printed.

Examples:
  saites serve
  saites serve --watch
  saites serve --store my-graph --port 8080`,
    )
    .action(() => serve(command.optsWithGlobals<ServeOptions>()));
  return command;
};

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError('expected 0 to 65535');
  return port;
}

async function open(config: StoreConfig): Promise<GraphStore> {
  if (config.readOnly) {
    const { openApart } = await import('../../graph/apart.js');
    return openApart(config);
  }
  const { openStore } = await import('../../graph/open.js');
  return openStore(config);
}

async function serve(options: ServeOptions): Promise<void> {
  const config = storeConfig(options, options.watch !== true);
  // what takes longest first; the page does not wait for it
  const opening = open(config);
  opening.catch(() => {});
  const { isLoopback, startExplorer } = await import('../../graph/explorer/server/serve.js');
  const { overviewBeside } = await import('../../graph/explorer/server/kept-overview.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const { stem } = await import('../0-latvian/stem.js');
  let release = (): void => {};
  try {
    const token = isLoopback(options.host)
      ? undefined
      : process.env.SAITES_TOKEN?.trim() || randomBytes(18).toString('base64url');
    const explorer = await startExplorer({
      store: opening,
      // what is written meanwhile changes the figures
      beside: config.kind === 'embedded' && config.readOnly ? overviewBeside(config.folder) : undefined,
      host: options.host,
      port: options.port,
      token,
      stem,
      forms: searchForms,
      correctionsFile: dataPath('corrections.yaml'),
      today: () => new Date().toISOString().slice(0, 10),
    });
    try {
      // the address of a server that ends at once is of no use
      await Promise.race([opening, Promise.resolve()]);
      print(explorer.address);
      const store = await opening;
      const { holdEmbedded } = await import('../../graph/embedded/holder.js');
      const command = options.watch ? 'saites serve --watch' : 'saites serve';
      if (config.kind === 'embedded') release = holdEmbedded(config.folder, command, explorer.address);
      if (!options.quiet) say(`The graph in ${store.address}; Ctrl+C ends.`);
      let isEnding = false;
      explorer.searchable.catch((error: Error) => {
        // what is still being read at the end need not be told
        if (!isEnding) say(`saites: the texts cannot be searched: ${error.message}`);
      });
      const end = stopped().then(() => {
        isEnding = true;
      });
      await (options.watch ? watchUntil(end, store, options) : end);
    } finally {
      release();
      await explorer.close();
    }
  } finally {
    await opening.then(
      (store) => store.close(),
      () => {},
    );
  }
}

/** Collects until the end is asked for; what is under way then is finished. A fault of the collector ends it too. */
async function watchUntil(end: Promise<void>, store: GraphStore, options: ServeOptions): Promise<void> {
  const { keepCollecting } = await import('./watch.js');
  const stop = new AbortController();
  const collecting = keepCollecting([], stop.signal, { ...options, load: true }, store);
  await Promise.race([end, collecting]);
  stop.abort();
  await collecting;
}

/** Ctrl+C, a closed terminal, or an end asked for by the system. */
const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
