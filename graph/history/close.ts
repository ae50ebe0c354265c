import type { ArticleRows } from '../rows.js';
import { groupBy, runFile } from '../statements.js';
import type { Row, Run } from '../store.js';
import type { Stamp } from './runs.js';

/** Since when what articles say is known, as far as it was said before. */
export interface Kept {
  /** The article as it is. */
  article(id: string): Stamp | undefined;
  /** @param what id of a claim or a count, or the key of a mention */
  saying(article: string, kind: 'claim' | 'name' | 'count', what: string): Stamp | undefined;
}

export const NOTHING_KEPT: Kept = { article: () => undefined, saying: () => undefined };

const stampOf = ({ run, knownFrom }: Row): Stamp => ({ run: run as string, at: knownFrom as string });
const placeOf = (article: string, kind: string, what: string): string => `${kind} ${article} ${what}`;

/** @param article or claim */
const closedId = (id: string, knownFrom: string): string => `${id} ${new Date(knownFrom).toISOString()}`;

/**
 * Keeps what articles are about to say no longer as closed claims and articles. An article that is read again and still says
 * all that it said is the same version.
 * @param versions the articles that are in the graph already
 */
export async function closeSayings(
  run: Run,
  versions: readonly Row[],
  load: readonly ArticleRows[],
  stamp: Stamp,
): Promise<Kept> {
  if (versions.length === 0) return NOTHING_KEPT;
  const known = await runFile(
    run,
    'article-sayings',
    versions.map(({ id }) => ({ id })),
  );
  const next = new Map(load.map((rows) => [rows.article.id, rows]));
  const saidNow = new Set(load.flatMap(({ claims }) => claims.map(({ id }) => id)));
  const ending = known.filter(({ kind, what }) => kind === 'claim' && !saidNow.has(what as string));
  const claims = ending.map(({ article, what, knownFrom }) => ({
    article: article as string,
    id: what as string,
    closed: closedId(what as string, knownFrom as string),
    ...stamp,
  }));
  await runFile(run, 'close-claims', claims);

  const ended = groupBy(claims, 'article');
  const changed = versions.filter(
    ({ id, hash }) => ended.has(id as string) || next.get(id as string)?.article.hash !== hash,
  );
  await runFile(
    run,
    'close-articles',
    changed.map(({ id, knownFrom }) => ({
      id,
      closed: closedId(id as string, knownFrom as string),
      ...stamp,
      claims: (ended.get(id as string) ?? []).map(({ closed }) => closed),
    })),
  );

  const articles = new Map(
    versions.filter((one) => !changed.includes(one)).map((one) => [one.id as string, stampOf(one)]),
  );
  const sayings = new Map(
    known.map((one) => [placeOf(one.article as string, one.kind as string, one.what as string), stampOf(one)]),
  );
  return {
    article: (id) => articles.get(id),
    saying: (article, kind, what) => sayings.get(placeOf(article, kind, what)),
  };
}
