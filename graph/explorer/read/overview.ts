import type { GraphStore } from '../../store.js';
import { KINDS, type Kind, type Overview } from '../api.js';
import { readWith } from './cypher.js';
import { articleOf, entityOf, numberOf, textOf } from './values.js';

/** What the first page shows. */
export async function readOverview(store: GraphStore): Promise<Overview> {
  const counts = new Map((await readWith(store, 'kinds')).map((row) => [row.kind, numberOf(row.entities)]));
  const [articles] = await readWith(store, 'overview');
  const latest = await readWith(store, 'latest');
  const projects = await readWith(store, 'projects');
  return {
    store: store.address,
    version: await store.version(),
    articles: numberOf(articles?.articles),
    undated: numberOf(articles?.articles) - numberOf(articles?.dated),
    first: textOf(articles?.first),
    last: textOf(articles?.last),
    loaded: textOf(articles?.loaded),
    entities: Object.fromEntries(KINDS.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<Kind, number>,
    claims: counts.get('claim') ?? 0,
    latest: latest.map((row) => articleOf(row)),
    projects: projects.map((row) => ({
      ...entityOf(row.id, row.name, 'project', row.type),
      members: numberOf(row.members),
    })),
  };
}
