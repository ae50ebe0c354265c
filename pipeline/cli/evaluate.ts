import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { Stop } from '../0-contract/errors.js';
import { Notes } from '../0-contract/notes.js';
import { dataPath, packageRoot } from '../0-contract/root.js';
import type { Evaluation } from '../evaluate/evaluate.js';
import { evaluationText } from './evaluation-text.js';
import { tellNotes } from './notes.js';
import { print, say } from './output.js';
import type { GlobalOptions } from './settings.js';

interface EvaluateOptions extends GlobalOptions {
  readonly gold?: string;
  readonly errors?: boolean;
  readonly rules?: boolean;
  readonly calibration?: boolean;
  readonly fit?: boolean;
}

/** `saites evaluate` */
export const evaluateCommand = (): Command => {
  const command = new Command('evaluate')
    .summary('compare the extraction with annotated articles')
    .description(
      'Extracts annotated articles and compares: precision (how much of what was found is right), recall (how much of what is there was found) and F1 for each type. An article NAME.txt, .html, .md, or a line of a .jsonl file with the id NAME, is compared with NAME.gold.json; without a folder the annotated articles of the program itself.',
    )
    .argument('[DIR]', 'folder with articles')
    .option('--gold <folder>', 'folder with the NAME.gold.json files, when it is not DIR')
    .option('--errors', 'list what was missed and what is wrong, by article, with the rule')
    .option('--rules', 'for each rule, how many right and wrong entities and facts it had a part in')
    .option(
      '--calibration',
      'what share is right at each confidence; of facts also when each article is rated by the others alone (left out)',
    )
    .option('--fit', 'write data/rules/confidence.csv, by which facts are rated, anew from these articles')
    .addHelpText(
      'after',
      `
Examples:
  saites evaluate
  saites evaluate --errors --rules
  saites evaluate my-articles/ --gold my-gold/ --calibration`,
    )
    .action((folder: string | undefined) => evaluate(folder, command.optsWithGlobals<EvaluateOptions>()));
  return command;
};

async function evaluate(folder: string | undefined, options: EvaluateOptions): Promise<void> {
  const { readAnnotated } = await import('../evaluate/annotated.js');
  const { evaluated } = await import('../evaluate/evaluate.js');
  const notes = new Notes();
  const own = join(packageRoot, 'test', 'gold');
  const inputs = folder === undefined ? [dataPath('articles'), own] : [folder];
  const articles = await readAnnotated(inputs, options.gold ?? folder ?? own, notes);
  tellNotes(notes, options.quiet);
  if (articles.length === 0) throw new Stop(`${inputs.join(', ')}: no article that has gold`);
  const evaluation: Evaluation = evaluated(articles);
  print(options.json ? JSON.stringify(evaluation, null, 2) : evaluationText(evaluation, options));
  if (options.fit) {
    const { confidenceFile, fitConfidence } = await import('../evaluate/fit.js');
    const file = dataPath('rules', 'confidence.csv');
    await writeFile(file, confidenceFile(fitConfidence(evaluation.stated), articles.length));
    say(`${file} written`);
  }
  if (notes.errors.length > 0) process.exitCode = 1;
}
