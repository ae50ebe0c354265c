import { territories } from '../../pipeline/0-contract/territory-table.js';
import type { EntityKind } from '../../pipeline/0-contract/types.js';
import type { Identity } from '../identity/identity.js';
import { kindOfKey, standsFor, unique } from '../identity/known.js';
import { moveKeys } from '../identity/move.js';
import type { ArticleRows, Saying } from '../rows.js';
import { runFile } from '../statements.js';
import type { Run } from '../store.js';
import type { FactRow } from '../sum-facts.js';
import type { Correction } from './corrections.js';
import { CHANGEABLE, territoryCalled } from './kinds.js';
import type { ClaimNamed, Corrected } from './match.js';

/**
 * A name that stands for somebody else in some articles, or that is of another kind than the rules took it for: its key is
 * followed by the id of the correction that says so, and so is another one to all that compares keys. One of another kind
 * begins with that, and tells behind it what it was: `institution-soli` becomes `project-soli@institution@0123456789ab`. A
 * municipality is one of the register, so into it the whole key is told (`pilseta-ogre-2009@person-ogre@…`), and out of it
 * too (`person-pilseta-ogre-2009@municipality@…`).
 */
const PARTED = /^([^@]+)(?:@([^@]+))?@[0-9a-f]{12}$/u;
const KIND = /^[a-z]+-/u;

export function naturalKey(key: string): string {
  const [, bare, was] = PARTED.exec(key) ?? [];
  if (bare === undefined) return key;
  if (was === undefined) return bare;
  if (!(CHANGEABLE as readonly string[]).includes(was)) return was;
  const words = bare.replace(KIND, '');
  return was === 'municipality' ? words : `${was}-${words}`;
}

/** @param published day of the article */
function partedKey(natural: string, { id, is, names }: Correction, published: string | null): string {
  if (is === undefined) return `${natural}@${id}`;
  if (is.kind === 'municipality') return `${territoryCalled(names[0] ?? '', published)}@${natural}@${id}`;
  const was = kindOfKey(natural);
  return `${is.kind}-${was === 'municipality' ? natural : natural.replace(KIND, '')}@${was}@${id}`;
}

/** What an article says under a key, without what goes only with the kind that the rules took it for. */
export function saidAs(key: string, says: Saying): Saying {
  if (PARTED.exec(key)?.[2] === undefined) return says;
  const { name, aliases, confidence } = says;
  const unit = territories.get(standsFor(key));
  if (unit === undefined) return { name, aliases, confidence };
  const others = unique([name, ...aliases]).filter((one) => one !== unit.name);
  return { name: unit.name, aliases: others, confidence, type: unit.kind };
}
/** Id of the correction that made a key; null for a natural one. */
export const correctionOf = (key: string): string | null => /@([0-9a-f]{12})$/u.exec(key)?.[1] ?? null;

export const isPartedBy = (key: string, { id }: Pick<Correction, 'id'>): boolean => key.endsWith(`@${id}`);

/** What articles say, with the keys of those whom a correction takes for somebody else in them. */
export function parted(load: readonly ArticleRows[], corrected: Corrected): readonly ArticleRows[] {
  if (!corrected.parts) return load;
  return load.map((rows) => {
    const article = rows.article as unknown as Place;
    const keys = new Map<string, string>();
    for (const { key, says, count } of rows.entities) {
      // what the article does not name only stands behind a fact
      if (count === 0 && kindOfKey(key) === 'municipality') continue;
      const now = keyIn(corrected, key, says.name, article);
      if (now !== key) keys.set(key, now);
    }
    return keys.size === 0 ? rows : withKeys(rows, (key) => keys.get(key) ?? key);
  });
}

/** An article as corrections name it. */
type Place = ClaimNamed['article'] & { readonly published: string | null };

/** The key under which an article speaks of somebody, by what people rule. */
export function keyIn(corrected: Corrected, key: string, name: string, article: Place): string {
  const natural = naturalKey(key);
  const kind: EntityKind = kindOfKey(natural);
  const parting = kind === 'date' ? undefined : corrected.partingOf({ key: natural, kind, name }, article);
  return parting === undefined ? natural : partedKey(natural, parting, article.published);
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
      kind: keyOf(entity.key) === entity.key ? entity.kind : kindOfKey(keyOf(entity.key)),
      says: own({ ...entity.says }, ['partOf']) as unknown as typeof entity.says,
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

/** Where an entity is named, as keys-in-articles and parted-keys give it. */
interface Named {
  readonly article: string;
  readonly url: string | null;
  readonly title: string;
  readonly published: string | null;
  readonly key: string;
  readonly name: string;
  readonly entity: string;
}

/** What was parted or joined again. */
export interface Parted {
  readonly keys: readonly string[];
  /** Those that keys have now. */
  readonly now: readonly string[];
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
  const words = added.flatMap(({ articles, is, names }) => (articles === undefined && is === undefined ? [] : names));
  const named = await runFile(run, 'keys-in-articles', words.length === 0 ? [] : [{ words: corrected.folded(words) }]);
  const gone = await runFile(
    run,
    'parted-keys',
    removed.map((id) => ({ id: `ruled ${id}`, end: `@${id}` })),
  );
  const all = [...named, ...gone].flatMap((row): Rekeyed[] => {
    const { article: id, url, title, published, key, name, entity } = row as unknown as Named;
    const to = keyIn(corrected, key, name, { id, url, title, published });
    return to === key ? [] : [{ article: id, key, to, from: entity, name }];
  });
  const rows = [...new Map(all.map((one) => [`${one.article} ${one.key}`, one])).values()];
  if (rows.length === 0) return { keys: [], now: [], entities: [], facts: [] };
  await learn(rows.flatMap(({ key, to }) => [key, to]));
  await runFile(run, 'rekey', rows);
  // what is part of something that was no project has no PART_OF to be found by
  const within = (await runFile(run, 'parts-in-articles', rows)).map(({ id }) => id as string);
  const moves = new Map(rows.map(({ to, from, name }) => [`${to} ${from}`, { key: to, from, to: entityOf(to), name }]));
  const { facts, parts } = await moveKeys(run, [...moves.values()], async (keys) => {
    await learn(keys);
    return entityOf;
  });
  return {
    keys: unique(rows.flatMap(({ key, to }) => [key, to])),
    now: unique(rows.map(({ to }) => to)),
    entities: unique([...[...moves.values()].flatMap(({ from, to }) => [from, to]), ...parts, ...within]),
    facts,
  };
}
