import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { Stop } from '../0-contract/errors.js';
import { Notes } from '../0-contract/notes.js';
import { tellNotes } from './notes.js';
import { counted, print, say } from './output.js';
import type { GlobalOptions } from './settings.js';

interface ExplainOptions extends GlobalOptions {
  readonly html?: string;
  readonly refused?: boolean;
}

/** `saites explain` */
export const explainCommand = (): Command => {
  const command = new Command('explain')
    .summary('show an article with every mention and fact, and the rule that found it')
    .description(
      'Prints an article sentence by sentence with every mention marked by its kind; below each sentence the canonical names, the rules, how sure they are (0 to 1), and the facts that the sentence says.',
    )
    .argument('<FILE>', 'an article (.txt .html .md .pdf .jsonl), or - for standard input')
    .option('--refused', 'also what was tried and refused, and why')
    .option('--html <OUT>', 'write one page that needs nothing else, to read in a browser')
    .addHelpText(
      'after',
      `
Examples:
  saites explain article.txt
  saites explain article.txt --refused
  saites explain article.txt --html article.html`,
    )
    .action((file: string) => explainFile(file, command.optsWithGlobals<ExplainOptions>()));
  return command;
};

async function explainFile(file: string, { html, refused = false, json, quiet }: ExplainOptions): Promise<void> {
  const { readArticles } = await import('../run.js');
  const { explain } = await import('./explanation.js');
  const { explanationText } = await import('./explain-text.js');
  const { explanationPage } = await import('./explain-page.js');
  const notes = new Notes();
  const explanations = [];
  for await (const { article } of readArticles([file], notes)) explanations.push(explain(article));
  tellNotes(notes, quiet);
  if (notes.errors.length > 0) process.exitCode = 1;
  if (html !== undefined) {
    await writeFile(html, explanationPage(explanations, refused)).catch((error: NodeJS.ErrnoException) => {
      throw new Stop(`${html}: cannot be written (${error.code}); name another place`);
    });
    if (!quiet) say(`${counted(explanations.length, 'article')} explained in ${html}`);
  } else if (json) print(JSON.stringify(explanations, null, 2));
  else {
    const colour = coloured();
    print(explanations.map((one) => explanationText(one, { colour, refused })).join('\n\n\n'));
  }
}

/** On a terminal, unless NO_COLOR is set; elsewhere when FORCE_COLOR is. */
function coloured(): boolean {
  if (process.env.NO_COLOR) return false;
  return Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY === true;
}
