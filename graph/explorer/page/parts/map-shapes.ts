import { type GeoPath, geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Boundaries } from '../../api.js';
import { type Label, labelsIn, SIZES } from './map-labels.js';

export type Year = Exclude<Boundaries, 'then'>;
export type Boundary = Topology<{ readonly [year: string]: GeometryCollection<{ readonly name: string }> }>;

export const WIDTH = 960;
export const HEIGHT = 580;

/** The municipalities of a year as they are drawn, whatever colours them. */
interface MapShapes {
  readonly shapes: readonly { readonly id: string; readonly name: string; readonly line: string }[];
  /** For each of `SIZES`. */
  readonly labels: readonly (readonly Label[])[];
  /** Draws what lies in the same picture. */
  readonly path: GeoPath;
}

/** The static report draws the same boundaries once for each project. */
const kept = new WeakMap<Boundary, Map<Year, MapShapes>>();

export function mapShapes(boundary: Boundary, year: Year): MapShapes {
  const known = kept.get(boundary) ?? new Map<Year, MapShapes>();
  kept.set(boundary, known);
  const made = known.get(year) ?? project(boundary, year);
  known.set(year, made);
  return made;
}

function project(boundary: Boundary, year: Year): MapShapes {
  const collection = feature(boundary, boundary.objects[year] as GeometryCollection<{ readonly name: string }>);
  const projection = geoMercator().fitExtent(
    [
      [6, 6],
      [WIDTH - 6, HEIGHT - 6],
    ],
    collection,
  );
  const path = geoPath(projection).digits(1);
  return {
    shapes: collection.features.map((shape) => ({
      id: String(shape.id),
      name: shape.properties.name,
      line: path(shape) ?? '',
    })),
    labels: SIZES.map((size) => labelsIn(collection.features, path, size)),
    path,
  };
}
