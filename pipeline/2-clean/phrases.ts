import { tokenise } from '../0-latvian/tokens.js';

interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}

/**
 * Phrases of one or more words, looked up word by word in a trie: the cost of a look-up does not grow with their number.
 * Marks between words do not count, so `e-pasts` and `e pasts` are one phrase.
 */
export class Phrases {
  private readonly root: Node = { next: new Map(), ends: false };

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      let node = this.root;
      for (const word of wordsOf(phrase)) {
        let next = node.next.get(word);
        if (!next) {
          next = { next: new Map(), ends: false };
          node.next.set(word, next);
        }
        node = next;
      }
      node.ends = true;
    }
  }

  /** How many words the longest phrase that begins at a word has; 0 when none does. */
  at(words: readonly string[], index: number): number {
    let node: Node | undefined = this.root;
    let longest = 0;
    for (let i = index; i < words.length && node; i++) {
      node = node.next.get(words[i] as string);
      if (node?.ends) longest = i + 1 - index;
    }
    return longest;
  }

  /** Whether the words are nothing but phrases, one after the other. */
  cover(words: readonly string[]): boolean {
    let i = 0;
    while (i < words.length) {
      const length = this.at(words, i);
      if (length === 0) return false;
      i += length;
    }
    return words.length > 0;
  }
}

/** Lower-case words and numbers of a text. */
export const wordsOf = (text: string): string[] =>
  tokenise(text)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ lower }) => lower);
