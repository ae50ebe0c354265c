import type { GrafeoValue } from '@grafeo-db/js';
import type { NodeValue, RelationshipValue, Value } from '../store.js';

type Flat = { readonly [key: string]: GrafeoValue };

const plainProperties = (flat: Flat): { [key: string]: Value } =>
  Object.fromEntries(
    Object.entries(flat)
      .filter(([key]) => !key.startsWith('_'))
      .map(([key, value]) => [key, plainValue(value)]),
  );

const nodeValue = (flat: Flat): NodeValue => ({
  labels: [...(flat._labels as string[])].sort(),
  properties: plainProperties(flat),
});

const relationshipValue = (flat: Flat): RelationshipValue => ({
  type: flat._type as string,
  properties: plainProperties(flat),
});

const captionOf = (flat: Flat): Value => plainValue(flat.name ?? flat.title ?? flat.id ?? null);

/** A path comes as `{nodes, edges}`, a node as `{_id, _labels, …}`, a relationship as `{_id, _source, _target, _type, …}`. */
export function plainValue(value: GrafeoValue): Value {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plainValue);
  // Only a local datetime comes as a Date; it has no zone, so none is said.
  if (value instanceof Date) return value.toISOString().replace(/(?:\.000)?Z$/u, '');
  const flat = value as Flat;
  if (Array.isArray(flat._labels)) return nodeValue(flat);
  if (typeof flat._type === 'string' && '_source' in flat) return relationshipValue(flat);
  if (Array.isArray(flat.nodes) && Array.isArray(flat.edges) && (flat.nodes as Flat[]).every((n) => n?._labels)) {
    const edges = flat.edges as Flat[];
    return (flat.nodes as Flat[]).flatMap((node, i) => {
      const edge = edges[i];
      return edge === undefined ? [captionOf(node)] : [captionOf(node), edge._type as string];
    });
  }
  return plainProperties(flat);
}
