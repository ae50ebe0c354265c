import { describe, expect, it } from 'vitest';
import type { Fact } from '../pipeline/0-contract/types.js';
import { calibrated, confidenceIn, confidenceTable } from '../pipeline/6-relate/confidence.js';
import { calibrationOf, type Judged } from '../pipeline/evaluate/calibration.js';
import { evaluated } from '../pipeline/evaluate/evaluate.js';
import { confidenceFile, fitConfidence, withArticleLeftOut } from '../pipeline/evaluate/fit.js';
import { annotated, ownAnnotated, sharedArticles, sharedIsThere } from './annotated.js';

/** `count` facts of one rule in one article. */
const facts = (article: string, rule: string, confidence: number, right: boolean, count: number): Judged[] =>
  Array.from({ length: count }, () => ({ article, rule, confidence, right }));

describe('fitting', () => {
  it('gives the smoothed share that is right', () => {
    expect(fitConfidence([...facts('a', 'r', 0.9, true, 7), ...facts('a', 'r', 0.9, false, 1)])).toEqual([
      { rule: 'r', stated: 0.9, confidence: 0.8, right: 7, wrong: 1 },
    ]);
  });

  it('never falls where a rule states more', () => {
    const judged = [
      ...facts('a', 'r', 0.95, true, 3),
      ...facts('a', 'r', 0.95, false, 3),
      ...facts('a', 'r', 0.8, true, 8),
      ...facts('a', 'r', 0.5, false, 2),
    ];
    expect(fitConfidence(judged)).toEqual([
      { rule: 'r', stated: 0.5, confidence: 0.25, right: 0, wrong: 2 },
      { rule: 'r', stated: 0.8, confidence: 0.75, right: 11, wrong: 3 },
      { rule: 'r', stated: 0.95, confidence: 0.75, right: 11, wrong: 3 },
    ]);
  });

  it('rates the facts of an article by the others', () => {
    const judged = [
      ...facts('a', 'r', 0.9, true, 3),
      ...facts('b', 'r', 0.9, false, 1),
      ...facts('b', 's', 0.95, true, 1),
    ];
    expect(withArticleLeftOut(judged).map(({ article, rule, confidence }) => [article, rule, confidence])).toEqual([
      ['a', 'r', 0.333],
      ['a', 'r', 0.333],
      ['a', 'r', 0.333],
      ['b', 'r', 0.8],
      // no other article has tried that rule
      ['b', 's', 0.85],
    ]);
  });

  it('writes a table with what it rests on', () => {
    const rows = fitConfidence(facts('a', 'r', 0.9, true, 1));
    expect(confidenceFile(rows, 3)).toMatch(
      /on 3 annotated.*\nrule,stated,confidence,right,wrong\nr,0\.9,0\.666,1,0\n$/su,
    );
  });
});

describe('looking up', () => {
  const table = confidenceTable([
    { rule: 'r', stated: 0.9, confidence: 0.97, right: 1, wrong: 0 },
    { rule: 'r', stated: 0.7, confidence: 0.6, right: 1, wrong: 0 },
  ]);
  it.each([
    ['r', 0.9, 0.97],
    ['r', 0.95, 0.97],
    ['r', 0.89, 0.6],
    ['r', 0.65, 0.6],
    ['r', 0.5, 0.5],
    ['unknown', 0.95, 0.85],
    ['unknown', 0.5, 0.5],
  ])('of %s at %d is %d', (rule, stated, expected) => expect(confidenceIn(table, rule, stated)).toBe(expected));

  it('rates a fact by the table of data/', () => {
    const fact: Fact = { type: 'HEADS', from: 'a', to: 'b', rule: 'no-such.rule', confidence: 0.99, evidence: [] };
    expect(calibrated(fact)).toEqual({ ...fact, confidence: 0.85 });
  });
});

/** Of the sure facts so many are right, and of the right ones so many are sure. */
const TARGET = { surePrecision: 0.95, sureShare: 0.6 };

describe('confidence of facts', () => {
  it('holds on our own articles, each rated by the others alone', async () => {
    const { stated, calibration } = evaluated(await ownAnnotated());
    expect(stated.length).toBeGreaterThan(250);
    expect(new Set(stated.map(({ article }) => article)).size).toBeGreaterThanOrEqual(18);
    expect(calibration.factsLeftOut.surePrecision).toBeGreaterThanOrEqual(TARGET.surePrecision);
    expect(calibration.factsLeftOut.sureShare).toBeGreaterThanOrEqual(TARGET.sureShare);
    // what the rules state does not: too few of the right facts are sure
    expect(calibrationOf(stated).sureShare).toBeLessThan(calibration.factsLeftOut.sureShare);
    // a fit for each article: some seconds, more on a busy machine
  }, 120_000);

  if (!sharedIsThere)
    process.stderr.write('SKIPPED: confidence on ../shared/corpus/articles, which is not beside this project\n');
  it.skipIf(!sharedIsThere)('holds on articles that the table was not fitted on', async () => {
    const { calibration } = evaluated(await annotated([sharedArticles], sharedArticles));
    expect(calibration.facts.surePrecision).toBeGreaterThanOrEqual(TARGET.surePrecision);
    expect(calibration.facts.sureShare).toBeGreaterThanOrEqual(TARGET.sureShare);
  });
});
