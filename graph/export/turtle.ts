import { type PropertyType, schema } from '../schema.js';
import type { GraphStore, Value } from '../store.js';
import { type ExportedNode, type ExportedRelationship, nodesOf, relationshipsOf } from './pages.js';
import { labelsIn, rootOf, type Scope, typesIn } from './scope.js';
import { unspokenIn } from './unspoken.js';
import { type Sink, textOf } from './values.js';
import {
  DATATYPES,
  factClasses,
  factEnds,
  factProperty,
  nodeClasses,
  nodeProperty,
  PREFIXES,
  statements,
  turtleText,
  vocabularyText,
} from './vocabulary.js';

/** `urn:saites:entity:novads-tukuma-2009`; ids are percent-encoded. */
const iri = (label: string, id: string): string => `<urn:saites:${rootOf(label).toLowerCase()}:${encoded(id)}>`;
const encoded = (id: string): string => encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'));

function literals(value: Value | undefined, type: PropertyType): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => literals(item, 'text'));
  const text = textOf(value, type);
  if (text === undefined) return [];
  const datatype = DATATYPES[type];
  return [`${turtleText(text)}${datatype === undefined ? '' : `^^${datatype}`}`];
}

/** A resource with all that is said of it; every value under each of the words that stand for its property. */
const resource = (
  subject: string,
  statementsOf: readonly (readonly [words: readonly string[], values: readonly string[]])[],
): string => {
  const lines = statementsOf
    .filter(([, values]) => values.length > 0)
    .flatMap(([words, values]) => words.map((word) => `${word} ${values.join(', ')}`));
  return `${subject} ${lines.join(' ;\n  ')} .\n`;
};

function nodeText({ label, labels, id, properties }: ExportedNode, leftOut: ReadonlySet<string>): string {
  const known = schema.labels[label]?.properties ?? {};
  return resource(iri(label, id), [
    [['a'], [...new Set(labels.flatMap(nodeClasses))]],
    ...Object.entries(known)
      .filter(([name]) => !leftOut.has(`${label}.${name}`))
      .map(([name, { type }]) => [nodeProperty(label, name), literals(properties[name], type)] as const),
  ]);
}

/** The plain statement; and the fact as a thing of its own, which dates can be said of. */
function relationshipText(one: ExportedRelationship, number: number, withProperties: boolean): string {
  const { type, from, to, properties } = one;
  const known = schema.relationships[type] as (typeof schema.relationships)[string];
  const ends = { from: iri(known.from, from), to: iri(known.to, to) };
  const plain = resource(ends.from, [[statements(type), [ends.to]]]);
  if (!withProperties || Object.keys(known.properties).length === 0) return plain;
  const words = factEnds(type);
  const again = number === 0 ? '' : `:${number + 1}`;
  const fact = `<urn:saites:fact:${type}:${encoded(from)}:${encoded(to)}${again}>`;
  return (
    plain +
    resource(fact, [
      [['a'], factClasses(type)],
      [words.from, [ends.from]],
      [words.to, [ends.to]],
      ...Object.entries(known.properties).map(
        ([name, property]) => [factProperty(name), literals(properties[name], property.type)] as const,
      ),
    ])
  );
}

/**
 * RDF in Turtle, and `vocabulary.ttl` that explains every word of our own. The texts of articles are left out unless
 * everything is asked for.
 */
export async function exportTurtle(store: GraphStore, sink: Sink, scope: Scope): Promise<void> {
  const left = await unspokenIn(store, scope);
  const vocabulary = sink.open('vocabulary.ttl');
  await vocabulary.write(vocabularyText());
  await vocabulary.end();
  const leftOut = new Set(scope === 'all' ? [] : ['Article.text']);
  const domain = new Set(typesIn('domain'));
  const file = sink.open('graph.ttl');
  await file.write(PREFIXES);
  for (const label of labelsIn(scope))
    for await (const page of nodesOf(store, label, left))
      await file.write(page.map((node) => nodeText(node, leftOut)).join(''));
  for (const type of typesIn(scope)) {
    let before = '';
    let number = 0;
    for await (const page of relationshipsOf(store, type, left)) {
      const lines: string[] = [];
      for (const one of page) {
        const ends = `${one.from}\0${one.to}`;
        number = ends === before ? number + 1 : 0;
        before = ends;
        lines.push(relationshipText(one, number, scope === 'all' || domain.has(type)));
      }
      await file.write(lines.join(''));
    }
  }
  await file.end();
}
