import { expect, it } from 'vitest';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { extract } from '../pipeline/run.js';

it('gives a person the post and the institution that a fact names', () => {
  const { entities } = extract(
    plainArticle('example', 'Saldus novada Sociālā dienesta direktore Dzidra Kalvāne pastāstīja par pieredzi.'),
  );
  expect(entities.find(({ kind }) => kind === 'person')).toMatchObject({
    name: 'Dzidra Kalvāne',
    position: 'direktore',
    institution: 'Saldus novada Sociālais dienests',
  });
});

it('leaves a person without a post as it is', () => {
  const { entities } = extract(plainArticle('example', 'Par pieredzi pastāstīja Dzidra Kalvāne.'));
  const person = entities.find(({ kind }) => kind === 'person');
  expect(person).toMatchObject({ name: 'Dzidra Kalvāne' });
  expect(person).not.toHaveProperty('position');
  expect(person).not.toHaveProperty('institution');
});
