import { Command } from 'commander';
import { counted, print, say } from './output.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';

/** `saites correct` */
export const correctCommand = (): Command => {
  const command = new Command('correct')
    .summary('follow the corrections now, without reading articles')
    .description(
      'Brings the graph in line with data/corrections.yaml: what was added there is followed, what was removed is undone. `saites run` does so too, before it reads articles.',
    )
    .option(...CORRECTIONS_OPTION)
    .addHelpText(
      'after',
      `
Examples:
  saites correct
  saites correct --corrections our-corrections.yaml

Exit codes: 0 done, 1 some corrections apply to nothing (each is listed, the others are followed), 2 wrong usage.`,
    )
    .action(() => correct(command.optsWithGlobals<GlobalOptions & CorrectionOptions>()));
  return command;
};

async function correct(options: GlobalOptions & CorrectionOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const { followCorrections, withoutEffect } = await import('../../graph/corrections/follow.js');
  const { correctedBy } = await import('../../graph/corrections/match.js');
  const { ensureSchema } = await import('../../graph/schema.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const corrections = readCorrections(options.corrections);
  const store = await openStore(storeConfig(options, false));
  try {
    await ensureSchema(store);
    const corrected = correctedBy(corrections, searchForms);
    const { added, removed } = await followCorrections(store, corrected, searchForms);
    const unused = await withoutEffect(store, corrected);
    if (unused.length > 0) process.exitCode = 1;
    if (options.json) print(JSON.stringify({ added, removed, withoutEffect: unused, store: store.address }, null, 2));
    else {
      for (const line of unused) say(line);
      if (!options.quiet)
        print(
          `${counted(corrections.length, 'correction')} followed: ${added} new, ${removed} removed since the last time`,
        );
    }
  } finally {
    await store.close();
  }
}
