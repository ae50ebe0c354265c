import { readData } from './data-file.js';
import { Stop } from './errors.js';
import type { TerritoryKind } from './types.js';

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

/** A date of which only the year or month is known stands for the first of July, or of the month: reforms began then. */
export const fullDay = (date: string): string =>
  date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-01` : date;

/** @param date ISO, may be partial (`2019`, `2019-05`) */
export function validOn({ from, to }: Territory, date: string): boolean {
  const day = fullDay(date);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
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
