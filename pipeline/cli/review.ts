import { Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { Question, ReviewSide } from '../../graph/review.js';
import { Stop } from '../0-contract/errors.js';
import { counted, print, say, width } from './output.js';
import { CORRECTIONS_OPTION, type CorrectionOptions, type GlobalOptions, storeConfig } from './settings.js';
import { wrap } from './wrap.js';

interface ReviewOptions extends GlobalOptions, CorrectionOptions {
  readonly format?: 'text' | 'markdown' | 'json' | 'csv';
  readonly same?: string;
  readonly notSame?: string;
  readonly who?: string;
  readonly why?: string;
}

/** `saites review` */
export const reviewCommand = (): Command => {
  const command = new Command('review')
    .summary('names that may mean one, or one name that may mean several')
    .description(
      'Lists what is too close to call: names that may be of one person, institution or project, with the words of the articles, and the lines that decide it in data/corrections.yaml.',
    )
    .option(...CORRECTIONS_OPTION)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'markdown', 'json', 'csv']))
    .option('--same <id>', 'write into the corrections that they are one')
    .option('--not-same <id>', 'write into the corrections that they are not')
    .option('--who <name>', 'who decides')
    .option('--why <reason>', 'why')
    .addHelpText(
      'after',
      `
Examples:
  saites review
  saites review --format csv > review.csv
  saites review --same 3fa2c1 --who "I. Kalve" --why "the municipality's page names him in full"`,
    )
    .action(() => reviewNames(command.optsWithGlobals<ReviewOptions>()));
  return command;
};

async function reviewNames(options: ReviewOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { correctionsFile, readCorrections } = await import('../../graph/corrections/corrections.js');
  const { review } = await import('../../graph/review.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const file = options.corrections ?? correctionsFile();
  const corrections = readCorrections(options.corrections);
  const store = await openStore(storeConfig(options, true));
  let questions: Question[];
  try {
    questions = await review(store, corrections, searchForms);
  } finally {
    await store.close();
  }
  if (options.same !== undefined || options.notSame !== undefined) return decide(questions, file, options);
  const format = options.format ?? (options.json ? 'json' : 'text');
  if (format === 'json') print(JSON.stringify(questions, null, 2));
  else if (format === 'csv') print(csvOf(questions));
  else if (questions.length === 0) say('Nothing to review: no two names are too close to call.');
  else {
    const { correctionText } = await import('../../graph/corrections/file.js');
    const pasted = (question: Question): string[] => {
      const action = question.question === 'same' ? 'same' : 'not-same';
      return correctionText({ ...rulingOf(question, action), who: '…', why: '…' }, today()).split('\n');
    };
    print(questions.map((one) => (format === 'markdown' ? markdownOf : textOf)(one, pasted)).join('\n\n'));
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** What decides a question; a name that is of several is parted by the articles of all but the first. */
function rulingOf({ kind, question, sides }: Question, action: 'same' | 'not-same') {
  const [a, b, ...more] = sides as [ReviewSide, ReviewSide, ...ReviewSide[]];
  const names: [string, string] = [a.name, b.name];
  const of = kind as 'person' | 'institution' | 'project';
  if (action === 'same') return { same: names, kind: of };
  const article = [b, ...more].flatMap(({ articleIds }) => articleIds);
  return { 'not-same': names, ...(question === 'apart' ? { article } : {}), kind: of };
}

async function decide(questions: readonly Question[], file: string, options: ReviewOptions): Promise<void> {
  const { same, notSame, who, why } = options;
  if (same !== undefined && notSame !== undefined) throw new Stop('give --same or --not-same, not both');
  if (who === undefined || why === undefined)
    throw new Stop('say who decides and why: --who "I. Kalve" --why "the municipality\'s page names him in full"');
  const id = same ?? notSame;
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new Stop(`there is no question ${id}; \`saites review\` lists them`);
  const { correctionsIn } = await import('../../graph/corrections/file.js');
  const ruling = rulingOf(question, same === undefined ? 'not-same' : 'same');
  correctionsIn(file).add({ ...ruling, who, why }, today());
  if (!options.quiet) say(`written into ${file}; \`saites correct\` or the next \`saites run\` follows it`);
}

const placeOf = ({ title, published }: ReviewSide['passages'][number]): string =>
  `${title}${published === null ? '' : `, ${published}`}`;

const titleOf = ({ id, question, sides }: Question): string =>
  question === 'same'
    ? `${id}  ${sides.map(({ name }) => name).join(' = ')}?`
    : `${id}  ${sides[0]?.name}: one or several?`;

const sideText = ({ name, articles, posts }: ReviewSide): string =>
  `${name} (${counted(articles, 'article')}${posts.length > 0 ? `; ${posts.join('; ')}` : ''})`;

type Pasted = (question: Question) => string[];

function textOf(question: Question, pasted: Pasted): string {
  const lines = (text: string, indent: number): string[] =>
    wrap(text, Math.min(width(), 110) - indent).map((line) => ' '.repeat(indent) + line);
  return [
    titleOf(question),
    ...question.because.flatMap((why) => lines(why, 2)),
    ...question.sides.flatMap((side) => [
      ...lines(sideText(side), 2),
      ...side.passages.flatMap((passage) => [...lines(`“${passage.sentence}”`, 6), ...lines(placeOf(passage), 6)]),
    ]),
    ...pasted(question).map((line) => `    ${line}`),
  ].join('\n');
}

function markdownOf(question: Question, pasted: Pasted): string {
  return [
    `## ${titleOf(question)}`,
    '',
    ...question.because.map((why) => `${why}`),
    '',
    ...question.sides.flatMap((side) => [
      `- ${sideText(side)}`,
      ...side.passages.map((passage) => `  - “${passage.sentence}” (${placeOf(passage)})`),
    ]),
    ...['', '```yaml', ...pasted(question), '```'],
  ].join('\n');
}

const csvOf = (questions: readonly Question[]): string =>
  stringify(
    questions.flatMap(({ id, kind, question, because, sides }) =>
      sides.flatMap((side) =>
        side.passages.map(({ article, title, published, sentence }) => ({
          ...{ id, kind, question, name: side.name, because: because.join('; '), posts: side.posts.join('; ') },
          ...{ article, title, published: published ?? '', sentence },
        })),
      ),
    ),
    { header: true, escape_formulas: true },
  ).trimEnd();
