import { identityIn } from './identity/identity.js';
import { type ArticleRows, factKey } from './rows.js';
import { runFile } from './statements.js';
import type { Run } from './store.js';
import { type Forms, readKnown, saidNow, sumEntities } from './sum-entities.js';
import { type FactRow, factsOf, sumFacts } from './sum-facts.js';

const ids = (of: Iterable<string>): { id: string }[] => [...of].map((id) => ({ id }));

/**
 * Replaces what some articles say, and removes others, within one transaction: clears what they said before, writes what
 * they say now, settles which keys are one entity, and works out again what all articles together say of the entities and
 * facts touched.
 */
export async function applyBatch(
  run: Run,
  change: { readonly load: readonly ArticleRows[]; readonly remove: readonly string[] },
  forms: Forms,
): Promise<void> {
  const { load, remove } = change;
  // First of all, so that a second loader of the same article waits here.
  await runFile(
    run,
    'articles',
    load.map(({ article }) => article),
  );

  const articles = ids([...load.map(({ article }) => article.id), ...remove]);
  const before = await runFile(run, 'article-keys', articles);
  const factsBefore = (await runFile(run, 'article-facts', articles)) as unknown as FactRow[];
  const keys = new Set([
    ...before.map(({ key }) => key as string),
    ...load.flatMap(({ entities }) => entities.map(({ key }) => key)),
  ]);
  const identity = identityIn(run);
  await identity.learn(keys);
  const { entityOf } = identity;

  const namedNow = new Map(load.flatMap(({ entities }) => entities.map(({ key, says }) => [entityOf(key), says.name])));
  const touched = [...new Set([...before.map(({ id }) => id as string), ...namedNow.keys()])].sort();
  await runFile(
    run,
    'entities',
    touched.map((id) => ({ id, name: namedNow.get(id) ?? null })),
  );
  const known = await readKnown(run, touched);

  await runFile(run, 'clear-articles', articles);
  await writeSayings(run, load, entityOf);
  await runFile(run, 'remove-articles', ids(remove));

  const { entities: moved, facts: factsMoved, because } = await identity.settle(keys);
  const more = moved.filter((id) => !known.has(id));
  const all = more.length === 0 ? known : new Map([...known, ...(await readKnown(run, more))]);
  const now = saidNow(load, entityOf);
  const stale = new Set([...before.map(({ id }) => id as string), ...moved]);
  await sumEntities(run, { known: all, now, stale, because }, identity, forms);
  const factsNow = factsOf(
    load.flatMap(({ claims }) => claims),
    entityOf,
  );
  await sumFacts(run, [...factsBefore, ...factsMoved, ...factsNow]);
  await runFile(run, 'remove-entities', ids([...all.keys()].filter((id) => !now.has(id))));
}

async function writeSayings(run: Run, load: readonly ArticleRows[], entityOf: (key: string) => string): Promise<void> {
  await runFile(
    run,
    'article-mentions',
    load.flatMap(({ article, entities }) =>
      entities
        .filter(({ count }) => count > 0)
        .map(({ key, count, says }) => ({ article: article.id, entity: entityOf(key), key, count, says })),
    ),
  );
  await runFile(
    run,
    'mentions',
    load.flatMap(({ mentions }) => mentions.map((mention) => ({ ...mention, entity: entityOf(mention.key) }))),
  );
  const claims = load.flatMap((rows) =>
    rows.claims.map((claim) => {
      const from = entityOf(claim.subjectKey);
      const to = claim.objectKey === null ? null : entityOf(claim.objectKey);
      return { ...claim, from, to, fact: factKey(from, claim.type, to) };
    }),
  );
  await runFile(run, 'claims', claims);
  await runFile(
    run,
    'claim-objects',
    claims.filter(({ to }) => to !== null).map(({ id, to }) => ({ id, to })),
  );
  await runFile(
    run,
    'stated-counts',
    load.flatMap(({ statedCounts }) => statedCounts),
  );
}
