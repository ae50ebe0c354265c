import type { Query, QueryParameter } from '../queries.js';
import { cypherLiteral } from './literal.js';

/** What a parameter is when nobody set it: its default; `any` and no default are null. */
export function browserValue({ type, default: value }: QueryParameter): string {
  if (value === undefined || value === 'any') return 'null';
  return type === 'integer' || type === 'decimal' ? String(Number(value)) : cypherLiteral(value);
}

/**
 * The questions as favourites: files to drag into Neo4j Browser, the first line of each its title there. Parameters are set by
 * the first of them, once; Browser shows no result of a query that comes together with `:param` lines.
 */
export function favourites(queries: readonly Query[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, QueryParameter>();
  for (const query of queries)
    for (const parameter of query.parameters)
      if (!parameters.has(parameter.name) || parameters.get(parameter.name)?.default === undefined)
        parameters.set(parameter.name, parameter);
  const first = [
    '// Saites: parameters (run once, then change one by one)',
    ...[...parameters.values()].map((parameter) => `:param ${parameter.name} => ${browserValue(parameter)};`),
    ':param evidence => false;',
  ].join('\n');
  return new Map([
    ['00-parameters.cypher', `${first}\n`],
    ...queries.map((query) => [`${query.name}.cypher`, favourite(query)] as const),
  ]);
}

/** The header of a question says what it takes; in Browser one needs to know how to set it. */
function favourite({ title, what, parameters, evidence, cypher }: Query): string {
  const body = cypher.split('\n').findIndex((line) => !line.startsWith('//'));
  return [
    `// Saites: ${title}`,
    `// ${what}`,
    ...parameters.map(
      ({ name, what: of, ...rest }) => `// :param ${name} => ${browserValue({ name, what: of, ...rest })}   ${of}`,
    ),
    ...(evidence
      ? ['// :param evidence => false   true: every sentence that a row rests on, not how many there are']
      : []),
    cypher.split('\n').slice(body).join('\n').trimEnd(),
    '',
  ].join('\n');
}
