import { type ArticleRows, factKey } from '../rows.js';
import { readingOf, runFile } from '../statements.js';
import type { GraphStore, Run } from '../store.js';
import type { Correction } from './corrections.js';
import type { Corrected, NamedThing } from './match.js';

/** A claim that a correction rejects. */
export interface Rejected {
  /** Id. */
  readonly correction: string;
  /** Names as the article has them. */
  readonly subject: string;
  readonly type: string;
  /** Null with PERIOD. */
  readonly object: string | null;
  readonly sentence: string;
  readonly article: string;
  readonly title: string;
  readonly published: string | null;
}

export const rejectedBy = async (store: GraphStore, corrections: readonly Correction[]): Promise<Rejected[]> =>
  (await store.read(readingOf('rejected-by'), { ids: corrections.map(({ id }) => id) })) as unknown as Rejected[];

/**
 * Takes out what corrections reject of what articles were just recorded to say.
 * @returns keys of these claims
 */
export async function rejectClaims(
  run: Run,
  load: readonly ArticleRows[],
  corrected: Corrected,
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  if (!corrected.all.some(({ action }) => action === 'reject' || action === 'kind-of')) return keys;
  const rows: { id: string; correction: string; fact: string }[] = [];
  for (const { article, entities, claims } of load) {
    const named = new Map<string, NamedThing>(
      entities.map(({ key, kind, says }) => [key, { key, kind, name: says.name }]),
    );
    const { id, url, title } = article as unknown as { id: string; url: string | null; title: string };
    for (const claim of claims) {
      const subject = named.get(claim.subjectKey);
      const object = claim.objectKey === null ? undefined : named.get(claim.objectKey);
      if (subject === undefined) continue;
      const about = { type: claim.type, subject, ...(object ? { object } : {}), article: { id, url, title } };
      const rejection = corrected.rejectionOf(about);
      if (rejection === undefined) continue;
      rows.push({
        id: claim.id,
        correction: rejection.id,
        fact: factKey(claim.subjectKey, claim.type, claim.objectKey),
      });
      keys.add(claim.subjectKey);
      if (claim.objectKey !== null) keys.add(claim.objectKey);
    }
  }
  await runFile(run, 'reject-claims', rows);
  return keys;
}
