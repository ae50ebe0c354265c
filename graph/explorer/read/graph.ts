import type { GraphStore, Row } from '../../store.js';
import type { GraphAnswer, GraphEdge } from '../api.js';
import { readWith } from './cypher.js';
import { factOf } from './entity.js';
import { entityOf, numberOf } from './values.js';

/** Facts that one picture holds at most. */
const EDGES = 8000;

const edgesOf = (rows: readonly Row[]): GraphEdge[] =>
  rows.map((row) => {
    const fact = factOf(row);
    return { id: `${fact.from} ${fact.type} ${fact.to}`, ...fact };
  });

async function withNodes(store: GraphStore, ids: Iterable<string>, rows: readonly Row[]): Promise<GraphAnswer> {
  const nodes = await readWith(store, 'graph-nodes', { ids: [...new Set(ids)] });
  return {
    nodes: nodes.map((row) => ({ ...entityOf(row.id, row.name, row.kind, row.type), degree: numberOf(row.degree) })),
    edges: edgesOf(rows),
    cut: rows.length >= EDGES,
  };
}

/** Entities and all that hangs on them by one fact. */
export async function readAround(
  store: GraphStore,
  ids: readonly string[],
  confidence: number,
  rows: number,
): Promise<GraphAnswer> {
  const found = await readWith(store, 'graph-around', { ids, confidence, rows });
  const around = [...ids, ...found.flatMap(({ source, target }) => [String(source), String(target)])];
  const answer = await withNodes(store, around, found);
  return { ...answer, cut: found.length >= rows };
}

/** Entities and the facts between them. */
export async function readAmong(store: GraphStore, ids: readonly string[]): Promise<GraphAnswer> {
  return withNodes(store, ids, await readWith(store, 'graph-among', { ids, rows: EDGES }));
}

/** The entities that stand in the most facts, and the facts between them. */
export async function readWhole(store: GraphStore, most: number): Promise<GraphAnswer> {
  const nodes = await readWith(store, 'graph-whole', { rows: most });
  const ids = nodes.map(({ id }) => String(id));
  const edges = await readWith(store, 'graph-among', { ids, rows: EDGES });
  return {
    nodes: nodes.map((row) => ({ ...entityOf(row.id, row.name, row.kind, row.type), degree: numberOf(row.degree) })),
    edges: edgesOf(edges),
    cut: nodes.length >= most || edges.length >= EDGES,
  };
}
