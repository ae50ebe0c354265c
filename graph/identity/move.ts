import { factKey } from '../rows.js';
import { runFile } from '../statements.js';
import type { Run } from '../store.js';
import type { FactRow } from '../sum-facts.js';

/** A key that stands for another entity than before. */
export interface Move {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** A name, for an entity that is made by this. */
  readonly name: string;
}

export interface Moved {
  /** Facts that the keys took part in, before and after. */
  readonly facts: readonly FactRow[];
  /** Projects that were part of one that moved. */
  readonly parts: readonly string[];
}

interface ClaimEnds {
  readonly id: string;
  readonly type: string;
  readonly subjectKey: string;
  readonly objectKey: string | null;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Relinks what is said under keys.
 * @param newOf tells where keys stand now, after looking up those that are new to it
 */
export async function moveKeys(
  run: Run,
  moves: readonly Move[],
  newOf: (keys: readonly string[]) => Promise<(key: string) => string>,
): Promise<Moved> {
  if (moves.length === 0) return { facts: [], parts: [] };
  const rows = await runFile(run, 'moved-claims', moves);
  const claims = [...new Map(rows.map((row) => [row.id as string, row as unknown as ClaimEnds])).values()];
  const parts = (await runFile(run, 'moved-parts', moves)).map(({ id }) => id as string);
  const entityOf = await newOf(claims.flatMap(({ subjectKey, objectKey }) => [subjectKey, objectKey ?? subjectKey]));

  const made = [...new Map(moves.map(({ to, name }) => [to, { id: to, name }])).values()];
  await runFile(
    run,
    'entities',
    made.sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  await runFile(run, 'move-keys', moves);
  const after = claims.map((claim) => ({
    ...claim,
    from: entityOf(claim.subjectKey),
    to: claim.objectKey === null ? null : entityOf(claim.objectKey),
  }));
  await runFile(
    run,
    'claim-facts',
    after.map(({ id, type, from, to }) => ({ id, fact: factKey(from, type, to) })),
  );
  return { facts: [...claims, ...after].flatMap(factOf), parts };
}

const factOf = ({ type, from, to }: ClaimEnds): FactRow[] =>
  to === null ? [] : [{ fact: factKey(from, type, to), type, from, to }];
