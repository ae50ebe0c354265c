import type { EntityKind } from '../../pipeline/0-contract/types.js';
import { runFile } from '../statements.js';
import type { Run } from '../store.js';
import { kindOfKey, unique } from './known.js';
import { mayBeOneName, partsOfName } from './persons.js';
import { calledProjects, mayBeOneProject } from './projects.js';
import { toldAs } from './telling.js';

/** A Key node. */
export interface Kept {
  /** The entity that it stands for. */
  readonly entity: string;
  readonly telling: readonly string[];
  readonly blocks: readonly string[];
}

/** Rulings of people tie keys together whatever they are called. */
export const isRuled = (block: string): boolean => block.startsWith('ruled ');

/** How names of a kind are compared, before anything else is read of them. */
interface Comparison<Called> {
  readonly read: (telling: readonly string[]) => readonly Called[];
  readonly mayBeOne: (a: Called, b: Called) => boolean;
}

const COMPARISONS: { readonly [kind in EntityKind]?: Comparison<unknown> } = {
  person: comparison((telling) => toldAs('name', telling).map(partsOfName), mayBeOneName),
  project: comparison((telling) => calledProjects(toldAs('name', telling), toldAs('number', telling)), mayBeOneProject),
};

function comparison<Called>(
  read: Comparison<Called>['read'],
  mayBeOne: Comparison<Called>['mayBeOne'],
): Comparison<unknown> {
  return { read, mayBeOne: mayBeOne as Comparison<unknown>['mayBeOne'] };
}

/**
 * All keys that hang together with some by common blocks. Of people and projects those count that may be one by their
 * names, or that several keys stand for: a block holds all that are called nearly alike, and most of them stay what they are
 * whatever is said of the others. Neither are their blocks followed, so a region stays small in a large graph.
 * @param from keys as they were and as they are, one row each
 * @returns the keys around, without those; in order
 */
export async function keysAround(run: Run, from: readonly (readonly [string, Kept])[]): Promise<Map<string, Kept>> {
  const found = new Map<string, Kept>();
  const starts = new Set(from.map(([key]) => key));
  /** Those that fit none so far. */
  const waiting = new Map<string, Kept>();
  const called = new Map<string, unknown[]>();
  const inBlock = new Map<string, Set<string>>();
  const waitingIn = new Map<string, Set<string>>();
  /** Entities for which another key stands. */
  const shared = new Set<string>();
  const seen = new Set<string>();
  let next: string[] = [];

  const call = (key: string, { telling }: Kept): void => {
    const names = COMPARISONS[kindOfKey(key)]?.read(telling) ?? [];
    called.set(key, [...(called.get(key) ?? []), ...names]);
  };
  function hangs(key: string, { entity, blocks }: Kept): boolean {
    const compared = COMPARISONS[kindOfKey(key)];
    if (compared === undefined || entity !== key || shared.has(key)) return true;
    const own = called.get(key) ?? [];
    const fits = (other: string): boolean =>
      called.get(other)?.some((name) => own.some((one) => compared.mayBeOne(one, name))) === true;
    return blocks.some((block) => isRuled(block) || [...(inBlock.get(block) ?? [])].some(fits));
  }

  function take(key: string, kept: Kept): void {
    if (kept.entity !== key) shared.add(kept.entity);
    for (const block of kept.blocks) {
      addTo(inBlock, block, key);
      if (!seen.has(block)) next.push(block);
      seen.add(block);
    }
  }
  /** Takes those that wait for one of these, and those that wait for them. */
  function takeWaiting(keys: readonly string[]): void {
    for (const key of keys) {
      const kept = waiting.get(key);
      if (kept === undefined || !hangs(key, kept)) continue;
      waiting.delete(key);
      found.set(key, kept);
      take(key, kept);
      takeWaiting([kept.entity, ...kept.blocks.flatMap((block) => [...(waitingIn.get(block) ?? [])])]);
    }
  }

  for (const [key, kept] of from) {
    call(key, kept);
    take(key, kept);
  }
  while (next.length > 0) {
    const rows = await runFile(
      run,
      'block-keys',
      unique(next).map((id) => ({ id })),
    );
    next = [];
    const fresh = new Set<string>();
    for (const { id, ...rest } of rows) {
      const key = id as string;
      if (starts.has(key) || found.has(key) || waiting.has(key)) continue;
      const kept = rest as unknown as Kept;
      waiting.set(key, kept);
      call(key, kept);
      for (const block of kept.blocks) addTo(waitingIn, block, key);
      fresh.add(key);
    }
    takeWaiting([...fresh]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addTo(groups: Map<string, Set<string>>, group: string, member: string): void {
  const members = groups.get(group);
  if (members) members.add(member);
  else groups.set(group, new Set([member]));
}
