import { describe, expect, it } from 'vitest';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

const counts = (text: string) =>
  extract(plainArticle('example', text)).statedCounts.map((count) => [count.text, count.value, count.of, count.found]);

describe('stated counts', () => {
  it.each<[string, unknown[][]]>([
    [
      'Kopā ar citām 3 pašvaldībām - Aizputes novads, Saldus novads un Valmiera - sākas pilots.',
      [['3 pašvaldībām', 3, 'municipality', 3]],
    ],
    [
      'Piedalās 5 pašvaldības: Alojas novads, Ādažu novads, Rēzekne un Rēzeknes novads.',
      [['5 pašvaldības', 5, 'municipality', 4]],
    ],
    ['Amatas, Raunas un Pārgaujas novads – trīs novadi vienā projektā.', [['trīs novadi', 3, 'municipality', 3]]],
    ['Projekts notiek divdesmit sešās vietvarās.', [['divdesmit sešās vietvarās', 26, 'municipality', undefined]]],
    ['Līgums noslēgts ar četriem novadiem un Rīgu.', [['četriem novadiem', 4, 'municipality', undefined]]],
    ['28 vietvaras, to vidū Sigulda un Ikšķile, ir pievienojušās.', [['28 vietvaras', 28, 'municipality', undefined]]],
    [
      'Novadam ir četri partneri un divi projekti.',
      [
        ['četri partneri', 4, 'partner', undefined],
        ['divi projekti', 2, 'project', undefined],
      ],
    ],
    [
      'Darbs rit 16 pašvaldībās.\n\nTās ir labas ziņas.\n\nPieteikušās Aizputes, Burtnieku, Jaunjelgavas, Ķekavas, Lielvārdes, Limbažu, Lubānas, Mazsalacas, Ozolnieku, Saldus, Saulkrastu, Siguldas, Tukuma, Ogres un Olaines pašvaldības.',
      [['16 pašvaldībās', 16, 'municipality', 15]],
    ],
  ])('%s', (text, expected) => expect(counts(text)).toEqual(expected));

  it.each([
    'Sanāksmē piedalījās ap 30 pašvaldību sociālo dienestu pārstāvji.',
    '2017. gada pašvaldību vēlēšanās piedalījās daudzi.',
    'Tas notika 5. novadā, 2019 pašvaldības reformas laikā.',
    'Nr. 9.2.1.1/15 pašvaldības projekts.',
    'Rindā gaida 28 sociālie darbinieki.',
  ])('leaves: %s', (text) => expect(counts(text)).toEqual([]));
});
