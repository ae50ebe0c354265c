import { byCodePoint } from './known.js';

/** Sets of keys that are one, grown pair by pair. What they are in the end does not depend on the order. */
export class Clusters {
  readonly #parent = new Map<string, string>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) this.#parent.set(key, key);
  }

  /** The same for all keys of a cluster: its smallest. */
  of(key: string): string {
    const parent = this.#parent.get(key) ?? key;
    if (parent === key) return key;
    const root = this.of(parent);
    this.#parent.set(key, root);
    return root;
  }

  join(a: string, b: string): void {
    const [small = a, large = b] = [this.of(a), this.of(b)].sort(byCodePoint);
    this.#parent.set(large, small);
  }

  /** Keys of each cluster, in order. */
  all(): string[][] {
    const groups = new Map<string, string[]>();
    for (const key of [...this.#parent.keys()].sort(byCodePoint)) {
      const root = this.of(key);
      groups.set(root, [...(groups.get(root) ?? []), key]);
    }
    return [...groups.values()];
  }
}

/** Keys that hang together by common blocks. */
export function joinedByBlocks(
  keys: readonly { readonly key: string; readonly blocks: readonly string[] }[],
): Clusters {
  const joined = new Clusters(keys.map(({ key }) => key));
  const firstOf = new Map<string, string>();
  for (const { key, blocks } of keys)
    for (const block of blocks) {
      const first = firstOf.get(block);
      if (first === undefined) firstOf.set(block, key);
      else joined.join(first, key);
    }
  return joined;
}
