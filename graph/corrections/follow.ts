import { fold } from '../../pipeline/0-contract/fold.js';
import { territories } from '../../pipeline/0-contract/territory-table.js';
import { sumUp } from '../batch.js';
import { identityIn } from '../identity/identity.js';
import { comparedKind, isCompared, type Known, unique } from '../identity/known.js';
import { knownIn } from '../identity/sayings.js';
import { factKey } from '../rows.js';
import { runFile } from '../statements.js';
import type { GraphStore, Run } from '../store.js';
import { type Forms, kindOfLabels, readKnown } from '../sum-entities.js';
import type { FactRow } from '../sum-facts.js';
import type { Correction } from './corrections.js';
import { CHANGEABLE } from './kinds.js';
import { blockOf, type Corrected, type NamedThing } from './match.js';
import { isPartedBy, partAgain } from './parting.js';

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

/** What following corrections did. */
export interface Followed {
  readonly added: readonly Correction[];
  /** Ids. */
  readonly removed: readonly string[];
}

/** Brings the graph in line with corrections that came or went since it was last written, articles unchanged. */
export async function followCorrections(store: GraphStore, corrected: Corrected, forms: Forms): Promise<Followed> {
  const rows = await store.read('MATCH (correction:Correction) RETURN correction.id AS id');
  const before = new Set(rows.map(({ id }) => id as string));
  const now = new Set(corrected.all.map(({ id }) => id));
  const added = corrected.all.filter(({ id }) => !before.has(id));
  const removed = [...before].filter((id) => !now.has(id));
  if (added.length + removed.length > 0)
    await store.transact((run) => followIn(run, { added, removed, before: [...before] }, corrected, forms));
  return { added, removed };
}

interface Changes {
  readonly added: readonly Correction[];
  /** Ids. */
  readonly removed: readonly string[];
  /** Ids of all that were followed so far. */
  readonly before: readonly string[];
}

async function followIn(
  run: Run,
  { added, removed, before }: Changes,
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
  // all that is rejected, as another correction may have been the first to reject it
  const restored = await restore(run, before, identity);
  const moved = await runFile(
    run,
    'moved-claims',
    apart.now.map((key) => ({ key, from: identity.entityOf(key) })),
  );
  // a person is known by the posts, which may be at a key of another name now
  const subjects = moved.map(({ subjectKey }) => subjectKey as string);
  const perhaps = [...restored, ...moved].map(({ id }) => id as string);
  const rejected = await rejectAgain(run, { added, perhaps }, corrected);
  const claimKeys = [...restored, ...rejected].flatMap(({ subjectKey, objectKey }) => [subjectKey, objectKey]);
  const endKeys = claimKeys.filter((key) => key !== null) as string[];
  await identity.learn([...endKeys, ...subjects]);
  const stale = unique([...[...keys, ...endKeys].map(identity.entityOf), ...apart.entities]);
  const known = await readKnown(run, stale);
  const settled = await identity.settle(
    new Set([...keys, ...apart.keys, ...subjects, ...endKeys].filter(isCompared)),
    [],
  );
  const facts = [...restored, ...rejected].flatMap(({ type, subjectKey, objectKey }): FactRow[] => {
    if (objectKey === null) return [];
    const [from, to] = [identity.entityOf(subjectKey), identity.entityOf(objectKey)];
    return [{ fact: factKey(from, type, to), type, from, to }];
  });
  const factsBefore = rejected.flatMap(({ type, from, to }): FactRow[] =>
    to === null ? [] : [{ fact: factKey(from, type, to), type, from, to }],
  );
  const touched = {
    identity,
    settled,
    known,
    load: [],
    stories: new Map(),
    stale,
    facts: [...facts, ...factsBefore, ...apart.facts],
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

/** @param perhaps ids of claims that may be rejected whatever was added */
async function rejectAgain(
  run: Run,
  { added, perhaps }: { readonly added: readonly Correction[]; readonly perhaps: readonly string[] },
  corrected: Corrected,
): Promise<ClaimEnds[]> {
  const wanted = added.flatMap(({ fact }) => (fact ? [{ type: fact.relation, subject: fold(fact.subject) }] : []));
  const meant = await runFile(run, 'claims-to-reject', wanted);
  const rows = await runFile(run, 'claims-in-words', ids(unique([...perhaps, ...meant.map(({ id }) => id as string)])));
  const found = rows.flatMap((row) => {
    const rejection = corrected.rejectionOf({
      type: row.type as string,
      subject: named(row.subjectKey, row.fromLabels, row.fromName),
      ...(row.objectKey === null ? {} : { object: named(row.objectKey, row.toLabels, row.toName) }),
      article: { id: row.article as string, url: row.url as string | null, title: row.title as string },
    });
    return rejection === undefined ? [] : [{ row, correction: rejection.id }];
  });
  const each = [...new Map(found.map((one) => [one.row.id as string, one])).values()];
  await runFile(
    run,
    'reject-claims',
    each.map(({ row, correction }) => {
      const { id, type, subjectKey, objectKey } = row as unknown as ClaimEnds;
      return { id, correction, fact: factKey(subjectKey, type, objectKey) };
    }),
  );
  return each.map(({ row }) => row as unknown as ClaimEnds);
}

/** One that was made a moment ago has no label yet, but its key tells the kind. */
const named = (key: unknown, labels: unknown, name: unknown): NamedThing => ({
  key: key as string,
  kind: comparedKind(key as string) ?? kindOfLabels(labels as string[]) ?? 'event',
  // a town that stood only behind what was rejected has none yet either
  name: (name as string | null) ?? territories.get(key as string)?.name ?? (key as string),
});

/** Whether a name was taken for another kind than people rule. @param known of the correction's block */
const changesKind = (correction: Correction, known: readonly Known[]): boolean =>
  known.some(
    ({ key, said }) =>
      isPartedBy(key, correction) ||
      (correction.articles === undefined &&
        correction.is?.type !== undefined &&
        said.some(({ says }) => says.type !== correction.is?.type)),
  );

const aKind = (kind: string): string => `${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind}`;

/** Why a change of kind applies to nothing. @param known of the correction's block */
function kindFault({ names: [name], is, articles, kind }: Correction, known: readonly Known[]): string {
  if (articles !== undefined)
    return `no article ${articles.map((one) => `«${one}»`).join(', ')} takes «${name}» for ${kind === undefined ? 'another kind' : aKind(kind)}; mend or remove it`;
  if (known.length > 0) return `«${name}» is taken for that already; remove it`;
  const others = CHANGEABLE.filter((one) => one !== is?.kind && one !== 'municipality');
  const taken = new Intl.ListFormat('en', { type: 'disjunction' }).format(
    kind === undefined ? others.map(aKind) : [aKind(kind)],
  );
  return `no article takes «${name}» for ${taken}; of a municipality, article: has to say where it is none; mend or remove it`;
}

/** Corrections that apply to nothing in the graph: `data/corrections.yaml:12: …`, one line each. */
export async function withoutEffect(store: GraphStore, corrected: Corrected): Promise<string[]> {
  if (corrected.all.length === 0) return [];
  const rows = await store.read('MATCH (one:Forgotten) WHERE one.correction IS NOT NULL RETURN one.correction AS id');
  // they tell who is to stay forgotten
  const needed = new Set(rows.map(({ id }) => id as string));
  const { result } = await store.transact(async (run) => {
    const lines: string[] = [];
    for (const correction of corrected.all.filter(({ id }) => !needed.has(id))) {
      const { where, fact, action, articles, is } = correction;
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
      if (is !== undefined) {
        if (!changesKind(correction, [...known.values()]))
          lines.push(`${where}: ${kindFault(correction, [...known.values()])}`);
      } else if (missed.length > 0)
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
