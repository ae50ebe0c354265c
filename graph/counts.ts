import { schema } from './schema.js';
import type { GraphStore } from './store.js';

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
