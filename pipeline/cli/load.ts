import { Command } from 'commander';
import { Notes } from '../0-contract/notes.js';
import { closeLoaded } from './close-loaded.js';
import { tellLoad } from './load-report.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';

/** `saites load` */
export const loadCommand = (): Command => {
  const command = new Command('load')
    .summary('load what `saites extract --full` wrote')
    .description(
      'Loads extractions made earlier or elsewhere into the graph, without reading the articles again. `saites run` does both at once.',
    )
    .argument('<FILES...>', '.jsonl files that `saites extract --full` wrote')
    .option(...CORRECTIONS_OPTION)
    .addHelpText(
      'after',
      `
Examples:
  saites extract my-articles/ --full --out extracted.jsonl
  saites load extracted.jsonl --store my-graph`,
    )
    .action((files: string[]) => loadFiles(files, command.optsWithGlobals<GlobalOptions & CorrectionOptions>()));
  return command;
};

async function loadFiles(files: readonly string[], options: GlobalOptions & CorrectionOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { load } = await import('../../graph/load.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const { readExtractions } = await import('./saved-extractions.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const corrections = readCorrections(options.corrections);
  const notes = new Notes();
  // all are looked at before the first is loaded
  const saved = await Promise.all(files.map((file) => readExtractions(file, notes)));
  const config = storeConfig(options, false);
  const store = await openStore(config);
  try {
    for (const { rules, extractions } of saved) {
      const clock = (): string => new Date().toISOString();
      const report = await load(store, extractions, { forms: searchForms, now: clock(), clock, rules, corrections });
      tellLoad(report, notes, store, options);
    }
  } finally {
    await closeLoaded(store, config);
  }
}
