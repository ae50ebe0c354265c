import type { Located, RelateContext } from '../0-contract/rule.js';
import type { PostReading } from '../0-latvian/posts.js';

/**
 * `labklājības ministrs Jānis Ozols`: a minister heads the ministry of the same name, which the post says without naming
 * it. Only a ministry that the article names.
 */
export function ministryOf(
  { doc: { tokens }, entities }: RelateContext,
  { post, last }: PostReading,
): Located | undefined {
  if (!/(?:^| )ministr(?:s|e)$/u.test(post)) return undefined;
  const minister = last - 1;
  for (const entity of entities) {
    const [mention] = entity.mentions;
    if (entity.kind !== 'institution' || entity.type !== 'ministry' || !mention) continue;
    const field = entity.name.toLowerCase().split(' ').slice(0, -1);
    const before = tokens.slice(Math.max(0, minister - field.length), minister).map(({ lower }) => lower);
    if (field.length > 0 && field.join(' ') === before.join(' ')) return { entity, mention };
  }
  return undefined;
}
