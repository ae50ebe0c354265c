import { text } from '../../pipeline/0-contract/columns.js';
import { slug } from '../../pipeline/0-contract/fold.js';
import { readTable } from '../../pipeline/0-contract/tables.js';

/** An institution that goes on under another name. */
export interface Renaming {
  /** Natural keys. */
  readonly from: string;
  readonly to: string;
  /** First day of the new name, ISO, possibly partial. */
  readonly on: string;
  /** Address. */
  readonly source: string;
}

const COLUMNS = { from: text(1), to: text(1), on: text(1), source: text(1) };

const keyOf = (name: string): string => `institution-${slug(name)}`;

let table: readonly Renaming[] | undefined;

/** `data/lexicon/renamed-institutions.csv` */
export const renamedInstitutions = (): readonly Renaming[] => {
  table ??= readTable('lexicon/renamed-institutions.csv', COLUMNS, ({ from, to, on, source }, reject) => {
    if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(on)) reject('on', `unexpected «${on}», expected a day, 2024-07-01`);
    if (!URL.canParse(source)) reject('source', `unexpected «${source}», expected an address`);
    return { from: keyOf(from), to: keyOf(to), on, source };
  });
  return table;
};
