import { stringify } from 'csv-stringify/sync';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { type PropertiesSchema, type PropertyType, schema, schemaStatements } from '../schema.js';
import type { GraphStore, Value } from '../store.js';
import { nodesOf, type Properties, relationshipsOf } from './pages.js';
import { labelsIn, rootOf, typesIn } from './scope.js';
import { type Sink, textOf } from './values.js';

/** As the header of the import tool names them. */
const TYPES: Readonly<Record<PropertyType, string>> = {
  text: 'string',
  integer: 'long',
  decimal: 'double',
  date: 'date',
  datetime: 'datetime',
  list: 'string[]',
  boolean: 'boolean',
};

/** What may stand between the items of a list, in order of choice: the tool knows no way to quote an item. */
const DELIMITERS = ['\u001f', '\u001e', '\u001d', '\u001c', '\u0001', '\u0002', '\ue000', '\ue001'];

/** Texts are quoted, also empty ones: what is not quoted and empty is absent. */
const record = (cells: readonly (string | undefined)[]): string => stringify([cells], { quoted_string: true });

/** Whether a character stands in an item of a list anywhere. */
async function standsInList(store: GraphStore, character: string): Promise<boolean> {
  const patterns = [
    ...Object.keys(schema.labels).map((label) => ({ pattern: `(x:${label})`, of: schema.labels[label] })),
    ...Object.keys(schema.relationships).map((type) => ({
      pattern: `()-[x:\`${type}\`]->()`,
      of: schema.relationships[type],
    })),
  ];
  for (const { pattern, of } of patterns)
    for (const [name, { type }] of Object.entries(of?.properties ?? {})) {
      if (type !== 'list') continue;
      const found = await store.read(
        `MATCH ${pattern} WHERE any(item IN x.${name} WHERE item CONTAINS $character) RETURN 1 AS found LIMIT 1`,
        { character },
      );
      if (found.length > 0) return true;
    }
  return false;
}

/** The first two that stand in no list. */
async function freeCharacters(store: GraphStore): Promise<Marks> {
  const free: string[] = [];
  for (const character of DELIMITERS) {
    if (!(await standsInList(store, character))) free.push(character);
    const [delimiter, empty] = free;
    if (delimiter !== undefined && empty !== undefined) return { delimiter, empty };
  }
  throw new Stop('every character that could stand between the items of a list stands in one: mend the articles');
}

interface Marks {
  /** Between the items of a list. */
  readonly delimiter: string;
  /** A list of one of these is empty, of two holds one empty text: the tool would leave out both. */
  readonly empty: string;
}

type Columns = readonly (readonly [name: string, type: PropertyType])[];

const columnsOf = (properties: PropertiesSchema): Columns =>
  Object.entries(properties).map(([name, { type }]) => [name, type]);

const headerOf = (columns: Columns): string[] => columns.map(([name, type]) => `${name}:${TYPES[type]}`);

function cellOf(value: Value | undefined, type: PropertyType, { delimiter, empty }: Marks): string | undefined {
  if (!Array.isArray(value)) return textOf(value, type);
  if (value.length === 0) return empty;
  return value.length === 1 && value[0] === '' ? `${empty}${delimiter}${empty}` : value.join(delimiter);
}

const coded = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Statements that make the marked lists empty again. */
const emptyLists = ({ empty }: Marks): string[] =>
  [
    ...Object.entries(schema.labels)
      .filter(([, { base }]) => base === undefined)
      .map(([label, of]) => ({ pattern: `(x:${label})`, of })),
    ...Object.entries(schema.relationships).map(([type, of]) => ({ pattern: `()-[x:\`${type}\`]->()`, of })),
  ].flatMap(({ pattern, of }) =>
    Object.entries(of.properties)
      .filter(([, { type }]) => type === 'list')
      .map(
        ([name]) =>
          `MATCH ${pattern} WHERE x.${name}[0] = '\\u${coded(empty)}' SET x.${name} = CASE size(x.${name}) WHEN 1 THEN [] ELSE [''] END`,
      ),
  );

/**
 * The files that `neo4j-admin database import full` takes: for each label and each type a header and the data, the options
 * in `import.args`, a script, and `schema.cypher` to run afterwards. Everything is exported, so that the new database is
 * the same graph.
 * @throws Stop when no character is free to stand between the items of a list
 */
export async function exportNeo4jAdmin(store: GraphStore, sink: Sink): Promise<void> {
  const marks = await freeCharacters(store);
  const { delimiter } = marks;
  const cells = (properties: Properties, columns: Columns): (string | undefined)[] =>
    columns.map(([name, type]) => cellOf(properties[name], type, marks));
  const options: string[] = [];

  for (const label of labelsIn('all')) {
    const { id: _, ...properties } = schema.labels[label]?.properties ?? {};
    const columns = columnsOf(properties);
    const file = `nodes-${label}`;
    const header = [`id:ID(${rootOf(label)})`, ...headerOf(columns), ':LABEL'];
    const lines = await table(sink, file, header, nodesOf(store, label), (node) => [
      node.id,
      ...cells(node.properties, columns),
      node.labels.join(delimiter),
    ]);
    if (lines > 0) options.push(`--nodes=${file}-header.csv,${file}.csv`);
  }
  for (const type of typesIn('all')) {
    const { from = '', to = '', properties = {} } = schema.relationships[type] ?? {};
    const columns = columnsOf(properties);
    const file = `relationships-${type}`;
    const header = [`:START_ID(${rootOf(from)})`, `:END_ID(${rootOf(to)})`, ...headerOf(columns)];
    const lines = await table(sink, file, header, relationshipsOf(store, type), (one) => [
      one.from,
      one.to,
      ...cells(one.properties, columns),
    ]);
    if (lines > 0) options.push(`--relationships=${type}=${file}-header.csv,${file}.csv`);
  }
  options.push(`--array-delimiter=U+${coded(delimiter)}`, '--multiline-fields=true', '--id-type=string');
  await whole(sink, 'import.args', options.map((option) => `${option}\n`).join(''));
  await whole(
    sink,
    'schema.cypher',
    [...schemaStatements('neo4j'), ...emptyLists(marks)].map((statement) => `${statement};\n`).join(''),
  );
  await whole(sink, 'import.sh', SCRIPT);
  await whole(sink, 'import.cmd', WINDOWS_SCRIPT);
}

/** A file with the header, and one with the data. @returns how many lines the data have */
async function table<T>(
  sink: Sink,
  name: string,
  header: readonly string[],
  pages: AsyncIterable<T[]>,
  cells: (one: T) => readonly (string | undefined)[],
): Promise<number> {
  await whole(sink, `${name}-header.csv`, record(header));
  const data = sink.open(`${name}.csv`);
  let lines = 0;
  for await (const page of pages) {
    lines += page.length;
    await data.write(page.map((one) => record(cells(one))).join(''));
  }
  await data.end();
  return lines;
}

async function whole(sink: Sink, name: string, text: string): Promise<void> {
  const file = sink.open(name);
  await file.write(text);
  await file.end();
}

const SCRIPT = `#!/bin/sh
# Imports this graph into a new database of a Neo4j 5 that is stopped: sh import.sh neo4j
# To replace a database that has something in it: sh import.sh neo4j --overwrite-destination
# Afterwards start the server and run schema.cypher (constraints, indexes, empty lists) in Neo4j Browser or by cypher-shell -f.
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "$@" @import.args
`;
const WINDOWS_SCRIPT = SCRIPT.split('\n')
  .slice(1, 4)
  .map((line) => line.replace('#', 'rem').replaceAll('sh import.sh', 'import.cmd'))
  .concat('cd /d "%~dp0"', 'neo4j-admin database import full %* @import.args', '')
  .join('\r\n')
  .replace(/^/u, '@echo off\r\n');
