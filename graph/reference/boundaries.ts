import { type Territory, territories, validOn } from '../../pipeline/0-contract/territory-table.js';

/** Divisions of the country into which municipalities are summed: year → the day that it is taken on. */
export const BOUNDARIES = { 2009: '2009-07-01', 2021: '2021-07-01', 2025: '2025-07-01' } as const;

/** What a unit is counted in: an edge of the graph. */
export interface Counted {
  readonly from: string;
  readonly to: string;
  readonly boundaries: string;
  /** The unit lies wholly in the other; false: only some of its land does. */
  readonly whole: boolean;
}

/** Municipalities and rajoni; pagasti and towns lie in them. */
export const isMunicipal = ({ parent }: Territory): boolean => parent === undefined;

const children = groupBy([...territories.values()], ({ parent }) => (parent === undefined ? [] : [parent]));
const predecessors = groupBy([...territories.values()], ({ successors }) => successors);

function groupBy(rows: readonly Territory[], keysOf: (row: Territory) => readonly string[]): Map<string, Territory[]> {
  const groups = new Map<string, Territory[]>();
  for (const row of rows) for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
}

const named = (ids: readonly string[]): Territory[] => ids.flatMap((id) => territories.get(id) ?? []);

/**
 * The municipalities of a day on whose land a unit lies, worked out from its pagasti and towns where it has any: several
 * where it was split later, or was made of several that were there on that day.
 */
export function municipalitiesOn(unit: Territory, day: string): Set<string> {
  const found = landOf(unit, day);
  const [parent] = named([unit.parent ?? '']);
  // a town cut out of its pagasts later has nothing before it: what its novads lay in
  return found.size === 0 && parent !== undefined ? landOf(parent, day) : found;
}

function landOf(unit: Territory, day: string): Set<string> {
  const [parent] = named([unit.parent ?? '']);
  if (validOn(unit, day)) {
    if (parent === undefined) return new Set([unit.id]);
    // one row stands for a pagasts whose novads was renamed in 2010
    return validOn(parent, day) ? new Set([parent.id]) : landOfAll(before(parent), day);
  }
  // its pagasti and towns, and what it became or was as a whole: some novadi had no pagasti
  const ended = unit.to !== undefined && unit.to < day;
  return landOfAll([...(children.get(unit.id) ?? []), ...(ended ? named(unit.successors) : before(unit))], day);
}

const landOfAll = (units: readonly Territory[], day: string): Set<string> =>
  new Set(units.flatMap((unit) => [...landOf(unit, day)]));

const before = (unit: Territory): readonly Territory[] => predecessors.get(unit.id) ?? [];

/** A unit's edges to the municipalities of 2009, 2021 and 2025. */
export const countedIn = (unit: Territory): Counted[] =>
  Object.entries(BOUNDARIES).flatMap(([boundaries, day]) => {
    const units = [...municipalitiesOn(unit, day)].sort();
    return units.map((to) => ({ from: unit.id, to, boundaries, whole: units.length === 1 }));
  });

/** A unit and what came after it on the same land; the day on which it did. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly on: string | null;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** What came after a unit, and what it came after. */
export const successions = (unit: Territory): Succession[] => [
  ...named(unit.successors).map((next) => succession(unit, next)),
  ...before(unit).map((earlier) => succession(earlier, unit)),
];

const succession = (earlier: Territory, later: Territory): Succession => ({
  from: earlier.id,
  to: later.id,
  on: later.from ?? (earlier.to === undefined ? null : dayAfter(earlier.to)),
});
