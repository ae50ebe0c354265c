import type { GraphStore } from '../store.js';
import type { Scope } from './scope.js';

/**
 * Ids of municipalities that only reference data know: no article speaks of them, and none that an article speaks of became
 * one of them or lies in it. Exports leave them out unless all is asked for.
 */
export async function unspokenIn(store: GraphStore, scope: Scope): Promise<ReadonlySet<string>> {
  if (scope === 'all') return new Set();
  const units = await store.read(
    `MATCH (unit:Municipality)
     RETURN unit.id AS id, EXISTS { (unit)<-[:MENTIONS|SUBJECT|OBJECT]-() } AS spoken`,
  );
  const steps = await store.read(
    `MATCH (unit:Municipality)-[:SUCCEEDED_BY|COUNTED_IN|PART_OF]->(next:Municipality)
     RETURN DISTINCT unit.id AS from, next.id AS to`,
  );
  const nextOf = new Map<string, string[]>();
  for (const { from, to } of steps) nextOf.set(from as string, [...(nextOf.get(from as string) ?? []), to as string]);
  const kept = new Set(units.filter(({ spoken }) => spoken === true).map(({ id }) => id as string));
  for (const id of kept) for (const next of nextOf.get(id) ?? []) kept.add(next);
  return new Set(units.map(({ id }) => id as string).filter((id) => !kept.has(id)));
}
