import { Stop } from '../0-contract/errors.js';
import { readListLines } from '../0-contract/lists.js';
import type { Gender } from '../0-contract/types.js';

/** How well a given name is known: on the name days everyone has, a name of our own list, only in the extended calendar. */
export type Calendar = 'traditional' | 'own' | 'extended';

const FILES: readonly (readonly [string, Calendar | undefined])[] = [
  ['names/given.csv', undefined],
  ['names/given-more.csv', 'own'],
];
const GENDERS: Readonly<Record<string, Gender>> = { m: 'masculine', f: 'feminine' };

export type GivenName = Readonly<Partial<Record<Gender, Calendar>>>;

function readGivenNames(): Map<string, GivenName> {
  const names = new Map<string, Partial<Record<Gender, Calendar>>>();
  for (const [file, fixed] of FILES) {
    for (const { line, text } of readListLines(file)) {
      const [name = '', letter = '', calendar] = text.split(',');
      if (name === 'name') continue;
      const gender = GENDERS[letter];
      if (!gender)
        throw new Stop(`data/${file}:${line}: unexpected «${text}», expected name,m or name,f; mend that line`);
      let known = names.get(name);
      if (!known) {
        known = {};
        names.set(name, known);
      }
      known[gender] ??= fixed ?? (calendar === 'traditional' ? 'traditional' : 'extended');
    }
  }
  return names;
}

let index: Map<string, GivenName> | undefined;

/** The genders of a given name in the nominative, as written with a capital (`Jānis`), or undefined when it is unknown. */
export function givenName(nominative: string): GivenName | undefined {
  index ??= readGivenNames();
  return index.get(nominative);
}
