import { describe, expect, it } from 'vitest';
import { allRules, examplesOf, foundIn, holds } from '../pipeline/evaluate/examples.js';

describe('rules', () => {
  it('have ids of their own', () => {
    const ids = allRules.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*(?:\.[a-z0-9-]+)+$/u.test(id))).toEqual([]);
  });

  it('say why, and carry examples', () => {
    const bare = allRules.filter(
      ({ why, examples }) =>
        why.length < 15 || Object.keys(examples.match).length === 0 || examples.reject.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('are held to more than finding something', () => {
    const example = { text: '', expected: ['a', 'b'] };
    expect(holds(example, ['b', 'c', 'a'])).toBe(true);
    expect(holds(example, ['a'])).toBe(false);
    expect(holds({ text: '', expected: [] }, ['a'])).toBe(false);
  });

  for (const rule of allRules) {
    describe(rule.id, () => {
      for (const example of examplesOf(rule)) {
        it(`${example.expected.length > 0 ? 'finds' : 'leaves'}: ${example.text}`, () => {
          const found = foundIn(rule, example);
          if (example.expected.length > 0) expect(found).toEqual(expect.arrayContaining([...example.expected]));
          else expect(found).toEqual([]);
        });
      }
    });
  }
});
