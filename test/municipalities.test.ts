import { describe, expect, it } from 'vitest';
import type { Extraction, Municipality } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

const read = (text: string, published?: string): Extraction =>
  extract({ ...plainArticle('example', text), ...(published ? { published, publishedMethod: 'given' } : {}) });

const municipalities = (text: string, published?: string): Municipality[] =>
  read(text, published).entities.filter((entity): entity is Municipality => entity.kind === 'municipality');

const names = (text: string, published?: string): string =>
  municipalities(text, published)
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ name }) => name)
    .join('; ');

const ids = (text: string, published?: string): string[] => municipalities(text, published).map(({ id }) => id);

/** Month of publication, text, all municipalities in it and no other. */
const HARD: readonly (readonly [string, string, string])[] = [
  // a town for its novads, where the article names that
  ['2018-05', 'Dienestu veido Limbažu novads. Limbaži gan vēl nezina, kad.', 'Limbažu novads'],
  [
    '2018-05',
    'Piedalās Kuldīgas un Skrundas novads. Kuldīgas pusē vadītāju meklē.',
    'Kuldīgas novads; Skrundas novads',
  ],
  ['2018-05', 'Dienestu veido Limbažu novads. Sanāksme notiks Limbažos.', 'Limbažu novads; Limbaži'],
  ['2018-05', 'Dienestu veido Limbažu novads. Viņa atbrauca no Limbažiem.', 'Limbažu novads; Limbaži'],
  ['2018-05', 'Rakstiet: Limbaži, Limbažu novads.', 'Limbaži; Limbažu novads'],
  ['2018-05', 'Runāja Limbažu novada dome un Limbažu pilsētas dome. Limbaži gavilē.', 'Limbažu novads; Limbaži'],
  ['2018-05', 'Aicinājumam nepievienojās Pāvilosta.', 'Pāvilostas novads'],
  // villages of the novads that the article is about
  ['2023-05', 'Valmieras novadā pieņem:\n* Rencēnos – pagasta namā.', 'Valmieras novads; Rencēnu pagasts'],
  ['2023-05', 'Bērni no Rēzeknes novada vasarā Maltā cepa maizi.', 'Rēzeknes novads; Maltas pagasts'],
  ['2023-05', 'Vasarā Maltā ir karsti.', ''],
  [
    '2008-05',
    'Iesaistījušies Bērzaunes pagasts, Vestiena un Cesvaines pilsēta.',
    'Bērzaunes pagasts; Vestienas pagasts; Cesvaine',
  ],
  [
    '2018-05',
    'Sadarbības līgumu parakstīja Alojas, Limbažu un Salacgrīvas novada pašvaldības.',
    'Alojas novads; Limbažu novads; Salacgrīvas novads',
  ],
  [
    '2018-05',
    'Projekta partneri ir Rīgas, Daugavpils, Liepājas un Ķekavas novada sociālie dienesti.',
    'Rīga; Daugavpils; Liepāja; Ķekavas novads',
  ],
  ['2018-05', 'Piedalās Cēsu, Valmieras un Gulbenes pašvaldību speciālisti.', 'Cēsu novads; Valmiera; Gulbenes novads'],
  [
    '2023-05',
    'Piedalās Cēsu, Valmieras un Gulbenes pašvaldību speciālisti.',
    'Cēsu novads; Valmieras novads; Gulbenes novads',
  ],
  [
    '2023-05',
    'Augšdaugavas novada Sventes pagastā un Ilūkstē atvērts dienas centrs.',
    'Augšdaugavas novads; Sventes pagasts; Ilūkste',
  ],
  ['2016-05', 'Daugavpils novadā un Daugavpilī strādā divi dienesti.', 'Daugavpils novads; Daugavpils'],
  [
    '2019-01',
    'Pilotprojektā iesaistītas 16 pašvaldības: Aizpute, Burtnieki, Jaunjelgava, Ķekava, Lielvārde, Rēzeknes novads, Rēzekne un Valmiera.',
    'Aizputes novads; Burtnieku novads; Jaunjelgavas novads; Ķekavas novads; Lielvārdes novads; Rēzeknes novads; Rēzekne; Valmiera',
  ],
  ['2020-10', 'Seminārs notiks Ropažos, Ulbrokā un Ķekavā.', 'Ropažu novads; Ķekavas pagasts'],
  ['2022-10', 'Seminārs notiks Ropažos, Ādažos un Ķekavā.', 'Ropažu pagasts; Ādaži; Ķekava'],
  ['2019-10', 'Pakalpojums pieejams Saldū, Brocēnos un Apē.', 'Saldus; Brocēni; Ape'],
  ['2019-10', 'Balvu saņēma Madona Ozola un Jānis Liepa.', ''],
  ['2019-10', 'Nometnē bija bērni no Balviem, Madonas, Līvāniem un Preiļiem.', 'Balvi; Madona; Līvāni; Preiļi'],
  ['2019-10', 'Kā stāsta Anna Dobele, dienests palīdz ģimenēm. Dobele norāda, ka rinda ir gara.', ''],
  [
    '2019-10',
    'Salas novada Salas pagastā un Babītes novada Salas pagastā atver punktus.',
    'Salas novads; Salas pagasts; Babītes novads; Salas pagasts',
  ],
  ['2019-10', 'Salas pagastā Babītes novadā notika apspriešana.', 'Salas pagasts; Babītes novads'],
  ['2019-10', 'Ilūkstes novada Pilskalnes pagastā tiek atvērts centrs.', 'Ilūkstes novads; Pilskalnes pagasts'],
  [
    '2019-10',
    'Vidzemes plānošanas reģiona Cēsu, Priekuļu, Vecpiebalgas un Jaunpiebalgas novados',
    'Cēsu novads; Priekuļu novads; Vecpiebalgas novads; Jaunpiebalgas novads',
  ],
  [
    '2019-10',
    'Projekta mērķgrupa ir Rēzeknes un Daugavpils republikas pilsētu, kā arī Ludzas, Kārsavas, Ciblas un Zilupes novadu iedzīvotāji.',
    'Rēzekne; Daugavpils; Ludzas novads; Kārsavas novads; Ciblas novads; Zilupes novads',
  ],
  [
    '2022-10',
    'Tikšanās Liepājas valstspilsētā, Dienvidkurzemes novadā un Kuldīgas novada Skrundas pilsētā',
    'Liepāja; Dienvidkurzemes novads; Kuldīgas novads; Skrunda',
  ],
  ['2019-10', 'Jēkabpils pilsētas un Krustpils novada bāriņtiesa', 'Jēkabpils; Krustpils novads'],
  [
    '2019-10',
    'Kandavas novada Zemītē notika talka, bet Vānē – koncerts.',
    'Kandavas novads; Zemītes pagasts; Vānes pagasts',
  ],
  [
    '2019-10',
    'Lai saņemtu pabalstu, jādodas uz Rīgas ielu 12, Tukumā, nevis uz Kuldīgas ielu Saldū.',
    'Tukums; Saldus',
  ],
  ['2001-03', 'Alūksnes pašvaldība un Robežnieku pagasta padome.', 'Alūksne; Robežnieku pagasts'],
  [
    '2019-10',
    'Pieteikties līdz 1. maijam Bauskas, Iecavas, Rundāles un Vecumnieku novados, kā arī Aizkrauklē, Jaunjelgavā un Neretā.',
    'Bauskas novads; Iecavas novads; Rundāles novads; Vecumnieku novads; Aizkraukle; Jaunjelgava; Neretas pagasts',
  ],
  ['2019-10', 'JELGAVAS UN OZOLNIEKU NOVADĀ SĀKAS PROJEKTS', 'Jelgavas novads; Ozolnieku novads'],
  ['2019-10', 'Ogres upes krastā, Engures ezera malā un Amatas ielejā.', ''],
  [
    '2019-10',
    'Pārstāvji no Tukuma nov., Engures pag. un Kandavas nov.',
    'Tukuma novads; Engures pagasts; Kandavas novads',
  ],
  ['2019-10', 'Konkursā uzvarēja Gulbenes 2. vidusskola un Valkas Mākslas skola.', 'Gulbene; Valka'],
  [
    '2019-10',
    'Rīgas, Jūrmalas, Ventspils pilsētas un Carnikavas, Saulkrastu novada pārstāvji',
    'Rīga; Jūrmala; Ventspils; Carnikavas novads; Saulkrastu novads',
  ],
  ['2019-10', '28 vietvaras, to vidū Sigulda un Ikšķile, ir pievienojušās.', 'Siguldas novads; Ikšķiles novads'],
  [
    '2019-10',
    'Līgumu slēdza ar četriem novadiem – Amatas, Raunas, Pārgaujas un Priekuļu.',
    'Amatas novads; Raunas novads; Pārgaujas novads; Priekuļu novads',
  ],
  [
    '2019-10',
    'Lielvārdes, Ikšķiles, Ogres un Ķeguma novads apvienosies.',
    'Lielvārdes novads; Ikšķiles novads; Ogres novads; Ķeguma novads',
  ],
  ['2021-12', 'Ogres novada pašvaldība, Ikšķiles pilsētas pārvalde.', 'Ogres novads; Ikšķile'],
  [
    '2019-10',
    'Kocēnu, Beverīnas, Burtnieku, Mazsalacas, Naukšēnu, Rūjienas, Strenču novadu un Valmieras pilsētas apvienošana',
    'Kocēnu novads; Beverīnas novads; Burtnieku novads; Mazsalacas novads; Naukšēnu novads; Rūjienas novads; Strenču novads; Valmiera',
  ],
  [
    '2019-10',
    'Viesītes, Jaunpils, Vaiņodes, Priekules, Grobiņas, Durbes, Pāvilostas un Nīcas pašvaldību',
    'Viesītes novads; Jaunpils novads; Vaiņodes novads; Priekules novads; Grobiņas novads; Durbes novads; Pāvilostas novads; Nīcas novads',
  ],
  ['2019-10', 'No Liepājas, kur dzīvo Zane Auce, līdz Nīcai ir 20 kilometri.', 'Liepāja; Nīcas pagasts'],
  ['2019-10', 'Projekts “Dzīvo vesels Rojā” sākas Rojas novadā.', 'Rojas novads'],
  ['2019-10', 'Strazdes pagasta bibliotēkā un Laidzes tehnikumā', 'Strazdes pagasts'],
  [
    '2018-05',
    'Projektā piedalās šādas pašvaldības:\n• Aizpute\n• Burtnieki\n• Rēzeknes novads\n• Rēzekne\n\nTurpmāk par to ziņos.',
    'Aizputes novads; Burtnieku novads; Rēzeknes novads; Rēzekne',
  ],
  [
    '2018-05',
    'Projektā piedalās:\n\n- Aizputes novads\n- Ādažu novads\n\n- Valmiera\n',
    'Aizputes novads; Ādažu novads; Valmiera',
  ],
  [
    '2018-05',
    'Iesaistītie novadi:\nAglona\nBaltinava\nBalvi\nCibla',
    'Aglonas novads; Baltinavas novads; Balvu novads; Ciblas novads',
  ],
  [
    '2018-05',
    'Pieteikušās Alojas, Ādažu, Babī-\ntes, Garkal-\nnes un Tukuma\npašvaldības.',
    'Alojas novads; Ādažu novads; Babītes novads; Garkalnes novads; Tukuma novads',
  ],
  [
    '2018-05',
    'Pieteikušās Alojas, Ādažu,\nBabītes, Baldones, Carnikavas,\nEngures un\nTukuma novadu\npašvaldības.',
    'Alojas novads; Ādažu novads; Babītes novads; Baldones novads; Carnikavas novads; Engures novads; Tukuma novads',
  ],
  [
    '2018-05',
    'Rēzeknes novada Maltas, Kaunatas un Dricānu pagastos, kā arī Viļānos strādā brigāde.',
    'Rēzeknes novads; Maltas pagasts; Kaunatas pagasts; Dricānu pagasts; Viļāni',
  ],
  [
    '2018-05',
    'Darbinieki ieradās no Jelgavas pilsētas, Jelgavas novada, Dobeles, Auces un Tērvetes novadiem.',
    'Jelgava; Jelgavas novads; Dobeles novads; Auces novads; Tērvetes novads',
  ],
  [
    '2018-05',
    'Aptauja aptver 9 republikas pilsētas (Rīgu, Daugavpili, Jelgavu, Jēkabpili, Jūrmalu, Liepāju, Rēzekni, Valmieru un Ventspili) un 110 novadus.',
    'Rīga; Daugavpils; Jelgava; Jēkabpils; Jūrmala; Liepāja; Rēzekne; Valmiera; Ventspils',
  ],
  ['2018-05', 'Tukuma novada dome, Tukuma pilsētā, Talsu ielā 4; tālr. Tukumā 631.', 'Tukuma novads; Tukums'],
  ['2018-05', 'Ogres novada sociālais dienests, Ogrē, Upes ielā 16', 'Ogres novads; Ogre'],
  [
    '2018-05',
    '“Mālpils novada Sociālais dienests” un “Ropažu novada dome” noslēdza līgumu ar SIA “Saldus medicīnas centrs”.',
    'Mālpils novads; Ropažu novads; Saldus',
  ],
  [
    '2018-05',
    'Limbažu, Salacgrīvas un Alojas novadu sociālo dienestu vadītājas un Krimuldas novada domes priekšsēdētājs Linards Ķirpe',
    'Limbažu novads; Salacgrīvas novads; Alojas novads; Krimuldas novads',
  ],
  [
    '2018-05',
    'Sanāksmē Balvos piedalījās Balvu, Viļakas, Rugāju un Baltinavas novada pārstāvji.',
    'Balvi; Balvu novads; Viļakas novads; Rugāju novads; Baltinavas novads',
  ],
  [
    '2024-05',
    'Balvos, Viļakā, Rugājos un Baltinavā atvērs punktus, informē Balvu novada pašvaldība.',
    'Balvi; Viļaka; Rugāju pagasts; Baltinavas pagasts; Balvu novads',
  ],
  ['2024-05', 'Bijušā Ikšķiles novada iedzīvotāji un Ķeguma pilsētas ļaudis.', 'Ikšķiles novads; Ķegums'],
  ['2018-05', 'Mēs esam no Rīgas, bet viņi – no Cēsīm, Siguldas un Saulkrastiem.', 'Rīga; Cēsis; Sigulda; Saulkrasti'],
  ['2018-05', 'Valmieras un Cēsu rajona laikraksts', 'Valmieras rajons; Cēsu rajons'],
  [
    '2018-05',
    'Latgales reģiona pašvaldību (Daugavpils pilsētas, Rēzeknes pilsētas, Krāslavas, Dagdas, Aglonas, Ludzas un Preiļu novada) speciālisti',
    'Daugavpils; Rēzekne; Krāslavas novads; Dagdas novads; Aglonas novads; Ludzas novads; Preiļu novads',
  ],
  ['2018-05', 'Alūksnes un Apes novadā; Gulbenes novadā', 'Alūksnes novads; Apes novads; Gulbenes novads'],
  ['2018-05', 'Rundāles novadā, Pilsrundālē, notika konference, ko atklāja Aivars Stūrmanis.', 'Rundāles novads'],
  [
    '2018-05',
    'Kuldīgas novada pašvaldības aģentūra “Sociālais dienests”, Skrundas novada Sociālais dienests un Alsungas novada Sociālais dienests',
    'Kuldīgas novads; Skrundas novads; Alsungas novads',
  ],
  [
    '2018-05',
    'Novadu vidū – Amata, Līgatne, Pārgauja, Rauna.',
    'Amatas novads; Līgatnes novads; Pārgaujas novads; Raunas novads',
  ],
  ['2018-05', 'Sociālā dienesta (Bauska) darbiniece un bāriņtiesa (Iecavas novads).', 'Bauska; Iecavas novads'],
  [
    '2018-05',
    'Salacgrīvas novada Ainažos un Staicelē (Alojas novads)',
    'Salacgrīvas novads; Ainaži; Staicele; Alojas novads',
  ],
  [
    '2018-05',
    'Mārupes, Babītes, Olaines, un Stopiņu novads',
    'Mārupes novads; Babītes novads; Olaines novads; Stopiņu novads',
  ],
  [
    '2018-05',
    'Krustpils novada Kūku pagastā, Variešos un Mežārē',
    'Krustpils novads; Kūku pagasts; Variešu pagasts; Mežāres pagasts',
  ],
  [
    '2018-05',
    'Kurzemes plānošanas reģionā ietilpst Liepāja un Ventspils, kā arī Aizputes, Alsungas u. c. novadi.',
    'Liepāja; Ventspils; Aizputes novads; Alsungas novads',
  ],
  [
    '2018-05',
    'Piedalījās Rīgas domes Labklājības departamenta, Jūrmalas Labklājības pārvaldes un Siguldas novada Sociālā dienesta pārstāvji',
    'Rīga; Jūrmala; Siguldas novads',
  ],
  ['2018-05', 'Anda Liepāja un Zane Talsu novadā', 'Talsu novads'],
  [
    '2018-05',
    'Bērni no Auces, Apes un Saldus novada. Saldus bērnu nams.',
    'Auces novads; Apes novads; Saldus novads; Saldus',
  ],
  ['2018-05', 'Ropažu novada Zaķumuižā; Stopiņu novada Ulbrokā', 'Ropažu novads; Stopiņu novads'],
  ['2018-05', 'Projekta partneris ir Tartu pilsēta, Valgas pašvaldība un Valkas novada dome.', 'Valkas novads'],
  [
    '2018-05',
    'Pasākumi notika Jēkabpilī, Jēkabpils novadā, Krustpils novadā, Salas novadā un Viesītē.',
    'Jēkabpils; Jēkabpils novads; Krustpils novads; Salas novads; Viesīte',
  ],
];

describe('municipalities', () => {
  it.each(HARD)('%s %s', (published, text, expected) => expect(names(text, published)).toBe(expected));

  it('cover the name and a singular kind word, of a list only the name', () => {
    const text = 'Pieteikušās Alojas un Tukuma pašvaldības, arī Ķekavas\nnovads.';
    const texts = municipalities(text).flatMap(({ mentions }) => mentions.map((mention) => mention.text));
    expect(texts).toEqual(['Alojas', 'Tukuma', 'Ķekavas\nnovads']);
  });

  it('are one for all mentions of a name', () => {
    const [novads, town] = municipalities('Saldus novadā un Saldū. Saldus novada dome. Saldus pilsēta.', '2019-05-05');
    expect(novads?.mentions.length).toBe(2);
    expect(town?.mentions.map(({ text }) => text)).toEqual(['Saldū', 'Saldus pilsēta']);
    expect(novads?.name).toBe('Saldus novads');
  });

  it('keep the city under the names that the article uses', () => {
    const [city] = municipalities('Rēzeknes pilsētas dienests atrodas Rēzeknē.', '2019');
    expect(city).toMatchObject({ name: 'Rēzekne', aliases: ['Rēzeknes pilsēta'], type: 'republikas pilsēta' });
  });
});

describe('the time of an article', () => {
  it('is its publication date', () => {
    expect(ids('Tukuma novads', '2015-01-01')).toEqual(['novads-tukuma-2009']);
    expect(ids('Tukuma novads', '2022-01-01')).toEqual(['novads-tukuma-2021']);
    expect(ids('Strazdes pagasts', '2003')).toEqual(['pagasts-strazdes-pre2009']);
    expect(ids('Varakļānu pilsēta', '2025-08-14')).toEqual(['pilseta-varaklani-2025']);
  });

  it('else follows from its dates', () => {
    expect(ids('2001. gada 29. maijā Robežnieku pagastā atvēra māju.')).toEqual(['pagasts-robeznieku-pre2009']);
    expect(ids('Tukuma novadā 2016. gada 3. martā tikās.')).toEqual(['novads-tukuma-2009']);
  });

  it('else from names that only one time had', () => {
    expect(ids('Jaunjelgavas novads un Tukuma novads')).toEqual(['novads-jaunjelgavas-2009', 'novads-tukuma-2009']);
    expect(ids('Augšdaugavas novads un Tukuma novads')).toEqual(['novads-augsdaugavas-2021', 'novads-tukuma-2021']);
  });

  it('else is today', () => expect(ids('Tukuma novads')).toEqual(['novads-tukuma-2021']));

  it('knows from when a city is one of its own', () => {
    const text = 'Sāk divas pašvaldības: Ventspils pilsēta, Kandavas novads un Ogre.';
    expect(ids(text, '2019-09-05')).toContain('novads-ogres-2009');
    expect(ids(text, '2023-09-05')).toContain('valstspilseta-ogre-2021');
  });

  it('does not change a name that had gone by then', () => {
    expect(ids('Talsu rajona Strazdē', '2023-09-30')).toEqual(['rajons-talsu', 'pagasts-strazdes-2021']);
    expect(ids('Daugavpils novads', '2023-09-30')).toEqual(['novads-daugavpils-2009']);
  });
});

describe('pagasti of one name', () => {
  it('are told apart by the novads that the article names', () => {
    expect(ids('Babītes novada dome lēma par Salas pagastu.', '2019')).toContain('pagasts-salas-babites-2009');
    expect(ids('Pilskalnes pagastā, Neretas novadā.', '2019')).toContain('pagasts-pilskalnes-neretas-2009');
  });

  it('are two when the article names both', () => {
    const text = 'Salas novada Salas pagastā un Babītes novada Salas pagastā.';
    expect(ids(text, '2019')).toEqual([
      'novads-salas-2009',
      'pagasts-salas-salas-2009',
      'novads-babites-2009',
      'pagasts-salas-babites-2009',
    ]);
  });

  it('are unsure when nothing tells', () => {
    const [unsure] = municipalities('Pilskalnes pagastā tikās.', '2019');
    const [sure] = municipalities('Kombuļu pagastā tikās.', '2019');
    expect(unsure?.confidence).toBeLessThan(0.6);
    expect(sure?.confidence).toBeGreaterThan(0.9);
  });
});
