import type { GraphStore, Row, Value } from '../../store.js';
import type { EntityAnswer, FactAnswer, NamingArticle } from '../api.js';
import { excerptOf } from '../search/excerpt.js';
import { readWith } from './cypher.js';
import { articleOf, claimOf, entityOf, holdingOf, numberOf, textOf, textsOf } from './values.js';

/** How many are read of an entity that many articles name; the whole number is told. */
export interface Limits {
  readonly facts: number;
  readonly claims: number;
  readonly articles: number;
}
const LIMITS: Limits = { facts: 400, claims: 200, articles: 40 };

/** Properties with a place of their own in the answer, or of no use to people. */
const ELSEWHERE = [
  'id',
  'name',
  'sortKey',
  'aliases',
  'forms',
  'confidence',
  'type',
  'keys',
  'sameBecause',
  'reference',
];

/** @returns undefined when there is no such entity */
export async function readEntity(store: GraphStore, id: string, limits = LIMITS): Promise<EntityAnswer | undefined> {
  const [found] = await readWith(store, 'entity', { id });
  if (!found) return undefined;
  const properties = found.properties as { readonly [key: string]: Value };
  const neighbours = await readWith(store, 'entity-facts', { id, rows: limits.facts });
  const parts = neighbours.filter(({ type, articles }) => type === 'PART_OF' && articles === null);
  const follow = neighbours.filter(({ type }) => type === 'SUCCEEDED_BY');
  const claims = await readWith(store, 'entity-claims', { id, rows: limits.claims });
  const [counted] =
    claims.length < limits.claims ? [{ claims: claims.length }] : await readWith(store, 'entity-claim-count', { id });
  const { articles, words } = await namingArticles(
    store,
    id,
    await readWith(store, 'entity-articles', { id, rows: limits.articles }),
  );
  const [named] =
    articles.length < limits.articles
      ? [{ articles: articles.length }]
      : await readWith(store, 'entity-article-count', { id });
  const other = (row: Row) => entityOf(row.id, row.name, row.kind, row.otherType);
  return {
    ...entityOf(id, properties.name, found.kind, properties.type),
    aliases: textsOf(properties.aliases),
    words,
    confidence: numberOf(properties.confidence),
    properties: Object.fromEntries(
      Object.entries(properties)
        .filter(([name, value]) => !ELSEWHERE.includes(name) && textOf(value) !== null)
        .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
    ),
    wholes: parts.filter(({ source }) => source === id).map(other),
    parts: parts.filter(({ target }) => target === id).map(other),
    earlier: follow.filter(({ target }) => target === id).map(other),
    later: follow.filter(({ source }) => source === id).map(other),
    facts: neighbours
      .filter((row) => !parts.includes(row) && !follow.includes(row))
      .map((row) => ({ ...factOf(row), other: other(row) })),
    claims: claims.map(claimOf),
    claimCount: numberOf(counted?.claims),
    articles,
    articleCount: numberOf(named?.articles),
  };
}

export const factOf = (row: Row): FactAnswer => ({
  type: String(row.type),
  from: String(row.source),
  to: String(row.target),
  articles: numberOf(row.articles),
  ...holdingOf(row),
});

/** Articles with the first sentence of each that names an entity; and the words that name it, the most frequent first. */
export async function namingArticles(
  store: GraphStore,
  id: string,
  rows: readonly Row[],
): Promise<{ articles: NamingArticle[]; words: string[] }> {
  const mentions = await readWith(store, 'entity-mentions', { id, articles: rows.map((row) => row.id) });
  const often = new Map<string, number>();
  const first = new Map<string, Row[]>();
  for (const mention of mentions) {
    const text = String(mention.text).replace(/\s+/gu, ' ');
    often.set(text, (often.get(text) ?? 0) + 1);
    const article = String(mention.article);
    const same = first.get(article);
    if (!same) first.set(article, [mention]);
    else if (same[0]?.sentenceStart === mention.sentenceStart) same.push(mention);
  }
  return {
    articles: rows.map((row) => ({
      ...articleOf(row),
      url: textOf(row.url),
      mentions: numberOf(row.mentions),
      excerpt: sentenceExcerpt(first.get(String(row.id)) ?? []),
    })),
    words: [...often].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word),
  };
}

/** @param mentions of one sentence */
function sentenceExcerpt(mentions: readonly Row[]) {
  const [one] = mentions;
  const start = numberOf(one?.sentenceStart);
  const marks = mentions.map((row): [number, number] => [numberOf(row.start) - start, numberOf(row.end) - start]);
  return excerptOf(textOf(one?.sentence) ?? '', start, marks);
}
