import { saidAs } from '../corrections/parting.js';
import type { Saying } from '../rows.js';
import { groupBy, heldIn, runFile } from '../statements.js';
import type { Row, Run } from '../store.js';
import { comparedKind, type Known } from './known.js';
import { POSTS } from './telling.js';

/**
 * What all articles say under some keys.
 * @param keys with the entities that they stand for in the graph
 * @returns those that an article names
 */
export async function knownIn(
  run: Run,
  keys: readonly { readonly key: string; readonly entity: string }[],
): Promise<Map<string, Known>> {
  const sayings = groupBy(await runFile(run, 'key-sayings', keys), 'key');
  const people = keys.filter(({ key }) => comparedKind(key) === 'person' && sayings.has(key));
  const claims = await runFile(run, 'key-posts', people);
  const posts = groupBy(
    claims
      .filter(({ type }) => POSTS.has(type as string))
      .map((claim): Row => ({ ...claim, said: `${claim.key} ${claim.article}` })),
    'said',
  );
  const found = new Map<string, Known>();
  for (const { key } of keys) {
    const kind = comparedKind(key);
    const said = sayings.get(key);
    if (kind === undefined || said === undefined) continue;
    found.set(key, {
      key,
      kind,
      said: said.map(({ article, published, says }) => ({
        article: article as string,
        published: published as string | null,
        says: saidAs(key, heldIn(says as Row) as unknown as Saying),
        posts: (posts.get(`${key} ${article}`) ?? []).map(({ at, role }) => ({
          at: at as string,
          ...(role === null ? {} : { role: role as string }),
        })),
      })),
    });
  }
  return found;
}
