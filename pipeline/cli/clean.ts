import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { Notes } from '../0-contract/notes.js';
import type { SitePage } from '../2-clean/repeated.js';
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
      'Cleans each NAME.html or NAME.pdf of a folder (its address in NAME.url.txt, if there) to NAME.json in the folder OUT: url, title, published, publishedMethod, author, language, text.',
    )
    .argument('<FOLDER>', 'a folder with .html or .pdf files')
    .requiredOption('--out <FOLDER>', 'where the .json files go')
    .addHelpText('after', '\nExample:\n  saites clean pages/ --out cleaned/')
    .action((input: string) => cleanTo(input, command.optsWithGlobals<CleanOptions>()));
  return command;
};

async function cleanTo(input: string, { out, quiet = false }: CleanOptions): Promise<void> {
  const { readArticles } = await import('../run.js');
  const { bodyOf } = await import('../2-clean/body.js');
  const { sitePage, sitesLines, sitesLinesOf, textWithout } = await import('../2-clean/repeated.js');
  const { findFiles } = await import('../1-collect/files.js');
  const { startProgress } = await import('./progress.js');
  const notes = new Notes();
  const extensions = ['.html', '.htm', '.pdf'] as const;
  const found = await findFiles(input, extensions);
  const progress = await startProgress(() => found.length, 'pages', quiet);
  /** By the path of the file written. */
  const pages = new Map<string, SitePage>();
  try {
    for await (const { path, article } of readArticles([input], notes, { extensions })) {
      const { url, title, published, publishedMethod, author, language } = article;
      const file = path.replace(/\.(?:html?|pdf)$/iu, '.json');
      pages.set(file, sitePage(article));
      await writeJson(out, file, {
        url,
        title,
        published: published ?? null,
        publishedMethod,
        author: author ?? null,
        language,
        text: bodyOf(article),
      });
      progress.step();
    }
  } finally {
    progress.stop();
  }
  const sites = sitesLines(pages.values());
  for (const [file, page] of pages) {
    const lines = sitesLinesOf(page, sites);
    if (lines.length === 0) continue;
    const written = JSON.parse(await readFile(join(out, file), 'utf8'));
    await writeJson(out, file, { ...written, text: textWithout(written.text, lines) });
  }
  tellNotes(notes, quiet);
  if (!quiet) say(`${counted(pages.size, 'page')} cleaned to ${out}`);
  if (notes.errors.length > 0) process.exitCode = 1;
}
