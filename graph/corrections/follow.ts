import { fold } from '../../pipeline/0-contract/fold.js';
import { sumUp } from '../batch.js';
import { identityIn } from '../identity/identity.js';
import { isCompared, unique } from '../identity/known.js';
import { knownIn } from '../identity/sayings.js';
import { factKey } from '../rows.js';
import { runFile } from '../statements.js';
import type { GraphStore, Row, Run } from '../store.js';
import { type Forms, kindOfLabels, readKnown } from '../sum-entities.js';
import type { FactRow } from '../sum-facts.js';
import type { Correction } from './corrections.js';
import { blockOf, type Corrected } from './match.js';
import { isPartedBy, partAgain } from './parting.js';

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

/** What following corrections did. */
export interface Followed {
  readonly added: number;
  readonly removed: number;
}

/** Brings the graph in line with corrections that came or went since it was last written, articles unchanged. */
export async function followCorrections(store: GraphStore, corrected: Corrected, forms: Forms): Promise<Followed> {
  const rows = await store.read('MATCH (correction:Correction) RETURN correction.id AS id');
  const before = new Set(rows.map(({ id }) => id as string));
  const now = new Set(corrected.all.map(({ id }) => id));
  const added = corrected.all.filter(({ id }) => !before.has(id));
  const removed = [...before].filter((id) => !now.has(id));
  if (added.length + removed.length > 0)
    await store.transact((run) => followIn(run, { added, removed }, corrected, forms));
  return { added: added.length, removed: removed.length };
}

async function followIn(
  run: Run,
  { added, removed }: { readonly added: readonly Correction[]; readonly removed: readonly string[] },
  corrected: Corrected,
  forms: Forms,
): Promise<void> {
  await runFile(run, 'remove-corrections', ids(removed));
  await runFile(
    run,
    'corrections',
    added.map(({ id, action, names, fact, because }) => ({
      ...{ id, action, because },
      names: fact === undefined ? names : [fact.subject, fact.relation, ...(fact.object ? [fact.object] : [])],
    })),
  );
  const identity = identityIn(run, corrected);
  const ruled = await runFile(
    run,
    'block-keys',
    removed.map((id) => ({ id: `ruled ${id}` })),
  );
  const words = unique(added.flatMap(({ names }) => names.map(fold)));
  const named = await runFile(run, 'keys-named', words.length === 0 ? [] : [{ words }]);
  const keys = unique([
    ...ruled.map(({ id }) => id as string),
    ...named.flatMap((row) => row.keys as string[]).filter(isCompared),
  ]);
  await identity.learn(keys);

  const apart = await partAgain(run, { added, removed }, corrected, identity);
  const restored = await restore(run, removed, identity);
  const rejected = await rejectAgain(run, added, corrected);
  const claimKeys = [...restored, ...rejected].flatMap(({ subjectKey, objectKey }) => [subjectKey, objectKey]);
  const endKeys = claimKeys.filter((key) => key !== null) as string[];
  await identity.learn(endKeys);
  const stale = unique([...[...keys, ...endKeys].map(identity.entityOf), ...apart.entities]);
  const known = await readKnown(run, stale);
  const settled = await identity.settle(new Set([...keys, ...apart.keys, ...endKeys.filter(isCompared)]), []);
  const facts = [...restored, ...rejected].flatMap(({ type, subjectKey, objectKey }): FactRow[] => {
    if (objectKey === null) return [];
    const [from, to] = [identity.entityOf(subjectKey), identity.entityOf(objectKey)];
    return [{ fact: factKey(from, type, to), type, from, to }];
  });
  const before = rejected.flatMap(({ type, from, to }): FactRow[] =>
    to === null ? [] : [{ fact: factKey(from, type, to), type, from, to }],
  );
  const touched = {
    identity,
    settled,
    known,
    load: [],
    stories: new Map(),
    stale,
    facts: [...facts, ...before, ...apart.facts],
    rejected: new Set(endKeys),
  };
  await sumUp(run, touched, { forms, corrected });
}

interface ClaimKeys {
  readonly id: string;
  readonly type: string;
  readonly subjectKey: string;
  readonly objectKey: string | null;
}

async function restore(
  run: Run,
  removed: readonly string[],
  { learn, entityOf }: ReturnType<typeof identityIn>,
): Promise<ClaimKeys[]> {
  const claims = (await runFile(run, 'rejected-claims', ids(removed))) as unknown as ClaimKeys[];
  await learn(claims.flatMap(({ subjectKey, objectKey }) => [subjectKey, objectKey ?? subjectKey]));
  const rows = claims.map(({ id, type, subjectKey, objectKey }) => {
    const [from, to] = [entityOf(subjectKey), objectKey === null ? null : entityOf(objectKey)];
    return { id, from, to, fact: factKey(from, type, to) };
  });
  const ends = unique(rows.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  await runFile(
    run,
    'entities',
    ends.map((id) => ({ id, name: null })),
  );
  await runFile(run, 'restore-claims', rows);
  return claims;
}

interface ClaimEnds extends ClaimKeys {
  readonly from: string;
  readonly to: string | null;
}

async function rejectAgain(run: Run, added: readonly Correction[], corrected: Corrected): Promise<ClaimEnds[]> {
  const wanted = added.flatMap(({ fact }) => (fact ? [{ type: fact.relation, subject: fold(fact.subject) }] : []));
  const rows = await runFile(run, 'claims-to-reject', wanted);
  const found = rows.flatMap((row) => {
    const rejection = corrected.rejectionOf({
      type: row.type as string,
      subject: { key: row.subjectKey as string, kind: kindOf(row.fromLabels), name: row.fromName as string },
      ...(row.objectKey === null
        ? {}
        : { object: { key: row.objectKey as string, kind: kindOf(row.toLabels), name: row.toName as string } }),
      article: { id: row.article as string, url: row.url as string | null, title: row.title as string },
    });
    return rejection === undefined ? [] : [{ row, correction: rejection.id }];
  });
  const each = [...new Map(found.map((one) => [one.row.id as string, one])).values()];
  await runFile(
    run,
    'reject-claims',
    each.map(({ row, correction }) => ({ id: row.id, correction })),
  );
  return each.map(({ row }) => row as unknown as ClaimEnds);
}

const kindOf = (labels: Row[string] | undefined) => kindOfLabels(labels as string[]) ?? 'event';

/** Corrections that apply to nothing in the graph: `data/corrections.yaml:12: …`, one line each. */
export async function withoutEffect(store: GraphStore, corrected: Corrected): Promise<string[]> {
  if (corrected.all.length === 0) return [];
  const { result } = await store.transact(async (run) => {
    const lines: string[] = [];
    for (const correction of corrected.all) {
      const { where, fact, action, articles } = correction;
      if (fact !== undefined) {
        if ((await runFile(run, 'rejected-claims', ids([correction.id]))).length === 0)
          lines.push(
            `${where}: rejects nothing: no article ${fact.article === undefined ? '' : `«${fact.article}» `}says «${fact.subject} ${fact.relation} ${fact.object ?? ''}»; mend or remove it`,
          );
        continue;
      }
      const keys = await runFile(run, 'block-keys', ids([blockOf(correction)]));
      const known = await knownIn(
        run,
        keys.map(({ id, entity }) => ({ key: id as string, entity: entity as string })),
      );
      const missed = corrected.misses(correction, [...known.values()]);
      if (missed.length > 0)
        lines.push(
          `${where}: no article names a person, an institution or a project ${missed.map((name) => `«${name}»`).join(', ')}; mend or remove it`,
        );
      else if (articles !== undefined && !keys.some(({ id }) => isPartedBy(id as string, correction)))
        lines.push(
          `${where}: no article ${articles.map((one) => `«${one}»`).join(', ')} names «${correction.names[0]}»; mend or remove it`,
        );
      else if (action === 'not-same' && known.size === 1)
        lines.push(
          `${where}: both are one name to the rules; say with article: in which articles it is somebody else, or remove it`,
        );
    }
    return lines;
  });
  return result;
}
