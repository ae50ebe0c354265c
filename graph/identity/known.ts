import { createHash } from 'node:crypto';
import { fold } from '../../pipeline/0-contract/fold.js';
import type { EntityKind } from '../../pipeline/0-contract/types.js';
import type { Saying } from '../rows.js';

/** A post that an article gives a person. */
export interface Post {
  /** Natural key of the institution, municipality or project; or the name of an institution that no fact is about. */
  readonly at: string;
  readonly role?: string;
}

/** What one article says under a natural key. */
export interface KeySaying {
  readonly article: string;
  /** Day of publication, possibly partial. */
  readonly published: string | null;
  readonly says: Saying;
  readonly posts: readonly Post[];
}

/** A natural key with all that articles say under it. `said` is not empty and in any order. */
export interface Known {
  readonly key: string;
  readonly kind: EntityKind;
  readonly said: readonly KeySaying[];
}

/** Two keys that may be one entity. `sure`: they are taken for one; else people decide. */
export interface Resemblance {
  readonly a: string;
  readonly b: string;
  readonly sure: boolean;
  readonly because: string;
}

/** Whether two keys are to be compared at all: they share a block, and nobody has ruled on them. */
export type Comparable = (a: Known, b: Known) => boolean;

/** The articles that speak of a key as of one and the same. */
export interface Side {
  readonly key: string;
  readonly articles: readonly string[];
}

/** Too close to call. */
export interface Candidate {
  /** Six hexadecimal digits, the same as long as it is the same question. */
  readonly id: string;
  readonly kind: EntityKind;
  /** Two or more: `same` asks whether they are one, `apart` whether one key stands for several. */
  readonly sides: readonly Side[];
  readonly question: 'same' | 'apart';
  readonly because: readonly string[];
}

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Different values in order. */
export const unique = (values: Iterable<string>): string[] => [...new Set(values)].sort(byCodePoint);

export function candidate(
  kind: EntityKind,
  question: Candidate['question'],
  sides: readonly Side[],
  because: readonly string[],
): Candidate {
  const inOrder = sides
    .map(({ key, articles }) => ({ key, articles: unique(articles) }))
    .sort((a, b) => byCodePoint(a.key, b.key) || byCodePoint(a.articles[0] ?? '', b.articles[0] ?? ''));
  const asked = question === 'same' ? inOrder.map(({ key }) => key) : [inOrder[0]?.key];
  const id = createHash('sha256')
    .update(JSON.stringify([question, asked]))
    .digest('hex')
    .slice(0, 6);
  return { id, kind, sides: inOrder, question, because: unique(because) };
}

/** The side of a `same` question: all articles that use the key. */
export const sideOf = ({ key, said }: Known): Side => ({ key, articles: said.map(({ article }) => article) });

const marks = (text: string): number => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;

/** The longest, then the one with most diacritics, then the one without quotes. */
const byFullness = (a: string, b: string): number =>
  fold(b).length - fold(a).length || marks(b) - marks(a) || a.length - b.length || byCodePoint(a, b);

const names = new WeakMap<Known, string>();

/** The name that a key is compared and shown by: of those that articles use the fullest, wherever it stands. */
export function nameOf(known: Known): string {
  const before = names.get(known);
  if (before !== undefined) return before;
  const name = [...new Set(known.said.map(({ says }) => says.name))].sort(byFullness)[0] ?? known.key;
  names.set(known, name);
  return name;
}

/** True when an article speaks of both, and so tells them apart. */
export const inOneArticle = (a: Known, b: Known): boolean =>
  a.said.some(({ article }) => b.said.some((other) => other.article === article));

const KINDS: readonly EntityKind[] = ['person', 'institution', 'project', 'event', 'date'];
const COMPARED: readonly EntityKind[] = ['person', 'institution', 'project'];

/** The kind that a key tells. */
export const kindOfKey = (key: string): EntityKind =>
  KINDS.find((kind) => key.startsWith(`${kind}-`)) ?? 'municipality';

/** Whether names of a kind are compared: territories have one key each, dates and events are their words. */
export const isComparedKind = (kind: EntityKind): boolean => COMPARED.includes(kind);

/** The kind of a key that is looked after: one that is compared with others, or that a correction made (`parting.ts`). */
export function comparedKind(key: string): EntityKind | undefined {
  const kind = kindOfKey(key);
  return isComparedKind(kind) || key.includes('@') ? kind : undefined;
}

export const isCompared = (key: string): boolean => comparedKind(key) !== undefined;

/** The entity that a key stands for by itself: what people rule to be an event or a municipality is that of its words. */
export const standsFor = (key: string): string =>
  isComparedKind(kindOfKey(key)) ? key : (key.split('@')[0] as string);
