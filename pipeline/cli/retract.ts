import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { Retracted } from '../../graph/retract.js';
import type { GraphStore } from '../../graph/store.js';
import { Notes } from '../0-contract/notes.js';
import { counted, print, say } from './output.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';

/** `saites retract` */
export const retractCommand = (): Command => {
  const command = new Command('retract')
    .summary('take articles back, with all that only they say')
    .description(
      'Removes articles from the graph, and of the facts and entities those that no other article speaks of. What the articles said is kept as closed claims, which no question sees; `saites ask … --known DATE` does.',
    )
    .argument('<ARTICLES...>', 'ids or addresses of articles, or the files that they were read from')
    .option(...CORRECTIONS_OPTION)
    .addHelpText(
      'after',
      `
Examples:
  saites retract https://avize.example/pilots
  saites retract my-articles/withdrawn.html

Exit codes: 0 done, 1 some articles are not in the graph (each is listed, the others are taken back), 2 wrong usage.`,
    )
    .action((articles: string[]) =>
      retractArticles(articles, command.optsWithGlobals<GlobalOptions & CorrectionOptions>()),
    );
  return command;
};

async function retractArticles(typed: readonly string[], options: GlobalOptions & CorrectionOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { retract } = await import('../../graph/retract.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const corrections = readCorrections(options.corrections);
  const store = await openStore(storeConfig(options, false));
  try {
    const found = new Set<string>();
    const faults: string[] = [];
    for (const one of typed) {
      const ids = await meant(store, one);
      if (typeof ids === 'string') faults.push(`${one}: ${ids}`);
      else for (const id of ids) found.add(id);
    }
    const now = new Date().toISOString();
    const { run, retracted } =
      found.size === 0
        ? { run: null, retracted: [] }
        : await retract(store, [...found], { forms: searchForms, corrections, now });
    if (faults.length > 0) process.exitCode = 1;
    if (options.json) print(JSON.stringify({ run, retracted, failed: faults, store: store.address }, null, 2));
    else {
      for (const fault of faults) say(fault);
      if (!options.quiet) for (const one of retracted) print(lineOf(one));
    }
  } finally {
    await store.close();
  }
}

const lineOf = ({ id, title, claims, mentions, facts, entities }: Retracted): string =>
  `${id} «${title}»: ${counted(claims, 'claim')} and ${counted(mentions, 'mention')} taken back; no article tells any more of ${counted(facts, 'fact')} and ${counted(entities, 'entity', 'entities')}`;

/** Ids of the articles that a person means, or what is wrong. A file may hold several, and gives one its address. */
async function meant(store: GraphStore, typed: string): Promise<readonly string[] | string> {
  const { articlesNamed } = await import('../../graph/retract.js');
  const named = await articlesNamed(store, typed);
  if (named.length === 1) return named;
  if (named.length > 1) return `may be any of these; say which by its id: ${named.join(', ')}`;
  if (!existsSync(typed)) return 'no such article in the graph; give its id, its address or the file it was read from';
  const { readArticles } = await import('../run.js');
  const ids: string[] = [];
  for await (const { article } of readArticles([typed], new Notes()))
    ids.push(...(await articlesNamed(store, article.id)));
  return ids.length > 0 ? ids : 'no article of this file is in the graph';
}
