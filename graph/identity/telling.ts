import type { EntityKind } from '../../pipeline/0-contract/types.js';
import { saidAs } from '../corrections/parting.js';
import type { ArticleRows } from '../rows.js';
import { comparedKind, isCompared, type KeySaying, type Known, type Post, unique } from './known.js';

/** All that identity goes by, in an article's words: where an article adds nothing to it, nothing need be compared again. */
function tellingOfSaying({ says, posts }: Pick<KeySaying, 'says' | 'posts'>): string[] {
  const { name, aliases, gender, type, number, owner, position, institution } = says;
  const told = Object.entries({ gender, type, number, owner, position, institution });
  return [
    `name ${name}`,
    ...aliases.map((alias) => `alias ${alias}`),
    ...told.flatMap(([what, value]) => (value === undefined ? [] : [`${what} ${value}`])),
    ...posts.map(({ at, role = '' }) => `post ${at} ${role}`),
  ];
}

/** What is told of a key under one heading: its names, its numbers. */
export const toldAs = (what: 'name' | 'number', telling: readonly string[]): string[] =>
  telling.flatMap((one) => (one.startsWith(`${what} `) ? [one.slice(what.length + 1)] : []));

export const tellingOf = ({ said }: Known): string[] => unique(said.flatMap(tellingOfSaying));

/** Claims that say where a person works. */
export const POSTS: ReadonlySet<string> = new Set(['HEADS', 'WORKS_AT']);

/** Key → what an article says under it, of the keys that are compared. */
function sayingsOfRows({ article, entities, claims }: ArticleRows): [string, KeySaying & { readonly count: number }][] {
  const posts = new Map<string, Post[]>();
  for (const { type, subjectKey, objectKey, properties } of claims) {
    if (!POSTS.has(type) || objectKey === null || comparedKind(subjectKey) !== 'person') continue;
    const role = properties.role as string | undefined;
    const post = { at: objectKey, ...(role === undefined ? {} : { role }) };
    posts.set(subjectKey, [...(posts.get(subjectKey) ?? []), post]);
  }
  const source = { article: article.id, published: article.published as string | null };
  return entities
    .filter(({ key }) => isCompared(key))
    .map(({ key, count, says }) => [key, { ...source, count, says: saidAs(key, says), posts: posts.get(key) ?? [] }]);
}

/** Key → what an article tells of it, of the keys that are compared. */
export const tellingOfRows = (rows: ArticleRows): Map<string, string[]> =>
  new Map(sayingsOfRows(rows).map(([key, saying]) => [key, tellingOfSaying(saying)]));

/** What articles say under some keys, of those that they name. */
export function knownInRows(load: readonly ArticleRows[], keys: ReadonlySet<string>): Map<string, Known> {
  const said = new Map<string, KeySaying[]>();
  for (const rows of load)
    for (const [key, { count, ...saying }] of sayingsOfRows(rows)) {
      if (count === 0 || !keys.has(key)) continue;
      const others = said.get(key);
      if (others) others.push(saying);
      else said.set(key, [saying]);
    }
  return new Map([...said].map(([key, all]) => [key, { key, kind: comparedKind(key) as EntityKind, said: all }]));
}
