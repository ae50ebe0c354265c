import { describe, expect, it } from 'vitest';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

/** Partners of projects, with the status where the text tells one. */
function partnersIn(text: string): string[] {
  const { entities, facts } = extract(plainArticle('test', text));
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return facts
    .filter(({ type }) => type === 'PARTNER_OF')
    .map(({ from, status }) => [name.get(from), status].filter(Boolean).join(' '));
}

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
