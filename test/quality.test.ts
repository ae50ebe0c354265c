import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';
import type { Annotated } from '../pipeline/evaluate/annotated.js';
import { figures, SCORED_TYPES, type ScoredType, score, type Tally } from '../pipeline/evaluate/score.js';
import { extract } from '../pipeline/run.js';
import { annotated, lastRound, ownAnnotated, sharedArticles, sharedIsThere } from './annotated.js';

const MEASURES = ['precision', 'recall', 'f1'] as const;
type Floor = Readonly<Record<ScoredType, Readonly<Record<(typeof MEASURES)[number], number>>>>;

/** Below these no change may fall; they are only raised. Figures are cut, not rounded, to three places. */
const floors = JSON.parse(readFileSync(join(packageRoot, 'test', 'floors.json'), 'utf8')) as Record<
  'own' | 'last' | 'shared',
  Floor
>;

function below(articles: readonly Annotated[], floor: Floor): string[] {
  const tallies: Tally[] = articles.flatMap(({ gold, article }) => score(gold, extract(article)));
  return SCORED_TYPES.flatMap((type) => {
    const figure = figures(tallies.filter((tally) => tally.type === type));
    return MEASURES.filter((measure) => figure[measure] < floor[type][measure]).map(
      (measure) => `${type}, ${measure}: ${figure[measure].toFixed(4)} < ${floor[type][measure]}`,
    );
  });
}

describe('quality of extraction', () => {
  it('holds its floors on our own articles', async () => {
    const articles = await ownAnnotated();
    expect(articles.length).toBeGreaterThanOrEqual(25);
    expect(below(articles, floors.own)).toEqual([]);
  });

  it('holds its floors on the articles of the last round, which rules have seen least', async () => {
    const articles = await annotated([lastRound], lastRound);
    expect(articles).toHaveLength(8);
    expect(below(articles, floors.last)).toEqual([]);
  });

  if (!sharedIsThere) process.stderr.write('SKIPPED: quality on ../shared/corpus/articles, not beside this project\n');
  it.skipIf(!sharedIsThere)('holds its floors on the shared articles', async () => {
    const articles = await annotated([sharedArticles], sharedArticles);
    expect(articles).toHaveLength(11);
    expect(below(articles, floors.shared)).toEqual([]);
  });
});
