import type { Run } from '../store.js';
import type { FactRow } from '../sum-facts.js';

/** What changed when keys came to stand for other entities than before: all of it is summed up again. */
export interface Settled {
  /** Ids of entities that got or lost a key, and of those that speak of them (a part of a moved project). */
  readonly entities: readonly string[];
  /** Facts that a moved key took part in, before and after. */
  readonly facts: readonly FactRow[];
  /** Entity → why several keys are one; entities that are not in it keep what they have. */
  readonly because: ReadonlyMap<string, readonly string[]>;
}

/**
 * Which entity each natural key stands for, within one transaction. This is the one place where articles are compared:
 * mentions, claims and sums know keys and ask here. The map is a function of the keys in the graph with what articles say of
 * them, so it may change with any article that comes or goes.
 */
export interface Identity {
  /** Reads where keys stand; keys that nobody used so far stand for an entity of their own. */
  learn(keys: Iterable<string>): Promise<void>;
  /** The id of the entity that a key stands for; the key has been learned. */
  entityOf(key: string): string;
  /**
   * To be called when a batch took back what its articles said and wrote what they say now.
   * Moves the keys that stand for another entity now: MENTIONS, OF, SUBJECT, OBJECT, and `fact` of their claims.
   * @param keys those that the batch took back or wrote
   */
  settle(keys: Iterable<string>): Promise<Settled>;
}

/** Every key is an entity of its own. */
export const identityIn = (_run: Run): Identity => ({
  learn: async () => {},
  entityOf: (key) => key,
  settle: async () => ({ entities: [], facts: [], because: new Map() }),
});
