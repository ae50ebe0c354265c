import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DateEntity } from '../pipeline/0-contract/types.js';
import { checkYaml } from '../pipeline/0-contract/yaml.js';
import { months, timeWords } from '../pipeline/0-latvian/time-words.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

const datesOf = (text: string, published?: string, title = ''): DateEntity[] => {
  const article = plainArticle('test', text);
  return extract({ ...article, title, ...(published ? { published, publishedMethod: 'given' } : {}) }).entities.filter(
    (entity): entity is DateEntity => entity.kind === 'date',
  );
};
const valuesOf = (...parameters: Parameters<typeof datesOf>): string[] =>
  datesOf(...parameters).map(({ value }) => value);

describe('a date without its year', () => {
  it('stays without one where nothing tells', () => {
    expect(valuesOf('Seminārs notika 20. oktobrī.')).toEqual(['--10-20']);
    expect(valuesOf('No 27. līdz 29. septembrim notika skola. Programma 2021.-2027. gadam to atbalsta.')).toEqual([
      '--09-27/--09-29',
      '2021/2027',
    ]);
  });

  it('has none where it comes every year', () => {
    expect(valuesOf('Katru gadu 15. maijā svin ģimenes dienu, ik gadu decembrī ir talka.', '2021-03-12')).toEqual([
      '--05-15',
      '--12',
    ]);
  });

  it('takes that of the same day in the headline', () => {
    expect(valuesOf('Sanāksme 13. decembrī (2019)\n\n13. decembrī Cēsīs notika sanāksme.')).toEqual(['2019-12-13']);
  });

  it('takes that of the list it stands in', () => {
    expect(valuesOf('Semināri būs 2019. gada 5. martā Rīgā un 12. martā Cēsīs.')).toEqual(['2019-03-05', '2019-03-12']);
    expect(valuesOf('2018. gadā semināri notiks:\n- 5. martā Rīgā;\n- 12. aprīlī Cēsīs.')).toEqual([
      '2018',
      '2018-03-05',
      '2018-04-12',
    ]);
  });

  it('does not take that of another matter', () => {
    expect(valuesOf('Līgums noslēgts 2015. gada 5. martā, bet svētki notiks 12. jūnijā.')).toEqual([
      '2015-03-05',
      '--06-12',
    ]);
    expect(valuesOf('Kopš 2015. gada strādā centrs. Svētki notiks 12. jūnijā.')).toEqual(['2015', '--06-12']);
  });

  it('counts from the publication date', () => {
    expect(valuesOf('Svētki notiks 12. jūnijā.', '2018-05-30')).toEqual(['2018-06-12']);
    expect(valuesOf('Sanāksme notika 13. decembrī.', '2020-01-07')).toEqual(['2019-12-13']);
    expect(valuesOf('Kursi notiks no 28. decembra līdz 3. janvārim.', '2019-12-01')).toEqual(['2019-12-28/2020-01-03']);
  });

  it('takes the one year of a period in which the weekday fits', () => {
    const period = 'Projekts uzsākts 2015. gada aprīlī un turpināsies līdz 2023. gada decembrim.';
    expect(valuesOf(`Sanāksme notiks ceturtdien, 5. decembrī. ${period}`)).toEqual([
      '2019-12-05',
      '2015-04',
      '2023-12',
    ]);
    expect(valuesOf(`Sanāksme notiks 5. decembrī. ${period}`)).toContain('--12-05');
    expect(valuesOf('Sanāksme notiks ceturtdien, 5. decembrī.')).toEqual(['--12-05']);
  });

  it('takes the year named last for «tā paša gada»', () => {
    expect(valuesOf('Centrs atvērts 2014. gada 26. aprīlī, un tā paša gada augustā to slēdza.')).toEqual([
      '2014-04-26',
      '2014-08',
    ]);
  });
});

describe('relative dates', () => {
  it('count from the publication date, and make none without it', () => {
    expect(valuesOf('Šonedēļ, vakar un šogad.', '2019-12-11')).toEqual(['2019-12-09/2019-12-15', '2019-12-10', '2019']);
    expect(valuesOf('Šonedēļ, vakar, otrdien un šogad.')).toEqual([]);
  });

  it('count from the date with which their own item begins', () => {
    expect(valuesOf('Lasi arī: 08.08.2017. Plāns būs gatavs šī gada beigās, augusta vidū.', '2016-07-15')).toEqual([
      '2017-08-08',
      '2017',
      '2017-08',
    ]);
  });
});

describe('what is no date', () => {
  for (const text of [
    'Projekta nr. 2012.EEZ/PP/1/MAC/150/008',
    'ESF projekts Nr. 9.2.1.1/15/I/001, 4.3.5.4. pasākums, 1.4.1.2.4. apakšaktivitāte',
    'Saskaņā ar Ministru kabineta 2019. gada 2. aprīļa noteikumiem Nr. 138',
    'Darba laiks plkst. 10:00, Dārza ielā 11, tālrunis 2010-2017',
    'No 110 000 eiro 88-100 stundu laikā 7 gadus un 6 mēnešus vecie 63 gadus',
    'Uz tikšanos ieradās Maija, Marta un Augusts.',
  ]) {
    it(text, () => expect(valuesOf(text, '2019-05-16')).toEqual([]));
  }
});

describe('date entities', () => {
  it('are one for each value, with first and last day', () => {
    const [date, ...others] = datesOf('No 16.05.2019. strādā centrs; 2019. gada 16. maijā to atklāja.');
    expect(others).toEqual([]);
    expect(date).toMatchObject({ id: 'date-2019-05-16', from: '2019-05-16', to: '2019-05-16', precision: 'day' });
    expect(date?.mentions.map(({ text }) => text)).toEqual(['16.05.2019.', '2019. gada 16. maijā']);
  });

  it('of a list of days that are not in a row are several, each with its own span', () => {
    const dates = datesOf('Semināri 2018. gada 5. un 12. martā Rīgā.');
    expect(dates.map(({ value, mentions }) => [value, mentions[0]?.text])).toEqual([
      ['2018-03-05', '2018. gada 5.'],
      ['2018-03-12', '12. martā'],
    ]);
  });
});

describe('the words of time', () => {
  it('hold all cases of the months', () => {
    for (const form of ['janvāris', 'aprīļa', 'maijam', 'jūniju', 'septembrī', 'okt'])
      expect(months.get(form)).toBeGreaterThan(0);
    expect(new Set(months.values()).size).toBe(12);
    expect(timeWords('weekday').get('ceturtdien')).toBe('4');
  });

  it('of a YAML file are checked, and a fault is told with its line', () => {
    const schema = z.strictObject({ rules: z.array(z.strictObject({ id: z.string(), confidence: z.number() })) });
    const text = 'rules:\n  - id: date.a\n    confidence: 1\n  - id: date.b\n    confidence: high\n';
    expect(() => checkYaml(text, 'graph/schema.yaml', schema)).toThrow(/^graph\/schema\.yaml:5: .*number/u);
    expect(() => checkYaml('rules: [\n', 'x.yaml', schema)).toThrow(/^x\.yaml:\d+: /u);
  });
});
