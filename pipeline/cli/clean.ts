import { Command } from 'commander';
import { Notes } from '../0-contract/notes.js';
import { writeJson } from './files.js';
import { tellNotes } from './notes.js';
import { counted, say } from './output.js';
import type { GlobalOptions } from './settings.js';

interface CleanOptions extends GlobalOptions {
  readonly out: string;
}

/** `saites clean` */
export const cleanCommand = (): Command => {
  const command = new Command('clean')
    .summary('clean saved web pages to JSON')
    .description(
      'Cleans each NAME.html of a folder (its address in NAME.url.txt, if there) to NAME.json in the folder OUT: url, title, published, publishedMethod, author, language, text.',
    )
    .argument('<FOLDER>', 'a folder with .html files')
    .requiredOption('--out <FOLDER>', 'where the .json files go')
    .addHelpText('after', '\nExample:\n  saites clean pages/ --out cleaned/')
    .action((input: string) => cleanTo(input, command.optsWithGlobals<CleanOptions>()));
  return command;
};

async function cleanTo(input: string, { out, quiet }: CleanOptions): Promise<void> {
  const { readArticles } = await import('../run.js');
  const { bodyOf } = await import('../2-clean/body.js');
  const notes = new Notes();
  let done = 0;
  for await (const { path, article } of readArticles([input], notes, { extensions: ['.html', '.htm'] })) {
    const { url, title, published, publishedMethod, author, language } = article;
    await writeJson(out, path.replace(/\.html?$/iu, '.json'), {
      url,
      title,
      published: published ?? null,
      publishedMethod,
      author: author ?? null,
      language,
      text: bodyOf(article),
    });
    done++;
  }
  tellNotes(notes, quiet);
  if (!quiet) say(`${counted(done, 'page')} cleaned to ${out}`);
  if (notes.errors.length > 0) process.exitCode = 1;
}
