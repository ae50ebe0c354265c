import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../graph/explorer/choices.js';
import { exportFolder } from './export-folder.js';
import { counted, say } from './output.js';
import type { Progress } from './progress.js';
import { type GlobalOptions, storeConfig } from './settings.js';

interface ReportOptions extends GlobalOptions {
  readonly out: string;
  readonly language?: Language;
}

/** `saites report` */
export const reportCommand = (): Command => {
  const command = new Command('report')
    .summary('write the graph as web pages to publish or attach')
    .description(
      'Writes the graph as a folder of web pages that need no server: matrix, map, timeline, a page for each name, the sentences of each article that say facts, and the table of all evidence. The same graph gives the same files, byte for byte. Whole texts of articles are not in it.',
    )
    .requiredOption('--out <folder>', 'folder to write to: new, empty, or of an earlier report')
    .addOption(new Option('--language <language>', 'one language only').choices([...LANGUAGES]))
    .addHelpText('after', '\nExample:\n  saites report --out report/     then open report/index.html')
    .action(() => report(command.optsWithGlobals<ReportOptions>()));
  return command;
};

async function report(options: ReportOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { writeReport } = await import('../../graph/explorer/report/report.js');
  const { startProgress } = await import('./progress.js');
  const { programVersion } = await import('./program-version.js');
  const store = await openStore(storeConfig(options, true));
  const out = resolve(options.out);
  let pages = 0;
  let progress: Progress | undefined;
  try {
    const folder = exportFolder(out, 'report');
    await writeReport(store, folder, {
      languages: options.language === undefined ? LANGUAGES : [options.language],
      version: programVersion(),
      async onStart(all) {
        pages = all;
        progress = await startProgress(() => all, 'pages', Boolean(options.quiet || options.json));
      },
      onPage: () => progress?.step(),
    });
    folder.finish();
  } finally {
    progress?.stop();
    await store.close();
  }
  if (!options.quiet) say(`${counted(pages, 'page')} in ${out}; open ${resolve(out, 'index.html')}`);
}
