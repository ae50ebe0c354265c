import type { Made, Scored, Tally } from './score.js';

/** A mention or fact of an annotated article, judged. */
export interface Judged extends Made {
  readonly article: string;
  readonly right: boolean;
}

/** Lower ends of the bins of confidence that are told apart. */
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** What may be relied on. */
export const SURE = 0.9;

export interface Bin {
  readonly from: number;
  readonly right: number;
  readonly wrong: number;
}

export interface Calibration {
  readonly bins: readonly Bin[];
  /** Of what is at least `SURE`, the share that is right; 1 where nothing is. Target: .95. */
  readonly surePrecision: number;
  /** Of what is right, the share that is at least `SURE`. Target: .60. */
  readonly sureShare: number;
}

export function calibrationOf(judged: readonly Judged[]): Calibration {
  const bins = BINS.map((from, i) => {
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < (BINS[i + 1] ?? 2));
    const right = inside.filter((one) => one.right).length;
    return { from, right, wrong: inside.length - right };
  });
  const sure = judged.filter(({ confidence }) => confidence >= SURE);
  const sureRight = sure.filter(({ right }) => right).length;
  return {
    bins,
    surePrecision: sure.length === 0 ? 1 : sureRight / sure.length,
    sureShare: sureRight / (judged.filter(({ right }) => right).length || 1),
  };
}

/** Facts of an article's tallies; what is debatable is in none of them. */
export const judgedFacts = (article: string, tallies: readonly Tally[]): Judged[] =>
  judged(
    article,
    tallies.filter(({ type }) => type === 'relations'),
  );

/** Mentions: right when the entity that they belong to is. */
export const judgedMentions = (article: string, tallies: readonly Tally[]): Judged[] =>
  judged(
    article,
    tallies.filter(({ type }) => type !== 'relations' && type !== 'institutions lenient'),
  );

function judged(article: string, tallies: readonly Tally[]): Judged[] {
  const of = (all: readonly Scored[], right: boolean): Judged[] =>
    all.flatMap(({ made }) => made.map(({ rule, confidence }) => ({ article, rule, confidence, right })));
  return tallies.flatMap((tally) => [...of(tally.right, true), ...of(tally.extra, false)]);
}
