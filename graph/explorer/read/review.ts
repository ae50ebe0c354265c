import { type Question, withPassages } from '../../review.js';
import type { GraphStore } from '../../store.js';
import type { ReviewAnswer } from '../api.js';
import type { Names } from '../search/names.js';

/** Questions of a page. */
const ON_PAGE = 20;

/** Sides of a question that are shown with the words of articles before one asks for the others. */
const SIDES = 6;

/** One page of what is too close to call. @param page from 1; behind the last is the last */
export async function readReviewPage(
  store: GraphStore,
  all: readonly Question[],
  page: number,
  names: Names,
): Promise<ReviewAnswer> {
  const pages = Math.max(1, Math.ceil(all.length / ON_PAGE));
  const at = Math.min(page, pages);
  const shown = await withPassages(store, all.slice((at - 1) * ON_PAGE, at * ON_PAGE), SIDES);
  return { questions: named(shown, names), found: all.length, page: at, pages, sides: SIDES };
}

/** One question with the words of all its sides; undefined when it is not among them. */
export async function readReviewQuestion(
  store: GraphStore,
  all: readonly Question[],
  id: string,
  names: Names,
): Promise<Question | undefined> {
  const found = all.filter((question) => question.id === id);
  return named(await withPassages(store, found), names)[0];
}

/** With names in place of the ids of posts. */
function named(questions: readonly Question[], names: Names): Question[] {
  const nameOf = new Map(names.all.map(({ id, name }) => [id, name]));
  const post = (text: string): string => text.replace(/[^\s,]+$/u, (id) => nameOf.get(id) ?? id);
  return questions.map((question) => ({
    ...question,
    sides: question.sides.map((side) => ({ ...side, posts: side.posts.map(post) })),
  }));
}
