import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Entity, Fact, SegmentedArticle } from '../0-contract/types.js';
import { mergeFacts } from './facts.js';
import { factRules } from './rules.js';

/** Entities of an article → what it says of them. */
export function relate(
  doc: SegmentedArticle,
  entities: readonly Entity[],
  rules: readonly FactRule[] = factRules,
): Fact[] {
  const context = contextOf(doc, entities);
  return mergeFacts(rules.flatMap((rule) => rule.find(context)));
}

/** «Labklājības ministrijas … departaments»: the ministry that is only named as part of the name is not who acts. */
const withoutWholes = (located: readonly Located[]): Located[] =>
  located.filter(
    ({ mention }) =>
      mention.kind !== 'institution' ||
      !located.some((other) => other.mention.kind === 'institution' && other.mention.parent === mention),
  );

function contextOf(doc: SegmentedArticle, entities: readonly Entity[]): RelateContext {
  const bySentence = new Map<number, Located[]>();
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      const located = bySentence.get(mention.sentence) ?? [];
      located.push({ mention, entity });
      bySentence.set(mention.sentence, located);
    }
  }
  for (const [index, located] of bySentence) {
    located.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
    bySentence.set(index, withoutWholes(located));
  }
  return { doc, entities, inSentence: (index) => bySentence.get(index) ?? [] };
}
