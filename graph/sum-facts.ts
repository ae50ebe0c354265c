import type { Identity } from './identity/identity.js';
import { type ArticleRows, factKey } from './rows.js';
import { groupBy, runFile } from './statements.js';
import type { Run } from './store.js';
import { type ClaimOfFact, factSum } from './sum.js';

/** A fact between two entities, by their ids. */
export interface FactRow {
  readonly fact: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** A fact with what the articles of a batch claim of it. */
export interface FactNow extends FactRow {
  readonly claims: readonly ClaimOfFact[];
  /** One of these articles is a copy or has copies, which may claim the same. */
  readonly copied: boolean;
}

/**
 * The facts that articles speak of. A claim without an object is no fact between two entities.
 * @param stories article → its story, where it is a copy
 */
export function factsOf(
  load: readonly ArticleRows[],
  entityOf: Identity['entityOf'],
  stories: ReadonlyMap<string, string>,
): FactNow[] {
  const facts = new Map<string, FactRow & { claims: ClaimOfFact[]; copied: boolean }>();
  for (const { article, claims } of load)
    for (const { type, subjectKey, objectKey, since, until, properties, within } of claims) {
      if (objectKey === null) continue;
      const [from, to] = [entityOf(subjectKey), entityOf(objectKey)];
      const fact = factKey(from, type, to);
      const before = facts.get(fact);
      const row = before ?? { fact, type, from, to, claims: [], copied: false };
      if (before === undefined) facts.set(fact, row);
      const nothing = { sinceValue: null, untilValue: null, status: null, role: null };
      const story = stories.get(article.id);
      const source = { article: article.id, published: article.published, story: story ?? article.id };
      row.copied ||= story !== undefined;
      row.claims.push({ ...nothing, ...properties, ...within, ...source, since, until } as unknown as ClaimOfFact);
    }
  return [...facts.values()];
}

type FactSum = ReturnType<typeof factSum>;

/** What a fact's relationship holds after further articles claimed it; undefined where that depends on all its claims. */
function withMore(sum: FactSum, claims: readonly ClaimOfFact[]): FactSum | undefined {
  const told = ['status', 'role', 'since', 'sinceValue', 'until', 'untilValue'] as const;
  if (claims.some((claim) => told.some((what) => claim[what] !== null && claim[what] !== (sum[what] ?? null))))
    return undefined;
  const more = factSum(claims);
  return {
    ...Object.fromEntries(told.map((what) => [what, sum[what] ?? null])),
    articles: (sum.articles as number) + (more.articles as number),
    stories: (sum.stories as number) + (more.stories as number),
    confidence: Math.max(sum.confidence as number, more.confidence as number),
  };
}

/**
 * Sets the relationships of facts to what all their claims say together; removes those that no claim supports.
 * @param touched facts of which something was taken back or moved: all their claims are read
 * @param now what articles claim that claimed nothing of these facts before
 * @returns the facts removed
 */
export async function sumFacts(run: Run, touched: readonly FactRow[], now: readonly FactNow[]): Promise<FactRow[]> {
  const facts = new Map(touched.map((row) => [row.fact, row]));
  const added = now.filter(({ fact }) => !facts.has(fact));
  const there = await runFile(
    run,
    'fact-sums',
    added.map(({ fact, type, from, to }) => ({ fact, type, from, to })),
  );
  const before = new Map(there.map(({ fact, properties }) => [fact as string, properties as unknown as FactSum]));
  const sums: (FactRow & { readonly sum: FactSum })[] = [];
  for (const { claims, copied, ...row } of added) {
    const known = before.get(row.fact);
    const sum = known === undefined ? factSum(claims) : copied ? undefined : withMore(known, claims);
    if (sum === undefined) facts.set(row.fact, row);
    else sums.push({ ...row, sum });
  }
  const claims = groupBy(
    await runFile(
      run,
      'fact-claims',
      [...facts.keys()].map((fact) => ({ fact })),
    ),
    'fact',
  );
  for (const row of facts.values()) {
    const said = claims.get(row.fact) as unknown as ClaimOfFact[] | undefined;
    if (said !== undefined) sums.push({ ...row, sum: factSum(said) });
  }
  const rows = new Map<string, unknown[]>();
  for (const { type, from, to, sum } of sums) {
    const { since, until, ...properties } = sum;
    const ofType = rows.get(type);
    const row = { from, to, since, until, properties };
    if (ofType) ofType.push(row);
    else rows.set(type, [row]);
  }
  await Promise.all([...rows].map(([type, ofType]) => runFile(run, `facts/${type}`, ofType)));
  const unsaid = [...facts.values()].filter(({ fact }) => !claims.has(fact));
  await runFile(run, 'remove-facts', unsaid);
  return unsaid;
}
