import { calibrated } from '../6-relate/confidence.js';
import { extractAsStated } from '../run.js';
import type { Annotated } from './annotated.js';
import { type Calibration, calibrationOf, type Judged, judgedFacts, judgedMentions } from './calibration.js';
import { type RuleScore, type Scores, scoresByRule, scoresOf } from './figures.js';
import { withArticleLeftOut } from './fit.js';
import { type Scored, score, type Tally } from './score.js';

/** Annotated articles compared with what the rules find in them. */
export interface Evaluation {
  readonly articles: number;
  readonly scores: Scores;
  readonly rules: readonly RuleScore[];
  /** By article and type, only where there are any. */
  readonly errors: readonly ArticleErrors[];
  readonly calibration: {
    readonly mentions: Calibration;
    readonly facts: Calibration;
    /** As if the facts of each article were rated by the other articles alone. */
    readonly factsLeftOut: Calibration;
  };
  /** Facts with the confidence that their rules state. */
  readonly stated: readonly Judged[];
}
export interface ArticleErrors {
  readonly article: string;
  readonly type: Tally['type'];
  readonly missed: readonly Scored[];
  readonly extra: readonly Scored[];
}

export function evaluated(articles: readonly Annotated[]): Evaluation {
  const compared = articles.map(({ name, article, gold }) => {
    const stated = extractAsStated(article);
    const tallies = score(gold, { ...stated, facts: stated.facts.map(calibrated) });
    return { name, tallies, stated: judgedFacts(name, score(gold, stated)) };
  });
  const tallies = compared.flatMap((one) => one.tallies);
  const judged = (by: (article: string, tallies: readonly Tally[]) => Judged[]): Judged[] =>
    compared.flatMap((one) => by(one.name, one.tallies));
  const stated = compared.flatMap((one) => one.stated);
  return {
    articles: articles.length,
    scores: scoresOf(tallies),
    rules: scoresByRule(tallies),
    errors: compared.flatMap(({ name, tallies: own }) =>
      own
        .filter(({ type, missed, extra }) => type !== 'institutions lenient' && missed.length + extra.length > 0)
        .map(({ type, missed, extra }) => ({ article: name, type, missed, extra })),
    ),
    calibration: {
      mentions: calibrationOf(judged(judgedMentions)),
      facts: calibrationOf(judged(judgedFacts)),
      factsLeftOut: calibrationOf(withArticleLeftOut(stated)),
    },
    stated,
  };
}
