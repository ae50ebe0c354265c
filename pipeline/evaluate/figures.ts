import { RELATION_TYPES } from '../0-contract/types.js';
import { figures, SCORED_TYPES, type Tally } from './score.js';

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many the gold has, debatable ones not counted. */
  readonly asked: number;
}

export interface Score extends Figures {
  /** A kind of entity, `relations`, or a relation type. */
  readonly type: string;
}

/** A relation type that is asked for less often says nothing in the mean over types. */
const LEAST_ASKED = 3;

/** All figures of some articles. */
export interface Scores {
  readonly types: readonly Score[];
  readonly relations: readonly Score[];
  /** Mean of F1 over the relation types that are asked for at least three times: long lists of one type don't outweigh it. */
  readonly meanOfRelations: number;
}

/** @param tallies of any number of articles */
export function scoresOf(tallies: readonly Tally[]): Scores {
  const of = (type: Tally['type']): Tally[] => tallies.filter((tally) => tally.type === type);
  const relations = RELATION_TYPES.map((type) => ({
    type,
    ...figures(of('relations').map((tally) => only(tally, type))),
  }));
  const inMean = relations.filter(({ asked }) => asked >= LEAST_ASKED);
  return {
    types: SCORED_TYPES.map((type) => ({ type, ...figures(of(type)) })),
    relations,
    meanOfRelations: inMean.reduce((sum, { f1 }) => sum + f1, 0) / (inMean.length || 1),
  };
}

/** What a tally says of one relation type. */
function only(tally: Tally, type: string): Tally {
  const part = (which: 'right' | 'missed' | 'extra') => tally[which].filter(({ relation }) => relation === type);
  return { ...tally, right: part('right'), missed: part('missed'), extra: part('extra') };
}

export interface RuleScore {
  readonly rule: string;
  /** Entities with a mention by this rule, or facts. */
  readonly right: number;
  readonly wrong: number;
}

/** How many right and wrong entities and facts each rule had a part in, those with most errors first. */
export function scoresByRule(tallies: readonly Tally[]): RuleScore[] {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const { type, right, extra } of tallies) {
    // the same entities as of `institutions`
    if (type === 'institutions lenient') continue;
    for (const [which, all] of [
      ['right', right],
      ['wrong', extra],
    ] as const) {
      for (const rule of all.flatMap(({ made }) => [...new Set(made.map((one) => one.rule))])) {
        const count = counts.get(rule) ?? { right: 0, wrong: 0 };
        count[which]++;
        counts.set(rule, count);
      }
    }
  }
  return [...counts]
    .map(([rule, count]) => ({ rule, ...count }))
    .sort((a, b) => b.wrong - a.wrong || b.right - a.right || (a.rule < b.rule ? -1 : 1));
}
