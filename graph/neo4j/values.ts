import neo4j from 'neo4j-driver';
import type { Parameters, Value } from '../store.js';

type Properties = { readonly [key: string]: unknown };

/** In the order of their names, as the server gives them in any. */
const plainProperties = (properties: Properties): { [key: string]: Value } =>
  Object.fromEntries(
    Object.keys(properties)
      .sort()
      .map((key) => [key, plainValue(properties[key])]),
  );

const captionOf = ({ properties }: { properties: Properties }): Value =>
  plainValue(properties.name ?? properties.title ?? properties.id ?? null);

/** What the driver gives, as plain data. */
export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isNode(value)) return { labels: [...value.labels].sort(), properties: plainProperties(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: plainProperties(value.properties) };
  if (neo4j.isPath(value))
    return [
      captionOf(value.start),
      ...value.segments.flatMap(({ relationship, end }) => [relationship.type, captionOf(end)]),
    ];
  // Dates, times, durations, points: as Cypher writes them.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return plainProperties(value as Properties);
}

/** The driver sends every number as a decimal unless told; LIMIT and offsets are to be integers. */
const sentValue = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(sentValue);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return sentParameters(value as Parameters);
  return value;
};

/** Names of properties that are decimals in graph/schema.yaml, whole numbers among them too; here, as reading that takes as long as the driver. */
export const DECIMALS: ReadonlySet<string> = new Set(['alike', 'confidence']);

export const sentParameters = (params: Parameters): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, DECIMALS.has(name) ? value : sentValue(value)]),
  );
