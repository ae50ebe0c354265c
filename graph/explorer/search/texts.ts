import MiniSearch from 'minisearch';
import { fold } from '../../../pipeline/0-contract/fold.js';
import type { ArticleRef, Excerpt } from '../api.js';
import { excerptOf } from './excerpt.js';

/** What all forms of a word have in common, of a folded word: `novada`, `novados` → `novad`. */
export type Stem = (folded: string) => string;

const WORD = /[\p{L}\p{N}]+/gu;

interface Indexed extends ArticleRef {
  readonly text: string;
}

/** The texts of all articles, in memory: words in any case form, without diacritics. */
export interface Texts {
  add(articles: readonly Indexed[]): void;
  remove(id: string): void;
  readonly size: number;
  /** Articles that have all words, best first: in the title before in the text, rare words before frequent ones. */
  find(typed: string, most: number): { readonly articles: readonly ArticleRef[]; readonly found: number };
  /** The sentence that has the most of the words. */
  excerpt(text: string, typed: string, title: string): Excerpt;
}

export function emptyTexts(stem: Stem): Texts {
  const stored = new Map<string, ArticleRef>();
  const index = new MiniSearch<Indexed>({
    fields: ['title', 'text'],
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: (word) => stem(fold(word)),
    searchOptions: {
      boost: { title: 3 },
      combineWith: 'AND',
      prefix: (term, i, terms) => i === terms.length - 1 && term.length > 2,
    },
  });
  return {
    get size() {
      return stored.size;
    },
    add(articles) {
      for (const { id, title, published, source } of articles) stored.set(id, { id, title, published, source });
      index.addAll(articles);
    },
    remove(id) {
      stored.delete(id);
      index.discard(id);
    },
    find(typed, most) {
      const hits = index.search(typed);
      return {
        articles: hits.slice(0, most).flatMap(({ id }) => stored.get(id as string) ?? []),
        found: hits.length,
      };
    },
    excerpt: (text, typed, title) =>
      bestSentence(text, new Set((typed.match(WORD) ?? []).map((word) => stem(fold(word)))), stem, title),
  };
}

/** Ends of sentences well enough for showing a piece of text. */
const SENTENCE_END = /[.!?…][”"’)]*\s+(?=[\p{Lu}„“«"])|\n+/gu;

function bestSentence(text: string, stems: ReadonlySet<string>, stem: Stem, title: string): Excerpt {
  let best: { start: number; end: number; marks: [number, number][]; different: number; isTitle: boolean } | undefined;
  let start = 0;
  const ends = [...[...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length), text.length];
  for (const end of ends) {
    const marks: [number, number][] = [];
    const different = new Set<string>();
    for (const match of text.slice(start, end).matchAll(WORD)) {
      const word = stem(fold(match[0]));
      const fits = stems.has(word) ? word : [...stems].find((one) => one.length > 2 && word.startsWith(one));
      if (fits === undefined) continue;
      different.add(fits);
      marks.push([match.index, match.index + match[0].length]);
    }
    // the title is shown above it anyway
    const isTitle = text.slice(start, end).trim() === title;
    if (!best || (different.size > best.different && !isTitle) || (best.isTitle && different.size > 0))
      best = { start, end, marks, different: isTitle ? 0 : different.size, isTitle };
    start = end;
  }
  if (!best) return { text: '', start: 0, marks: [] };
  return excerptOf(text.slice(best.start, best.end).trimEnd(), best.start, best.marks);
}
