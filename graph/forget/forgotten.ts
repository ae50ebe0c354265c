import { createHash, randomBytes } from 'node:crypto';
import { fold } from '../../pipeline/0-contract/fold.js';
import type { Extraction, Person } from '../../pipeline/0-contract/types.js';
import type { GraphStore } from '../store.js';
import type { Forms } from '../sum-entities.js';
import { blanked, stretchesOf } from './blank.js';

/** Who is to stay forgotten, without a readable name. */
export interface Forgotten {
  readonly salt: string;
  readonly hashes: ReadonlySet<string>;
}

export const hashOf = (salt: string, name: string): string =>
  createHash('sha256')
    .update(`${salt} ${fold(name)}`)
    .digest('hex');

export async function readForgotten(store: GraphStore): Promise<Forgotten> {
  const rows = await store.read('MATCH (one:Forgotten) RETURN one.id AS id, one.salt AS salt ORDER BY id');
  const salt = (rows[0]?.salt as string | undefined) ?? randomBytes(16).toString('hex');
  return { salt, hashes: new Set(rows.map(({ id }) => id as string)) };
}

/** What an article says without those who are forgotten: their mentions and facts left out, their names blanked. */
export function withoutForgotten(extraction: Extraction, { salt, hashes }: Forgotten, forms: Forms): Extraction {
  if (hashes.size === 0) return extraction;
  const isGone = (name: string): boolean => hashes.has(hashOf(salt, name));
  const gone = extraction.entities.filter(
    (entity): entity is Person => entity.kind === 'person' && [entity.name, ...entity.aliases].some(isGone),
  );
  if (gone.length === 0) return extraction;
  const ids = new Set(gone.map(({ id }) => id));
  const names = gone.flatMap((person) => [...forms(person)]);
  const { article } = extraction;
  const stretches = [...gone.flatMap(({ mentions }) => mentions), ...stretchesOf(article.text, names)];
  const text = blanked(article.text, stretches);
  const clean = (words: string): string => blanked(words, stretchesOf(words, names));
  const slice = <T extends { readonly start: number; readonly end: number }>(one: T): T => ({
    ...one,
    text: text.slice(one.start, one.end),
  });
  const { author, ...rest } = article;
  return {
    ...extraction,
    article: {
      ...rest,
      title: clean(article.title),
      text,
      ...(author === undefined ? {} : { author: clean(author) }),
    },
    entities: extraction.entities
      .filter(({ id }) => !ids.has(id))
      .map((entity) => ({ ...entity, mentions: entity.mentions.map(slice) }) as typeof entity),
    facts: extraction.facts
      .filter(({ from, to }) => !ids.has(from) && !ids.has(to))
      .map((fact) => ({ ...fact, evidence: fact.evidence.map(slice) })),
    statedCounts: extraction.statedCounts.map(slice),
  };
}
