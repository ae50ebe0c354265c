import { isDeepStrictEqual } from 'node:util';
import type { Corrected } from '../corrections/match.js';
import type { ArticleRows } from '../rows.js';
import { groupBy, runFile } from '../statements.js';
import type { Row, Run } from '../store.js';
import type { FactRow } from '../sum-facts.js';
import { blocksOf } from './blocks.js';
import { type Cluster, decide } from './decide.js';
import { isCompared, isComparedKind, type Known, kindOfKey, nameOf, standsFor, unique } from './known.js';
import { moveKeys } from './move.js';
import { type Kept, keysAround } from './region.js';
import { renamedInstitutions } from './renamed.js';
import { knownIn } from './sayings.js';
import { knownInRows, tellingOf, tellingOfRows } from './telling.js';

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
  /** The blocks of a key that has been learned. */
  blocksOf(key: string): readonly string[];
  /**
   * To be called when a batch took back what its articles said and wrote what they say now.
   * Moves the keys that stand for another entity now: MENTIONS, OF, SUBJECT, OBJECT, and `fact` of their claims.
   * @param takenBack keys of which something was taken back
   * @param load what was written
   */
  settle(takenBack: ReadonlySet<string>, load: readonly ArticleRows[]): Promise<Settled>;
}

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

const nameIn = (known: ReadonlyMap<string, Known>, key: string): string => {
  const one = known.get(key);
  return one === undefined ? key : nameOf(one);
};

const NOTHING: Settled = { entities: [], facts: [], because: new Map() };

/**
 * Identity by comparing articles. What an article adds costs as much in a large graph as in a small one: keys are looked up
 * by their blocks, and only where an article says something of a name that none said before.
 */
export function identityIn(run: Run, corrected: Corrected): Identity {
  const renamings = renamedInstitutions();
  const kept = new Map<string, Kept | undefined>();
  const entityOf = (key: string): string => kept.get(key)?.entity ?? standsFor(key);

  async function learn(keys: Iterable<string>): Promise<void> {
    const fresh = unique(keys).filter((key) => isCompared(key) && !kept.has(key));
    for (const key of fresh) kept.set(key, undefined);
    const rows = await runFile(run, 'keys', ids(fresh));
    for (const { id, ...rest } of rows) kept.set(id as string, rest as unknown as Kept);
  }

  /** Keys of which something new is said, or something was taken back, or that one article tells apart. */
  function changed(takenBack: ReadonlySet<string>, load: readonly ArticleRows[]): string[] {
    const found = new Set([...takenBack].filter(isCompared));
    for (const rows of load) {
      const inBlock = new Map<string, string>();
      for (const [key, telling] of tellingOfRows(rows)) {
        const before = kept.get(key);
        if (before === undefined || telling.some((one) => !before.telling.includes(one))) found.add(key);
        for (const block of before?.blocks ?? []) {
          const other = inBlock.get(block);
          if (other !== undefined) found.add(key).add(other);
          inBlock.set(block, key);
        }
      }
    }
    return unique(found);
  }

  /** Writes the blocks of changed keys, removes the keys that nobody uses any more. */
  async function place(keys: readonly string[], known: ReadonlyMap<string, Known>): Promise<void> {
    const rows = [...known.values()].map((one) => ({
      ...{ id: one.key, entity: entityOf(one.key) },
      ...{ telling: tellingOf(one), blocks: [...blocksOf(one, renamings), ...corrected.blocksOf(one)] },
    }));
    const before = keys.flatMap((key) => kept.get(key)?.blocks ?? []);
    // before anything is read of them, so that a second loader of a name like these waits here
    await Promise.all([
      runFile(run, 'blocks', ids(unique([...before, ...rows.flatMap(({ blocks }) => blocks)]))),
      runFile(run, 'key-blocks', rows),
      runFile(
        run,
        'key-in-blocks',
        rows.flatMap(({ id, blocks }) => blocks.map((block) => ({ id, block }))),
      ),
    ]);
    for (const { id, ...rest } of rows) kept.set(id, rest);
  }

  async function settle(takenBack: ReadonlySet<string>, load: readonly ArticleRows[]): Promise<Settled> {
    const keys = changed(takenBack, load);
    if (keys.length === 0) return NOTHING;
    await learn(keys);
    const standing = (some: readonly string[]) => some.map((key) => ({ key, entity: entityOf(key) }));
    // as they stand in the graph at the moment
    const nodesOf = () =>
      keys.flatMap((key) => (kept.get(key) === undefined ? [] : [[key, kept.get(key) as Kept] as const]));
    const before = nodesOf();
    // what nobody named so far is in these articles alone
    const fresh = new Set(keys.filter((key) => kept.get(key) === undefined && !takenBack.has(key)));
    const known = knownInRows(load, fresh);
    for (const [key, one] of await knownIn(run, standing(keys.filter((key) => !fresh.has(key))))) known.set(key, one);
    await place(keys, known);
    const vanished = new Set(keys.filter((key) => !known.has(key)));
    const others = await keysAround(run, [...before, ...nodesOf()]);
    for (const [key, one] of others) kept.set(key, one);
    for (const [key, one] of await knownIn(run, standing([...others.keys()]))) known.set(key, one);
    const { clusters } = decide([...known.values()], corrected.rulingsOf([...known.values()]), renamings);
    const own = [...vanished].map((key): Cluster => ({ id: standsFor(key), keys: [key], because: [] }));
    const settled = await follow([...clusters, ...own], known);
    await runFile(run, 'remove-keys', ids(vanished));
    await runFile(run, 'remove-blocks', ids(unique(before.flatMap(([, { blocks }]) => blocks))));
    for (const key of vanished) kept.set(key, undefined);
    return settled;
  }

  /** Moves keys to the entities that they stand for now. */
  async function follow(clusters: readonly Cluster[], known: ReadonlyMap<string, Known>): Promise<Settled> {
    const moves = clusters.flatMap(({ id, keys }) =>
      keys
        .filter((key) => entityOf(key) !== id)
        .map((key) => ({ key, from: entityOf(key), to: id, name: nameIn(known, id) })),
    );
    const joined = clusters.filter(({ id, keys }) => keys.length > 1 && isComparedKind(kindOfKey(id)));
    const reasons = groupBy(await runFile(run, 'entity-sums', ids(joined.map(({ id }) => id))), 'id');
    const reasonBefore = (id: string): unknown => (reasons.get(id)?.[0]?.properties as Row | undefined)?.sameBecause;
    const reasoned = joined.filter(({ id, because }) => !isDeepStrictEqual(reasonBefore(id), because));
    for (const { key, to } of moves) kept.set(key, { telling: [], blocks: [], ...kept.get(key), entity: to });
    await runFile(
      run,
      'key-entities',
      moves.map(({ key, to }) => ({ id: key, entity: to })),
    );
    const { facts, parts } = await moveKeys(run, moves, async (keys) => {
      await learn(keys);
      return entityOf;
    });
    return {
      entities: unique([...moves.flatMap(({ from, to }) => [from, to]), ...reasoned.map(({ id }) => id), ...parts]),
      facts,
      because: new Map(clusters.map(({ id, because }) => [id, because])),
    };
  }

  return { learn, entityOf, blocksOf: (key) => kept.get(key)?.blocks ?? [], settle };
}
