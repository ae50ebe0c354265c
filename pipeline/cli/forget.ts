import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import type { ForgetReport } from '../../graph/forget/forget.js';
import { normaliseAddress } from '../0-contract/address.js';
import { SkipArticle, Stop } from '../0-contract/errors.js';
import { fold } from '../0-contract/fold.js';
import { wordsIn } from '../0-contract/names-in.js';
import { pagesFolder } from './collect-settings.js';
import { counted, print, say } from './output.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';

interface ForgetOptions extends GlobalOptions, CorrectionOptions {
  readonly yes?: boolean;
}

/** `saites forget` */
export const forgetCommand = (): Command => {
  const command = new Command('forget')
    .summary('remove a person, and keep them forgotten')
    .description(
      'Removes a person with all that articles say of them, blanks their name in the stored texts, and keeps a salted hash of the name, so that they stay forgotten when an article comes again. It cannot be undone.',
    )
    .argument('<PERSON>', 'name, in any case form, or id')
    .option(...CORRECTIONS_OPTION)
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  saites forget "Jānis Priednieks"\n  saites forget person-janis-priednieks --yes',
    )
    .action((typed: string) => forgetPerson(typed, command.optsWithGlobals<ForgetOptions>()));
  return command;
};

async function forgetPerson(typed: string, options: ForgetOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { matchEntity } = await import('../../graph/ask-entities.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const { forget } = await import('../../graph/forget/forget.js');
  const { ensureSchema } = await import('../../graph/schema.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const corrections = readCorrections(options.corrections);
  const store = await openStore(storeConfig(options, false));
  let traceless = false;
  try {
    await ensureSchema(store);
    const { value, name } = await matchEntity(store, 'person', typed).catch((error: unknown) => {
      if (!(error instanceof Stop && error.message.includes(' may be any of these'))) throw error;
      throw new Stop(`${error.message}\nsaites ask articles-about-entity --entity ID shows where each is named`);
    });
    if (!options.yes && !(await confirmed(name))) return;
    const [person] = await store.read('MATCH (person:Person {id: $value}) RETURN person.forms AS forms', { value });
    // who is not asked may not have meant this one
    if (options.yes && typed !== value && !(person?.forms as string[] | undefined)?.includes(fold(typed)))
      throw new Stop(`«${typed}» is only a part of the name ${name}; give the whole name or the id ${value}`);
    const { elsewhere, ...done } = await forget(store, value, { forms: searchForms, corrections });
    traceless = true;
    const pages = await forgetInPages(elsewhere);
    if (options.json) {
      print(JSON.stringify({ ...done, pages }, null, 2));
      return;
    }
    print(
      `${name}: ${counted(done.mentions, 'mention')} and ${counted(done.claims, 'claim')} of ${counted(done.articles.length, 'article')} removed; the name is blanked in ${counted(done.blanked, 'place')} of the graph and in ${counted(pages, 'collected page')}`,
    );
    for (const address of done.addresses)
      say(`the address ${address} still holds the name: saites retract removes the article`);
    for (const where of done.needed)
      say(
        `${where} tells the person from others of that name: keep it, or the others are forgotten too in articles to come`,
      );
    if (!options.quiet)
      say(
        `files that were exported before, corrections that name the person and the articles you read still hold the name${store.kind === 'neo4j' ? '; so do the transaction logs of Neo4j until it prunes them, and its backups' : ''}`,
      );
  } finally {
    await store.close({ traceless });
  }
}

/** Blanks names in the pages that were collected, and in those to come. @returns how many held one */
async function forgetInPages({ names, own, others, everywhere }: ForgetReport['elsewhere']): Promise<number> {
  const folder = pagesFolder();
  if (!existsSync(folder)) return 0;
  const { PageStore } = await import('../1-collect/web/page-store.js');
  const { articleOf } = await import('../read-stored.js');
  const { readSources } = await import('../1-collect/web/sources.js');
  const { sources } = readSources();
  const keysOf = (urls: readonly string[]): string[] => urls.map((url) => normaliseAddress(url) ?? url);
  const where = { own: keysOf(own), others: keysOf(others), everywhere };
  const pages = PageStore.open(folder);
  try {
    return pages.forget(
      names,
      (known, { url, headers, body }) => {
        try {
          const select = sources.find(({ name }) => name === known.source)?.select ?? {};
          return wordsIn(articleOf({ url, contentType: headers['content-type'] ?? '', body, select }));
        } catch (error) {
          if (error instanceof SkipArticle) return '';
          throw error;
        }
      },
      where,
    );
  } finally {
    pages.close();
  }
}

async function confirmed(name: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Stop(`nobody can be asked here; --yes forgets ${name} for good`);
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/iu.test((await asked.question(`Forget ${name} for good? [y/N] `)).trim());
  } finally {
    asked.close();
  }
}
