import { describe, expect, it } from 'vitest';
import type { Project } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

const projects = (text: string): Project[] =>
  extract(plainArticle('example', text)).entities.filter((entity): entity is Project => entity.kind === 'project');
const names = (text: string): string[] => projects(text).map(({ name }) => name);

describe('titles of projects', () => {
  it.each([
    ['“', '”'],
    ['„', '”'],
    ['„', '“'],
    ['„', '"'],
    ['"', '"'],
    ['«', '»'],
    ['”', '”'],
    ["''", "''"],
  ])('between %s and %s', (open, close) => {
    expect(names(`Novads piedalās projektā ${open}Soli pa solim, kopā${close} kopš maija.`)).toEqual([
      'Soli pa solim, kopā',
    ]);
  });

  it.each([
    ['Sākas projekts „Klubs „Logs” – vieta visiem”, kas ilgs gadu.', 'Klubs „Logs” – vieta visiem'],
    ['Projekta Atbalsts ģimenēm krīzē Nr. 9.2.1.1/15/I/001 ietvaros strādā desmit.', 'Atbalsts ģimenēm krīzē'],
    ['Darbs notiek projektā Atbalsts ģimenei šodien Nr.9.2.2.3./17/I/004.', 'Atbalsts ģimenei šodien'],
    [
      'Desmit piedalās pilotprojektā - metodikas darbam ar senioriem aprobēšana kopā ar citiem.',
      'metodikas darbam ar senioriem aprobēšana',
    ],
    [
      'Turpinās Kurzemes plānošanas reģiona (KPR) deinstitucionalizācijas projekts.',
      'Kurzemes plānošanas reģiona deinstitucionalizācijas projekts',
    ],
    ['“Soli tuvāk” projekta vadītāja stāsta.', 'Soli tuvāk'],
    ['Projekts, kura nosaukums ir “Kopā mājās”, sāksies martā.', 'Kopā mājās'],
  ])('%s', (text, expected) => expect(names(text)).toEqual([expected]));

  it.each([
    'Seminārs “Sociālais darbs šodien”, konkurss “Gada balva” un pakalpojums “Atelpas brīdis”.',
    'Saeimā iesniegts likuma projekts “Grozījumi Bērnu tiesību likumā”.',
    'Projekta vadītāja Rita Stūrane un projekta partneri tikās Cēsīs.',
    'Projektu konkursā “Atspēriens” uzvarēja trīs biedrības.',
    'Eiropas Savienības programma “Cilvēki un darbs” ir noslēgusies.',
  ])('none in: %s', (text) => expect(names(text)).toEqual([]));
});

describe('numbers of projects', () => {
  it.each([
    ['projekts “Kopā” (Nr.9.2.1.1./15/I/001)', '9.2.1.1/15/I/001'],
    ['projekts Nr. 9.2.2.1/15/I/005 „Kopā”', '9.2.2.1/15/I/005'],
    ['projekts „Kopā” (projekta nr. 2012.EEZ/PP/1/MAC/150/008)', '2012.EEZ/PP/1/MAC/150/008'],
    ['4.3.5.4. pasākuma projekts “Kopā”', '4.3.5.4'],
    ['projekts „Kopā” (līguma Nr. 1DP/1.4.1.2.4./09/IPIA/NVA/012)', '1DP/1.4.1.2.4/09/IPIA/NVA/012'],
    ['projekts „Kopā” (Nr. LLI-917)', 'LLI-917'],
  ])('%s', (text, expected) => {
    expect(projects(`Sākas ${text}.`).map(({ name, number }) => [name, number])).toEqual([['Kopā', expected]]);
  });

  it('is not a date or a time', () => {
    expect(projects('Sākas projekts “Kopā”, 16.05.2019. plkst. 10.00.')[0]?.number).toBeUndefined();
  });
});

describe('one project', () => {
  it('is one under a misspelt title and by its number', () => {
    const text =
      'Sākas projekts “Atbalsta tīkls senioriem” (Nr. 9.2.2.1/15/I/003). Projekts “Atbalsta tikls senioriem” aug. Projekta Nr. 9.2.2.1./15/I/003 ietvaros remontē telpas.';
    expect(projects(text).map(({ mentions }) => mentions.length)).toEqual([3]);
  });

  it('is another one when a digit differs', () => {
    expect(
      names('Beidzas projekts “Pakalpojumi mājās 1. kārta”, sākas projekts “Pakalpojumi mājās 2. kārta”.'),
    ).toHaveLength(2);
  });

  it('is meant by «projekts», a pilot by «pilotprojekts»', () => {
    const text =
      'Projekta “Atbalsts ģimenei” ietvaros sākas pilotprojekts “Palīgs blakus”.\n\nPilotprojektā strādā desmit. Projekts ilgs gadu.';
    const found = projects(text);
    expect(found.map(({ name, mentions }) => [name, mentions.at(-1)?.text])).toEqual([
      ['Atbalsts ģimenei', 'Projekts'],
      ['Palīgs blakus', 'Pilotprojektā'],
    ]);
    expect(found[1]).toMatchObject({ type: 'pilot', partOf: found[0]?.id });
  });

  it('has the period that one or two sentences give, with them', () => {
    const one = projects(
      'Sākas projekts “Kopā”. Projekts uzsākts 2015. gada aprīlī un turpināsies līdz 2023. gada decembrim.',
    )[0];
    expect(one?.period).toBe('2015-04/2023-12');
    expect(one?.periodEvidence).toHaveLength(1);
    const two = projects(
      'No 16.05.2019. novads piedalās pilotprojektā “Palīgs”.\n\nPilotprojekts ilgst 6 mēnešus līdz 2019. gada 31. oktobrim.',
    )[0];
    expect(two?.period).toBe('2019-05-16/2019-10-31');
    expect(two?.periodEvidence?.map(({ sentence }) => sentence)).toEqual([0, 1]);
  });

  it('does not take the dates of what happened within it', () => {
    const text = 'Projekta “Kopā” ietvaros no 2019. gada 27. līdz 29. septembrim notika vasaras skola.';
    expect(projects(text)[0]?.period).toBeUndefined();
  });
});
