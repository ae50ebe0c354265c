import type { GraphStore } from '../../store.js';
import type { Boundaries, CellAnswer, MatrixAnswer, MatrixCell } from '../api.js';
import { readWith } from './cypher.js';
import { namingArticles } from './entity.js';
import { claimOf, entityOf, numberOf, textOf } from './values.js';

/** Municipality × project: who takes part, who declined, who is only named beside it. */
export async function readMatrix(store: GraphStore, boundaries: Boundaries): Promise<MatrixAnswer> {
  const municipalities = await readWith(store, 'matrix-municipalities');
  const projects = await readWith(store, 'matrix-projects');
  const facts = await readWith(store, 'matrix-facts');
  const named = await readWith(store, 'matrix-named');
  const cells = new Map<string, MatrixCell>();
  for (const row of named) {
    const [municipality, project] = [String(row.municipality), String(row.project)];
    const nothing = { status: null, since: null, until: null };
    cells.set(`${municipality} ${project}`, {
      ...{ municipality, project, state: 'mentioned', ...nothing },
      articles: numberOf(row.articles),
    });
  }
  for (const row of facts) {
    const [municipality, project] = [String(row.municipality), String(row.project)];
    cells.set(`${municipality} ${project}`, {
      ...{ municipality, project, status: textOf(row.status), since: textOf(row.since), until: textOf(row.until) },
      state: row.status === 'declined' ? 'declined' : 'joined',
      articles: numberOf(row.articles),
    });
  }
  const concerned = new Set([...cells.values()].map(({ project }) => project));
  return {
    boundaries,
    municipalities: municipalities.map((row) => ({
      ...entityOf(row.id, row.name, ['Municipality'], row.type),
      region: '',
      sortKey: String(row.sortKey),
    })),
    projects: projects
      .filter((row) => concerned.has(String(row.id)))
      .map((row) => ({
        ...entityOf(row.id, row.name, ['Project'], row.type),
        whole: textOf(row.whole),
        sortKey: String(row.sortKey),
      })),
    cells: [...cells.values()],
    articles: Object.fromEntries(projects.map((row) => [String(row.id), numberOf(row.articles)])),
  };
}

export async function readCell(store: GraphStore, municipality: string, project: string): Promise<CellAnswer> {
  const claims = await readWith(store, 'cell-claims', { municipality, project });
  const rows = await readWith(store, 'cell-articles', { municipality, project });
  return { claims: claims.map(claimOf), articles: (await namingArticles(store, municipality, rows)).articles };
}
