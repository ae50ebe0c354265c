import { territories } from '../pipeline/0-contract/territory-table.js';
import type { EntityKind } from '../pipeline/0-contract/types.js';
import type { Corrected } from './corrections/match.js';
import { saidAs } from './corrections/parting.js';
import type { Identity } from './identity/identity.js';
import { comparedKind, isComparedKind, kindOfKey, unique } from './identity/known.js';
import type { EntityRow, Saying } from './rows.js';
import { groupBy, heldIn, runFile } from './statements.js';
import type { Row, Run } from './store.js';
import { changeBy, type EntitySum, entityProperties, entitySum, type SaidOf, timeOf } from './sum.js';

/** As `forms` gets an entity: with all names that articles give it. */
export interface NamedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly gender?: string;
}

/** Search keys of an entity: its names in all cases, folded. */
export type Forms = (entity: NamedEntity) => Iterable<string>;

const FILE_OF_KIND: Record<EntityKind, string> = {
  person: 'persons',
  municipality: 'municipalities',
  institution: 'institutions',
  project: 'projects',
  event: 'events',
  date: 'dates',
};

const KIND_OF_LABEL: Record<string, EntityKind> = {
  Person: 'person',
  Municipality: 'municipality',
  Institution: 'institution',
  Project: 'project',
  Event: 'event',
  Date: 'date',
};

/** The kind that labels of a node tell; absent for `Entity` alone. */
export const kindOfLabels = (labels: readonly string[]): EntityKind | undefined =>
  labels.map((label) => KIND_OF_LABEL[label]).find((found) => found !== undefined);

/** What one article of the batch says of an entity; `articles` is 0 where it only claims something of it. */
export interface NowSaid extends SaidOf {
  readonly kind: EntityKind;
}

interface Known {
  readonly kind: EntityKind | undefined;
  /** Absent for one that was made just now. */
  readonly sum: EntitySum | undefined;
  readonly sameBecause: readonly string[];
  readonly mentioned: boolean;
}

/** An entity as it was before the batch wrote anything. */
export type KnownEntities = ReadonlyMap<string, Known>;

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

/** What the articles together say of entities, as it was written last. */
export async function readKnown(run: Run, entities: Iterable<string>): Promise<KnownEntities> {
  const rows = await runFile(run, 'entity-sums', ids(entities));
  return new Map(
    rows.map(({ id, labels, properties, partOf, mentioned }) => {
      const kind = kindOfLabels(labels as string[]);
      // Without a kind it was made a moment ago and nobody has said anything of it yet.
      const { sameBecause = [], ...said } = heldIn({ ...(properties as Row), partOf: partOf as string | null });
      const sum = kind && (said as unknown as EntitySum);
      return [id as string, { kind, sum, sameBecause: sameBecause as string[], mentioned: mentioned as boolean }];
    }),
  );
}

/** What a saying calls by natural keys, by the ids of the entities that these stand for. */
const settled = (said: SaidOf, entityOf: Identity['entityOf']): SaidOf => {
  const { partOf, owner, ...says } = said.says;
  if (partOf === undefined && owner === undefined) return said;
  // nothing is part of what people rule to be no project
  const isPart = partOf !== undefined && comparedKind(partOf) === 'project';
  return {
    ...said,
    says: {
      ...says,
      ...(isPart ? { partOf: entityOf(partOf) } : {}),
      ...(owner === undefined ? {} : { owner: entityOf(owner) }),
    },
  };
};

const keysIn = (said: readonly SaidOf[]): string[] =>
  said.flatMap(({ says: { partOf, owner } }) => [partOf, owner].filter((key) => key !== undefined));

export interface TouchedEntities {
  readonly known: KnownEntities;
  /** Entity → what the articles of the batch say of it. */
  readonly now: ReadonlyMap<string, readonly NowSaid[]>;
  /** Those of which something was taken back, or that got or lost a key. */
  readonly stale: ReadonlySet<string>;
  readonly because: ReadonlyMap<string, readonly string[]>;
}

/** Sets the nodes of entities to what all articles say together. */
export async function sumEntities(
  run: Run,
  { known, now, stale, because }: TouchedEntities,
  { entityOf, blocksOf, learn }: Identity,
  { forms, corrected }: { readonly forms: Forms; readonly corrected: Corrected },
): Promise<void> {
  await learn(keysIn([...now.values()].flat()));
  const mentioning = (id: string): SaidOf[] =>
    (now.get(id) ?? []).filter(({ articles }) => articles > 0).map((said) => settled(said, entityOf));
  // All articles are asked only where something is taken back, or where one says something new of an entity met before:
  // a municipality that thousands of articles name costs no more than one of three.
  const changed = await changedBy(run, known, mentioning);
  const again = [...known].filter(([id]) => stale.has(id) || changed.has(id));
  const sayings = groupBy(await runFile(run, 'entity-sayings', ids(again.map(([id]) => id))), 'id');
  await learn(keysIn([...sayings.values()].flat().map(saidOf)));

  const sums = new Map<string, EntitySum>();
  for (const [id] of again) {
    const all = (sayings.get(id) ?? []).map((row) => settled(saidOf(row), entityOf));
    if (all.length > 0) sums.set(id, entitySum(id, all));
    else if (now.has(id) || known.get(id)?.sum !== undefined || territories.has(id))
      sums.set(id, unmentioned(id, known, now));
  }
  for (const id of now.keys()) {
    if (sums.has(id) || known.get(id)?.mentioned) continue;
    const said = mentioning(id);
    if (said.length > 0) sums.set(id, entitySum(id, said));
    else if (known.get(id)?.sum === undefined) sums.set(id, unmentioned(id, known, now));
  }

  const rows = new Map<EntityKind, unknown[]>();
  const parts: unknown[] = [];
  await learn([...sums.values()].flatMap(({ keys }) => keys));
  for (const [id, said] of sums) {
    const sum = renamed(said, corrected.renamings(said.keys, said.keys.flatMap(blocksOf)));
    const kind = now.get(id)?.[0]?.kind ?? known.get(id)?.kind ?? kindOfKey(id);
    const { name, aliases, gender } = sum;
    const searched = forms({ id, kind, name, aliases, ...(gender === undefined ? {} : { gender }) });
    const same = isComparedKind(kind)
      ? (because.get(id) ?? known.get(id)?.sameBecause ?? [])
      : corrected.reasonsOf(said.keys);
    rows.set(kind, [...(rows.get(kind) ?? []), entityProperties(kind, sum, same, [...searched])]);
    const partOf = sum.partOf === id ? undefined : sum.partOf;
    if (kind === 'project' && partOf !== known.get(id)?.sum?.partOf) parts.push({ id, partOf: partOf ?? null });
  }
  await Promise.all([...rows].map(([kind, properties]) => runFile(run, FILE_OF_KIND[kind], properties)));
  await runFile(run, 'parts', parts);
}

/** Entities of which an article of the batch says what changes their sum. */
async function changedBy(
  run: Run,
  known: KnownEntities,
  mentioning: (id: string) => readonly SaidOf[],
): Promise<Set<string>> {
  const changed = new Set<string>();
  const perhaps: { readonly id: string; readonly what: string; readonly time: string }[] = [];
  for (const [id, { sum, mentioned }] of known) {
    if (sum === undefined || !mentioned) continue;
    for (const one of mentioning(id)) {
      const { surely, unlessLater } = changeBy(sum, one);
      if (surely) changed.add(id);
      perhaps.push(...unlessLater.map((what) => ({ id, what, time: one.last })));
    }
  }
  const asked = perhaps.filter(({ id }) => !changed.has(id));
  const question = (row: Row | (typeof asked)[number]): string => `${row.id} ${row.what} ${row.time}`;
  const later = new Set((await runFile(run, 'said-later', asked)).map(question));
  for (const row of asked) if (!later.has(question(row))) changed.add(row.id);
  return changed;
}

/** As people rule that it is called, and of what kind. */
function renamed(sum: EntitySum, { name = sum.name, aliases, is }: ReturnType<Corrected['renamings']>): EntitySum {
  const others = new Set([sum.name, ...sum.aliases, ...aliases]);
  others.delete(name);
  const type = is?.type ?? sum.type ?? (is?.kind === 'institution' || is?.kind === 'event' ? is.kind : undefined);
  return { ...sum, name, aliases: unique(others), ...(type === undefined ? {} : { type }) };
}

/** A territory that no article names, but that stands behind a fact: what the register says. */
function unmentioned(id: string, known: KnownEntities, now: TouchedEntities['now']): EntitySum {
  const said = now.get(id)?.[0];
  const before = known.get(id)?.sum;
  const unit = territories.get(id);
  const { name = id, type } = said?.says ?? before ?? (unit && { name: unit.name, type: unit.kind }) ?? {};
  const keys = said === undefined ? (before?.keys ?? [id]) : [said.key];
  return { id, name, aliases: [], confidence: 1, keys, ...(type === undefined ? {} : { type }) };
}

const saidOf = ({ id: _, key, story, articles, mentions, most, first, last, ...told }: Row): SaidOf => ({
  ...({ key, story, articles, mentions, most, first, last } as unknown as Omit<SaidOf, 'says'>),
  says: saidAs(key as string, heldIn(told) as unknown as Saying),
});

/**
 * What the articles of a batch say of each entity.
 * @param stories article → its story, where it is a copy
 */
export function saidNow(
  load: readonly { readonly article: { readonly [name: string]: unknown }; readonly entities: readonly EntityRow[] }[],
  entityOf: Identity['entityOf'],
  stories: ReadonlyMap<string, string>,
): Map<string, NowSaid[]> {
  const all = new Map<string, NowSaid[]>();
  for (const { article, entities } of load)
    for (const { key, kind, count, says } of entities) {
      const id = entityOf(key);
      const { id: named, published } = article as { id: string; published: string | null };
      const time = timeOf({ article: named, published });
      const where = { articles: count > 0 ? 1 : 0, mentions: count, most: count, first: time, last: time };
      const said = { key, kind, says: saidAs(key, says), story: stories.get(named) ?? null, ...where };
      const others = all.get(id);
      if (others) others.push(said);
      else all.set(id, [said]);
    }
  return all;
}
