import { describe, expect, it } from 'vitest';
import type { RelationType } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

/** Who is in a relation, with the status where the text tells one. */
function saidIn(text: string, relation: RelationType): string[] {
  const { entities, facts } = extract(plainArticle('test', text));
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return facts
    .filter(({ type }) => type === relation)
    .map(({ from, status }) => [name.get(from), status].filter(Boolean).join(' '));
}

const partnersIn = (text: string): string[] => saidIn(text, 'PARTNER_OF');
const participantsIn = (text: string): string[] => saidIn(text, 'PARTICIPATES_IN');

describe('partners of a project', () => {
  it('that have left are told apart', () => {
    expect(
      partnersIn(
        'Sākas projekts “Kopā varam”. Partneri ir biedrība “Zvani” un biedrība “Sēta”. ' +
          'Sākotnēji partneru vidū bija arī biedrība “Rīts”, taču pavasarī tā no sadarbības atteicās.',
      ),
    ).toEqual(['biedrība “Zvani”', 'biedrība “Sēta”', 'biedrība “Rīts” declined']);
  });

  it('stay when another refuses in the same sentence', () => {
    expect(
      partnersIn('Projekta “Kopā varam” partneri ir biedrība “Zvani”, bet biedrība “Rīts” no sadarbības atteicās.'),
    ).toEqual(['biedrība “Zvani”']);
  });
});

describe('who carries a project out', () => {
  it('has not ended it by signing its contract', () => {
    const does = (text: string): string[] => saidIn(`Zemgales plānošanas reģions ${text}.`, 'IMPLEMENTS');
    expect(does('noslēdzis līgumu ar aģentūru par projekta “Kopā varam” īstenošanu')).toEqual([
      'Zemgales plānošanas reģions',
    ]);
    expect(does('līgumu par projektu “Kopā varam” noslēdza maijā')).toEqual(['Zemgales plānošanas reģions']);
    expect(does('maijā noslēdza projektu “Kopā varam”')).toEqual(['Zemgales plānošanas reģions ended']);
  });
});

describe('who takes part in a project', () => {
  it('does not when that is denied', () => {
    expect(
      participantsIn('Projektā “Kopā varam” piedalās Cēsu novads; nav vēl pieteikušās Alūksnes un Valkas novads.'),
    ).toEqual(['Cēsu novads takes part', 'Alūksnes novads declined', 'Valkas novads declined']);
  });

  it('has the verb of its own clause', () => {
    expect(
      participantsIn('No projekta “Kopā varam” izstājās Cēsu novads, savukārt Valkas novads līgumu parakstīs maijā.'),
    ).toEqual(['Cēsu novads ended', 'Valkas novads planned']);
    expect(participantsIn('No projekta “Kopā varam” izstājās Cēsu novads, savukārt Valkas novads vēl domā.')).toEqual([
      'Cēsu novads ended',
    ]);
  });

  it('has the day of its own clause', () => {
    const { facts } = extract(
      plainArticle(
        'test',
        'Cēsu novads ar 2020. gada 1. oktobri nolēma izstāties no pilotprojekta “Kopā varam”, kurā novads iesaistījās 2018. gada aprīlī.',
      ),
    );
    expect(facts.filter(({ type }) => type === 'PARTICIPATES_IN').map(({ status, when }) => [status, when])).toEqual([
      ['ended', '../2020-10-01'],
    ]);
  });
});
