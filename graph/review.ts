import { setImmediate as pause } from 'node:timers/promises';
import type { Correction } from './corrections/corrections.js';
import { correctedBy } from './corrections/match.js';
import { joinedByBlocks } from './identity/clusters.js';
import { decide, type Rulings } from './identity/decide.js';
import { byCodePoint, type Candidate, type Known, nameOf, type Side } from './identity/known.js';
import { isRuled } from './identity/region.js';
import { renamedInstitutions } from './identity/renamed.js';
import { knownIn } from './identity/sayings.js';
import { groupBy, readingOf } from './statements.js';
import type { GraphStore } from './store.js';
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
const CHUNK = 200;

/** Ruled of the keys that corrections name: what a run has followed already. */
export async function rulingsIn(store: GraphStore, corrections: readonly Correction[], forms: Forms): Promise<Rulings> {
  const keys = await keysIn(store);
  const ruled = keys.filter(({ blocks }) => blocks.some(isRuled));
  return correctedBy(corrections, forms).rulingsOf([...(await sayingsOf(store, ruled)).values()]);
}

/**
 * What is too close to call and not ruled, in the order of names; without passages.
 * @param onPart told what share of the keys is compared, up to 1
 */
export async function undecided(
  store: GraphStore,
  rulings: Rulings,
  onPart: (share: number) => void = () => {},
): Promise<Question[]> {
  const keys = await keysIn(store);
  const entityOf = new Map(keys.map(({ key, entity }) => [key, entity]));
  const renamings = renamedInstitutions();
  const found: Question[] = [];
  let compared = 0;
  for (const some of byRegions(keys)) {
    const known = await sayingsOf(store, some);
    const sideOf = ({ key, articles }: Side): ReviewSide => {
      const one = known.get(key) as Known;
      const among = new Set(articles);
      const posts = one.said
        .filter(({ article }) => among.has(article))
        .flatMap((said) => said.posts.map(({ at, role }) => (role === undefined ? at : `${role}, ${at}`)));
      return {
        ...{ name: nameOf(one), key, entity: entityOf.get(key) ?? key },
        ...{ articles: articles.length, articleIds: articles, posts: [...new Set(posts)], passages: [] },
      };
    };
    for (const candidate of decide([...known.values()], rulings, renamings).candidates)
      found.push({ ...candidate, sides: candidate.sides.map(sideOf) });
    compared += some.length;
    onPart(compared / keys.length);
    // whoever else is served by this process gets a turn
    await pause();
  }
  const nameIn = ({ sides: [side] }: Question): string => side?.name ?? '';
  return found.sort((a, b) => byCodePoint(nameIn(a), nameIn(b)) || byCodePoint(a.id, b.id));
}

/** Keys with all that have a block in common with them, some together: what is said under all would fill the memory. */
function* byRegions(keys: readonly Key[]): Generator<Key[]> {
  const byKey = new Map(keys.map((one) => [one.key, one]));
  let some: Key[] = [];
  for (const region of joinedByBlocks(keys).all()) {
    some.push(...region.flatMap((key) => byKey.get(key) ?? []));
    if (some.length < CHUNK) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The same questions with the words of articles. @param most sides of each question that get them */
export async function withPassages(
  store: GraphStore,
  questions: readonly Question[],
  most = Number.POSITIVE_INFINITY,
): Promise<Question[]> {
  const asked = new Map(questions.flatMap(({ sides }) => sides.map(({ key, entity }) => [key, { key, entity }])));
  const rows = asked.size === 0 ? [] : await store.read(readingOf('key-passages'), { rows: [...asked.values()] });
  const passages = groupBy(rows, 'key');
  const of = ({ key, articleIds }: ReviewSide): Passage[] => {
    const among = new Set(articleIds);
    const first = new Map<string, Passage>();
    for (const row of passages.get(key) ?? []) {
      const { article, title, published, sentence } = row as unknown as Passage;
      if (among.has(article) && !first.has(article)) first.set(article, { article, title, published, sentence });
    }
    return [...first.values()].slice(0, SHOWN);
  };
  return questions.map((question) => ({
    ...question,
    sides: question.sides.map((side, i) => (i < most ? { ...side, passages: of(side) } : side)),
  }));
}

/** All that is too close to call and that no correction has decided, in the order of names. */
export const review = async (
  store: GraphStore,
  corrections: readonly Correction[],
  forms: Forms,
): Promise<Question[]> => withPassages(store, await undecided(store, await rulingsIn(store, corrections, forms)));

interface Key {
  readonly key: string;
  readonly entity: string;
  readonly blocks: readonly string[];
}

const keysIn = async (store: GraphStore): Promise<readonly Key[]> =>
  (await store.read(readingOf('all-keys'))) as unknown as Key[];

const sayingsOf = (store: GraphStore, keys: readonly Key[]): Promise<Map<string, Known>> =>
  knownIn((cypher, params) => store.read(cypher, params), keys);
