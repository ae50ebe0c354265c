import type { Identity } from './identity/identity.js';
import { type ClaimRow, factKey } from './rows.js';
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

/** The facts that claims speak of. A claim without an object is no fact between two entities. */
export const factsOf = (claims: readonly ClaimRow[], entityOf: Identity['entityOf']): FactRow[] =>
  claims.flatMap(({ type, subjectKey, objectKey }) => {
    if (objectKey === null) return [];
    const [from, to] = [entityOf(subjectKey), entityOf(objectKey)];
    return [{ fact: factKey(from, type, to), type, from, to }];
  });

/**
 * Sets the relationships of facts to what all their claims say together; removes those that no claim supports.
 * @returns the facts removed
 */
export async function sumFacts(run: Run, touched: readonly FactRow[]): Promise<FactRow[]> {
  const facts = new Map(touched.map((row) => [row.fact, row]));
  const claims = groupBy(
    await runFile(
      run,
      'fact-claims',
      [...facts.keys()].map((fact) => ({ fact })),
    ),
    'fact',
  );
  const rows = new Map<string, unknown[]>();
  for (const { fact, type, from, to } of facts.values()) {
    const said = claims.get(fact) as unknown as ClaimOfFact[] | undefined;
    if (said === undefined) continue;
    const { since, until, ...properties } = factSum(said);
    const ofType = rows.get(type);
    const row = { from, to, since, until, properties };
    if (ofType) ofType.push(row);
    else rows.set(type, [row]);
  }
  for (const [type, ofType] of rows) await runFile(run, `facts/${type}`, ofType);
  const unsaid = [...facts.values()].filter(({ fact }) => !claims.has(fact));
  await runFile(run, 'remove-facts', unsaid);
  return unsaid;
}
