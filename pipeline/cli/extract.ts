import { Command } from 'commander';
import { Stop } from '../0-contract/errors.js';
import { Notes } from '../0-contract/notes.js';
import { lineWriter, writeJson } from './files.js';
import { tellNotes } from './notes.js';
import { counted, say } from './output.js';
import type { GlobalOptions } from './settings.js';

interface ExtractOptions extends GlobalOptions {
  readonly out: string;
  readonly full?: boolean;
}

/** `saites extract` */
export const extractCommand = (): Command => {
  const command = new Command('extract')
    .summary('extract articles to JSON, without a graph')
    .description(
      'Extracts each NAME.txt of a folder to NAME.json in the folder OUT, or each line {id, text, published?} of a JSONL file to a line of the file OUT. Of a JSONL line the text is taken as it is.',
    )
    .argument('<INPUT>', 'a folder or a .jsonl file; with --full anything that `run` takes')
    .requiredOption('--out <OUT>', 'folder, or .jsonl file')
    .option('--full', 'write all that `saites load` needs: a line for each article to the .jsonl file OUT')
    .addHelpText(
      'after',
      `
Examples:
  saites extract my-articles/ --out extracted/
  saites extract paragraphs.jsonl --out extracted.jsonl
  saites extract my-articles/ --full --out extracted.jsonl
  saites load extracted.jsonl`,
    )
    .action((input: string) => extractTo(input, command.optsWithGlobals<ExtractOptions>()));
  return command;
};

async function extractTo(input: string, { out, full, quiet }: ExtractOptions): Promise<void> {
  const notes = new Notes();
  const toLines = full || input.endsWith('.jsonl');
  if (toLines && !out.endsWith('.jsonl')) {
    throw new Stop(`${out}: this is written line by line, expected a file name ending in .jsonl`);
  }
  const done = toLines
    ? await extractToLines(input, out, full ?? false, notes)
    : await extractToFolder(input, out, notes);
  tellNotes(notes, quiet);
  if (!quiet) say(`${counted(done, 'article')} extracted to ${out}`);
  if (notes.errors.length > 0) process.exitCode = 1;
}

async function extractToFolder(input: string, out: string, notes: Notes): Promise<number> {
  const { extract, readArticles } = await import('../run.js');
  const { extractionJson } = await import('./extraction-json.js');
  let done = 0;
  for await (const { path, article } of readArticles([input], notes, { extensions: ['.txt'] })) {
    await writeJson(out, path.replace(/\.txt$/iu, '.json'), extractionJson(extract(article)));
    done++;
  }
  return done;
}

async function extractToLines(input: string, out: string, full: boolean, notes: Notes): Promise<number> {
  const { extract, readArticles, readLines } = await import('../run.js');
  const { extractionJson } = await import('./extraction-json.js');
  const writer = lineWriter(out);
  let done = 0;
  const write = async (value: unknown): Promise<void> => {
    await writer.write(JSON.stringify(value));
    done++;
  };
  if (full) {
    const { rulesVersion } = await import('../rules-version.js');
    const { headerOf } = await import('./saved-extractions.js');
    await writer.write(JSON.stringify(headerOf(rulesVersion())));
  }
  if (full) for await (const { article } of readArticles([input], notes)) await write(extract(article));
  else for await (const article of readLines(input, notes)) await write(extractionJson(extract(article)));
  await writer.end();
  return done;
}
