import { fullDay, type Territory, territories, validOn } from '../0-contract/territory-table.js';
import { declineNoun, declinePlural, type Form } from './declension.js';

/** Rows of each unit, oldest first. */
const periods: ReadonlyMap<string, readonly Territory[]> = groupPeriods();

export const isCity = ({ kind }: Territory): boolean => kind.endsWith('pilsēta');

/** Days between a row's time and a date; 0 where it is valid. */
export function distance({ from, to }: Territory, date: string): number {
  const day = fullDay(date);
  if (from !== undefined && day < from) return (Date.parse(from) - Date.parse(day)) / 86_400_000;
  if (to !== undefined && day > to) return (Date.parse(day) - Date.parse(to)) / 86_400_000;
  return 0;
}

/** The row of the same unit that was valid on a date, if one was (`novads-daugavpils-2009` has none after 2021-06). */
export function asOf(id: string, date: string): Territory | undefined {
  return periods.get(territories.get(id)?.unit ?? '')?.find((row) => validOn(row, date));
}

/** What a unit lay in on a date; a rajons before 2009-07, a novads since. */
export function parentOn(id: string, date: string): Territory | undefined {
  const parent = asOf(id, date)?.parent;
  return parent === undefined ? undefined : territories.get(parent);
}

/** Names of everything that a unit lay in at any time (`Krāslavas rajons`, `Krāslavas novads`). */
export function parentNames(id: string): ReadonlySet<string> {
  const rows = periods.get(territories.get(id)?.unit ?? '') ?? [];
  return new Set(rows.flatMap(({ parent }) => (parent === undefined ? [] : [territories.get(parent)?.name ?? ''])));
}

/**
 * What lies on the land of a unit today, or lay there on a date: `novads-daugavpils-2009` → `novads-augsdaugavas-2021`.
 * Several where it was split; itself where it is still valid.
 */
export function successorsOf(id: string, date = '9999'): Territory[] {
  const row = territories.get(id);
  if (row === undefined) return [];
  if (validOn(row, date) || row.successors.length === 0) return [row];
  const next = row.successors.flatMap((successor) => successorsOf(successor, date));
  return [...new Map(next.map((territory) => [territory.id, territory])).values()];
}

/** Case forms of the name of a town or village: Cēsis and Talsi are plurals, Ventspils is of the sixth declension. */
export function placeForms(nominative: string): Form[] {
  if (nominative.endsWith('pils')) return singular(declineNoun(nominative, { gender: 'feminine' }));
  if (/(?:i|is|as|es)$/u.test(nominative)) return declinePlural(nominative);
  return singular(declineNoun(nominative));
}

const singular = (forms: Form[]): Form[] => forms.filter(({ number }) => number === 'singular');

/** All case forms of a unit's name, for searching: `Ķekavas novads`, `Ķekavas novada` …; of a town with `pilsēta` too. */
export function formsOf(id: string): string[] {
  const row = territories.get(id);
  if (row === undefined) return [];
  const ofKind = (genitive: string, kind: string) =>
    singular(declineNoun(kind)).map(({ form }) => `${genitive} ${form}`);
  if (!isCity(row)) {
    const [genitive = row.name, kind = row.kind] = row.name.split(' ');
    return [...new Set(ofKind(genitive, kind))];
  }
  const bare = placeForms(row.name);
  const genitive = bare.find((form) => form.case === 'genitive')?.form ?? row.name;
  return [...new Set([row.name, ...bare.map(({ form }) => form), ...ofKind(genitive, 'pilsēta')])];
}

function groupPeriods(): Map<string, Territory[]> {
  const groups = new Map<string, Territory[]>();
  for (const row of territories.values()) {
    const group = groups.get(row.unit);
    if (group) group.push(row);
    else groups.set(row.unit, [row]);
  }
  for (const group of groups.values()) group.sort((a, b) => ((a.to ?? '9999') < (b.to ?? '9999') ? -1 : 1));
  return groups;
}
