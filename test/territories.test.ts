import { describe, expect, it } from 'vitest';
import { type Territory, territories, validOn } from '../pipeline/0-contract/territory-table.js';
import { places, placesByForm, unitsOf, waryNames } from '../pipeline/0-latvian/places.js';
import { asOf, distance, formsOf, parentOn, successorsOf } from '../pipeline/0-latvian/territories.js';

const all = [...territories.values()];
const row = (id: string): Territory => {
  const found = territories.get(id);
  if (!found) throw new Error(`no territory ${id}`);
  return found;
};
const ids = (rows: readonly Territory[]): string[] => rows.map(({ id }) => id);

describe('the table of territories', () => {
  it('refers only to rows that exist', () => {
    const unknown = all.flatMap(({ parent, successors }) =>
      [...successors, ...(parent ? [parent] : [])].filter((id) => !territories.has(id)),
    );
    expect(unknown).toEqual([]);
  });

  it('has the numbers of units that the reforms left', () => {
    const on = (day: string, ...kinds: string[]) =>
      all.filter((territory) => kinds.includes(territory.kind) && validOn(territory, day)).length;
    expect(on('2008-01-01', 'rajons')).toBe(26);
    expect(on('2010-06-01', 'novads')).toBe(109);
    expect(on('2014-02-01', 'novads')).toBe(110);
    expect(on('2014-02-01', 'republikas pilsēta')).toBe(9);
    expect(on('2022-07-01', 'novads')).toBe(36);
    expect(on('2025-08-01', 'novads')).toBe(35);
    expect(on('2022-07-01', 'valstspilsēta')).toBe(10);
  });

  it('never has two rows of one unit valid at once', () => {
    const days = ['2008-01-01', '2009-07-01', '2010-06-01', '2015-01-01', '2021-07-01', '2022-07-01', '2025-07-01'];
    const twice = days.flatMap((day) => {
      const units = all.filter((territory) => validOn(territory, day)).map(({ unit }) => unit);
      return units.filter((unit, i) => units.indexOf(unit) !== i);
    });
    expect(twice).toEqual([]);
  });
});

describe('territories in time', () => {
  it('follows successors through both reforms', () => {
    expect(ids(successorsOf('novads-daugavpils-2009'))).toEqual(['novads-augsdaugavas-2021']);
    expect(ids(successorsOf('novads-aglonas-2009'))).toEqual(['novads-preilu-2021', 'novads-kraslavas-2021']);
    expect(ids(successorsOf('rajons-aluksnes', '2015'))).toEqual(['novads-aluksnes-2009', 'novads-apes-2009']);
    expect(ids(successorsOf('novads-tukuma-2021'))).toEqual(['novads-tukuma-2021']);
  });

  it('gives the row and the parent of a unit on a date', () => {
    expect(asOf('pagasts-strazdes-2009', '2005')?.id).toBe('pagasts-strazdes-pre2009');
    expect(asOf('republikas-pilseta-valmiera-2009', '2023')?.id).toBe('valstspilseta-valmiera-2021');
    expect(asOf('novads-daugavpils-2009', '2023')).toBeUndefined();
    expect(parentOn('pagasts-robeznieku-2021', '2001-05-29')?.name).toBe('Krāslavas rajons');
    expect(parentOn('pilseta-ape-2021', '2015')?.name).toBe('Apes novads');
    expect(parentOn('pilseta-ape-2009', '2022')?.name).toBe('Smiltenes novads');
    expect(parentOn('novads-apes-2009', '2015')).toBeUndefined();
  });

  it('reads partial dates as the day on which reforms began', () => {
    expect(validOn(row('novads-augsdaugavas-2021'), '2021')).toBe(true);
    expect(validOn(row('novads-daugavpils-2009'), '2021-06')).toBe(true);
    expect(validOn(row('novads-daugavpils-2009'), '2021-07')).toBe(false);
    expect(distance(row('novads-daugavpils-2009'), '2021-07-10')).toBe(10);
    expect(distance(row('novads-augsdaugavas-2021'), '2021-06-21')).toBe(10);
  });
});

describe('forms of names', () => {
  it('declines the kind word, not the genitive before it', () => {
    expect(formsOf('novads-kekavas-2009')).toEqual([
      'Ķekavas novads',
      'Ķekavas novada',
      'Ķekavas novadam',
      'Ķekavas novadu',
      'Ķekavas novadā',
    ]);
  });

  it.each([
    ['pilseta-cesis-2021', ['Cēsis', 'Cēsu', 'Cēsīm', 'Cēsīs', 'Cēsu pilsētā']],
    ['pilseta-talsi-2021', ['Talsi', 'Talsu', 'Talsiem', 'Talsos']],
    ['pilseta-saldus-2021', ['Saldus', 'Saldum', 'Saldu', 'Saldū', 'Saldus pilsētas']],
    ['pilseta-tukums-2021', ['Tukums', 'Tukuma', 'Tukumam', 'Tukumu', 'Tukumā']],
    ['valstspilseta-daugavpils-2021', ['Daugavpils', 'Daugavpilij', 'Daugavpilī', 'Daugavpils pilsēta']],
    ['valstspilseta-rezekne-2021', ['Rēzekne', 'Rēzeknes', 'Rēzeknei', 'Rēzekni', 'Rēzeknē']],
    ['pilseta-plavinas-2021', ['Pļaviņas', 'Pļaviņu', 'Pļaviņām', 'Pļaviņās']],
    ['pilseta-valka-2021', ['Valka', 'Valkas', 'Valkai', 'Valkā']],
  ])('declines %s', (id, forms) => expect(formsOf(id)).toEqual(expect.arrayContaining(forms)));

  it('joins every town with the novads of its name', () => {
    const apart = all
      .filter(({ kind }) => kind === 'novads')
      .map(({ name }) => name.split(' ')[0] as string)
      .filter((genitive) => !places.has(genitive));
    expect(apart).toEqual([]);
    expect(places.get('Cēsu')?.cities.length).toBeGreaterThan(0);
    expect(places.get('Ādažu')?.novadi.length).toBe(2);
  });

  it('finds villages by their locative', () => {
    for (const [form, genitive] of [
      ['robežniekos', 'Robežnieku'],
      ['strazdē', 'Strazdes'],
      ['mālpilī', 'Mālpils'],
      ['inčukalnā', 'Inčukalna'],
      ['kūkās', 'Kūku'],
    ] as const) {
      const found = placesByForm.get(form);
      expect(found?.place.genitive).toBe(genitive);
      expect(found?.cases).toContain('locative');
    }
  });

  it('lists as wary only names that are places', () => {
    const nominatives = new Set([...places.values()].map(({ nominative }) => nominative));
    expect([...waryNames.keys()].filter((name) => !nominatives.has(name))).toEqual([]);
  });
});

describe('what a name means', () => {
  const municipality = (genitive: string, day: string) => {
    const place = places.get(genitive);
    return place && unitsOf(place, 'municipality').find((unit) => validOn(unit, day))?.id;
  };
  it.each([
    ['Ventspils', '2015-01-01', 'republikas-pilseta-ventspils-2009'],
    ['Valmieras', '2015-01-01', 'republikas-pilseta-valmiera-2009'],
    ['Valmieras', '2023-01-01', 'novads-valmieras-2021'],
    ['Valmieras', '2005-01-01', 'pilseta-valmiera-pre2009'],
    ['Jēkabpils', '2023-01-01', 'novads-jekabpils-2021'],
    ['Ogres', '2023-01-01', 'novads-ogres-2021'],
    ['Alūksnes', '2015-01-01', 'novads-aluksnes-2009'],
    ['Alūksnes', '2001-01-01', 'pilseta-aluksne-pre2009'],
    ['Rīgas', '2023-01-01', 'valstspilseta-riga-2021'],
    ['Robežnieku', '2001-01-01', 'pagasts-robeznieku-pre2009'],
  ])('%s pašvaldība on %s is %s', (genitive, day, id) => expect(municipality(genitive, day)).toBe(id));
});
