import { Command } from 'commander';
import type { Rejected } from '../../graph/corrections/reject.js';
import { counted, print, say, width } from './output.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';
import { wrap } from './wrap.js';

interface CorrectOptions extends GlobalOptions, CorrectionOptions {
  readonly list?: true;
}

/** `saites correct` */
export const correctCommand = (): Command => {
  const command = new Command('correct')
    .summary('follow the corrections now, without reading articles')
    .description(
      'Brings the graph in line with data/corrections.yaml: what was added there is followed, what was removed is undone. `saites run` does so too, before it reads articles.',
    )
    .option(...CORRECTIONS_OPTION)
    .option('--list', 'also tell what the corrections that were followed before reject')
    .addHelpText(
      'after',
      `
Examples:
  saites correct
  saites correct --corrections our-corrections.yaml

Exit codes: 0 done, 1 some corrections apply to nothing (each is listed, the others are followed), 2 wrong usage.`,
    )
    .action(() => correct(command.optsWithGlobals<CorrectOptions>()));
  return command;
};

async function correct(options: CorrectOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const { followCorrections, withoutEffect } = await import('../../graph/corrections/follow.js');
  const { rejectedBy } = await import('../../graph/corrections/reject.js');
  const { correctedBy } = await import('../../graph/corrections/match.js');
  const { ensureSchema } = await import('../../graph/schema.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const corrections = readCorrections(options.corrections);
  const whereOf = (id: string): string | undefined => corrections.find((one) => one.id === id)?.where;
  const store = await openStore(storeConfig(options, false));
  try {
    await ensureSchema(store);
    const corrected = correctedBy(corrections, searchForms);
    const { added, removed } = await followCorrections(store, corrected, searchForms);
    const unused = await withoutEffect(store, corrected);
    if (unused.length > 0) process.exitCode = 1;
    const rejected = await rejectedBy(store, options.list ? corrections : added);
    if (options.json) {
      const placed = rejected.map(({ correction, ...claim }) => ({ correction: whereOf(correction), ...claim }));
      const done = { added: added.length, removed: removed.length, rejected: placed };
      print(JSON.stringify({ ...done, withoutEffect: unused, store: store.address }, null, 2));
      return;
    }
    for (const line of unused) say(line);
    if (options.quiet) return;
    const followed = counted(corrections.length - unused.length, 'correction');
    const idle = unused.length === 0 ? '' : `, ${unused.length} without effect`;
    print(`${followed} followed${idle}: ${added.length} new, ${removed.length} removed since the last time`);
    for (const { id, where } of corrections) {
      const claims = rejected.filter(({ correction }) => correction === id);
      if (claims.length > 0)
        print([`${where} rejects ${counted(claims.length, 'claim')}:`, ...told(claims)].join('\n'));
    }
  } finally {
    await store.close();
  }
}

const INDENT = 4;

/** A claim as people find it again: what is said, the words, the article. */
const told = (claims: readonly Rejected[]): string[] =>
  claims.flatMap(({ subject, type, object, sentence, title, published }) => {
    const lines = [`“${sentence}”`, `${title}${published === null ? '' : `, ${published}`}`];
    const wrapped = lines.flatMap((line) => wrap(line, Math.min(width(), 110) - INDENT));
    return [
      `  ${subject} ${type}${object === null ? '' : ` ${object}`}`,
      ...wrapped.map((line) => ' '.repeat(INDENT) + line),
    ];
  });
