import type { Row, Value } from '../../store.js';
import type { ArticleRef, ClaimAnswer, EntityRef, Holding, Kind } from '../api.js';

export const textOf = (value: Value | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

export const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

export const textsOf = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/** An entity out of the columns id, name, kind and type. */
export const entityOf = (
  id: Value | undefined,
  name: Value | undefined,
  kind: Value | undefined,
  type: Value | undefined,
): EntityRef => ({
  id: String(id),
  name: String(name ?? id),
  kind: kind as Kind,
  type: textOf(type) ?? '',
});

/** An entity out of a map of these. */
function nodeOf(value: Value | undefined): EntityRef {
  const { id, name, kind, type } = value as { readonly [key: string]: Value };
  return entityOf(id, name, kind, type);
}

export const articleOf = (row: Row, id: Value | undefined = row.id): ArticleRef => ({
  id: String(id),
  title: String(row.title ?? id),
  published: textOf(row.published),
  source: textOf(row.source),
});

export const holdingOf = (row: { readonly [key: string]: Value }): Holding => ({
  role: textOf(row.role),
  status: textOf(row.status),
  since: textOf(row.sinceValue ?? row.since),
  until: textOf(row.untilValue ?? row.until),
  confidence: numberOf(row.confidence),
});

/** A row of entity-claims, article-claims or cell-claims. */
export function claimOf(row: Row): ClaimAnswer {
  const claim = row.claim as { readonly [key: string]: Value };
  return {
    id: String(claim.id),
    type: String(claim.type),
    fact: String(claim.fact),
    subject: nodeOf(row.subject),
    object: row.object ? nodeOf(row.object) : null,
    ...holdingOf(claim),
    // what the sum calls since is here what the text gives
    since: textOf(claim.sinceValue),
    until: textOf(claim.untilValue),
    rule: String(claim.rule),
    sentence: String(claim.sentence),
    start: numberOf(claim.start),
    end: numberOf(claim.end),
    evidence: textsOf(claim.evidence),
    article: articleOf(row, row.article),
  };
}
