import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';
import type { Person } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

const persons = (text: string): Person[] =>
  extract(plainArticle('example', text)).entities.filter((entity): entity is Person => entity.kind === 'person');
const names = (text: string): string[] => persons(text).map(({ name }) => name);
const spans = (text: string): string[] => persons(text).flatMap(({ mentions }) => mentions.map((m) => m.text));

describe('the case of a name', () => {
  test.each([
    ['Balvu saņēma Vijai Strautniecei veltīta izstāde.', 'Vija Strautniece'],
    ['Tikāmies ar Ilzi Kokgaili un viņas ģimeni.', 'Ilze Kokgaile'],
    ['Centrs tapa pēc Agra Liepas ierosmes.', 'Agris Liepa'],
    ['Ekspozīciju veidoja Marija Kuplā.', 'Marija Kuplā'],
    ['Vēstule bija adresēta Ģirtam Kuplajam.', 'Ģirts Kuplais'],
    ['Uzruna bija Oksanas Bondarenko ziņā.', 'Oksana Bondarenko'],
    ['Sarunā ar Vijas Lāces kolēģi Uldi Lāci.', 'Uldis Lācis'],
  ])('%s', (text, name) => expect(names(text)).toContain(name));

  test('the post beside it decides between a man’s genitive and a woman', () => {
    expect(names('Dienesta vadītāja Laura Strauta atklāja sanāksmi.')).toEqual(['Laura Strauta']);
    expect(names('Direktora Valda Strauta vadībā notika sanāksme.')).toEqual(['Valdis Strauts']);
    expect(names('Laura Strauta, biedrības valdes locekle, piedalījās sarunā.')).toEqual(['Laura Strauta']);
  });
  test('a preposition decides', () => {
    expect(names('Ierosinājums nāca no Laura Strauta.')).toEqual(['Lauris Strauts']);
  });
  test('a noun after it makes it an owner', () => {
    expect(names('Rakstu pēcvārdā minēts Ginta Strauta pētījums.')).toEqual(['Gints Strauts']);
  });
  test('a name joined to it stands in the same case', () => {
    expect(names('Vijas Ķemmeres un Rolanda Strauta meita.')).toEqual(['Vija Ķemmere', 'Rolands Strauts']);
  });
  test('other mentions of the article decide', () => {
    expect(names('Laura Strauta, ko visi zina. Lauris Strauts dzīvo Ogrē.')).toEqual(['Lauris Strauts']);
    expect(names('Laura Strauta, ko visi zina. Laurai Strautai pateicās.')).toEqual(['Laura Strauta']);
  });
});

describe('what belongs to a name', () => {
  test('double, hyphenated and three-part names are one person', () => {
    expect(names('Runāja Inga Sprukte - Āpša, pēc tam citi.')).toEqual(['Inga Sprukte-Āpša']);
    expect(names('Runāja Zane Sprukte-Āpša un citi.')).toEqual(['Zane Sprukte-Āpša']);
    expect(names('Runāja Anna Marija Ķemmere.')).toEqual(['Anna Marija Ķemmere']);
  });
  test('neither post, title nor what runs on', () => {
    expect(spans('Runāja psiholoģe Vija Ķemmere.')).toEqual(['Vija Ķemmere']);
    expect(spans('stāsta sociālā darbiniece Foto no Vijas Strautnieces arhīva')).toEqual(['Vijas Strautnieces']);
    expect(spans('Foto: Vija Ķemmere')).toEqual(['Vija Ķemmere']);
  });
  test('a name broken over two lines is one', () => {
    expect(
      names(
        'Tikšanos, kas notika rudenī un pulcēja daudzus, vadīja psiholoģe Vija\nĶemmere, kas strādā centrā kopš pagājušā gada un labi zina visus, kam\nvajadzīga palīdzība.',
      ),
    ).toEqual(['Vija Ķemmere']);
  });
  test('a name broken over two lines in an oblique case is one, though the line is short', () => {
    expect(names('Konkurss beidzies.\nPateicamies\nvadītājai Annai\nĶemmerei par visu, ko viņa te darījusi.')).toEqual([
      'Anna Ķemmere',
    ]);
    expect(names('Stāsta centra vadītāja\nAnna\nĶemmeres ielā notika talka.')).toEqual([]);
  });
  test('a byline line of a name that is a word too', () => {
    expect(names('Pasākums notika.\n\nLiesma Ķemmere\n\nCentra vecākā eksperte')).toEqual(['Liesma Ķemmere']);
  });
  test('an unknown foreign name beside its post', () => {
    expect(names('Viesus uzņēma direktore Skirmute Valaitiene un Brents Vestgards.')).toEqual([
      'Skirmute Valaitiene',
      'Brents Vestgards',
    ]);
  });
});

describe('mentions of one person', () => {
  test('inflected forms, initials and the lone surname', () => {
    const text =
      'Darbu sāka Vija Ķemmere. Pēc V. Ķemmeres ierosmes tapa plāns. Pateicība Vijai Ķemmerei! To uzsver arī Ķemmere.';
    const [person, ...others] = persons(text);
    expect(others).toEqual([]);
    expect(person).toMatchObject({ id: 'person-vija-kemmere', name: 'Vija Ķemmere', gender: 'feminine' });
    expect(person?.mentions.map((m) => m.text)).toEqual(['Vija Ķemmere', 'V. Ķemmeres', 'Vijai Ķemmerei', 'Ķemmere']);
    for (const m of person?.mentions ?? []) expect(text.slice(m.start, m.end)).toBe(m.text);
  });
  test('initials that fit two people join neither', () => {
    expect(names('Vija Ķemmere un Vaira Ķemmere runāja. Vēlāk V. Ķemmere atbildēja.')).toEqual([
      'Vija Ķemmere',
      'Vaira Ķemmere',
      'V. Ķemmere',
    ]);
  });
  test('two people of one given name stay two', () => {
    expect(names('Vija Ķemmere un Vija Strautniece runāja.')).toEqual(['Vija Ķemmere', 'Vija Strautniece']);
  });
});

describe('names that differ only in diacritics', () => {
  test('are one person, called as first written', () => {
    const [person, ...others] = persons('Uzvarēja Rēzija Kalniņa. Pa pēdām Režijai Kalniņai seko Ilze Ozola.');
    expect([person?.name, person?.mentions.length]).toEqual(['Rēzija Kalniņa', 2]);
    expect(others.map(({ name }) => name)).toEqual(['Ilze Ozola']);
  });
});

describe('what is not a person', () => {
  test.each([
    'Dienests atrodas Jāņa Poruka ielā 3 un Raiņa ielā 5.',
    'Semināra vieta: Kr. Barona iela 7.',
    'Viņa mācījās Jāņa Eglīša Rīgas 6. vidusskolā.',
    'Vārda dienu svin Atvars, Gvido.',
    'Aicinām pieteikties līdz 5. martam. Saule Rīgā lec agri.',
    'P.S. Runājot par darbu, tas turpinās.',
    'Ieguldījumu veica SIA “Jānis Strauts”.',
    'LABKLĀJĪBAS MINISTRIJA INFORMĒ',
    'Anna Londonā bija pirmo reizi.',
  ])('%s', (text) => expect(names(text)).toEqual([]));
});

const shared = join(packageRoot, '..', 'shared', 'corpus', 'articles');
describe.skipIf(!existsSync(shared))('annotated articles beside the project (skipped where they are absent)', () => {
  test('at least 95 of 100 persons by F1, by name', () => {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const file of readdirSync(shared).filter((name) => name.endsWith('.gold.json'))) {
      const gold = JSON.parse(readFileSync(join(shared, file), 'utf8')) as {
        persons: { name: string; optional?: boolean }[];
      };
      const found = new Set(names(readFileSync(join(shared, file.replace('.gold.json', '.txt')), 'utf8')));
      for (const { name, optional } of gold.persons) {
        if (found.delete(name)) right += optional ? 0 : 1;
        else missed += optional ? 0 : 1;
      }
      wrong += found.size;
    }
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThanOrEqual(0.95);
  });
});
