import type { GraphStore, Row } from '../../store.js';
import type { Boundaries, CellAnswer, MatrixAnswer, MatrixCell, NamingArticle } from '../api.js';
import { readWith } from './cypher.js';
import { namingArticles } from './entity.js';
import { regionOf } from './regions.js';
import { claimOf, entityOf, numberOf, textOf } from './values.js';

type Cell = { -readonly [name in keyof MatrixCell]: MatrixCell[name] };

/** What tells more stands for a municipality that is made of several. */
const TELLING: readonly MatrixCell['state'][] = ['mentioned', 'declined', 'joined'];

/** Unit → the municipalities of the year in which it lies. */
async function holdersIn(store: GraphStore, boundaries: Boundaries): Promise<ReadonlyMap<string, Row[]>> {
  const holders = new Map<string, Row[]>();
  if (boundaries === 'then') return holders;
  for (const row of await readWith(store, 'counted-in', { boundaries })) {
    const unit = String(row.unit);
    holders.set(unit, [...(holders.get(unit) ?? []), row]);
  }
  return holders;
}

/** Municipality × project: who takes part, who declined, who is only named beside it. */
export async function readMatrix(store: GraphStore, boundaries: Boundaries): Promise<MatrixAnswer> {
  const holders = await holdersIn(store, boundaries);
  const in2021 = boundaries === '2021' ? holders : await holdersIn(store, '2021');
  const named = await readWith(store, 'matrix-municipalities');
  const projects = await readWith(store, 'matrix-projects');
  // what cannot be divided into the municipalities of the year stands for itself
  const idsFor = (unit: string): string[] => holders.get(unit)?.map(({ id }) => String(id)) ?? [unit];
  const cells = new Map<string, Cell>();
  const put = (row: Row, state: MatrixCell['state']): void => {
    for (const municipality of idsFor(String(row.municipality))) {
      const project = String(row.project);
      const key = `${municipality} ${project}`;
      const cell: Cell = {
        ...{
          municipality,
          project,
          state,
          status: textOf(row.status),
          since: textOf(row.since),
          until: textOf(row.until),
        },
        articles: numberOf(row.articles),
      };
      const before = cells.get(key);
      if (before === undefined || TELLING.indexOf(before.state) < TELLING.indexOf(state)) cells.set(key, cell);
      else if (before.state === state) {
        // several units of one municipality: no more is said than all of them share
        before.articles = Math.max(before.articles, cell.articles);
        for (const name of ['status', 'since', 'until'] as const) if (before[name] !== cell[name]) before[name] = null;
      }
    }
  };
  for (const row of await readWith(store, 'matrix-named')) put(row, 'mentioned');
  for (const row of await readWith(store, 'matrix-facts'))
    put(row, row.status === 'declined' || row.status === 'ended' ? 'declined' : 'joined');
  const municipalities = new Map<string, Row>();
  for (const row of [...holders.values()].flat()) municipalities.set(String(row.id), row);
  for (const row of named) if (!holders.has(String(row.id))) municipalities.set(String(row.id), row);
  const concerned = new Set([...cells.values()].map(({ project }) => project));
  return {
    boundaries,
    municipalities: [...municipalities.values()].map((row) => ({
      ...entityOf(row.id, row.name, 'municipality', row.type),
      region: [String(row.id), String(in2021.get(String(row.id))?.[0]?.id)].map(regionOf).find(Boolean) ?? '',
      sortKey: String(row.sortKey),
    })),
    projects: projects
      .filter((row) => concerned.has(String(row.id)))
      .map((row) => ({
        ...entityOf(row.id, row.name, 'project', row.type),
        whole: textOf(row.whole),
        sortKey: String(row.sortKey),
      })),
    cells: [...cells.values()],
    articles: Object.fromEntries(projects.map((row) => [String(row.id), numberOf(row.articles)])),
  };
}

/** @param municipality of the boundaries: what is told of the units that lie in it is told of it */
export async function readCell(
  store: GraphStore,
  municipality: string,
  project: string,
  boundaries: Boundaries,
): Promise<CellAnswer> {
  const holders = await holdersIn(store, boundaries);
  const units = [...holders].filter(([, of]) => of.some(({ id }) => id === municipality)).map(([unit]) => unit);
  const municipalities = units.length > 0 ? units : [municipality];
  const claims = await readWith(store, 'cell-claims', { municipalities, project });
  const articles: NamingArticle[] = [];
  for (const unit of municipalities) {
    const rows = await readWith(store, 'cell-articles', { municipality: unit, project });
    if (rows.length > 0) articles.push(...(await namingArticles(store, unit, rows)).articles);
  }
  return { claims: claims.map(claimOf), articles: [...new Map(articles.map((one) => [one.id, one])).values()] };
}
