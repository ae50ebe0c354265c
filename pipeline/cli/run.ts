import { Command } from 'commander';
import { Stop } from '../0-contract/errors.js';
import { Notes } from '../0-contract/notes.js';
import { dataPath } from '../0-contract/root.js';
import { answerTable } from './answer-table.js';
import { closeLoaded } from './close-loaded.js';
import { tellLoad } from './load-report.js';
import { print, width } from './output.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';

interface RunOptions extends GlobalOptions, CorrectionOptions {
  readonly ask?: string;
}

/** `saites run` */
export const runCommand = (): Command => {
  const command = new Command('run')
    .summary('read articles, extract facts, load them into the graph')
    .description(
      'Reads articles, extracts people, municipalities, projects, institutions, dates and facts, and loads them into the graph. An article that is in the graph already is left alone; one that changed replaces what it said before.',
    )
    .argument('[INPUTS...]', 'files (.txt .html .md .pdf .jsonl), folders, globs, or - for standard input', [
      dataPath('articles'),
    ])
    .option(...CORRECTIONS_OPTION)
    .option('--ask <question>', 'put a question afterwards')
    .addHelpText(
      'after',
      `
Examples:
  saites run                               the articles that come with the program
  saites run my-articles/ "news/2024-*.html"
  saites run articles.jsonl --store my-graph
  cat article.txt | saites run -`,
    )
    .action((inputs: string[]) => run(inputs, command.optsWithGlobals<RunOptions>()));
  return command;
};

async function run(inputs: readonly string[], options: RunOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { load } = await import('../../graph/load.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const { findFiles } = await import('../1-collect/files.js');
  const { extract, readArticles } = await import('../run.js');
  const { rulesVersion } = await import('../rules-version.js');
  const { countArticles, startProgress } = await import('./progress.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const corrections = readCorrections(options.corrections);
  const question = options.ask === undefined ? undefined : await questionNamed(options.ask);
  // a wrong input is told before a graph is made
  for (const input of inputs) if (input !== '-') await findFiles(input);
  const notes = new Notes();
  async function* pending() {
    for await (const { article } of readArticles(inputs, notes)) yield { article, extract: () => extract(article) };
  }
  const config = storeConfig(options, false);
  const store = await openStore(config);
  try {
    const progress = await startProgress(
      () => countArticles(inputs),
      'articles',
      Boolean(options.quiet || options.json),
    );
    const report = await load(store, pending(), {
      forms: searchForms,
      now: new Date().toISOString(),
      rules: rulesVersion(),
      corrections,
      command: 'run',
      clock: () => new Date().toISOString(),
      onArticle: () => progress.step(),
    }).finally(() => progress.stop());
    tellLoad(report, notes, store, options);
    if (question) {
      const { ask } = await import('../../graph/ask.js');
      print(`\n${question.title}\n${answerTable(await ask(store, question, {}), width())}`);
    }
  } finally {
    await closeLoaded(store, config);
  }
}

async function questionNamed(name: string) {
  const { readQueries } = await import('../../graph/queries.js');
  const question = readQueries().find((query) => query.name === name);
  if (!question) throw new Stop(`there is no question ${name}; \`saites queries\` lists them`);
  const required = question.parameters.find((parameter) => parameter.default === undefined);
  if (required) throw new Stop(`${name} needs --${required.name}; put it with \`saites ask ${name}\``);
  return question;
}
