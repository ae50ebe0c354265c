import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { ENTITY_TYPES, type Query, readQueries } from '../../graph/queries.js';
import type { GraphStore, Parameters } from '../../graph/store.js';
import { Stop } from '../0-contract/errors.js';
import { textWriter } from './files.js';
import { print, say } from './output.js';
import { type GlobalOptions, NEO4J_FOLDER, storeConfig } from './settings.js';

/** The address of Neo4j Browser: as told, that of the server of `saites neo4j start`, or the one that is likely. */
async function browserAddress(options: GlobalOptions, told: string | true): Promise<string> {
  if (told !== true) {
    if (URL.canParse(told) && /^https?:/u.test(told)) return told;
    throw new Stop(`--browser is «${told}», expected the address of Neo4j Browser, as http://localhost:7474/browser/`);
  }
  const config = storeConfig(options, true);
  if (config.kind !== 'neo4j')
    throw new Stop('Neo4j Browser shows a graph that is in Neo4j: set NEO4J_URI and load the articles there');
  const { status } = await import('../../graph/local/server.js');
  const local = await status(NEO4J_FOLDER);
  if (local?.boltUri === config.uri) return local.browserUrl;
  const { likelyBrowser } = await import('../../graph/browser/link.js');
  return likelyBrowser(config.uri);
}

/** Two links: the question with its parameters, and a picture of whom it asks about, where it asks about anybody. */
export async function browserLinks(
  query: Query,
  parameters: Parameters,
  store: GraphStore,
  told: string | true,
): Promise<string> {
  if (store.kind !== 'neo4j')
    throw new Stop('Neo4j Browser shows a graph that is in Neo4j: set NEO4J_URI and load the articles there');
  const { NEIGHBOURS, queryLink } = await import('../../graph/browser/link.js');
  const browser = await browserAddress({}, told);
  const ids = query.parameters
    .filter(({ type }) => type !== 'article' && (ENTITY_TYPES as readonly string[]).includes(type))
    .map(({ name }) => parameters[name])
    .filter((value) => typeof value === 'string');
  return [
    `question  ${queryLink(browser, query.cypher, parameters)}`,
    ...(ids.length > 0 ? [`picture   ${queryLink(browser, NEIGHBOURS, { ids })}`] : []),
  ].join('\n');
}

async function writeFile(file: string, text: string): Promise<void> {
  const writer = textWriter(file);
  await writer.write(text);
  await writer.end();
}

/** `saites neo4j style` */
export const styleCommand = (): Command => {
  const command = new Command('style')
    .summary('write the colours and captions for Neo4j Browser')
    .description('Writes a style file (GraSS) with a colour and a caption for every label. Drag it into Neo4j Browser.')
    .option('--out <file>', 'file to write', 'saites.grass')
    .addHelpText('after', '\nExample:\n  saites neo4j style --out saites.grass')
    .action(async () => {
      const { out, quiet } = command.optsWithGlobals<GlobalOptions & { out: string }>();
      const { styleText } = await import('../../graph/browser/style.js');
      await writeFile(resolve(out), styleText());
      if (!quiet) say(`written to ${out}: drag it into Neo4j Browser; :style reset undoes it`);
    });
  return command;
};

/** `saites neo4j favourites` */
export const favouritesCommand = (): Command => {
  const command = new Command('favourites')
    .summary('write the questions as favourites of Neo4j Browser')
    .description(
      'Writes each question as a .cypher file with its title. Drag the files into Neo4j Browser, one by one.',
    )
    .option('--out <folder>', 'folder to write to', 'favourites')
    .addHelpText('after', '\nExample:\n  saites neo4j favourites --out favourites/')
    .action(async () => {
      const { out, quiet } = command.optsWithGlobals<GlobalOptions & { out: string }>();
      const { favourites } = await import('../../graph/browser/favourites.js');
      const files = favourites(readQueries());
      for (const [name, text] of files) await writeFile(join(resolve(out), name), text);
      if (!quiet) say(`${files.size} files in ${out}: drag them into Neo4j Browser and save them as favourites`);
    });
  return command;
};

/** `saites neo4j guide` */
export const guideCommand = (): Command => {
  const command = new Command('guide')
    .summary('show a guide to this graph in Neo4j Browser')
    .description(
      'Serves a guide (the model, colours, pictures, questions to click) to Neo4j Browser on this computer, until Ctrl-C.',
    )
    .option('--browser <address>', 'address of Neo4j Browser, where it cannot be told')
    .addHelpText(
      'after',
      '\nExamples:\n  saites neo4j guide\n  saites neo4j guide --browser http://localhost:7474/browser/',
    )
    .action(() => serveGuide(command.optsWithGlobals<GlobalOptions & { browser?: string }>()));
  return command;
};

async function serveGuide(options: GlobalOptions & { browser?: string }): Promise<void> {
  const browser = await browserAddress(options, options.browser ?? true);
  const { openStore } = await import('../../graph/open.js');
  const { examplesOf, guideText } = await import('../../graph/browser/guide.js');
  const { serveFiles } = await import('../../graph/browser/serve.js');
  const { styleText } = await import('../../graph/browser/style.js');
  const { guideLink } = await import('../../graph/browser/link.js');
  const store = await openStore(storeConfig(options, true));
  const examples = await examplesOf(store).finally(() => store.close());
  const server = await serveFiles((address) => ({
    '/guide.html': () => guideText(readQueries(), examples, `${address}/saites.grass`),
    '/saites.grass': styleText,
  }));
  print(guideLink(browser, `${server.address}/guide.html`));
  if (!options.quiet)
    say(`Open this address. In Neo4j Browser itself: :guide ${server.address}/guide.html\nCtrl-C ends.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}
