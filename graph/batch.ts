import type { EntityKind } from '../pipeline/0-contract/types.js';
import { type ArticleRows, type ClaimRow, type EntityRow, factKey, type Saying } from './rows.js';
import { runFile } from './statements.js';
import type { Row, Run } from './store.js';
import {
  adds,
  type ClaimOfFact,
  type EntitySum,
  entityProperties,
  entitySum,
  factSum,
  type SaidOf,
  type Source,
} from './sum.js';

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

interface Known {
  readonly kind: EntityKind | undefined;
  /** Absent for one that was made just now. */
  readonly sum: EntitySum | undefined;
  readonly mentioned: boolean;
}

interface FactRow {
  readonly fact: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

/**
 * Replaces what some articles say, and removes others, within one transaction: clears what they said before, writes what
 * they say now, and works out again what all articles together say of the entities and facts touched.
 */
export async function applyBatch(
  run: Run,
  change: { readonly load: readonly ArticleRows[]; readonly remove: readonly string[] },
  forms: Forms,
): Promise<void> {
  const { load, remove } = change;
  // First of all, so that a second loader of the same article waits here.
  await runFile(
    run,
    'articles',
    load.map(({ article }) => article),
  );

  const articles = ids([...load.map(({ article }) => article.id), ...remove]);
  const before = new Set((await runFile(run, 'article-entities', articles)).map(({ id }) => id as string));
  const factsBefore = (await runFile(run, 'article-facts', articles)) as unknown as FactRow[];
  const now = gather(load);

  const touched = [...new Set([...before, ...now.keys()])].sort();
  await runFile(
    run,
    'entities',
    touched.map((id) => ({ id, name: now.get(id)?.[0]?.says.name ?? null })),
  );
  const known = await readKnown(run, touched);

  await runFile(run, 'clear-articles', articles);
  await writeSayings(run, load);
  await runFile(run, 'remove-articles', ids(remove));

  await sumEntities(run, { before, now, known }, forms);
  await sumFacts(run, factsBefore, load);
  await runFile(run, 'remove-entities', ids([...before].filter((id) => !now.has(id))));
}

/** What the articles of a batch say of each entity. */
function gather(load: readonly ArticleRows[]): Map<string, (EntityRow & Source)[]> {
  const all = new Map<string, (EntityRow & Source)[]>();
  for (const { article, entities } of load)
    for (const entity of entities) {
      const said = { ...entity, article: article.id, published: article.published as string | null };
      const others = all.get(entity.id);
      if (others) others.push(said);
      else all.set(entity.id, [said]);
    }
  return all;
}

async function readKnown(run: Run, touched: readonly string[]): Promise<Map<string, Known>> {
  const rows = await runFile(run, 'entity-sums', ids(touched));
  return new Map(
    rows.map(({ id, labels, properties, partOf, mentioned }) => {
      const kind = (labels as string[]).map((label) => KIND_OF_LABEL[label]).find((found) => found !== undefined);
      // Without a kind it was made a moment ago and nobody has said anything of it yet.
      const sum = kind && ({ ...(properties as object), ...(partOf === null ? {} : { partOf }) } as EntitySum);
      return [id as string, { kind, sum, mentioned: mentioned as boolean }];
    }),
  );
}

async function writeSayings(run: Run, load: readonly ArticleRows[]): Promise<void> {
  const claims: readonly ClaimRow[] = load.flatMap((rows) => rows.claims);
  await runFile(
    run,
    'article-mentions',
    load.flatMap(({ article, entities }) =>
      entities
        .filter(({ count }) => count > 0)
        .map(({ id, count, says }) => ({ article: article.id, entity: id, count, says })),
    ),
  );
  await runFile(
    run,
    'mentions',
    load.flatMap(({ mentions }) => mentions),
  );
  await runFile(run, 'claims', claims);
  await runFile(
    run,
    'claim-objects',
    claims.filter(({ to }) => to !== null).map(({ id, to }) => ({ id, to })),
  );
  await runFile(
    run,
    'stated-counts',
    load.flatMap(({ statedCounts }) => statedCounts),
  );
}

async function sumEntities(
  run: Run,
  { before, now, known }: { before: Set<string>; now: Map<string, (EntityRow & Source)[]>; known: Map<string, Known> },
  forms: Forms,
): Promise<void> {
  // All articles are asked only where something is taken back, or where one says something new of an entity met before:
  // a municipality that thousands of articles name costs no more than one of three.
  const again = [...known].filter(([id, { sum, mentioned }]) => {
    const said = (now.get(id) ?? []).filter(({ count }) => count > 0);
    if (before.has(id)) return true;
    return sum !== undefined && said.length > 0 && (!mentioned || said.some(({ says }) => adds(sum, says)));
  });
  const sayings = groupBy(await runFile(run, 'entity-sayings', ids(again.map(([id]) => id))), 'id');

  const sums = new Map<string, EntitySum>();
  for (const [id] of again) {
    const all = (sayings.get(id) ?? []).map(saidOf);
    sums.set(id, all.length > 0 ? entitySum(id, all) : unmentioned(id, known, now));
  }
  for (const [id, said] of now) {
    if (known.get(id)?.sum !== undefined || sums.has(id)) continue;
    const mentioning = said.filter(({ count }) => count > 0);
    sums.set(id, mentioning.length > 0 ? entitySum(id, mentioning) : unmentioned(id, known, now));
  }

  const rows = new Map<EntityKind, unknown[]>();
  const parts: unknown[] = [];
  for (const [id, sum] of sums) {
    const kind = now.get(id)?.[0]?.kind ?? known.get(id)?.kind;
    if (kind === undefined) throw new Error(`unexpected entity ${id} without a kind`);
    const { name, aliases, gender } = sum;
    const keys = [...forms({ id, kind, name, aliases, ...(gender === undefined ? {} : { gender }) })];
    rows.set(kind, [...(rows.get(kind) ?? []), entityProperties(kind, sum, keys)]);
    const partBefore = known.get(id)?.sum?.partOf;
    if (kind === 'project' && sum.partOf !== partBefore) parts.push({ id, partOf: sum.partOf ?? null });
  }
  for (const [kind, properties] of rows) await runFile(run, FILE_OF_KIND[kind], properties);
  await runFile(run, 'parts', parts);
}

/** A territory that no article names, but that stands behind a fact: what the register says. */
function unmentioned(id: string, known: Map<string, Known>, now: Map<string, EntityRow[]>): EntitySum {
  const says = now.get(id)?.[0]?.says ?? known.get(id)?.sum;
  const { name = id, type } = says ?? {};
  return { id, name, aliases: [], confidence: 1, ...(type === undefined ? {} : { type }) };
}

async function sumFacts(run: Run, before: readonly FactRow[], load: readonly ArticleRows[]): Promise<void> {
  const facts = new Map(before.map((row) => [row.fact, row]));
  for (const { claims } of load)
    for (const { type, from, to } of claims)
      if (to !== null) facts.set(factKey(from, type, to), { fact: factKey(from, type, to), type, from, to });

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
    rows.set(type, [...(rows.get(type) ?? []), { from, to, since, until, properties }]);
  }
  for (const [type, ofType] of rows) await runFile(run, `facts/${type}`, ofType);
  await runFile(
    run,
    'remove-facts',
    [...facts.values()].filter(({ fact }) => !claims.has(fact)),
  );
}

const saidOf = (row: Row): SaidOf => ({
  article: row.article as string,
  published: row.published as string | null,
  count: row.count as number,
  says: row.says as unknown as Saying,
});

function groupBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
