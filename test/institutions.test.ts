import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dataPath } from '../pipeline/0-contract/root.js';
import type { Institution } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { segment } from '../pipeline/3-segment/segment.js';
import { recognise } from '../pipeline/4-recognise/recognise.js';
import { resolve } from '../pipeline/5-resolve/resolve.js';
import { locationFactRules } from '../pipeline/6-relate/locations.js';
import { relate } from '../pipeline/6-relate/relate.js';

function read(text: string) {
  const doc = segment(plainArticle('example', text));
  const entities = resolve(doc, recognise(doc));
  return { doc, entities, institutions: entities.filter((e): e is Institution => e.kind === 'institution') };
}
const names = (text: string): string[] => read(text).institutions.map(({ name }) => name);
const surfaces = (text: string, name: string): string[] =>
  read(text)
    .institutions.find((institution) => institution.name === name)
    ?.mentions.map((mention) => mention.text) ?? [];

describe('names of institutions', () => {
  it.each([
    // owner, head noun, quoted part, in any case
    [
      'Talsu novada pašvaldības aģentūrai “Sociālais dienests” ir telpas.',
      'Talsu novada pašvaldības aģentūra “Sociālais dienests”',
    ],
    [
      'To saka Ogres pilsētas pašvaldības iestādes Sociālais dienests vadītāja.',
      'Ogres pilsētas pašvaldības iestāde Sociālais dienests',
    ],
    [
      'Atbild Madonas novada pašvaldības iestāde "Madonas novada Sociālais dienests".',
      'Madonas novada Sociālais dienests',
    ],
    ['Pulcējās VSIA „Slimnīca „Krastmala”” zālē.', 'VSIA “Slimnīca “Krastmala””'],
    [
      'Jaunums nodibinājuma „Vidzemes reģionālā atbalsta centra Ausma" zālē.',
      'Vidzemes reģionālais atbalsta centrs Ausma',
    ],
    ['Palīdz krīzes centrs „Krasts" un citi.', 'krīzes centrs “Krasts”'],
    // one institution of many municipalities
    ['Runāja Amatas, Raunas un Cēsu novadu bāriņtiesas vadītāja.', 'Amatas, Raunas un Cēsu novadu bāriņtiesa'],
    // parts of institutions
    [
      'LM Sociālā darba un sociālās palīdzības politikas departamenta eksperte.',
      'LM Sociālā darba un sociālās palīdzības politikas departaments',
    ],
    [
      'Balso Dobeles novada domes Sociālo un veselības jautājumu komitejā.',
      'Dobeles novada domes Sociālo un veselības jautājumu komiteja',
    ],
    // abroad
    ['Viesi no Kēdaiņu sociālās aprūpes mājas.', 'Kēdaiņu sociālās aprūpes māja'],
    ['Viesi no Akmenes rajona pašvaldības administrācijas.', 'Akmenes rajona pašvaldības administrācija'],
    // adjectives and instrumentals
    ['Lēmumu pieņēma Latvijas Nacionālā sporta padome.', 'Latvijas Nacionālā sporta padome'],
    [
      'Plānu raksta Kurzemes Cilvēku ar īpašām vajadzībām sadarbības organizācija.',
      'Kurzemes Cilvēku ar īpašām vajadzībām sadarbības organizācija',
    ],
    ['Runā Latvijas Pieaugušo izglītības apvienība.', 'Latvijas Pieaugušo izglītības apvienība'],
    ['Mācās Rīgas 24. vidusskolā.', 'Rīgas 24. vidusskola'],
    // a verb that begins the sentence is no owner
    ['Aicina Cēsu novada dome.', 'Cēsu novada dome'],
  ])('%s', (text, expected) => expect(names(text)).toContain(expected));

  it.each([
    'Pašvaldību sociālo dienestu darbinieki un sociālā dienesta vadītāji tikās.',
    'Nevalstiskās organizācijas aicina palīdzēt.',
    'Tika apmeklēts centrs, kas darbojas par ziedojumiem. Otrs centrs ir lielāks.',
    'Noslēgusies vasaras skola “Darbs ar ģimenēm”.',
    'Pakalpojums “Atelpas brīdis” un nometne “Kopā” ir bez maksas.',
    'Uzsākts darbs mājā Šaurā ielā 28.',
    'Līgums Nr. 1DP/1.4.1.2.4./09/IPIA/NVA/012 noslēgts.',
    'Noslēdzies projekts “Klubs “Logs” – vieta visiem”.',
  ])('none in: %s', (text) => expect(names(text)).toEqual([]));

  it('finds each institution known everywhere by the name in its table', () => {
    const rows = parse(readFileSync(dataPath('lexicon', 'known-institutions.csv'), 'utf8'), {
      columns: true,
      comment: '#',
      comment_no_infix: true,
    }) as { name: string }[];
    expect(rows.length).toBeGreaterThan(100);
    const missing = rows.filter(({ name }) => !names(`Par to raksta ${name}.`).includes(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe('one institution under several names', () => {
  it('takes the short name that the article introduces, in all its cases', () => {
    const text =
      'Ludzas novada pašvaldības iestāde “Sociālais dienests” (turpmāk – Dienests) aug. Par Dienesta telpām rūpējas dome. Dienestā strādā desmit.';
    expect(surfaces(text, 'Ludzas novada pašvaldības iestāde “Sociālais dienests”').slice(1)).toEqual([
      'Dienests',
      'Dienesta',
      'Dienestā',
    ]);
  });

  it('takes an abbreviation in brackets, for that article only', () => {
    expect(surfaces('Ausmas Atbalsta biedrība (AAB) aug. AAB ir spēcīga.', 'Ausmas Atbalsta biedrība')).toEqual([
      'Ausmas Atbalsta biedrība',
      'AAB',
      'AAB',
    ]);
    expect(names('AAB ir spēcīga.')).toEqual([]);
  });

  it('gives a name without an owner the municipality of the article', () => {
    const text = 'Daugavpils novada speciālisti atgriezās. Par to stāsta novada Sociālā dienesta vadītāja.';
    expect(names(text)).toEqual(['Daugavpils novada Sociālais dienests']);
  });

  it('makes nothing of it where the municipality cannot be told', () => {
    expect(names('Sociālais dienests sāk darbu.')).toEqual([]);
    expect(names('Talsu novadā un Saldus novadā, stāsta Sociālā dienesta vadītāja, strādā desmit.')).toEqual([]);
  });

  it('follows the municipality of the sentence, not the last service named', () => {
    const text = 'Rakstu gatavo Talsu novada Sociālais dienests. Saldus novadā to dara Sociālā dienesta vadītāja.';
    expect(names(text)).toEqual(['Talsu novada Sociālais dienests', 'Saldus novada Sociālais dienests']);
  });

  it('keeps the services of two municipalities apart', () => {
    const text = 'Tikās Talsu novada Sociālais dienests un Saldus novada Sociālais dienests.';
    expect(names(text)).toEqual(['Talsu novada Sociālais dienests', 'Saldus novada Sociālais dienests']);
  });

  it('joins a quoted name with and without its legal form', () => {
    const text = 'Strādā VSIA “Slimnīca “Krastmala””. Dārzu veido pie slimnīcas “Krastmala”.';
    expect(surfaces(text, 'VSIA “Slimnīca “Krastmala””')).toHaveLength(2);
  });
});

describe('where an institution is', () => {
  const located = (text: string): string[] => {
    const { doc, entities } = read(text);
    const name = new Map(entities.map((entity) => [entity.id, entity.name]));
    return relate(doc, entities, locationFactRules).map(({ from, to }) => `${name.get(from)} → ${name.get(to)}`);
  };

  it('says its own name, with each municipality of a list', () => {
    expect(located('Runāja Amatas un Cēsu novadu bāriņtiesas vadītāja.')).toEqual([
      'Amatas un Cēsu novadu bāriņtiesa → Amatas novads',
      'Amatas un Cēsu novadu bāriņtiesa → Cēsu novads',
    ]);
  });

  it('says an address, but not of who only does something there', () => {
    expect(located('Raksti: Vidzemes plānošanas reģions, Bērzaines iela 5, Cēsis.')).toEqual([
      'Vidzemes plānošanas reģions → Cēsis',
    ]);
    expect(located('Bauskā, Uzvaras ielā 6, Latvijas Pašvaldību savienība (LPS) rīkoja semināru.')).toEqual([]);
  });

  it('does not follow from a region’s name', () => {
    expect(located('Rīgas plānošanas reģions sāk darbu.')).toEqual([]);
  });
});

describe('heads that refer to what the article named', () => {
  it.each([
    ['Biedrība “Rasa” brauc. Par to stāsta biedrības vadītāja Ilze Krasta.', 'biedrība “Rasa”', 'biedrības'],
    ['Saldus novadā lemj. „Gaidām,” saka domes priekšsēdētājs Uldis Vītols.', 'Saldus novada dome', 'domes'],
    ['Kuldīgas rajona padome lēma. Rajona padomes priekšsēdētājs klusē.', 'Kuldīgas rajona padome', 'padomes'],
    [
      'Laidu pagasts izstājās. Tuvāk ir Aizpute,” saka pagasta padomes priekšsēdētājs.',
      'Laidu pagasta padome',
      'padomes',
    ],
    ['Biedrība “Rasa” brauc. Biedrības telpas atrodas Rēzeknē.', 'biedrība “Rasa”', 'Biedrības'],
    [
      'Varakļānu novads ir daļa no Madonas novada. Tā bijušais Sociālais dienests slēgts.',
      'Varakļānu novada Sociālais dienests',
      'Sociālais dienests',
    ],
    [
      'Sāk Talsu novada Sociālais dienests. To stāsta Ģimenes atbalsta nodaļas vadītāja Ilze Krasta.',
      'Talsu novada Sociālā dienesta Ģimenes atbalsta nodaļa',
      'Ģimenes atbalsta nodaļas',
    ],
    ['Daugavpils novadā domā. Novada domes vietnieks cer uz Ilūksti.', 'Daugavpils novada dome', 'domes'],
    [
      'Jēkabpilī klusē. To saka pilsētas Sociālā dienesta vadītājs.',
      'Jēkabpils Sociālais dienests',
      'Sociālā dienesta',
    ],
  ])('%s', (text, name, surface) => expect(surfaces(text, name)).toContain(surface));

  it.each([
    'Biedrība “Rasa” brauc. Stāsta vietējās biedrības vadītāja.',
    'Biedrība “Rasa” brauc. To lēma valdes priekšsēdētājs.',
    'Biedrība “Rasa” brauc. Biedrības sadarbojas.',
  ])('leaves: %s', (text) => expect(read(text).institutions.flatMap(({ mentions }) => mentions)).toHaveLength(1));

  it('does not say whose where several may be meant', () => {
    expect(names('Piedalās Alsungas, Kuldīgas un Skrundas novads. To teic novada bāriņtiesas vadītāja.')).toEqual([]);
  });
});

describe('persons beside institutions', () => {
  it.each([
    ['Ievēlēja Annu Krūmiņu un Saldus novada domes deputātu.', ['Saldus novada dome']],
    ['Foto no Annas Krūmiņas un Carnikavas Tautas nama arhīva.', ['Carnikavas Tautas nams']],
    ['Darbu sāka speciāliste Līga Krūmiņa.', []],
    ['Telpas ir pretī J. Krūmiņa ģimnāzijai.', ['J. Krūmiņa ģimnāzija']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));
});

describe('parts of institutions', () => {
  it.each([
    [
      'Runāja Labklājības ministrijas Sociālo pakalpojumu departamenta direktore.',
      ['Labklājības ministrija', 'Labklājības ministrijas Sociālo pakalpojumu departaments'],
    ],
    [
      'Runāja Saldus novada Sociālā dienesta Ģimeņu nodaļas vadītāja.',
      ['Saldus novada Sociālais dienests', 'Saldus novada Sociālā dienesta Ģimeņu nodaļa'],
    ],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));
});
