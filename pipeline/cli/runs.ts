import { Command } from 'commander';
import type { Row } from '../../graph/store.js';
import { print } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

/** `saites runs` */
export const runsCommand = (): Command => {
  const command = new Command('runs')
    .summary('list the runs that made the graph')
    .description(
      'Lists every time that articles were loaded or retracted, the latest first. `saites diff RUN` says what one brought.',
    )
    .addHelpText('after', '\nExamples:\n  saites runs\n  saites diff 2026-11-22T20-15')
    .action(() => runs(command.optsWithGlobals<GlobalOptions>()));
  return command;
};

async function runs(options: GlobalOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { readRuns } = await import('../../graph/history/runs.js');
  const store = await openStore(storeConfig(options, true));
  try {
    const all = await readRuns(store);
    if (options.json) print(JSON.stringify(all, null, 2));
    else print(all.length === 0 ? 'no runs yet: saites run my-articles/' : all.map(lineOf).join('\n'));
  } finally {
    await store.close();
  }
}

const COUNTS = ['new', 'changed', 'unchanged', 'failed', 'removed'] as const;

export const runText = (run: Row): string => {
  if (run.finishedAt === null) return 'broken off';
  const counts = COUNTS.filter((name) => run[name] !== null && run[name] !== 0).map((name) => `${run[name]} ${name}`);
  return counts.length === 0 ? 'no articles' : counts.join(', ');
};

const lineOf = (run: Row): string => `${run.id}  ${String(run.command).padEnd(7)}  ${runText(run)}`;
