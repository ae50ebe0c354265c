import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { checkYaml } from '../../pipeline/0-contract/yaml.js';
import { type PropertyType, schema } from '../schema.js';

const word = z.string().regex(/^[a-z]+:[A-Za-z]+(?::[A-Za-z]+)?$/u, { error: 'expected a word as schema:name' });
const words = z.record(z.string(), z.array(word));
const known = checkYaml(
  readFileSync(join(packageRoot, 'graph', 'export', 'vocabulary.yaml'), 'utf8'),
  'graph/export/vocabulary.yaml',
  z.strictObject({
    prefixes: z.record(z.string(), z.url()),
    labels: words,
    properties: words,
    relationships: z.record(z.string(), z.strictObject({ is: z.array(word), from: word, to: word })),
    factProperties: words,
    statements: words,
  }),
);

/** Of our own words. No address that anybody would have to keep. */
const OWN = 'urn:saites:vocabulary#';

export const PREFIXES = [
  ...Object.entries({
    saites: OWN,
    ...known.prefixes,
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
  }),
]
  .map(([prefix, address]) => `@prefix ${prefix}: <${address}> .\n`)
  .join('');

const parts = (type: string): string[] => type.toLowerCase().split('_');
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
/** PARTICIPATES_IN → ParticipatesIn, the class of such facts. */
const classOf = (type: string): string => `saites:${parts(type).map(capital).join('')}`;
/** PARTICIPATES_IN → participatesIn, the plain statement. */
const statementOf = (type: string): string =>
  `saites:${parts(type)
    .map((part, i) => (i === 0 ? part : capital(part)))
    .join('')}`;
const own = (name: string): string => `saites:${name}`;

export const nodeClasses = (label: string): string[] => [own(label), ...(known.labels[label] ?? [])];
export const nodeProperty = (label: string, name: string): string[] =>
  known.properties[`${label}.${name}`] ?? known.properties[name] ?? [own(name)];
export const factClasses = (type: string): string[] => [classOf(type), ...(known.relationships[type]?.is ?? [])];
export const factEnds = (type: string): { from: string[]; to: string[] } => {
  const ends = known.relationships[type];
  return { from: [own('from'), ...(ends ? [ends.from] : [])], to: [own('to'), ...(ends ? [ends.to] : [])] };
};
export const factProperty = (name: string): string[] => known.factProperties[name] ?? [own(name)];
export const statements = (type: string): string[] => [statementOf(type), ...(known.statements[type] ?? [])];

export const DATATYPES: Readonly<Record<PropertyType, string | undefined>> = {
  text: undefined,
  integer: 'xsd:integer',
  decimal: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  list: undefined,
  boolean: 'xsd:boolean',
};

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in Turtle; half a surrogate pair becomes U+FFFD. */
export const turtleText = (text: string): string =>
  `"${text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/["\\\n\r\t]/gu, (character) => ESCAPES[character] as string)
    .replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

/** What each of our own words means, out of graph/schema.yaml: the documentation of the export. */
export function vocabularyText(): string {
  const term = (name: string, lines: readonly string[]): string => `${name} ${lines.join(' ;\n  ')} .\n`;
  const explained = (text: string): string => `rdfs:comment ${turtleText(text)}@en`;
  const classes = Object.entries(schema.labels).map(([label, { why, base }]) => {
    const above = [...(base === undefined ? [] : [own(base)]), ...nodeClasses(label).slice(1)];
    return term(own(label), [
      'a rdfs:Class',
      ...above.map((one) => `rdfs:subClassOf ${one}`),
      `rdfs:label ${turtleText(label)}`,
      explained(why),
    ]);
  });
  const facts = Object.entries(schema.relationships).flatMap(([type, { sentence, from, to }]) => [
    term(statementOf(type), [
      'a rdf:Property',
      ...statements(type)
        .slice(1)
        .map((one) => `rdfs:subPropertyOf ${one}`),
      `rdfs:domain ${own(from)}`,
      `rdfs:range ${own(to)}`,
      `rdfs:label ${turtleText(type)}`,
      explained(sentence),
    ]),
    term(classOf(type), [
      'a rdfs:Class',
      ...factClasses(type)
        .slice(1)
        .map((one) => `rdfs:subClassOf ${one}`),
      `rdfs:label ${turtleText(type)}`,
      explained(`${sentence} With its dates and properties.`),
    ]),
  ]);
  const properties = new Map<string, string[]>();
  const add = (names: readonly string[], of: string, why: string): void => {
    const [name = ''] = names;
    if (name.startsWith('saites:')) properties.set(name, [...(properties.get(name) ?? []), `${of}: ${why}`]);
  };
  for (const [label, one] of Object.entries(schema.labels))
    for (const [name, { why }] of Object.entries(one.properties)) add(nodeProperty(label, name), label, why);
  for (const [type, one] of Object.entries(schema.relationships))
    for (const [name, { why }] of Object.entries(one.properties)) add(factProperty(name), type, why);
  add(['saites:from'], 'of a fact', 'who or what the relationship begins at');
  add(['saites:to'], 'of a fact', 'whom or what it leads to');
  const explainedProperties = [...properties].map(([name, whys]) =>
    term(name, ['a rdf:Property', ...whys.map((why) => explained(why))]),
  );
  return [PREFIXES, ...classes, ...facts, ...explainedProperties].join('\n');
}
