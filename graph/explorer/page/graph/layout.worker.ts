import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

export interface LayoutRequest {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly rounds: number;
}

/** x and y of the nodes in turn, in the order asked. */
export type LayoutAnswer = { readonly at: Float32Array; readonly done: boolean };

/** Rounds between two pictures. */
const STEP = 10;

self.onmessage = ({ data }: MessageEvent<LayoutRequest>): void => {
  const graph = new Graph({ multi: false, type: 'undirected' });
  for (const { id, x, y } of data.nodes) graph.addNode(id, { x, y });
  for (const { from, to } of data.edges) if (from !== to) graph.mergeEdge(from, to);
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 300, adjustSizes: false };
  for (let round = 0; round < data.rounds; round += STEP) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    const at = new Float32Array(2 * data.nodes.length);
    for (const [i, { id }] of data.nodes.entries()) {
      at[2 * i] = graph.getNodeAttribute(id, 'x') as number;
      at[2 * i + 1] = graph.getNodeAttribute(id, 'y') as number;
    }
    self.postMessage({ at, done: round + STEP >= data.rounds } satisfies LayoutAnswer, { transfer: [at.buffer] });
  }
};
