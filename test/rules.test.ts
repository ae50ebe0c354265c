import { describe, expect, it } from 'vitest';
import type { FactRule, MentionRule, RuleCard } from '../pipeline/0-contract/rule.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { recognisers } from '../pipeline/4-recognise/recognise.js';
import { factRules } from '../pipeline/6-relate/rules.js';
import { extract } from '../pipeline/run.js';

const mentionRules: readonly MentionRule[] = recognisers.flat();
const all: readonly RuleCard[] = [...mentionRules, ...factRules];
const isFactRule = (rule: RuleCard): rule is FactRule => factRules.includes(rule as FactRule);

/** What the rule found in a text: names of entities, or facts as `From → To @ when`. */
function foundBy(rule: RuleCard, extraction: Extraction): string[] {
  if (isFactRule(rule)) {
    const name = new Map(extraction.entities.map((entity) => [entity.id, entity.name]));
    return extraction.facts
      .filter((fact) => fact.rule === rule.id)
      .flatMap((fact) => {
        const pair = `${name.get(fact.from)} → ${name.get(fact.to)}`;
        return fact.when ? [pair, `${pair} @ ${fact.when}`] : [pair];
      });
  }
  return extraction.entities
    .filter((entity) => entity.mentions.some((mention) => mention.rule === rule.id))
    .map((entity) => entity.name);
}

const read = (text: string, published?: string): Extraction =>
  extract({ ...plainArticle('example', text), ...(published ? { published, publishedMethod: 'given' } : {}) });

describe('rules', () => {
  it('have ids of their own', () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*(?:\.[a-z0-9-]+)+$/u.test(id))).toEqual([]);
  });

  it('say why, and carry examples', () => {
    const bare = all.filter(
      ({ why, examples }) =>
        why.length < 15 || Object.keys(examples.match).length === 0 || examples.reject.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  for (const rule of all) {
    describe(rule.id, () => {
      for (const [text, expected] of Object.entries(rule.examples.match)) {
        it(`finds: ${text}`, () => {
          expect(foundBy(rule, read(text, rule.examples.published))).toEqual(expect.arrayContaining([expected].flat()));
        });
      }
      for (const text of rule.examples.reject) {
        it(`leaves: ${text}`, () => expect(foundBy(rule, read(text, rule.examples.published))).toEqual([]));
      }
    });
  }
});
