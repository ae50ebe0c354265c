import { parse } from 'csv-parse/sync';
import { readData } from '../../../pipeline/0-contract/data-file.js';

let regions: ReadonlyMap<string, string> | undefined;

/** Planning region of a municipality of 2021, by its id. */
export function regionOf(id: string): string | undefined {
  regions ??= new Map(
    (parse(readData('territories/regions.csv'), { columns: true }) as { id: string; region: string }[]).map(
      (row): [string, string] => [row.id, row.region],
    ),
  );
  return regions.get(id);
}
