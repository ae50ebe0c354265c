import { describe, expect, it } from 'vitest';
import type { Event } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { segment } from '../pipeline/3-segment/segment.js';
import { recognise } from '../pipeline/4-recognise/recognise.js';
import { resolve } from '../pipeline/5-resolve/resolve.js';
import { eventFactRules } from '../pipeline/6-relate/events.js';
import { relate } from '../pipeline/6-relate/relate.js';

function read(text: string, published?: string) {
  const article = plainArticle('test', text);
  const doc = segment({ ...article, ...(published ? { published, publishedMethod: 'given' } : {}) });
  const entities = resolve(doc, recognise(doc));
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  const facts = relate(doc, entities, eventFactRules);
  return {
    events: entities.filter((entity): entity is Event => entity.kind === 'event'),
    facts,
    took: facts.map(({ from, to, when }) => `${name.get(from)} → ${name.get(to)} @ ${when}`),
  };
}

describe('events', () => {
  it('have a nominative name, a date and a place', () => {
    const { events } = read('2019. gada 5. martā Salaspilī visi piedalījās metodiskajā sanāksmē.');
    expect(events).toMatchObject([
      { name: 'metodiskā sanāksme', type: 'meeting', date: '2019-03-05', place: 'Salaspils' },
    ]);
  });

  it('are one when named again', () => {
    const { events } = read(
      '5. martā Cēsīs notika vasaras skola “Rīts”. Vasaras skolas dalībnieki mācījās. Vasaras skola beidzās.',
    );
    expect(events.map(({ name, mentions }) => [name, mentions.length])).toEqual([['vasaras skola “Rīts”', 3]]);
  });

  it('are two when their titles differ', () => {
    const { events } = read('Cēsīs 5. martā notika seminārs “Rīts”. Valkā 6. martā notika seminārs “Vakars”.');
    expect(events.map(({ name }) => name)).toEqual(['seminārs “Rīts”', 'seminārs “Vakars”']);
  });

  it('are two when one is the next', () => {
    const { events, took } = read(
      '2016. gada 29. aprīlī Cēsīs notika tikšanās ar ministru. Nākamā tikšanās būs 2016. gada 3. maijā Līgatnē.',
    );
    expect(events.map(({ name }) => name)).toEqual(['tikšanās', 'nākamā tikšanās']);
    expect(took).toEqual(['tikšanās → Cēsis @ 2016-04-29', 'nākamā tikšanās → Līgatne @ 2016-05-03']);
  });

  it('are not made of general words', () => {
    expect(read('Dienests rīko seminārus, nometnes un koncertus. Semināra iela ir garā.').events).toEqual([]);
  });
});

describe('where events took place', () => {
  it('is the place beside the event, with its day', () => {
    expect(
      read('Trešdien, 24. oktobrī, Bauskā, Uzvaras ielā 6, savienība rīkoja semināru „Sargi”.', '2018-10-25').took,
    ).toEqual(['seminārs „Sargi” → Bauska @ 2018-10-24']);
  });

  it('is each place of a list of days and places, whose event is named above', () => {
    const text = [
      'Līdz 14. jūnijam turpinās programmas sabiedriskā apspriešana.',
      'Atnākt var šeit:',
      '• 1. jūnijā plkst. 10:00 Alūksnes pašvaldības ēkā, lielajā zālē;',
      '• 2. jūnijā plkst. 10:00 Cēsu novada pašvaldībā;',
      '• 3. jūnijā plkst. 10:00 Valmierā, Raiņa ielā 9.',
    ];
    expect(read(text.join('\n\n'), '2010-06-01').took).toEqual([
      'programmas sabiedriskā apspriešana → Alūksnes novads @ 2010-06-01',
      'programmas sabiedriskā apspriešana → Cēsu novads @ 2010-06-02',
      'programmas sabiedriskā apspriešana → Valmiera @ 2010-06-03',
    ]);
  });

  it('is told by the next sentence that goes on with the event', () => {
    expect(read('Aicinām uz semināru “Rīts”. Tas notiks 5. martā Cēsīs.').took).toEqual([
      'seminārs “Rīts” → Cēsis @ --03-05',
    ]);
  });

  it('is no place when it was online or moved, and no seat of a participant', () => {
    for (const text of [
      '20. oktobrī tiešsaistē notika seminārs “Rīts”. Sākotnēji visus gaidīja Aizkrauklē.',
      '5. martā Cēsīs paredzētais seminārs “Rīts” ir pārcelts.',
      'Seminārā “Rīts” 5. martā runāja Dobeles novada domes priekšsēdētājs.',
      'Semināra “Rīts” dalībnieki 6. martā apmeklēja dzīvokli Iecavā.',
    ]) {
      expect(read(text).took, text).toEqual([]);
    }
  });

  it('takes its name from the noun that soon follows a verb', () => {
    const text = '3. novembrī Jelgavā pulcējās dienestu vadītāji. Sanāksmi vadīja Ilze Krasta.';
    expect(read(text).took).toEqual(['sanāksme → Jelgava @ --11-03']);
    const owned = '3. novembrī Jelgavā pulcējās dienestu vadītāji. Sanāksmes laikā runāja Ilze Krasta.';
    expect(read(owned).took).toEqual(['tikšanās → Jelgava @ --11-03']);
  });

  it('reads the list below a question of when and where', () => {
    const list = '\n12. janvārī – Valmierā, Rīgas ielā 2;\n26. janvārī – Madonā, Skolas ielā 10.';
    const cycle = 'Sākas lekciju cikls “Rīts”. Nāciet!\n\n';
    expect(read(`${cycle}Kur un kad šoreiz?${list}`).took).toEqual([
      'lekciju cikls “Rīts” → Valmiera @ --01-12',
      'lekciju cikls “Rīts” → Madona @ --01-26',
    ]);
    expect(read(`${cycle}Kas to ziņo?${list}`).took).toEqual([]);
  });

  it('carries the sentence and says what is only planned', () => {
    const [fact] = read('Seminārs “Rīts” notiks 5. martā Cēsīs.').facts;
    expect(fact).toMatchObject({ status: 'planned', evidence: [{ text: 'Seminārs “Rīts” notiks 5. martā Cēsīs.' }] });
    expect(read('Seminārs “Rīts” notika 5. martā Cēsīs.').facts[0]?.status).toBeUndefined();
  });
});
