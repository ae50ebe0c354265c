import type { GraphStore } from '../graph/store.js';

/** Removes all nodes; constraints and indexes stay. */
export const empty = async (store: GraphStore): Promise<void> => {
  await store.write([{ cypher: 'MATCH (n) DETACH DELETE n', params: {} }]);
};
