import type { ArticleRows } from '../rows.js';
import { isCompared, type KeySaying, type Known, type Post, unique } from './known.js';

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

export const tellingOf = ({ said }: Known): string[] => unique(said.flatMap(tellingOfSaying));

/** Claims that say where a person works. */
const POSTS: ReadonlySet<string> = new Set(['HEADS', 'WORKS_AT']);

/** Key → what an article tells of it, of the keys that are compared. */
export function tellingOfRows({ entities, claims }: ArticleRows): Map<string, string[]> {
  const posts = new Map<string, Post[]>();
  for (const { type, subjectKey, objectKey, properties } of claims) {
    if (!POSTS.has(type) || objectKey === null) continue;
    const role = properties.role as string | undefined;
    const post = { at: objectKey, ...(role === undefined ? {} : { role }) };
    posts.set(subjectKey, [...(posts.get(subjectKey) ?? []), post]);
  }
  return new Map(
    entities
      .filter(({ key }) => isCompared(key))
      .map(({ key, says }) => [key, tellingOfSaying({ says, posts: posts.get(key) ?? [] })]),
  );
}
