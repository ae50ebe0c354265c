import Sigma from 'sigma';
import { colours } from './colours.js';
import { type EdgeAttributes, edgeFits, type Filter, type NodeAttributes, type Scene } from './scene.js';

/** What of a scene is to be seen, and which node stands out. */
export interface Shown {
  readonly filter: Filter;
  readonly chosen: string | undefined;
}

/** Draws a scene into an element. @param shown is asked for each drawing */
export function draw(scene: Scene, box: HTMLElement, shown: () => Shown): Sigma<NodeAttributes, EdgeAttributes> {
  const paint = colours();
  return new Sigma(scene, box, {
    labelColor: { color: paint.text },
    labelFont: 'system-ui, sans-serif',
    labelSize: 12,
    labelDensity: 0.5,
    labelRenderedSizeThreshold: 6,
    defaultEdgeColor: paint.line,
    zIndex: true,
    allowInvalidContainer: true,
    // moving thousands of lines is dear where there is no graphics card
    hideEdgesOnMove: scene.size > 3000,
    nodeReducer: (id, attributes) => {
      const { filter: fits, chosen: one } = shown();
      const near = one === undefined || one === id || scene.areNeighbors(one, id);
      return {
        ...attributes,
        color: near ? paint[attributes.node.kind] : paint.line,
        hidden: !fits.kinds.has(attributes.node.kind),
        label: near ? attributes.label : null,
        zIndex: near ? 1 : 0,
        forceLabel: one !== undefined && near,
      };
    },
    edgeReducer: (_, attributes) => {
      const { filter: fits, chosen: one } = shown();
      const { edge } = attributes;
      const touches = one !== undefined && (edge.from === one || edge.to === one);
      return {
        size: touches ? 1.6 : 0.8,
        color: touches ? paint.text : paint.line,
        hidden: !edgeFits(edge, fits) || (one !== undefined && !touches && scene.size > 60),
        zIndex: touches ? 1 : 0,
      };
    },
  });
}
