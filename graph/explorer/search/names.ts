import { fold } from '../../../pipeline/0-contract/fold.js';
import type { EntityRef } from '../api.js';

/** An entity as the index of names keeps it. */
export interface Named extends EntityRef {
  readonly aliases: readonly string[];
  readonly articles: number;
  /** Folded names in all case forms, each between line breaks: `\ntukuma novads\ntukuma novada\n`. */
  readonly forms: string;
}

const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}./-]+/u).filter((word) => word !== '');

/** All names of the graph, in memory: what people type is looked up letter by letter. */
export interface Names {
  readonly all: readonly Named[];
  /** Names that fit, best first: the whole name, its beginning, its words. Empty typed: those in most articles. */
  find(typed: string, most: number, fits?: (named: Named) => boolean): Named[];
  /** The entities of a name as it is stored. */
  named(name: string): readonly Named[];
}

/** @param all in any order */
export function namesIn(all: readonly Named[]): Names {
  const byName = new Map<string, Named[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return {
    all,
    named: (name) => byName.get(name) ?? [],
    find(typed, most, fits = () => true) {
      const folded = fold(typed);
      const words = wordsOf(folded);
      const found: { one: Named; rank: number }[] = [];
      for (const one of all) {
        const rank = rankOf(one, folded, words);
        if (rank > 0 && fits(one)) found.push({ one, rank });
      }
      return found
        .sort((a, b) => b.rank - a.rank || b.one.articles - a.one.articles || (a.one.name < b.one.name ? -1 : 1))
        .slice(0, most)
        .map(({ one }) => one);
    },
  };
}

/** How well a name fits; 0 not at all. */
function rankOf({ forms }: Named, folded: string, words: readonly string[]): number {
  if (words.length === 0) return 1;
  if (forms.includes(`\n${folded}\n`)) return forms.startsWith(`\n${folded}\n`) ? 5 : 4;
  if (forms.includes(`\n${folded}`)) return 3;
  for (const word of words) if (!beginsWord(forms, word)) return 0;
  return 2;
}

function beginsWord(forms: string, word: string): boolean {
  for (let at = forms.indexOf(word); at >= 0; at = forms.indexOf(word, at + 1)) {
    const before = forms[at - 1];
    if (before === '\n' || before === ' ' || before === '-') return true;
  }
  return false;
}
