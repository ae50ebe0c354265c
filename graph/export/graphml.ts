import { type PropertyType, schema } from '../schema.js';
import type { GraphStore } from '../store.js';
import { nodesOf, type Properties, relationshipsOf } from './pages.js';
import { labelsIn, rootOf, type Scope, typesIn } from './scope.js';
import { unspokenIn } from './unspoken.js';
import { type SinkFile, textOf } from './values.js';
import { typesByName, XML_TYPES, xmlAttributes, xmlText } from './xml.js';

/** An id may hold letters, digits, `.`, `-`, `_` and `:` (NMTOKEN); other characters become `_` and their code and `_`. */
const idOf = (label: string, id: string): string =>
  `${rootOf(label)}:${id.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`;

/**
 * GraphML for Gephi, yEd, Cytoscape, igraph, networkx. A node has `label` (name), `kind` (Person …) and its properties, an edge
 * `label` (its type) and its properties.
 */
export async function exportGraphml(store: GraphStore, file: SinkFile, scope: Scope): Promise<void> {
  const left = await unspokenIn(store, scope);
  const labels = labelsIn(scope);
  const types = typesIn(scope);
  const nodeKeys = typesByName(labels.map((label) => schema.labels[label]));
  const edgeKeys = typesByName(types.map((type) => schema.relationships[type]));
  const key = (of: 'node' | 'edge', name: string, type: PropertyType): string =>
    `<key${xmlAttributes({ id: `${of}.${name}`, for: of, 'attr.name': name, 'attr.type': XML_TYPES[type] })}/>\n`;
  const data = (of: 'node' | 'edge', properties: Properties, keys: Map<string, PropertyType>): string =>
    [...keys]
      .map(([name, type]) => [name, textOf(properties[name], type)] as const)
      .filter(([, text]) => text !== undefined)
      .map(([name, text]) => `<data key="${of}.${name}">${xmlText(text as string)}</data>`)
      .join('');

  nodeKeys.set('label', 'text').set('kind', 'text');
  edgeKeys.set('label', 'text');
  await file.write(
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
      ...[...nodeKeys].map(([name, type]) => key('node', name, type)),
      ...[...edgeKeys].map(([name, type]) => key('edge', name, type)),
      '<graph id="saites" edgedefault="directed">\n',
    ].join(''),
  );
  for (const label of labels) {
    const caption = schema.labels[label]?.caption ?? 'id';
    for await (const page of nodesOf(store, label, left))
      await file.write(
        page
          .map(({ id, properties }) => {
            const shown = { ...properties, label: properties[caption] ?? id, kind: label };
            return `<node id="${idOf(label, id)}">${data('node', shown, nodeKeys)}</node>\n`;
          })
          .join(''),
      );
  }
  for (const type of types) {
    const { from = '', to = '' } = schema.relationships[type] ?? {};
    let number = 0;
    for await (const page of relationshipsOf(store, type, left))
      await file.write(
        page
          .map((one) => {
            const ends = { id: `${type}.${number++}`, source: idOf(from, one.from), target: idOf(to, one.to) };
            return `<edge${xmlAttributes(ends)}>${data('edge', { ...one.properties, label: type }, edgeKeys)}</edge>\n`;
          })
          .join(''),
      );
  }
  await file.write('</graph>\n</graphml>\n');
}
