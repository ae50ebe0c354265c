import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes } from './scene.js';

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);

/** What is shown, as a picture that can be enlarged: as on the screen, with the names of all nodes that show theirs. */
export function asSvg(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  colours: { readonly text: string; readonly back: string },
): string {
  const { width, height } = sigma.getDimensions();
  const graph = sigma.getGraph();
  const at = (node: string) => {
    const shown = sigma.getNodeDisplayData(node);
    return shown === undefined || shown.hidden
      ? undefined
      : { ...sigma.framedGraphToViewport(shown), ...drawingOf(shown) };
  };
  const drawingOf = ({ size, color, label }: { size: number; color: string; label: string | null }) => ({
    size: sigma.scaleSize(size),
    color,
    label,
  });
  const lines: string[] = [];
  graph.forEachEdge((edge, _, source, target) => {
    const drawn = sigma.getEdgeDisplayData(edge);
    const [a, b] = [at(source), at(target)];
    if (!a || !b || !drawn || drawn.hidden) return;
    lines.push(
      `<line x1="${a.x.toFixed(1)}" y1="${a.y.toFixed(1)}" x2="${b.x.toFixed(1)}" y2="${b.y.toFixed(1)}" stroke="${drawn.color}" stroke-width="${drawn.size}"/>`,
    );
  });
  const labelled = sigma.getNodeDisplayedLabels();
  const circles: string[] = [];
  const labels: string[] = [];
  graph.forEachNode((node) => {
    const shown = at(node);
    if (!shown) return;
    circles.push(
      `<circle cx="${shown.x.toFixed(1)}" cy="${shown.y.toFixed(1)}" r="${shown.size.toFixed(1)}" fill="${shown.color}"/>`,
    );
    if (labelled.has(node) && shown.label)
      labels.push(
        `<text x="${(shown.x + shown.size + 3).toFixed(1)}" y="${(shown.y + 4).toFixed(1)}">${escaped(shown.label)}</text>`,
      );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colours.back}"/>${lines.join('')}${circles.join('')}<g font-family="system-ui, sans-serif" font-size="12" fill="${colours.text}">${labels.join('')}</g></svg>`;
}

/** Draws the SVG into a picture of points, twice as fine as the screen. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement('canvas');
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))), 'image/png');
  });
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
