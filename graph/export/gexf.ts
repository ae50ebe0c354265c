import { type PropertyType, schema } from '../schema.js';
import type { GraphStore, Value } from '../store.js';
import { nodesOf, type Properties, relationshipsOf } from './pages.js';
import { intervalOf, labelsIn, rootOf, type Scope, typesIn } from './scope.js';
import { unspokenIn } from './unspoken.js';
import { type SinkFile, textOf } from './values.js';
import { typesByName, XML_TYPES, xmlAttributes } from './xml.js';

/** Entities' ids are left as people know them; the others could be the same as one of these. */
const idOf = (label: string, id: string): string => (rootOf(label) === 'Entity' ? id : `${rootOf(label)}:${id}`);

type Time = { readonly start?: string | undefined; readonly end?: string | undefined };

/**
 * First and last day for the timeline. An interval that ends before it begins (articles that contradict each other) would
 * stop Gephi: it stands among the attributes only.
 */
function timeOf(properties: Properties, interval: readonly [string, string] | undefined): Time {
  const [start, end] = (interval ?? []).map((name) => textOf(properties[name]));
  return start !== undefined && end !== undefined && start > end ? {} : { start, end };
}

function declared(of: 'node' | 'edge', columns: ReadonlyMap<string, PropertyType>): string {
  const lines = [...columns].map(
    ([name, type]) => `<attribute${xmlAttributes({ id: name, title: name, type: XML_TYPES[type] })}/>`,
  );
  return [`<attributes class="${of}" mode="static">`, ...lines, '</attributes>\n'].join('\n');
}

function attributeValues(properties: Properties, columns: ReadonlyMap<string, PropertyType>): string {
  const values = [...columns]
    .map(([name, type]) => ({ for: name, value: textOf(properties[name], type) }))
    .filter(({ value }) => value !== undefined)
    .map((attribute) => `<attvalue${xmlAttributes(attribute)}/>`);
  return values.length > 0 ? `<attvalues>${values.join('')}</attvalues>` : '';
}

const hexColour = (colour: string): string =>
  `<viz:color${xmlAttributes({
    r: String(Number.parseInt(colour.slice(1, 3), 16)),
    g: String(Number.parseInt(colour.slice(3, 5), 16)),
    b: String(Number.parseInt(colour.slice(5, 7), 16)),
  })}/>`;

const weightOf = (stories: Value | undefined): string | undefined =>
  typeof stories === 'number' ? String(stories) : undefined;

/**
 * GEXF 1.3 for Gephi, with the days from when until when nodes and edges hold, for its timeline. A node has its name as
 * label, `kind` (Person …), a colour and its properties; an edge its type as label and as kind, the number of stories as
 * weight, and its properties.
 */
export async function exportGexf(store: GraphStore, file: SinkFile, scope: Scope): Promise<void> {
  const left = await unspokenIn(store, scope);
  const labels = labelsIn(scope);
  const types = typesIn(scope);
  const nodeColumns = typesByName(labels.map((label) => schema.labels[label]));
  // the node's own
  nodeColumns.delete('id');
  nodeColumns.set('kind', 'text');
  const edgeColumns = typesByName(types.map((type) => schema.relationships[type]));
  edgeColumns.set('type', 'text');

  await file.write(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
      '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">',
      `${declared('node', nodeColumns)}${declared('edge', edgeColumns)}<nodes>\n`,
    ].join('\n'),
  );
  for (const label of labels) {
    const { colour, caption, ...known } = schema.labels[label] as (typeof schema.labels)[string];
    for await (const page of nodesOf(store, label, left))
      await file.write(
        page
          .map(({ id, properties }) => {
            const named = textOf(properties[caption]) ?? id;
            const attributes = { id: idOf(label, id), label: named, ...timeOf(properties, intervalOf(known)) };
            const values = attributeValues({ ...properties, kind: label }, nodeColumns);
            return `<node${xmlAttributes(attributes)}>${values}${hexColour(colour)}</node>\n`;
          })
          .join(''),
      );
  }
  await file.write('</nodes>\n<edges>\n');
  for (const type of types) {
    const known = schema.relationships[type] as (typeof schema.relationships)[string];
    let number = 0;
    for await (const page of relationshipsOf(store, type, left))
      await file.write(
        page
          .map(({ from, to, properties }) => {
            const attributes = {
              id: `${type}.${number++}`,
              source: idOf(known.from, from),
              target: idOf(known.to, to),
              kind: type,
              label: type,
              weight: weightOf(properties.stories),
              ...timeOf(properties, intervalOf(known)),
            };
            return `<edge${xmlAttributes(attributes)}>${attributeValues({ ...properties, type }, edgeColumns)}</edge>\n`;
          })
          .join(''),
      );
  }
  await file.write('</edges>\n</graph>\n</gexf>\n');
}
