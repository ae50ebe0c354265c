import { settleStories } from './copies/settle.js';
import type { Corrected } from './corrections/match.js';
import { parted } from './corrections/parting.js';
import { rejectClaims } from './corrections/reject.js';
import { closeSayings, type Kept } from './history/close.js';
import type { Stamp } from './history/runs.js';
import { type Identity, identityIn, type Settled } from './identity/identity.js';
import { unique } from './identity/known.js';
import { linkTerritories } from './reference/reference.js';
import { type ArticleRows, byWords, factKey } from './rows.js';
import { runFile } from './statements.js';
import type { Row, Run } from './store.js';
import { type Forms, type KnownEntities, readKnown, saidNow, sumEntities } from './sum-entities.js';
import { type FactRow, factsOf, sumFacts } from './sum-facts.js';

export interface BatchOptions {
  readonly forms: Forms;
  readonly corrected: Corrected;
  /** Who brings what is new, and closes what is not said any more. */
  readonly stamp: Stamp;
  /** Since when what is written is known, where that is recorded elsewhere. */
  readonly since?: Kept;
}

/** What no article says any more after a batch. */
export interface Unsaid {
  readonly entities: readonly string[];
  readonly facts: readonly FactRow[];
}

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

/**
 * Replaces what some articles say, and removes others, within one transaction: closes and clears what they said before,
 * writes what they say now, settles which keys are one entity, and works out again what all articles together say of the
 * entities and facts touched.
 */
export async function applyBatch(
  run: Run,
  { load: given, remove }: { readonly load: readonly ArticleRows[]; readonly remove: readonly string[] },
  options: BatchOptions,
): Promise<Unsaid> {
  const { stamp, corrected, since } = options;
  const load = parted(given, corrected);
  await runFile(run, 'lock', [{}]);
  const versions = await runFile(run, 'article-versions', ids([...load.map(({ article }) => article.id), ...remove]));
  const there = ids(versions.map(({ id }) => id as string));
  const before = await runFile(run, 'article-keys', there);
  const factsBefore = (await runFile(run, 'article-facts', there)) as unknown as FactRow[];
  const kept = since ?? (await closeSayings(run, versions, load, stamp));

  const keys = new Set([
    ...before.map(({ key }) => key as string),
    ...load.flatMap(({ entities }) => entities.map(({ key }) => key)),
  ]);
  const identity = identityIn(run, corrected);
  await identity.learn(keys);
  const { entityOf } = identity;

  const namedNow = new Map(load.flatMap(({ entities }) => entities.map(({ key, says }) => [entityOf(key), says.name])));
  const touched = [...new Set([...before.map(({ id }) => id as string), ...namedNow.keys()])].sort();
  // all of this is sent before the first of it has answered, and runs in this order
  const made = runFile(
    run,
    'entities',
    touched.map((id) => ({ id, name: namedNow.get(id) ?? null })),
  );
  const readBefore = readKnown(run, touched);
  const written = [
    runFile(run, 'clear-articles', there),
    writeArticles(run, load, versions, { kept, stamp }),
    writeSayings(run, load, entityOf, { kept, stamp }),
    runFile(run, 'remove-articles', ids(remove)),
  ];
  const settledStories = settleStories(run, load, versions);
  const [known, stories] = await Promise.all([readBefore, settledStories, made, ...written]);
  const moved = ids(stories.moved);
  const movedKeys = await runFile(run, 'article-keys', moved);
  const movedFacts = (await runFile(run, 'article-facts', moved)) as unknown as FactRow[];

  const rejected = await rejectClaims(run, load, corrected);
  const takenBack = new Set([...before.map(({ key }) => key as string), ...rejected]);
  const settled = await identity.settle(takenBack, load);
  const stale = [...before, ...movedKeys].map(({ id }) => id as string);
  const facts = [...factsBefore, ...movedFacts];
  return sumUp(run, { identity, settled, known, load, stories: stories.of, stale, facts, rejected }, options);
}

/** What is to be summed up again. */
export interface Touched {
  readonly identity: Identity;
  readonly settled: Settled;
  readonly known: KnownEntities;
  readonly load: readonly ArticleRows[];
  /** Article → its story, where it is a copy. */
  readonly stories: ReadonlyMap<string, string>;
  /** Entities and facts of which something was taken back. */
  readonly stale: readonly string[];
  readonly facts: readonly FactRow[];
  /** Keys of claims that a correction rejects. */
  readonly rejected: ReadonlySet<string>;
}

/** Works out what all articles together say, and removes what none says any more. */
export async function sumUp(
  run: Run,
  { identity, settled, known, load, stories, stale, facts: touched, rejected }: Touched,
  options: Omit<BatchOptions, 'stamp'>,
): Promise<Unsaid> {
  const { entityOf } = identity;
  const more = unique([...settled.entities, ...stale]).filter((id) => !known.has(id));
  const all = more.length === 0 ? known : new Map([...known, ...(await readKnown(run, more))]);
  const now = saidNow(load, entityOf, stories);
  const again = new Set([...stale, ...settled.entities]);
  await sumEntities(run, { known: all, now, stale: again, because: settled.because }, identity, options);
  await linkTerritories(run, [...all.keys()]);
  const doubtful = new Set([...rejected].map(entityOf));
  const claimed = factsOf(load, entityOf, stories);
  const doubted = claimed.filter(({ from, to }) => doubtful.has(from) || doubtful.has(to));
  const facts = await sumFacts(run, [...touched, ...settled.facts, ...doubted], claimed);
  const perhaps = ids([...all.keys()].filter((id) => !now.has(id) || doubtful.has(id)));
  const entities = (await runFile(run, 'unsaid-entities', perhaps)).map(({ id }) => id as string);
  await runFile(run, 'remove-entities', ids(entities));
  return { entities, facts };
}

/** Since when something is known: since this run, or as it was. */
interface Since {
  readonly kept: Kept;
  readonly stamp: Stamp;
}

const columns = ({ run, at }: Stamp): { run: string; knownFrom: string } => ({ run, knownFrom: at });

async function writeArticles(
  run: Run,
  load: readonly ArticleRows[],
  versions: readonly Row[],
  { kept, stamp }: Since,
): Promise<void> {
  const articles = load.map(({ article }) => ({ ...article, ...columns(kept.article(article.id) ?? stamp) }));
  const sources = load
    .map(({ article }) => ({ article: article.id, source: article.source as string | null }))
    .filter(({ source }) => source !== null)
    .sort((a, b) => ((a.source as string) < (b.source as string) ? -1 : 1));
  const left = new Set(versions.flatMap(({ source }) => (source === null ? [] : [source as string])));
  await Promise.all([
    runFile(run, 'articles', articles),
    runFile(run, 'sources', sources),
    runFile(run, 'remove-sources', ids(left)),
  ]);
}

/** Each is sent while the one before it runs. */
async function writeSayings(
  run: Run,
  load: readonly ArticleRows[],
  entityOf: (key: string) => string,
  { kept, stamp }: Since,
): Promise<void> {
  const since = (article: string, kind: 'claim' | 'name' | 'count', what: string) =>
    columns(kept.saying(article, kind, what) ?? stamp);
  const named = runFile(
    run,
    'article-mentions',
    load.map(({ article: { id: article }, entities }) => ({
      article,
      all: entities
        .filter(({ count }) => count > 0)
        .map(({ key, count, says }) => ({ entity: entityOf(key), key, count, says, ...since(article, 'name', key) })),
    })),
  );
  const mentioned = runFile(
    run,
    'mentions',
    load.flatMap(({ article: { id: article }, mentions }) =>
      byWords(mentions).map(([within, some]) => ({
        ...{ article, within },
        all: some.map(({ id, key, properties }) => ({ id, entity: entityOf(key), properties })),
      })),
    ),
  );
  const claimRows = (ofOne: boolean) =>
    load.flatMap(({ article: { id: article }, claims }) =>
      byWords(claims.filter(({ objectKey }) => (objectKey === null) === ofOne)).map(([within, some]) => ({
        ...{ article, within },
        all: some.map(({ id, type, subjectKey, objectKey, properties, since: begun, until }) => {
          const from = entityOf(subjectKey);
          const to = objectKey === null ? null : entityOf(objectKey);
          const fact = factKey(from, type, to);
          return { id, from, to, fact, properties, since: begun, until, ...since(article, 'claim', id) };
        }),
      })),
    );
  const counts = load.flatMap(({ article, statedCounts }) =>
    statedCounts.map((count) => ({ ...count, ...since(article.id, 'count', count.id) })),
  );
  await Promise.all([
    ...[named, mentioned],
    runFile(run, 'claims', claimRows(false)),
    runFile(run, 'claims-of-one', claimRows(true)),
    runFile(run, 'stated-counts', counts),
  ]);
}
