import { createHash, randomBytes } from 'node:crypto';
import { fold } from '../../pipeline/0-contract/fold.js';
import { blanked, namesIn, wordsOfName } from '../../pipeline/0-contract/names-in.js';
import { overlap } from '../../pipeline/0-contract/span.js';
import type { Entity, EntityKind, Extraction, Span } from '../../pipeline/0-contract/types.js';
import type { Corrected } from '../corrections/match.js';
import { keyIn } from '../corrections/parting.js';
import type { GraphStore } from '../store.js';
import type { Forms } from '../sum-entities.js';

/** Who is to stay forgotten, without a readable name. */
export interface Forgotten {
  readonly salt: string;
  readonly hashes: ReadonlySet<string>;
  /** Whether a name may begin with a word: asked of every word of every article, so it is told once. */
  mayBegin(word: string): boolean;
}

/** What is hashed of a person, so that they are known again. */
export const MARKS = {
  name: (name: string): string => fold(name),
  /** Who is another kind of thing to the rules. */
  ofKind: (kind: EntityKind, name: string): string => `kind ${kind} ${fold(name)}`,
  /** One of several of a name, by the key that a correction gives. */
  key: (key: string): string => `key ${key}`,
  /** In the articles known. */
  inArticle: (article: string, kind: EntityKind, name: string): string => `in ${article} ${kind} ${fold(name)}`,
  /** Somebody else who is called so in an article. */
  other: (article: string, kind: EntityKind, name: string): string => `other ${article} ${kind} ${fold(name)}`,
  /** The first word of a name in a case form, and all its words. */
  first: (words: string): string => `first ${words.split(' ')[0]}`,
  words: (words: string): string => `words ${words}`,
  wordsIn: (article: string, words: string): string => `words in ${article} ${words}`,
};

/** Words of the longest name that is looked for. */
export const MOST = 5;

export const hashOf = (salt: string, mark: string): string =>
  createHash('sha256').update(`${salt} ${mark}`).digest('hex');

export async function readForgotten(store: GraphStore): Promise<Forgotten> {
  const rows = await store.read('MATCH (one:Forgotten) RETURN one.id AS id, one.salt AS salt ORDER BY id');
  const salt = (rows[0]?.salt as string | undefined) ?? randomBytes(16).toString('hex');
  const hashes = new Set(rows.map(({ id }) => id as string));
  const begins = new Map<string, boolean>();
  return {
    salt,
    hashes,
    mayBegin(word) {
      const before = begins.get(word);
      const may = before ?? hashes.has(hashOf(salt, MARKS.first(word)));
      if (before === undefined) begins.set(word, may);
      return may;
    },
  };
}

/** Those that overlap none of the others. */
export const outside = (stretches: readonly Span[], others: readonly Span[]): Span[] =>
  stretches.filter((one) => !others.some((other) => overlap(one, other)));

/** All names of somebody by their words, in all cases. */
export const wordsOf = (forms: Forms, named: Parameters<Forms>[0]): string[] =>
  [...forms(named)].map(wordsOfName).filter((words) => words !== '');

/**
 * What an article says without those who are forgotten: their mentions and facts left out, their names blanked in the text,
 * by which rowsOf tells the words of all that is left.
 */
export function withoutForgotten(
  extraction: Extraction,
  { salt, hashes, mayBegin }: Forgotten,
  forms: Forms,
  corrected: Corrected,
): Extraction {
  if (hashes.size === 0) return extraction;
  const { article, entities } = extraction;
  const has = (mark: string): boolean => hashes.has(hashOf(salt, mark));
  const place = { ...article, url: article.url ?? null, published: article.published ?? null };
  const isGone = ({ id, kind, name, aliases, mentions }: Entity): boolean => {
    // the municipality behind a fact, which the article does not name: no correction makes it somebody
    if (mentions.length === 0) return false;
    // a surname alone is not only one person's
    const names = [name, ...aliases.filter((alias) => alias.includes(' '))];
    const key = keyIn(corrected, id, name, place);
    if (has(MARKS.key(key)) || names.some((one) => has(MARKS.inArticle(article.id, kind, one)))) return true;
    // somebody else of that name
    if (corrected.isWithinArticles(key) || names.some((one) => has(MARKS.other(article.id, kind, one)))) return false;
    return names.some((one) => has(kind === 'person' ? MARKS.name(one) : MARKS.ofKind(kind, one)));
  };
  const gone = entities.filter(isGone);
  const kept = entities.filter((one) => !gone.includes(one) && one.mentions.length > 0);
  const own = new Set(gone.flatMap((one) => wordsOf(forms, one)));
  const others = new Set(kept.flatMap((one) => wordsOf(forms, one)));
  const isName = (words: string): boolean =>
    !others.has(words) &&
    (own.has(words) ||
      (mayBegin(words.split(' ')[0] as string) &&
        (has(MARKS.wordsIn(article.id, words)) ||
          ((gone.length > 0 || words.includes(' ')) && has(MARKS.words(words))))));
  const stretchesOf = (words: string): Span[] => namesIn(words, MOST, isName);
  const people = kept.filter(({ kind }) => kind === 'person').flatMap(({ mentions }) => mentions);
  const stretches = [...gone.flatMap(({ mentions }) => mentions), ...outside(stretchesOf(article.text), people)];
  const clean = (words: string): string => blanked(words, stretchesOf(words));
  const title = clean(article.title);
  const author = article.author === undefined ? undefined : clean(article.author);
  if (gone.length === 0 && stretches.length === 0 && title === article.title && author === article.author)
    return extraction;
  const ids = new Set(gone.map(({ id }) => id));
  const text = blanked(article.text, stretches);
  return {
    ...extraction,
    article: { ...article, title, text, ...(author === undefined ? {} : { author }) },
    entities: entities.filter(({ id }) => !ids.has(id)),
    facts: extraction.facts.filter(({ from, to }) => !ids.has(from) && !ids.has(to)),
  };
}
