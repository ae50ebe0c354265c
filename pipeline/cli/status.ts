import { Command } from 'commander';
import { factsText, kindsText } from './graph-text.js';
import { print } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

/** `saites status` */
export const statusCommand = (): Command => {
  const command = new Command('status')
    .summary('what the graph holds')
    .description('Says where the graph lies and how many articles, entities and facts it holds.')
    .addHelpText('after', '\nExamples:\n  saites status\n  saites status --store other-graph --json')
    .action(() => status(command.optsWithGlobals<GlobalOptions>()));
  return command;
};

async function status(options: GlobalOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { sizeOf } = await import('../../graph/counts.js');
  const store = await openStore(storeConfig(options, true));
  try {
    const size = await sizeOf(store);
    const [span] = await store.read(
      'MATCH (article:Article) RETURN min(article.publishedOn) AS first, max(article.publishedOn) AS last, count(article.publishedOn) AS dated, max(article.loadedAt) AS loaded',
    );
    if (options.json) {
      print(JSON.stringify({ store: store.address, version: await store.version(), ...size, ...span }, null, 2));
      return;
    }
    const articles = size.nodes.Article ?? 0;
    const dates = span?.first ? `, published ${String(span.first)} to ${String(span.last)}` : '';
    const undated = articles - Number(span?.dated ?? 0);
    print(
      [
        `graph     ${store.address} (${await store.version()})`,
        `articles  ${articles}${dates}${undated > 0 ? `, ${undated} without a date` : ''}`,
        `entities  ${kindsText(size.nodes)}`,
        `facts     ${factsText(size.relationships)}`,
        `loaded    ${span?.loaded ? `last on ${String(span.loaded).slice(0, 10)} at ${String(span.loaded).slice(11, 16)} UTC` : 'nothing yet: saites run my-articles/'}`,
      ].join('\n'),
    );
  } finally {
    await store.close();
  }
}
