import { describe, expect, it } from 'vitest';
import { sortKey } from '../graph/sort-key.js';
import { text } from '../pipeline/0-contract/columns.js';
import { readTable } from '../pipeline/0-contract/tables.js';

describe('the sort key of a name', () => {
  const byKey = (a: string, b: string): number => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);

  it('sorts as Latvians do', () => {
    const names =
      'Alūksne,Azara,Ādaži,Cēsis,Cirma,Čiekuri,Dobele,Gulbene,Ģibuļi,Ivo,Yvonne,Īle,Jelgava,Kuldīga,Ķegums,Ludza,Ļaudona,Ogre,Ogres novads,Sigulda un citi,“Siguldai”,Šķēde,Talsi,Zilupe,Zīle,Žīguri'.split(
        ',',
      );
    expect([...names].reverse().sort(byKey)).toEqual(names);
  });

  it('follows the alphabet in every territory and given name', () => {
    const ALPHABET = 'aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž';
    const row = { name: text(1) };
    const names = [...readTable('territories/territories.csv', row), ...readTable('names/given.csv', row)].map(
      ({ name }) => name,
    );
    expect(names.length).toBeGreaterThan(2000);
    const places = (name: string): number[] => [...name.toLowerCase()].map((letter) => ALPHABET.indexOf(letter));
    const byLetters = (a: string, b: string): number => {
      const other = places(b);
      const at = places(a).findIndex((place, i) => place !== other[i]);
      return at < 0 ? a.length - b.length : (places(a)[at] as number) - (other[at] ?? -2);
    };
    expect([...names].sort(byKey)).toEqual([...names].sort(byLetters));
  });
});
