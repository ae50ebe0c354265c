import { Command } from 'commander';
import { Notes } from '../0-contract/notes.js';
import { closeLoaded } from './close-loaded.js';
import { reportJson } from './collect-report.js';
import { contactSetting, pagesFolder, stopSignal } from './collect-settings.js';
import { tellLoad } from './load-report.js';
import { counted, print, say } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

interface CollectOptions extends GlobalOptions {
  /** False by `--no-load`, `--no-fetch`. */
  readonly load: boolean;
  readonly fetch: boolean;
  readonly recheck?: boolean;
}

/** `saites collect` */
export const collectCommand = (): Command => {
  const command = new Command('collect')
    .summary('fetch new articles from the sites you follow and load them')
    .description(
      'Asks the sites of data/sources.yaml for what is new, keeps the pages, and loads the articles into the graph. Nobody is asked twice for what has not changed; a run that was stopped goes on where it was.',
    )
    .argument('[SOURCES...]', 'names of sources; those that are switched on unless given')
    .option('--recheck', 'ask for every article that the sites name now, also those that were looked at lately')
    .option('--no-load', 'only fetch and keep; load later with --no-fetch')
    .option('--no-fetch', 'ask nobody: clean and load again what was collected, after selectors or rules changed')
    .addHelpText(
      'after',
      `
A contact for the keepers of the sites is needed: SAITES_CONTACT=you@example.org in .env. The pages are kept in
data/cache (SAITES_CACHE names another folder).

Examples:
  saites collect
  saites collect labklajibas-ministrija lps
  saites collect --no-fetch`,
    )
    .action((names: string[]) => collect(names, command.optsWithGlobals<CollectOptions>()));
  return command;
};

async function collect(names: readonly string[], options: CollectOptions): Promise<void> {
  const { chosenSources, contactOf, readSources } = await import('../1-collect/web/sources.js');
  const { PageStore } = await import('../1-collect/web/page-store.js');
  const { fetchSources } = await import('./fetch-sources.js');
  const { cleanAgain, loadCollected } = await import('./collected.js');
  const file = readSources();
  const chosen = options.fetch ? chosenSources(file.sources, names) : [];
  const contact = options.fetch ? contactOf(file, contactSetting()) : '';
  const stop = stopSignal(() => say('stopping: what is under way is finished'));
  const pages = PageStore.open(pagesFolder());
  try {
    tellDamage(pages.damaged);
    if (options.fetch) {
      const reports = await fetchSources(pages, chosen, {
        contact,
        stop,
        recheck: options.recheck === true,
        ...options,
      });
      if (options.json) print(JSON.stringify({ sources: reports.map(reportJson) }));
      if (reports.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
    } else {
      const { others, damaged } = await cleanAgain(pages, file.sources);
      for (const one of damaged) say(one);
      if (damaged.length > 0) process.exitCode = 1;
      if (!options.quiet && !options.json) print(`${counted(others, 'article')} cleaned otherwise than before`);
    }
    if (!options.load || stop.aborted) return;
    const { openStore } = await import('../../graph/open.js');
    const config = storeConfig(options, false);
    const graph = await openStore(config);
    try {
      const quiet = Boolean(options.quiet || options.json);
      tellLoad(await loadCollected(pages, file.sources, graph, quiet), new Notes(), graph, options);
    } finally {
      await closeLoaded(graph, config);
    }
  } finally {
    pages.close();
  }
}

function tellDamage(lines: number): void {
  if (lines > 0)
    say(
      `${counted(lines, 'line')} of the log in ${pagesFolder()} left out as damaged; what they told is asked for again`,
    );
}
