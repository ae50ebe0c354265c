import { fold } from '../pipeline/0-contract/fold.js';
import type { DateEntity, EntityKind } from '../pipeline/0-contract/types.js';
import type { Saying } from './rows.js';
import { sortKey } from './sort-key.js';
import { daysOf } from './when.js';

/**
 * What the articles together say. Everything here depends on the set of articles alone, not on the order in which they were
 * loaded; `latest` is by day of publication, then by id, an undated article being the oldest.
 */

/** An article's place in time. */
export interface Source {
  readonly article: string;
  /** Equal for an article and its copies, which count once. */
  readonly story: string;
  readonly published: string | null;
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byAge = (a: Source, b: Source): number =>
  byCodePoint(a.published ?? '', b.published ?? '') || byCodePoint(a.article, b.article);

/** The properties that an article may leave unsaid. */
const OPTIONAL = [
  'gender',
  'type',
  'number',
  'position',
  'institution',
  'owner',
  'partOf',
  'period',
  'date',
  'place',
] as const;

type Property = (typeof OPTIONAL)[number];

/** What an entity's node holds, as far as it comes from what articles say. */
export interface EntitySum extends Saying {
  readonly id: string;
  /** Natural keys under which articles speak of it. */
  readonly keys: readonly string[];
}

/** What some articles, each in the same words, say of an entity. */
export interface SaidOf {
  readonly key: string;
  readonly says: Saying;
  /** Of which they are publications; null where each is a story of its own. */
  readonly story: string | null;
  /** How many articles these are. */
  readonly articles: number;
  /** How often they name the entity: together, and the one that does so most. */
  readonly mentions: number;
  readonly most: number;
  /** Places in time of the earliest and the latest of them, see `timeOf`. */
  readonly first: string;
  readonly last: string;
}

/** An article's place in time, as entity-sayings.cypher works it out: earlier ones are smaller. */
export const timeOf = ({ published, article }: Omit<Source, 'story'>): string => `${published ?? ''} ${article}`;

/** @param sayings of one entity, in any order; not empty */
export function entitySum(id: string, sayings: readonly SaidOf[]): EntitySum {
  const byEnd = (a: SaidOf, b: SaidOf): number => byCodePoint(a.last, b.last) || byCodePoint(a.key, b.key);
  const inTime = [...sayings].sort(byEnd).map(({ says }) => says);
  const byBegin = (a: SaidOf, b: SaidOf): number => byCodePoint(a.first, b.first) || byCodePoint(a.key, b.key);
  const name = commonName([...sayings].sort(byBegin));
  const names = new Set(inTime.flatMap((says) => [says.name, ...says.aliases]));
  names.delete(name);
  const sum: Record<string, unknown> = {
    id,
    name,
    aliases: [...names].sort(byCodePoint),
    confidence: Math.max(...inTime.map((says) => says.confidence)),
    keys: [...new Set(sayings.map(({ key }) => key))].sort(byCodePoint),
  };
  for (const key of OPTIONAL) {
    const latest = inTime.findLast((says) => says[key] !== undefined)?.[key];
    if (latest !== undefined) sum[key] = latest;
  }
  return sum as unknown as EntitySum;
}

interface Use {
  readonly name: string;
  /** Of articles that are stories of their own. */
  articles: number;
  mentions: number;
  /** Of the others: most mentions in an article of each story. */
  readonly stories: Map<string, number>;
}

/**
 * The name that most stories use, then the one with most mentions, so that a slip in one article does not rename an entity.
 * Of two that differ in diacritics or quotes only, the one with more diacritics; else the one that was met first.
 */
function commonName(inOrder: readonly SaidOf[]): string {
  const uses = new Map<string, Use>();
  for (const { says, story, articles, mentions, most } of inOrder) {
    const use: Use = uses.get(says.name) ?? { name: says.name, articles: 0, mentions: 0, stories: new Map() };
    if (story === null) {
      use.articles += articles;
      use.mentions += mentions;
    } else use.stories.set(story, Math.max(most, use.stories.get(story) ?? 0));
    uses.set(says.name, use);
  }
  const most = (of: readonly Use[], figure: (use: Use) => number): Use[] => {
    const highest = Math.max(...of.map(figure));
    return of.filter((use) => figure(use) === highest);
  };
  const inAll = ({ stories, mentions }: Use): number =>
    [...stories.values()].reduce((sum, count) => sum + count, mentions);
  // in the order in which they were met
  const best = most(
    most([...uses.values()], ({ stories, articles }) => articles + stories.size),
    inAll,
  ).map((use) => use.name);
  const plainer = (name: string): boolean =>
    best.some((other) => fold(other) === fold(name) && diacritics(other) > diacritics(name));
  return best.find((name) => !plainer(name)) as string;
}

const diacritics = (text: string): number => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;

/** What one more saying may change of a sum. */
export interface Change {
  /** True when all articles have to be looked at again. */
  readonly surely: boolean;
  /** Properties that it tells otherwise, which counts unless a later article tells them. */
  readonly unlessLater: readonly Property[];
}

/** What an article that says this may change, so that the others need not be looked at again where that is nothing. */
export function changeBy(sum: EntitySum, { key, says }: Pick<SaidOf, 'key' | 'says'>): Change {
  const others = OPTIONAL.filter((one) => says[one] !== undefined && says[one] !== sum[one]);
  const surely =
    !sum.keys.includes(key) ||
    says.name !== sum.name ||
    says.confidence > sum.confidence ||
    says.aliases.some((alias) => alias !== sum.name && !sum.aliases.includes(alias)) ||
    // what is told first; a whole counts only where it is a project; a key that people made tells less than articles do
    others.some((one) => sum[one] === undefined || one === 'partOf') ||
    (others.length > 0 && sum.keys.some((one) => one.includes('@')));
  return { surely, unlessLater: surely ? [] : others };
}

/** A date's id is `date-` and its value. */
export const dateValue = (id: string): string => id.replace(/^date-/u, '');

const precisionOf = (value: string): DateEntity['precision'] => {
  if (value.startsWith('--')) return 'no year';
  if (value.includes('/')) return 'interval';
  return value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
};

/** The properties of an entity's node as `write/` wants them: all keys, null for what nobody says. */
export function entityProperties(
  kind: EntityKind,
  sum: EntitySum,
  sameBecause: readonly string[],
  forms: readonly string[],
): { readonly [name: string]: unknown } {
  const { id, name, aliases, confidence, keys } = sum;
  const own = Object.fromEntries(OPTIONAL.map((key) => [key, sum[key] ?? null]));
  const value = kind === 'date' ? dateValue(id) : kind === 'event' ? sum.date : sum.period;
  const { since, until } = daysOf(value);
  return {
    ...{ id, name, sortKey: sortKey(name), aliases, confidence, keys, sameBecause, ...own, since, until },
    ...(kind === 'date' ? { value, precision: precisionOf(value ?? '') } : {}),
    forms: [...new Set(forms)].sort(byCodePoint),
  };
}

export interface ClaimOfFact extends Source {
  readonly since: string | null;
  readonly until: string | null;
  readonly sinceValue: string | null;
  readonly untilValue: string | null;
  readonly status: string | null;
  readonly role: string | null;
  readonly confidence: number;
  readonly start: number;
}

/** What a fact's relationship holds. @param claims of one fact, in any order; not empty */
export function factSum(claims: readonly ClaimOfFact[]): { readonly [name: string]: unknown } {
  // Of one article the claim of the latest day counts as the latest, then the surest, then the one that stands further down.
  const dayOf = ({ since, until }: ClaimOfFact): string => since ?? until ?? '';
  const inTime = [...claims].sort(
    (a, b) => byAge(a, b) || byCodePoint(dayOf(a), dayOf(b)) || a.confidence - b.confidence || a.start - b.start,
  );
  const latest = (key: 'status' | 'role'): string | null =>
    inTime.findLast((claim) => claim[key] !== null)?.[key] ?? null;
  const status = latest('status');
  // Who declined and joined later is in since the joining; who was in and is told to decline, since declining.
  const ofStatus = inTime.filter((claim) => (claim.status === 'declined') === (status === 'declined'));
  // «2019» and «2019-05-16» agree: the vaguer value gives way before the earliest and the latest are taken.
  const extreme = (
    day: 'since' | 'until',
    value: 'sinceValue' | 'untilValue',
    sign: 1 | -1,
  ): ClaimOfFact | undefined => {
    const dated = ofStatus.filter((claim) => claim[day] !== null);
    return dated
      .filter((claim) => !dated.some((other) => other[value]?.startsWith(`${claim[value]}-`)))
      .sort((a, b) => sign * byCodePoint(a[day] ?? '', b[day] ?? ''))[0];
  };
  const earliest = extreme('since', 'sinceValue', 1);
  const last = extreme('until', 'untilValue', -1);
  return {
    since: earliest?.since ?? null,
    until: last?.until ?? null,
    sinceValue: earliest?.sinceValue ?? null,
    untilValue: last?.untilValue ?? null,
    status,
    role: latest('role'),
    articles: new Set(claims.map(({ article }) => article)).size,
    stories: new Set(claims.map(({ story }) => story)).size,
    confidence: Math.max(...claims.map(({ confidence }) => confidence)),
  };
}
