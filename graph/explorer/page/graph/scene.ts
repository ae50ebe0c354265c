import Graph from 'graphology';
import type { GraphAnswer, GraphEdge, GraphNode, Kind } from '../../api.js';
import type { LayoutAnswer, LayoutRequest } from './layout.worker.js';

export interface Filter {
  readonly kinds: ReadonlySet<Kind>;
  /** The least of a fact, 0 to 1. */
  readonly confidence: number;
  /** First and last year; a fact without dates is always within. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface NodeAttributes {
  x: number;
  y: number;
  label: string;
  size: number;
  node: GraphNode;
}
export interface EdgeAttributes {
  edge: GraphEdge;
}
export type Scene = Graph<NodeAttributes, EdgeAttributes>;

export const emptyScene = (): Scene => new Graph<NodeAttributes, EdgeAttributes>({ multi: true, type: 'directed' });

/** Always the same place for the same node, so that a picture can be cited: no chance in it. */
function firstPlace(id: string): { x: number; y: number } {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  const angle = ((hash & 0xffff) / 0xffff) * 2 * Math.PI;
  const far = Math.sqrt((hash >>> 16) / 0xffff) * 100;
  return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
}

/** As much of a name as stands beside its node; the whole one is in the list. */
const short = (name: string): string => (name.length <= 32 ? name : `${name.slice(0, 30).trimEnd()}…`);

/** Adds what is not there yet; new nodes begin beside one that they hang on. */
export function add(scene: Scene, { nodes, edges }: GraphAnswer): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const beside = new Map<string, string>();
  for (const { from, to } of edges) {
    if (scene.hasNode(from) && !scene.hasNode(to)) beside.set(to, from);
    if (scene.hasNode(to) && !scene.hasNode(from)) beside.set(from, to);
  }
  for (const [id, node] of byId) {
    if (scene.hasNode(id)) continue;
    const first = firstPlace(id);
    const by = beside.get(id);
    const near = by === undefined ? { x: 0, y: 0 } : scene.getNodeAttributes(by);
    const scale = by === undefined ? 1 : 0.06;
    const size = 3.5 + Math.min(10, 1.6 * Math.sqrt(node.degree));
    scene.addNode(id, {
      x: near.x + scale * first.x,
      y: near.y + scale * first.y,
      label: short(node.name),
      size,
      node,
    });
  }
  for (const edge of edges)
    if (!scene.hasEdge(edge.id) && scene.hasNode(edge.from) && scene.hasNode(edge.to))
      scene.addDirectedEdgeWithKey(edge.id, edge.from, edge.to, { edge });
}

const yearOf = (day: string | null): number | undefined => {
  const year = Number(day?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
};

export function edgeFits({ confidence, since, until }: GraphEdge, filter: Filter): boolean {
  if (confidence < filter.confidence) return false;
  const [first, last] = [yearOf(since), yearOf(until)];
  if (filter.from !== undefined && last !== undefined && last < filter.from) return false;
  return filter.to === undefined || first === undefined || first <= filter.to;
}

/** Lays the scene out in a thread of its own; the places come as they get better. @returns ends it early */
export function layOut(scene: Scene, onDone: () => void): () => void {
  if (scene.order === 0) return () => {};
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const ids = scene.nodes();
  const request: LayoutRequest = {
    nodes: ids.map((id) => ({ id, x: scene.getNodeAttribute(id, 'x'), y: scene.getNodeAttribute(id, 'y') })),
    edges: scene.mapEdges((_, { edge }) => ({ from: edge.from, to: edge.to })),
    rounds: scene.order > 1500 ? 150 : 300,
  };
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    const places = new Map(ids.map((id, i) => [id, { x: data.at[2 * i] ?? 0, y: data.at[2 * i + 1] ?? 0 }]));
    scene.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id) }), {
      attributes: ['x', 'y'],
    });
    if (!data.done) return;
    worker.terminate();
    onDone();
  };
  worker.postMessage(request);
  return () => worker.terminate();
}
