import type { Correction } from './corrections/corrections.js';
import { correctedBy } from './corrections/match.js';
import { decide } from './identity/decide.js';
import { type Candidate, type Known, nameOf } from './identity/known.js';
import { renamedInstitutions } from './identity/renamed.js';
import { knownIn } from './identity/sayings.js';
import { groupBy, readingOf } from './statements.js';
import type { GraphStore, Run } from './store.js';
import type { Forms } from './sum-entities.js';

/** Where a name stands. */
export interface Passage {
  readonly article: string;
  readonly title: string;
  readonly published: string | null;
  readonly sentence: string;
}

export interface ReviewSide {
  readonly name: string;
  readonly key: string;
  /** Id of the entity that the key stands for now. */
  readonly entity: string;
  readonly articles: number;
  readonly articleIds: readonly string[];
  /** `vadītājs, institution-tukuma-novada-socialais-dienests` */
  readonly posts: readonly string[];
  /** The first of each of the first articles. */
  readonly passages: readonly Passage[];
}

/** A question that only people can answer. */
export interface Question {
  readonly id: string;
  readonly kind: string;
  /** `same`: are they one? `apart`: does one name stand for several? */
  readonly question: Candidate['question'];
  readonly because: readonly string[];
  readonly sides: readonly ReviewSide[];
}

/** Articles whose words are shown of each side. */
const SHOWN = 2;
/** Keys a query. */
const CHUNK = 1000;

/** What is too close to call and no correction has decided, in the order of names. */
export async function review(store: GraphStore, corrections: readonly Correction[], forms: Forms): Promise<Question[]> {
  const run: Run = (cypher, params) => store.read(cypher, params);
  const keys = (await store.read(readingOf('all-keys'))) as unknown as {
    readonly key: string;
    readonly entity: string;
    readonly blocks: readonly string[];
  }[];
  const known = new Map<string, Known>();
  for (let at = 0; at < keys.length; at += CHUNK)
    for (const [key, one] of await knownIn(run, keys.slice(at, at + CHUNK))) known.set(key, one);
  const ruled = keys.filter(({ blocks }) => blocks.some((block) => block.startsWith('ruled ')));
  const rulings = correctedBy(corrections, forms).rulingsOf(ruled.flatMap(({ key }) => known.get(key) ?? []));
  const { candidates } = decide([...known.values()], rulings, renamedInstitutions());

  const asked = new Set(candidates.flatMap(({ sides }) => sides.map(({ key }) => key)));
  const rows = keys.filter(({ key }) => asked.has(key));
  const entityOf = new Map(rows.map(({ key, entity }) => [key, entity]));
  const passages = groupBy(rows.length === 0 ? [] : await store.read(readingOf('key-passages'), { rows }), 'key');
  return candidates.map(({ id, kind, question, because, sides }) => ({
    ...{ id, kind, question, because },
    sides: sides.map(({ key, articles }): ReviewSide => {
      const one = known.get(key) as Known;
      const posts = one.said
        .filter(({ article }) => articles.includes(article))
        .flatMap((said) => said.posts.map(({ at, role }) => (role === undefined ? at : `${role}, ${at}`)));
      const first = new Map<string, Passage>();
      for (const row of passages.get(key) ?? []) {
        const { article, title, published, sentence } = row as unknown as Passage;
        if (articles.includes(article) && !first.has(article))
          first.set(article, { article, title, published, sentence });
      }
      return {
        ...{
          name: nameOf(one),
          key,
          entity: entityOf.get(key) ?? key,
          articles: articles.length,
          articleIds: articles,
          posts: [...new Set(posts)],
        },
        passages: [...first.values()].slice(0, SHOWN),
      };
    }),
  }));
}
