import type { GeoPath } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';

type Shape = Feature<Geometry, { readonly name: string }>;

/**
 * Sizes of names in units of the picture, which is drawn as wide as the window lets it: small ones on a wide window, where
 * most names fit, and large ones on a phone, where few do. A style sheet shows one of the two.
 */
export const SIZES = [
  { kind: 'wide', size: 12, novads: ' nov.' },
  { kind: 'narrow', size: 24, novads: ' n.' },
] as const;

/** Of the size of a letter, on the average. */
const WIDTH_OF_LETTER = 0.54;

export interface Label {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** How much wider than its municipality a name may be. */
const OVER = 1.15;

/** Names that lie within their municipalities and on no other name: those of cities first, then the largest. */
export function labelsIn(shapes: readonly Shape[], path: GeoPath, { size, novads }: (typeof SIZES)[number]): Label[] {
  const labels: Label[] = [];
  const isCity = ({ properties }: Shape): number => (properties.name.endsWith(' novads') ? 0 : 1);
  const inOrder = [...shapes].sort((a, b) => isCity(b) - isCity(a) || path.area(b) - path.area(a));
  for (const shape of inOrder) {
    const text = shape.properties.name.replace(/ novads$/u, novads);
    const [x, y] = path.centroid(shape);
    const [[left, top], [right, bottom]] = path.bounds(shape);
    const width = text.length * size * WIDTH_OF_LETTER;
    const fits = width < Math.min(x - left, right - x) * 2 * OVER && size * 1.4 < bottom - top;
    const free = labels.every(
      (other) => Math.abs(other.y - y) > size * 1.1 || Math.abs(other.x - x) > (other.width + width) / 2 + size / 3,
    );
    if (fits && free) labels.push({ id: String(shape.id), text, x, y, width });
  }
  return labels;
}

/** The names of municipalities that have room for them, for each size; a reader of screens has all of them on the shapes themselves. */
export const MapLabels = ({ of }: { of: readonly (readonly Label[])[] }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a picture's group takes the focus
  <g class="names" aria-hidden="true">
    {SIZES.map((one, i) => (
      <g key={one.kind} class={one.kind} font-size={one.size}>
        {of[i]?.map(({ id, text, x, y }) => (
          <text key={id} x={x.toFixed(1)} y={(y + one.size * 0.35).toFixed(1)} text-anchor="middle">
            {text}
          </text>
        ))}
      </g>
    ))}
  </g>
);
