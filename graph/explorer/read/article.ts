import type { GraphStore, Value } from '../../store.js';
import type { ArticleAnswer } from '../api.js';
import { readWith } from './cypher.js';
import { articleOf, claimOf, entityOf, numberOf, textOf } from './values.js';

/** @returns undefined when there is no such article */
export async function readArticle(store: GraphStore, id: string): Promise<ArticleAnswer | undefined> {
  const [found] = await readWith(store, 'article', { id });
  if (!found) return undefined;
  const article = found.article as { readonly [key: string]: Value };
  const mentions = await readWith(store, 'article-mentions', { id });
  const claims = await readWith(store, 'article-claims', { id });
  const copies = await readWith(store, 'article-copies', { id });
  const counts = await readWith(store, 'article-counts', { id });
  return {
    ...articleOf(article, id),
    url: textOf(article.url),
    author: textOf(article.author),
    language: String(article.language ?? 'lv'),
    publishedMethod: String(article.publishedMethod ?? 'unknown'),
    loadedAt: String(article.loadedAt ?? ''),
    text: String(article.text ?? ''),
    mentions: mentions.map((row) => ({
      start: numberOf(row.start),
      end: numberOf(row.end),
      entity: entityOf(row.id, row.name, row.kind, row.type),
      rule: String(row.rule),
      confidence: numberOf(row.confidence),
    })),
    claims: claims.map(claimOf),
    copies: copies.map((row) => {
      const other = row.article as { readonly [key: string]: Value };
      return { ...articleOf(other), url: textOf(other.url), original: row.original === true };
    }),
    counts: counts.map((row) => ({
      start: numberOf(row.start),
      end: numberOf(row.end),
      text: String(row.text),
      value: numberOf(row.value),
      found: typeof row.found === 'number' ? row.found : null,
      of: String(row.of),
    })),
  };
}
