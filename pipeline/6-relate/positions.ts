import type { Entity, Fact } from '../0-contract/types.js';

/** Persons with the post and the institution that the surest fact about them names. */
export function withPositions(entities: readonly Entity[], facts: readonly Fact[]): Entity[] {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  return entities.map((entity) => {
    if (entity.kind !== 'person') return entity;
    const [post] = facts
      .filter(({ type, from }) => from === entity.id && (type === 'HEADS' || type === 'WORKS_AT'))
      .toSorted((a, b) => b.confidence - a.confidence);
    const institution = post && nameOf.get(post.to);
    return {
      ...entity,
      ...(post?.role ? { position: post.role } : {}),
      ...(institution ? { institution } : {}),
    };
  });
}
