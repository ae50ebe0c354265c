import { describe, expect, test } from 'vitest';
import type { Gender, GrammaticalCase } from '../pipeline/0-contract/types.js';
import { givenName } from '../pipeline/0-latvian/given-names.js';
import { formsOfName, formsOfPart, readTogether } from '../pipeline/0-latvian/name-forms.js';
import { givenReadings, surnameReadings } from '../pipeline/0-latvian/names.js';

/** Nominatives that a surname may have in a gender and case, likeliest first. */
const lemmas = (word: string, gender: Gender, grammaticalCase: GrammaticalCase): string[] =>
  surnameReadings(word)
    .filter((reading) => reading.gender === gender && reading.case === grammaticalCase)
    .sort((a, b) => b.weight - a.weight)
    .map(({ lemma }) => lemma);

const likeliest = (given: string, surname: string, only?: GrammaticalCase): string | undefined =>
  readTogether([
    { text: given, joint: '', readings: givenReadings(given) },
    { text: surname, joint: ' ', readings: surnameReadings(surname) },
  ]).find((reading) => !only || reading.case === only)?.name;

describe('from a form to the nominative', () => {
  test.each([
    ['Bērziņa', 'Bērziņš'],
    ['Lāča', 'Lācis'],
    ['Brieža', 'Briedis'],
    ['Kalēja', 'Kalējs'],
    ['Vanaga', 'Vanags'],
    ['Bērzīša', 'Bērzītis'],
    ['Alkšņa', 'Alksnis'],
    ['Kurzemnieka', 'Kurzemnieks'],
    ['Petrovska', 'Petrovskis'],
    ['Ivanoviča', 'Ivanovičs'],
    ['Lasmaņa', 'Lasmanis'],
    ['Upja', 'Upis'],
    ['Baltā', 'Baltais'],
    ['Egles', 'Egle'],
  ])('a man’s genitive %s is of %s', (form, lemma) => {
    expect(lemmas(form, 'masculine', 'genitive')[0]).toBe(lemma);
  });

  test.each([
    ['Kalniņai', 'dative', 'Kalniņa'],
    ['Egles', 'genitive', 'Egle'],
    ['Eglei', 'dative', 'Egle'],
    ['Ivanovu', 'accusative', 'Ivanova'],
    ['Kuplajai', 'dative', 'Kuplā'],
    ['Baltās', 'genitive', 'Baltā'],
    ['Kuplo', 'accusative', 'Kuplā'],
    ['Petraitiene', 'nominative', 'Petraitiene'],
    ['Ševčenko', 'dative', 'Ševčenko'],
  ] as const)('a woman’s %s in the %s is of %s', (form, grammaticalCase, lemma) => {
    expect(lemmas(form, 'feminine', grammaticalCase)[0]).toBe(lemma);
  });

  test('every place in the locative is left out, but for adjectives that are surnames', () => {
    expect(surnameReadings('Londonā')).toEqual([]);
    expect(lemmas('Kuplā', 'feminine', 'nominative')).toEqual(['Kuplā']);
  });

  test('given names are those of the lexicon only, soft or hard', () => {
    const read = (word: string) => givenReadings(word).map(({ lemma, case: c }) => `${lemma} ${c}`);
    expect(read('Gata')).toContain('Gatis genitive');
    expect(read('Jāņa')).toContain('Jānis genitive');
    expect(read('Laura')).toEqual(expect.arrayContaining(['Laura nominative', 'Lauris genitive']));
    expect(read('Lielvārdes')).toEqual([]);
    expect(givenName('Ņikita')).toMatchObject({ masculine: expect.anything() });
  });
});

describe('parts of a name read together', () => {
  test('the gender of the given name decides that of the surname', () => {
    expect(likeliest('Jāņa', 'Bērziņa')).toBe('Jānis Bērziņš');
    expect(likeliest('Ilzes', 'Bērziņas')).toBe('Ilze Bērziņa');
    expect(likeliest('Agra', 'Liepas')).toBe('Agris Liepa');
  });
  test('an ambiguous form keeps both readings', () => {
    expect(likeliest('Laura', 'Vanaga', 'nominative')).toBe('Laura Vanaga');
    expect(likeliest('Laura', 'Vanaga', 'genitive')).toBe('Lauris Vanags');
  });
  test('a surname in another case is no part of the name', () => {
    expect(likeliest('Anna', 'Rīgas', 'nominative')).toBeUndefined();
    expect(likeliest('Ilzei', 'Kalniņas')).toBeUndefined();
  });
});

describe('from the nominative to all forms', () => {
  test.each([
    ['Lācis', 'masculine', 'genitive', 'Lāča'],
    ['Kalējs', 'masculine', 'genitive', 'Kalēja'],
    ['Liepa', 'masculine', 'dative', 'Liepam'],
    ['Egle', 'masculine', 'dative', 'Eglem'],
    ['Kuplais', 'masculine', 'dative', 'Kuplajam'],
    ['Kuplā', 'feminine', 'genitive', 'Kuplās'],
    ['Ševčenko', 'feminine', 'dative', 'Ševčenko'],
    ['Mikus', 'masculine', 'dative', 'Mikum'],
    ['Ābele', 'feminine', 'accusative', 'Ābeli'],
  ] as const)('%s (%s), %s: %s', (lemma, gender, grammaticalCase, form) => {
    expect(formsOfPart(lemma, gender).get(grammaticalCase)).toEqual([form]);
  });
  test('given names of two syllables keep their stem', () => {
    expect(formsOfPart('Uldis', 'masculine', true).get('genitive')).toContain('Ulda');
    expect(formsOfPart('Jānis', 'masculine', true).get('genitive')).toContain('Jāņa');
  });
  test('a whole name in every case, the gender from the given name', () => {
    expect(formsOfName('Anna Kalniņa')).toEqual([
      'Anna Kalniņa',
      'Annas Kalniņas',
      'Annai Kalniņai',
      'Annu Kalniņu',
      'Annā Kalniņā',
    ]);
    expect(formsOfName('Zane Liepa-Lāce')).toContain('Zanei Liepai-Lācei');
    expect(formsOfName('A. Krūmiņa', 'feminine')).toContain('A. Krūmiņai');
  });
  test('each form that is made is read back', () => {
    const names = ['Juris Kļaviņš', 'Māris Briedis', 'Inta Ozola', 'Sanita Priede', 'Guntis Liepa', 'Vilis Alksnis'];
    for (const name of names) {
      for (const form of formsOfName(name).slice(0, -1)) {
        const [given = '', surname = ''] = form.split(' ');
        const read = readTogether([
          { text: given, joint: '', readings: givenReadings(given) },
          { text: surname, joint: ' ', readings: surnameReadings(surname) },
        ]).map((reading) => reading.name);
        if (/ā |ī /u.test(form)) continue;
        expect(read, form).toContain(name);
      }
    }
  });
});
