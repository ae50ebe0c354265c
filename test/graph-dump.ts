import { type LoadOptions, load } from '../graph/load.js';
import { type PropertySchema, schema } from '../graph/schema.js';
import type { GraphStore, NodeValue, RelationshipValue, Value } from '../graph/store.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { empty } from './empty.js';

interface Link {
  readonly from: string;
  readonly r: RelationshipValue;
  readonly to: string;
}

/** The whole graph, history included: a line a node or relationship with all its properties, in an order of its own. */
export async function everything(store: GraphStore): Promise<string[]> {
  const nodes = await store.read('MATCH (n) RETURN n');
  const links = await store.read('MATCH (a)-[r]->(b) RETURN a.id AS from, r, b.id AS to');
  return [...nodes.map(({ n }) => JSON.stringify(n)), ...links.map((link) => JSON.stringify(link))].sort();
}

/** Labels and properties that tell how a graph came to be, not what it says. */
const HISTORY_LABELS = ['Run', 'ClosedArticle', 'ClosedClaim', 'Migration'];
const HISTORY_TYPES = ['CLAIMED'];
const HISTORY_PROPERTIES = ['knownFrom', 'run', 'loadedAt'];

const current = <T extends { readonly properties: { readonly [key: string]: Value } }>(of: T): T => ({
  ...of,
  properties: Object.fromEntries(
    Object.entries(of.properties)
      .filter(([key]) => !HISTORY_PROPERTIES.includes(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

/** What the graph says now, however it came to: to compare graphs, also of two stores. */
export async function dump(store: GraphStore): Promise<string[]> {
  return (await everything(store))
    .map((line) => JSON.parse(line) as NodeValue | Link)
    .filter((one) =>
      'r' in one ? !HISTORY_TYPES.includes(one.r.type) : !one.labels.some((label) => HISTORY_LABELS.includes(label)),
    )
    .map((one) => JSON.stringify('r' in one ? { ...one, r: current(one.r) } : current(one)))
    .sort();
}

const isOfType: Record<PropertySchema['type'], (value: Value) => boolean> = {
  text: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  decimal: (value) => typeof value === 'number',
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value),
  datetime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value),
  boolean: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};

function propertyFaults(
  of: string,
  allowed: { readonly [name: string]: PropertySchema },
  properties: { readonly [name: string]: Value },
): string[] {
  const missing = Object.entries(allowed)
    .filter(([name, { required }]) => required && properties[name] === undefined)
    .map(([name]) => `${of} without ${name}`);
  const wrong = Object.entries(properties).flatMap(([name, value]) => {
    const property = allowed[name];
    if (property === undefined) return [`${of} has ${name}, which the schema does not know`];
    return isOfType[property.type](value) ? [] : [`${of}: ${name} is no ${property.type}: ${JSON.stringify(value)}`];
  });
  return [...missing, ...wrong];
}

/** What in the lines of `everything` is not as the schema says. */
export function schemaFaults(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const found = JSON.parse(line) as NodeValue | { readonly from: string; readonly r: RelationshipValue };
    if ('r' in found) {
      const { type, properties } = found.r;
      const relationship = schema.relationships[type];
      return relationship ? propertyFaults(type, relationship.properties, properties) : [`unknown type ${type}`];
    }
    // The kind of an entity; `Entity` alone is one that nobody said the kind of.
    const label = found.labels.find((one) => one !== 'Entity') ?? 'no label';
    const known = schema.labels[label];
    if (known === undefined) return [`unexpected labels ${found.labels.join(', ')}`];
    const base =
      known.base === undefined || found.labels.includes(known.base) ? [] : [`${label} without ${known.base}`];
    return [...base, ...propertyFaults(label, known.properties, found.properties)];
  });
}

/** The graph that articles make, loaded at once into the store emptied, as `dump` gives it. */
export async function built(
  store: GraphStore,
  extractions: readonly Extraction[],
  options: LoadOptions,
): Promise<string[]> {
  await empty(store);
  await load(store, extractions, options);
  return dump(store);
}
