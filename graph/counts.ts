import type { EntityKind, RelationType } from '../pipeline/0-contract/types.js';
import { schema } from './schema.js';
import { readingOf } from './statements.js';
import type { GraphStore } from './store.js';
import { kindOfLabels } from './sum-entities.js';

export interface GraphSize {
  /** By label; a node with a base label counts under both. */
  readonly nodes: { readonly [label: string]: number };
  /** By type. */
  readonly relationships: { readonly [type: string]: number };
}

/** Of `x`: whether an article names it or claims something of it. */
const SPOKEN_OF = 'EXISTS { (x)<-[:MENTIONS]-() } OR EXISTS { (x)<-[:SUBJECT]-() } OR EXISTS { (x)<-[:OBJECT]-() }';

/** How much there is of everything that the schema knows; of reference territories, those that articles speak of. */
export async function sizeOf(store: GraphStore): Promise<GraphSize> {
  const count = async (pattern: string): Promise<number> => {
    const [row] = await store.read(`MATCH ${pattern} RETURN count(x) AS n`);
    return (row?.n as number | undefined) ?? 0;
  };
  const nodes: Record<string, number> = {};
  for (const label of Object.keys(schema.labels))
    nodes[label] = await count(`(x:${label}) WHERE x.reference IS NULL OR ${SPOKEN_OF}`);
  const relationships: Record<string, number> = {};
  for (const type of Object.keys(schema.relationships)) relationships[type] = await count(`()-[x:\`${type}\`]->()`);
  return { nodes, relationships };
}

/** How many different entities and facts stand in some articles, as the graph has joined their names. */
export interface Told {
  readonly entities: Readonly<Record<EntityKind, number>>;
  readonly facts: Readonly<Partial<Record<RelationType, number>>>;
}

/** @param ids of articles */
export async function toldIn(store: GraphStore, ids: readonly string[]): Promise<Told> {
  const entities = { person: 0, municipality: 0, institution: 0, project: 0, date: 0, event: 0 };
  if (ids.length === 0) return { entities, facts: {} };
  for (const { labels, entities: count } of await store.read(readingOf('entities-among'), { ids })) {
    const kind = kindOfLabels(labels as string[]);
    if (kind !== undefined) entities[kind] += count as number;
  }
  const facts = await store.read(readingOf('facts-among'), { ids });
  return { entities, facts: Object.fromEntries(facts.map(({ type, facts: count }) => [type, count])) };
}
