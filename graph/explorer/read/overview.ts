import type { GraphStore, Row } from '../../store.js';
import { KINDS, type Kind, type Overview } from '../api.js';
import { readWith } from './cypher.js';
import { articleOf, entityOf, numberOf, textOf } from './values.js';

/** What the first page is read with. */
export const OVERVIEW_FILES = ['kinds', 'overview', 'latest', 'projects'] as const;

/** What the first page shows. Its statements run side by side: a server that just started plans each for a while. */
export async function readOverview(store: GraphStore): Promise<Overview> {
  const [[kinds, [articles], latest, projects], version] = await Promise.all([
    Promise.all(OVERVIEW_FILES.map((name) => readWith(store, name))) as Promise<[Row[], Row[], Row[], Row[]]>,
    store.version(),
  ]);
  const counts = new Map(kinds.map((row) => [row.kind, numberOf(row.entities)]));
  return {
    store: store.address,
    version,
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
