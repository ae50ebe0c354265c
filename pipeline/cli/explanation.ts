import { inText, type Nested, nested } from '../0-contract/nest.js';
import type { Refusal } from '../0-contract/trace.js';
import type { Article, Entity, Extraction, Fact, Mention, Sentence, StatedCount } from '../0-contract/types.js';
import { extract } from '../run.js';

/** A mention with the entity that it was taken for. */
export interface Told {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** A sentence with all that the rules say of it. */
export interface ToldSentence {
  readonly sentence: Sentence;
  /** In the order of the text, the longer of two that begin together first. */
  readonly mentions: readonly Told[];
  /** Facts that this sentence says first; number, from 1, in the article. */
  readonly facts: readonly NumberedFact[];
  readonly counts: readonly StatedCount[];
  readonly refused: readonly Refusal[];
}
export interface NumberedFact {
  readonly number: number;
  readonly fact: Fact;
  readonly from: Entity;
  readonly to: Entity;
}

/** An article as the rules see it. */
export interface Explanation {
  readonly article: Article;
  readonly sentences: readonly ToldSentence[];
}

export function explain(article: Article): Explanation {
  const refusals: Refusal[] = [];
  const extraction = extract(article, (refusal) => refusals.push(refusal));
  const told = extraction.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
    .sort((a, b) => inText(a.mention, b.mention));
  const facts = numbered(extraction);
  const of = <T>(all: readonly T[], sentenceOf: (one: T) => number | undefined, { index }: Sentence): T[] =>
    all.filter((one) => sentenceOf(one) === index);
  return {
    article,
    sentences: extraction.sentences.map((sentence) => ({
      sentence,
      mentions: of(told, ({ mention }) => mention.sentence, sentence),
      facts: of(facts, ({ fact }) => fact.evidence[0]?.sentence, sentence),
      counts: of(extraction.statedCounts, (count) => count.sentence, sentence),
      refused: of(refusals, ({ mention }) => mention.sentence, sentence).sort((a, b) => inText(a.mention, b.mention)),
    })),
  };
}

/** In the order of their first sentences. */
function numbered({ entities, facts }: Extraction): NumberedFact[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const first = ({ evidence }: Fact): number => evidence[0]?.start ?? 0;
  return [...facts]
    .sort((a, b) => first(a) - first(b))
    .map((fact, i) => ({
      number: i + 1,
      fact,
      from: byId.get(fact.from) as Entity,
      to: byId.get(fact.to) as Entity,
    }));
}

/** Mentions as a tree. `told` is in the order of the text. */
export const nestedMentions = (told: readonly Told[]): Nested<Told>[] =>
  nested(told.map((one) => ({ told: one, start: one.mention.start, end: one.mention.end })));

/** Sure to two digits. */
export const sure = (confidence: number): string => confidence.toFixed(2);

/** What a fact says beside its two ends: post, status, time. */
export const detailsOf = ({ role, status, when }: Fact): string =>
  [role, status, when].filter((part) => part !== undefined).join(', ');
