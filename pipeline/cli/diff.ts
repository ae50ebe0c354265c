import { Command, Option } from 'commander';
import { Stop } from '../0-contract/errors.js';
import { print } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

const FORMATS = ['words', 'markdown', 'json', 'csv'] as const;

interface DiffOptions extends GlobalOptions {
  readonly since?: string;
  readonly evidence?: boolean;
  readonly format?: (typeof FORMATS)[number];
}

/** `saites diff` */
export const diffCommand = (): Command => {
  const command = new Command('diff')
    .summary('what a run brought')
    .description(
      'Says what a run brought: who joined which project, new posts and people, what changed and what no article says any more, contradictions, numbers that do not fit.',
    )
    .argument('[RUN]', 'beginning of the id of a run, as `saites runs` lists them; the latest when left out')
    .option('--since <date or run>', 'all runs since the beginning of a day (2026-11-01), or after a run')
    .option('--evidence', 'with the sentences and their articles')
    .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default(undefined, 'words'))
    .addHelpText(
      'after',
      `
Examples:
  saites diff
  saites diff 2026-11-22T20-15 --evidence
  saites diff --since 2026-11-01 --format csv > november.csv`,
    )
    .action((run: string | undefined) => tellDiff(run, command.optsWithGlobals<DiffOptions>()));
  return command;
};

async function tellDiff(run: string | undefined, options: DiffOptions): Promise<void> {
  if (run !== undefined && options.since !== undefined) throw new Stop('name a run or --since, not both');
  const { openStore } = await import('../../graph/open.js');
  const { diff } = await import('../../graph/history/diff.js');
  const { spanOf, spanSince } = await import('../../graph/history/span.js');
  const { diffCsv, diffText } = await import('./diff-text.js');
  const store = await openStore(storeConfig(options, true));
  try {
    const span = options.since === undefined ? await spanOf(store, run) : await spanSince(store, options.since);
    const found = await diff(store, span);
    const format = options.format ?? (options.json ? 'json' : 'words');
    if (format === 'json') print(JSON.stringify(found, null, 2));
    else if (format === 'csv') print(diffCsv(found));
    else print(diffText(found, { markdown: format === 'markdown', evidence: options.evidence === true }));
  } finally {
    await store.close();
  }
}
