import type { FactRule, MentionRule, RuleCard } from '../0-contract/rule.js';
import type { Extraction } from '../0-contract/types.js';
import { plainArticle } from '../2-clean/plain.js';
import { recognisers } from '../4-recognise/recognise.js';
import { factRules } from '../6-relate/rules.js';
import { extract } from '../run.js';

const mentionRules: readonly MentionRule[] = recognisers.flat();
const isFactRule = (rule: RuleCard): rule is FactRule => factRules.includes(rule as FactRule);

/** All rules, in the order in which they work. */
export const allRules: readonly RuleCard[] = [...mentionRules, ...factRules];

/** What a rule finds. */
export const findsWhat = (rule: RuleCard): 'mentions' | 'facts' => (isFactRule(rule) ? 'facts' : 'mentions');

/** A text of a rule's card, and what the rule must find in it; nothing where the text is to be rejected. */
export interface Example {
  readonly text: string;
  readonly published?: string;
  readonly expected: readonly string[];
}

export function examplesOf({ examples: { match, reject, published } }: RuleCard): Example[] {
  const dated = published === undefined ? {} : { published };
  return [
    ...Object.entries(match).map(([text, expected]) => ({ text, expected: [expected].flat(), ...dated })),
    ...reject.map((text) => ({ text, expected: [], ...dated })),
  ];
}

/** What the rule finds when the whole extraction reads the text: names of entities, or facts as `From → To @ when`. */
export function foundIn(rule: RuleCard, { text, published }: Example): string[] {
  const article = plainArticle('example', text);
  const extraction = extract(published ? { ...article, published, publishedMethod: 'given' } : article);
  return isFactRule(rule) ? factsBy(rule, extraction) : entitiesBy(rule, extraction);
}

/** Of a text to be found, more may be found; of one to be rejected, nothing. */
export const holds = ({ expected }: Example, found: readonly string[]): boolean =>
  expected.length === 0 ? found.length === 0 : expected.every((one) => found.includes(one));

function factsBy(rule: RuleCard, { entities, facts }: Extraction): string[] {
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return facts
    .filter((fact) => fact.rule === rule.id)
    .flatMap((fact) => {
      const pair = `${name.get(fact.from)} → ${name.get(fact.to)}`;
      return fact.when ? [pair, `${pair} @ ${fact.when}`] : [pair];
    });
}

const entitiesBy = (rule: RuleCard, { entities }: Extraction): string[] =>
  entities.filter(({ mentions }) => mentions.some((mention) => mention.rule === rule.id)).map(({ name }) => name);
