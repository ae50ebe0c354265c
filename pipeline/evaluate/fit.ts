import { type ConfidenceRow, confidenceIn, confidenceTable } from '../6-relate/confidence.js';
import type { Judged } from './calibration.js';

/** Counts of one rule at one or more stated confidences. */
interface Pool {
  readonly stated: readonly number[];
  readonly right: number;
  readonly wrong: number;
}

/** Share that is right, smoothed (Laplace): few cases prove little. */
const smoothed = ({ right, wrong }: Pool): number => (right + 1) / (right + wrong + 2);

/**
 * How sure each rule is at each confidence that it states, by what was right. Never falling where the rule states more
 * (pool adjacent violators): levels that contradict their order count together.
 * @param judged facts with the confidence that their rules state
 */
export function fitConfidence(judged: readonly Judged[]): ConfidenceRow[] {
  const rules = [...new Set(judged.map(({ rule }) => rule))].sort();
  return rules.flatMap((rule) => {
    const pools: Pool[] = [];
    for (let pool of levelsOf(judged.filter((one) => one.rule === rule))) {
      for (let last = pools.at(-1); last && smoothed(last) > smoothed(pool); last = pools.at(-1)) {
        pools.pop();
        pool = joined(last, pool);
      }
      pools.push(pool);
    }
    return pools.flatMap((pool) =>
      pool.stated.map((stated) => ({
        rule,
        stated,
        confidence: rounded(smoothed(pool)),
        right: pool.right,
        wrong: pool.wrong,
      })),
    );
  });
}

function levelsOf(judged: readonly Judged[]): Pool[] {
  const levels = [...new Set(judged.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  return levels.map((level) => {
    const here = judged.filter(({ confidence }) => confidence === level);
    const right = here.filter((one) => one.right).length;
    return { stated: [level], right, wrong: here.length - right };
  });
}

const joined = (a: Pool, b: Pool): Pool => ({
  stated: [...a.stated, ...b.stated],
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
});

const rounded = (share: number): number => Math.floor(share * 1000) / 1000;

/** The same facts, those of each article with the confidence that the other articles give them. */
export function withArticleLeftOut(judged: readonly Judged[]): Judged[] {
  return [...new Set(judged.map(({ article }) => article))].flatMap((article) => {
    const table = confidenceTable(fitConfidence(judged.filter((one) => one.article !== article)));
    return judged
      .filter((one) => one.article === article)
      .map((one) => ({ ...one, confidence: confidenceIn(table, one.rule, one.confidence) }));
  });
}

/** The file `data/rules/confidence.csv`. */
export const confidenceFile = (rows: readonly ConfidenceRow[], articles: number): string =>
  `# How sure the facts of a rule are. Each rule states a confidence by its evidence; on ${articles} annotated articles this many of
# its facts were right and wrong when it did, and confidence is (right + 1) / (right + wrong + 2), so that few cases prove
# little; levels of a rule that contradict their order are counted together. A rule that is not here gets at most 0.85.
# Written by \`saites evaluate --fit\`; not edited by hand.
rule,stated,confidence,right,wrong
${rows.map(({ rule, stated, confidence, right, wrong }) => [rule, stated, confidence, right, wrong].join(',')).join('\n')}
`;
