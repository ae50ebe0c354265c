import { Command } from 'commander';
import { nearestQueries, type Query, readQueries } from '../../graph/queries.js';
import { Stop } from '../0-contract/errors.js';
import { print, width } from './output.js';
import type { GlobalOptions } from './settings.js';
import { wrap } from './wrap.js';

/** `saites queries` */
export const queriesCommand = (): Command => {
  const command = new Command('queries')
    .summary('list the questions that can be asked')
    .description('Lists the questions of queries/, each with its parameters; with a name, all about that one.')
    .argument('[QUESTION]')
    .addHelpText(
      'after',
      `
Examples:
  saites queries
  saites queries municipalities-by-project`,
    )
    .action((name: string | undefined) => {
      const queries = readQueries();
      const chosen = name === undefined ? queries : queries.filter((query) => query.name === name);
      if (chosen.length === 0) {
        const nearest = nearestQueries(queries, name ?? '').map((query) => `  ${query.name}`);
        throw new Stop(`there is no question ${name}; the nearest:\n${nearest.join('\n')}`);
      }
      if (command.optsWithGlobals<GlobalOptions>().json) print(JSON.stringify(chosen, null, 2));
      else if (name === undefined) print(queries.map(brief).join('\n\n'));
      else print(full(chosen[0] as Query));
    });
  return command;
};

const brief = (query: Query): string => [query.name, ...indented(query.what), ...parameterLines(query)].join('\n');

const parameterLines = ({ parameters }: Query): string[] =>
  parameters.flatMap(({ name, type, choices, what, default: value }) =>
    indented(`--${name} <${choices?.join('|') ?? type}>${value === undefined ? '' : `, default ${value}`}: ${what}`),
  );

/** With columns, the Cypher, and how to set the parameters in Neo4j Browser. */
const full = (query: Query): string =>
  [
    query.name,
    ...indented(query.what),
    '',
    'Parameters',
    ...(query.parameters.length > 0 ? parameterLines(query) : ['  none']),
    '',
    'Columns',
    ...query.columns.flatMap(({ name, type, what }) => indented(`${name} (${type}): ${what}`)),
    '',
    'In Neo4j Browser, set the parameters, names as they are stored, and run the file:',
    ...query.parameters.map((parameter) => `  :param ${parameter.name} => ${browserValue(parameter)}`),
    ...(query.evidence ? ['  :param evidence => false'] : []),
    '',
    query.cypher.trimEnd(),
  ].join('\n');

function browserValue({ type, default: value }: Query['parameters'][number]): string {
  if (value === 'any') return 'null';
  if (type === 'integer' || type === 'decimal') return value ?? '0';
  return `'${value ?? (type === 'date' ? '2024-01-01' : '…')}'`;
}

const indented = (text: string): string[] =>
  wrap(text, Math.min(width(), 110) - 4).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`));
