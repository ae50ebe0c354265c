import { Stop } from '../../pipeline/0-contract/errors.js';
import { applyBatch } from '../batch.js';
import type { Correction } from '../corrections/corrections.js';
import { correctedBy } from '../corrections/match.js';
import { openInMemory } from '../embedded/embedded.js';
import { ensureReference } from '../reference/reference.js';
import type { ArticleRows, ClaimRow, EntityRow, Saying } from '../rows.js';
import { ensureSchema, schema } from '../schema.js';
import { groupBy, readingOf } from '../statements.js';
import type { GraphStore, Row } from '../store.js';
import { type Forms, kindOfLabels } from '../sum-entities.js';
import type { Kept } from './close.js';

/** Articles a transaction. */
const BATCH = 500;

/**
 * The graph as it was known at a moment, built in memory from claims and closed claims: what the articles loaded by then
 * said. Of articles that changed or went since, their claims are there, but neither their text nor where they name whom.
 * @param at ISO datetime
 * @throws Stop when nothing was known then
 */
export async function asKnown(
  store: GraphStore,
  at: string,
  { forms, corrections = [] }: { readonly forms: Forms; readonly corrections?: readonly Correction[] },
): Promise<GraphStore> {
  const read = (name: string, params = {}): Promise<Row[]> => store.read(readingOf(name), { at, ...params });
  const articles = await read('known-articles');
  if (articles.length === 0)
    throw new Stop(
      `nothing was known at ${at}: no article had been loaded by then; saites runs lists what was loaded when`,
    );
  const names = groupBy(await read('known-names'), 'article');
  const mentions = groupBy(await read('known-mentions'), 'article');
  const claims = groupBy(await read('known-claims'), 'article');
  const counts = groupBy(await read('known-counts'), 'article');
  const closed = new Set(articles.flatMap(({ entities }) => entities as string[]));
  const named = new Map((await read('named-entities', { ids: [...closed] })).map((one) => [one.id as string, one]));

  const load = articles.map((article): ArticleRows => {
    const id = article.id as string;
    const present = article.present === true;
    const of = <T>(all: Map<string, T[]>): T[] => all.get(id) ?? [];
    const claimed = of(claims);
    const entities = new Map<string, EntityRow>();
    const add = (row: EntityRow | undefined): void => {
      if (row !== undefined && !entities.has(row.key)) entities.set(row.key, row);
    };
    if (present) for (const row of of(names)) add(namedRow(row));
    else for (const entity of article.entities as string[]) add(entityRow(entity, named.get(entity), 1));
    for (const { claim, ...row } of claimed) {
      const { subjectKey, objectKey } = claim as Row;
      const count = present ? 0 : 1;
      add(
        entityRow(
          subjectKey as string,
          { name: row.subject, labels: row.subjectLabels, type: row.subjectType } as Row,
          count,
        ),
      );
      if (objectKey)
        add(
          entityRow(
            objectKey as string,
            { name: row.object, labels: row.objectLabels, type: row.objectType } as Row,
            count,
          ),
        );
    }
    return {
      article: articleRow(id, article.properties as Row),
      entities: [...entities.values()],
      mentions: present ? of(mentions).flatMap(({ mention }) => mentionRow(mention as Row, entities)) : [],
      claims: claimed.map(claimRow),
      statedCounts: present ? of(counts).map(({ count }) => countRow(id, count as Row)) : [],
    };
  });

  const memory = openInMemory();
  await ensureSchema(memory);
  await ensureReference(memory, forms);
  const corrected = correctedBy(corrections, forms);
  const since = recorded(articles, names, claims, counts);
  for (let from = 0; from < load.length; from += BATCH) {
    const change = { load: load.slice(from, from + BATCH), remove: [] };
    await memory.transact((run) => applyBatch(run, change, { forms, corrected, stamp: { run: '', at }, since }));
  }
  return memory;
}

const without = (properties: Row, names: readonly string[]): Row =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));

function articleRow(id: string, properties: Row): ArticleRows['article'] {
  const { title, url, source, author, published, publishedOn, publishedMethod, language, text, hash, print, rules } =
    properties;
  return {
    ...{ id, title, url, source: source ?? null, author, published: published ?? null, publishedOn, publishedMethod },
    ...{ language, text: text ?? '', hash, print: print ?? null, rules: rules ?? '', loadedAt: properties.knownFrom },
  };
}

function namedRow({ labels, says }: Row): EntityRow | undefined {
  const kind = kindOfLabels(labels as string[]);
  const { key, count, ...rest } = says as Row;
  if (kind === undefined) return undefined;
  return {
    key: key as string,
    kind,
    count: count as number,
    says: without(rest, ['knownFrom', 'run']) as unknown as Saying,
  };
}

/** An entity of which no more is kept than its name and kind; absent when not even these are. */
function entityRow(key: string, found: Row | undefined, count: number): EntityRow | undefined {
  const kind = kindOfLabels((found?.labels ?? []) as string[]);
  if (found === undefined || kind === undefined) return undefined;
  const type = found.type ? { type: found.type as string } : {};
  return { key, kind, count, says: { name: found.name as string, aliases: [], confidence: 1, ...type } };
}

function mentionRow(mention: Row, entities: ReadonlyMap<string, EntityRow>): ArticleRows['mentions'] {
  const { id, key, sentence, sentenceStart, sentenceEnd, ...properties } = mention as Row & { id: string; key: string };
  const within = { sentence: sentence as string, sentenceStart, sentenceEnd };
  return entities.has(key) ? [{ id, key, within, properties: { key, ...properties } }] : [];
}

const countRow = (article: string, count: Row): ArticleRows['statedCounts'][number] => ({
  id: count.id as string,
  article,
  properties: without(count, ['id', 'knownFrom', 'run']),
});

/** What claims.cypher sets by itself. */
const SET_APART = ['id', 'fact', 'sentence', 'start', 'end', 'since', 'until', 'knownFrom', 'run'];

function claimRow({ id, article, claim }: Row): ClaimRow {
  const { type, subjectKey, objectKey, since, until, sentence, start, end } = claim as Row;
  const own = Object.keys(schema.labels.Claim?.properties ?? {}).filter((name) => !SET_APART.includes(name));
  return {
    ...{ id: id as string, article: article as string, type: type as string, subjectKey: subjectKey as string },
    ...{ objectKey: (objectKey ?? null) as string | null, within: { sentence: sentence as string, start, end } },
    properties: Object.fromEntries(
      own.map((name) => [name, (claim as Row)[name]]).filter(([, value]) => value != null),
    ),
    ...{ since: (since ?? null) as string | null, until: (until ?? null) as string | null },
  };
}

/** Since when all of it is known. */
function recorded(
  articles: readonly Row[],
  names: Map<string, Row[]>,
  claims: Map<string, Row[]>,
  counts: Map<string, Row[]>,
): Kept {
  const stamp = (of: unknown) => {
    const { run, knownFrom } = of as Row;
    return { run: run as string, at: knownFrom as string };
  };
  const versions = new Map(articles.map(({ id, properties }) => [id, stamp(properties)]));
  const sayings = {
    name: new Map(
      [...names].flatMap(([id, all]) => all.map(({ says }) => [`${id} ${(says as Row).key}`, stamp(says)])),
    ),
    claim: new Map(
      [...claims].flatMap(([article, all]) => all.map(({ id, claim }) => [`${article} ${id}`, stamp(claim)])),
    ),
    count: new Map(
      [...counts].flatMap(([id, all]) => all.map(({ count }) => [`${id} ${(count as Row).id}`, stamp(count)])),
    ),
  };
  return {
    article: (id) => versions.get(id),
    // of whom a closed article names, only the article tells since when
    saying: (article, kind, what) => sayings[kind].get(`${article} ${what}`) ?? versions.get(article),
  };
}
