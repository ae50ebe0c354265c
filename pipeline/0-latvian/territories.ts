import { readData } from '../0-contract/data-file.js';
import { Stop } from '../0-contract/errors.js';
import type { TerritoryKind } from '../0-contract/types.js';
import { declineNoun, declinePlural, type Form } from './declension.js';

/** A unit in one period: a row of `data/territories/territories.csv` (sources in the README beside it). */
export interface Territory {
  readonly id: string;
  /** Nominative: `Ķekavas novads`, `Valmiera`. */
  readonly name: string;
  readonly kind: TerritoryKind;
  /** First and last day, inclusive, ISO; absent: not known, or still valid. */
  readonly from?: string;
  readonly to?: string;
  /** Id of what it lay in; absent for rajoni, novadi and cities of their own. */
  readonly parent?: string;
  /** Ids of what came after it on the same land. */
  readonly successors: readonly string[];
  /** The same for all periods of a unit; two pagasti of one name differ in it. */
  readonly unit: string;
}

const KINDS: readonly TerritoryKind[] = [
  'novads',
  'pagasts',
  'pilsēta',
  'republikas pilsēta',
  'valstspilsēta',
  'rajons',
];
const COLUMNS = 'id,name,kind,valid_from,valid_to,parent,successors,';
const PERIOD = /-(?:pre2009|\d{4})$/u;
const CITY = /^(?:republikas-pilseta|valstspilseta|pilseta)-/u;

/** All rows by id, in the order of the table. */
export const territories: ReadonlyMap<string, Territory> = readTerritories();

/** Rows of each unit, oldest first. */
const periods: ReadonlyMap<string, readonly Territory[]> = groupPeriods();

export const isCity = ({ kind }: Territory): boolean => kind.endsWith('pilsēta');

/** A date of which only the year or month is known stands for the first of July, or of the month: reforms began then. */
const fullDay = (date: string): string =>
  date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-01` : date;

/** @param date ISO, may be partial (`2019`, `2019-05`) */
export function validOn({ from, to }: Territory, date: string): boolean {
  const day = fullDay(date);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

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

/** Read by hand: the columns used hold no commas or quotes, and csv-parse takes 80 ms over these 1,900 rows. */
function readTerritories(): Map<string, Territory> {
  const [header = '', ...lines] = readData('territories/territories.csv').split(/\r?\n/u);
  const where = 'data/territories/territories.csv';
  if (!header.startsWith(COLUMNS)) throw new Stop(`${where}:1: unexpected columns, expected ${COLUMNS}…`);
  const rows = new Map<string, Territory>();
  lines.forEach((line, i) => {
    if (line === '') return;
    const [id = '', name = '', kind = '', from, to, parent, successors] = line.split(',', 7);
    const known = KINDS.find((known) => known === kind);
    if (!known || name === '' || rows.has(id)) {
      throw new Stop(`${where}:${i + 2}: unexpected row «${id}», expected an id of its own, a name and a known kind`);
    }
    rows.set(id, {
      id,
      name,
      kind: known,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(parent ? { parent } : {}),
      successors: successors ? successors.split(';') : [],
      unit: id.replace(PERIOD, '').replace(CITY, 'city-'),
    });
  });
  return rows;
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
