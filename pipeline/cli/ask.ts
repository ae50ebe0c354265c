import { Command, Option } from 'commander';
import { type Answer, ask, dayOf, parameterFault, refusalOf, type Understood } from '../../graph/ask.js';
import { perSentence } from '../../graph/evidence.js';
import { nearestQueries, optionOf, type Query, type QueryParameter, readQueries } from '../../graph/queries.js';
import { sheetOf } from '../../graph/sheet.js';
import type { GraphStore } from '../../graph/store.js';
import { Stop } from '../0-contract/errors.js';
import { FORMATS, type Format, formatAnswer } from './answer-formats.js';
import { print, say, width } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

type AskOptions = GlobalOptions & {
  readonly format?: Format;
  readonly browser?: string | true;
  readonly known?: string;
  readonly evidence?: true;
  readonly sheet?: true;
} & Readonly<Record<string, string>>;

/** `saites ask`: every question is a command of its own, with its parameters as options. */
export function askCommand(): Command {
  const queries = readQueries();
  const command = new Command('ask')
    .summary('put a question to the graph')
    .description('Puts one of the questions of queries/ to the graph. `saites queries` lists them.')
    .usage('QUESTION [--parameter value]… [options]')
    .argument('[QUESTION]')
    .addHelpText(
      'after',
      `
Names are found in any case form, with or without diacritics: «tukums» and «Tukuma novadā» are both Tukuma novads.

Examples:
  saites ask municipalities-by-project
  saites ask projects-of-municipality --municipality tukums
  saites ask people-and-posts --place "Labklājības ministrija" --format csv > posts.csv`,
    )
    .action((name: string | undefined) => {
      if (name === undefined) {
        throw new Stop(`which question? One of:\n${queries.map((query) => `  ${query.name}`).join('\n')}`);
      }
      const nearest = nearestQueries(queries, name).map((query) => `  ${query.name}`);
      throw new Stop(
        `there is no question ${name}; the nearest (\`saites queries\` lists all):\n${nearest.join('\n')}`,
      );
    });
  for (const query of queries) command.addCommand(questionCommand(query));
  return command;
}

function questionCommand(query: Query): Command {
  const command = new Command(query.name)
    .summary(query.title)
    .description(query.what)
    .showHelpAfterError()
    .addOption(new Option('--format <format>', 'how to print the answer').choices(FORMATS).default(undefined, 'table'));
  command.option(
    '--browser [address]',
    'print links that open Neo4j Browser with the question, and with a picture of what it asks about; with the address of Neo4j Browser where it cannot be told',
  );
  command.option('--known <date>', 'what the articles loaded by then said: 2026-11-22, at the end of that day');
  command.option('--evidence', 'a line for every sentence that says so, with where it stands in its article');
  if (query.sheet !== undefined)
    command.option(
      '--sheet',
      `as a sheet: a row for each ${query.sheet.rows[0]}, a column for each ${query.sheet.columns[0]}, the ${query.sheet.cells} in the cells`,
    );
  for (const parameter of query.parameters) {
    const option = new Option(`${optionOf(parameter)} <${placeholder(parameter)}>`, describe(parameter));
    command.addOption(option);
  }
  // told apart from a slip of the pen
  for (const { name, type } of OTHERS)
    if (refusalOf(query, name) !== undefined) command.addOption(new Option(`--${name} <${type}>`).hideHelp());
  command.addHelpText('after', `\nExamples:\n${examplesOf(query).join('\n')}`);
  return command.action(() => answer(query, command));
}

/** Parameters that other questions take. */
const OTHERS = [
  { name: 'on', type: 'date' },
  { name: 'boundaries', type: 'year' },
];

/** Something to ask for, of the articles that come with the program. */
const EXAMPLES: Readonly<Record<QueryParameter['type'], string>> = {
  municipality: 'jēkabpils',
  project: '"Dzīve kopienā"',
  person: '"Jānis Rutks"',
  institution: '"Labklājības ministrija"',
  entity: 'jēkabpils',
  event: 'sapulce',
  article: '"Ģimenes asistentu pilotprojekts vēršas plašumā"',
  date: '2024-01',
  integer: '2',
  decimal: '0.8',
  text: '…',
};
/** Where a question takes two of one type, by their names. */
const OTHER_EXAMPLES: Readonly<Record<string, string>> = { from: '"Inga Sproģe"', to: 'valmiera' };

/** With what must be given, and with the first of what may be. */
function examplesOf({ name, parameters }: Query): string[] {
  const given = (some: readonly QueryParameter[]): string =>
    [
      '  saites ask',
      name,
      ...some.flatMap((one) => [optionOf(one), OTHER_EXAMPLES[one.name] ?? EXAMPLES[one.type]]),
    ].join(' ');
  const needed = parameters.filter((parameter) => parameter.default === undefined);
  const [more] = parameters.filter((parameter) => parameter.default !== undefined);
  return [given(needed), more === undefined ? `${given(needed)} --format csv` : given([...needed, more])];
}

/** `then|2009|2021|2025` where that is short; longer choices stand in the description. */
const choicesOf = ({ choices }: QueryParameter): string | undefined => choices?.join('|');
const SHORT_CHOICES = 30;

const placeholder = (parameter: QueryParameter): string => {
  const choices = choicesOf(parameter);
  return choices !== undefined && choices.length <= SHORT_CHOICES ? choices : parameter.type;
};

function describe(parameter: QueryParameter): string {
  const choices = choicesOf(parameter);
  const what =
    choices === undefined || choices.length <= SHORT_CHOICES
      ? parameter.what
      : `${parameter.what}: ${parameter.choices?.join(', ')}`;
  return parameter.default === undefined ? what : `${what} (default ${parameter.default})`;
}

async function answer(query: Query, command: Command): Promise<void> {
  const options = command.optsWithGlobals<AskOptions>();
  for (const { name } of OTHERS) {
    const refusal = options[name] === undefined ? undefined : refusalOf(query, name);
    if (refusal !== undefined) throw new Stop(refusal);
  }
  const typed = Object.fromEntries(query.parameters.map(({ name }) => [name, options[name]]));
  const fault = parameterFault(query, typed);
  // shows the parameters too
  if (fault !== undefined) command.error(`error: ${fault}`);
  const moment = options.known === undefined ? undefined : momentOf(options.known);
  const { openStore } = await import('../../graph/open.js');
  const store = await openStore(storeConfig(options, true));
  try {
    const asked = moment === undefined ? store : await knownAt(store, moment);
    const found = await ask(asked, query, typed, { evidence: options.evidence === true });
    if (!options.quiet) for (const how of found.understood) say(understoodText(how));
    if (options.browser !== undefined) {
      const { browserLinks } = await import('./neo4j-browser.js');
      print(await browserLinks(query, found.parameters, store, options.browser));
      return;
    }
    const format = options.format ?? (options.json ? 'json' : 'table');
    if (found.rows.length === 0 && format === 'table') {
      if (!options.quiet) say('Nothing found: no article that was loaded says so.');
      return;
    }
    print(formatAnswer(shownAs(found, query, options), format, width()));
  } finally {
    await store.close();
  }
}

function shownAs(answer: Answer, query: Query, { evidence, sheet }: AskOptions): Answer {
  if (evidence && sheet)
    throw new Stop('give --sheet or --evidence, not both: a cell of a sheet has no room for sentences');
  if (sheet && query.sheet !== undefined) return sheetOf(answer, query.sheet);
  return evidence ? perSentence(answer) : answer;
}

/** The end of a day, month or year; a time as it is. */
function momentOf(typed: string): string {
  const day = dayOf(typed, true);
  if (day !== undefined) return `${day}T23:59:59.999Z`;
  const time = /^\d{4}-\d\d-\d\dT/u.test(typed) ? Date.parse(typed) : Number.NaN;
  if (Number.isNaN(time))
    throw new Stop(`--known is «${typed}», expected a date, as 2026-11-22, or 2026-11-22T20:15:00Z`);
  return new Date(time).toISOString();
}

async function knownAt(store: GraphStore, moment: string): Promise<GraphStore> {
  const { asKnown } = await import('../../graph/history/known.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  return asKnown(store, moment, { forms: searchForms, corrections: readCorrections() });
}

function understoodText({ parameter, typed, as, others }: Understood): string {
  const more = others
    .slice(0, MORE)
    .map(
      ({ name, kind, type, years, id }) => `${name} (${[type || kind, ...(years ? [years] : [])].join(' ')}, id ${id})`,
    )
    .join(', ');
  const rest = others.length > MORE ? ` and ${others.length - MORE} more` : '';
  return `--${parameter} «${typed}»: taken as ${as}${more === '' ? '' : `; there is also ${more}${rest}`}`;
}

/** How many other meanings of a name are told. */
const MORE = 3;
