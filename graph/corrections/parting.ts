import type { Identity } from '../identity/identity.js';
import { isCompared, unique } from '../identity/known.js';
import { moveKeys } from '../identity/move.js';
import type { ArticleRows } from '../rows.js';
import { runFile } from '../statements.js';
import type { Run } from '../store.js';
import { kindOfLabels } from '../sum-entities.js';
import type { FactRow } from '../sum-facts.js';
import type { Correction } from './corrections.js';
import type { Corrected } from './match.js';

/**
 * A name that stands for somebody else in some articles: there its key is followed by the id of the correction that says so,
 * and so is another one to all that compares keys.
 */
const PARTED = /@[0-9a-f]{12}$/u;
export const naturalKey = (key: string): string => key.replace(PARTED, '');
export const partedKey = (key: string, { id }: Pick<Correction, 'id'>): string => `${naturalKey(key)}@${id}`;
export const isPartedBy = (key: string, { id }: Pick<Correction, 'id'>): boolean => key.endsWith(`@${id}`);

/** What articles say, with the keys of those whom a correction takes for somebody else in them. */
export function parted(load: readonly ArticleRows[], corrected: Corrected): readonly ArticleRows[] {
  if (!corrected.all.some(({ articles }) => articles !== undefined)) return load;
  return load.map((rows) => {
    const { id, url, title } = rows.article as unknown as { id: string; url: string | null; title: string };
    const keys = new Map<string, string>();
    for (const { key, kind, says } of rows.entities) {
      if (!isCompared(key)) continue;
      const named = { key: naturalKey(key), kind, name: says.name };
      const parting = corrected.partingOf(named, { id, url, title });
      const now = parting === undefined ? naturalKey(key) : partedKey(key, parting);
      if (now !== key) keys.set(key, now);
    }
    return keys.size === 0 ? rows : withKeys(rows, (key) => keys.get(key) ?? key);
  });
}

function withKeys(rows: ArticleRows, keyOf: (key: string) => string): ArticleRows {
  const own = (properties: { readonly [name: string]: unknown }, names: readonly string[]) => ({
    ...properties,
    ...Object.fromEntries(
      names.flatMap((name) => (typeof properties[name] === 'string' ? [[name, keyOf(properties[name])]] : [])),
    ),
  });
  return {
    ...rows,
    entities: rows.entities.map((entity) => ({
      ...entity,
      key: keyOf(entity.key),
      says: own({ ...entity.says }, ['partOf', 'owner']) as unknown as typeof entity.says,
    })),
    mentions: rows.mentions.map((mention) => ({
      ...mention,
      key: keyOf(mention.key),
      properties: own(mention.properties as object as { [name: string]: unknown }, ['key']),
    })),
    claims: rows.claims.map((claim) => ({
      ...claim,
      subjectKey: keyOf(claim.subjectKey),
      objectKey: claim.objectKey === null ? null : keyOf(claim.objectKey),
      properties: own(claim.properties, ['subjectKey', 'objectKey']),
    })),
  };
}

interface Rekeyed {
  readonly article: string;
  readonly key: string;
  readonly to: string;
  /** Entity that the key stood for. */
  readonly from: string;
  readonly name: string;
}

/** What was parted or joined again. */
export interface Parted {
  readonly keys: readonly string[];
  /** Entities that got or lost something. */
  readonly entities: readonly string[];
  readonly facts: readonly FactRow[];
}

/** Parts names by corrections that came, and joins them again where one went, in articles that stay as they are. */
export async function partAgain(
  run: Run,
  { added, removed }: { readonly added: readonly Correction[]; readonly removed: readonly string[] },
  corrected: Corrected,
  { learn, entityOf }: Pick<Identity, 'learn' | 'entityOf'>,
): Promise<Parted> {
  const words = added.flatMap(({ articles, names }) => (articles === undefined ? [] : names));
  const named = await runFile(run, 'keys-in-articles', words.length === 0 ? [] : [{ words: corrected.folded(words) }]);
  const apart = named.flatMap((row): Rekeyed[] => {
    const { article, url, title, key, name, entity } = row as unknown as Rekeyed & Record<string, string>;
    const kind = kindOfLabels(row.labels as string[]);
    if (kind === undefined || !isCompared(key)) return [];
    const parting = corrected.partingOf(
      { key: naturalKey(key), kind, name },
      { id: article, url: url ?? null, title: title ?? '' },
    );
    const to = parting === undefined ? key : partedKey(key, parting);
    return to === key ? [] : [{ article, key, to, from: entity as string, name }];
  });
  const gone = await runFile(
    run,
    'parted-keys',
    removed.map((id) => ({ id: `ruled ${id}`, end: `@${id}` })),
  );
  const back = gone.map((row): Rekeyed => {
    const { article, key, name, entity } = row as unknown as Rekeyed & Record<string, string>;
    return { article, key, to: naturalKey(key), from: entity as string, name };
  });
  const rows = [...apart, ...back];
  if (rows.length === 0) return { keys: [], entities: [], facts: [] };
  await learn(rows.flatMap(({ key, to }) => [key, to]));
  await runFile(run, 'rekey', rows);
  const moves = new Map(rows.map(({ to, from, name }) => [`${to} ${from}`, { key: to, from, to: entityOf(to), name }]));
  const { facts, parts } = await moveKeys(run, [...moves.values()], async (keys) => {
    await learn(keys);
    return entityOf;
  });
  return {
    keys: unique(rows.flatMap(({ key, to }) => [key, to])),
    entities: unique([...[...moves.values()].flatMap(({ from, to }) => [from, to]), ...parts]),
    facts,
  };
}
