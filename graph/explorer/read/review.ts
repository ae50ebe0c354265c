import type { Correction } from '../../corrections/corrections.js';
import { type Question, review } from '../../review.js';
import type { GraphStore } from '../../store.js';
import type { Forms } from '../../sum-entities.js';
import type { Names } from '../search/names.js';

/** What is too close to call, as `saites review` lists it, with names in place of the ids of posts. */
export async function readReview(
  store: GraphStore,
  corrections: readonly Correction[],
  forms: Forms,
  names: Names,
): Promise<Question[]> {
  const nameOf = new Map(names.all.map(({ id, name }) => [id, name]));
  const named = (post: string): string => post.replace(/[^\s,]+$/u, (id) => nameOf.get(id) ?? id);
  const questions = await review(store, corrections, forms);
  return questions.map((question) => ({
    ...question,
    sides: question.sides.map((side) => ({ ...side, posts: side.posts.map(named) })),
  }));
}
