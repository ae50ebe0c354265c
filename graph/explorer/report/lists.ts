import { readRuns } from '../../history/runs.js';
import type { GraphStore, Row } from '../../store.js';
import { type ArticleRef, BOUNDARIES, type MatrixAnswer } from '../api.js';
import { readWith } from '../read/cypher.js';
import { articleOf, entityOf, numberOf } from '../read/values.js';
import type { Listed, Made, Part } from './page.js';

/** Rows that one statement reads. */
const AT_ONCE = 5000;
/** Lines of a list on one page. */
const LINES = 1000;

async function rowsOf(store: GraphStore, name: string): Promise<Row[]> {
  const all: Row[] = [];
  for (let after = ''; ; after = String(all.at(-1)?.id)) {
    const rows = await readWith(store, name, { after, rows: AT_ONCE });
    all.push(...rows);
    if (rows.length < AT_ONCE) return all;
  }
}

/** All articles, the latest first. */
export async function articlesOf(store: GraphStore): Promise<ArticleRef[]> {
  const all = (await rowsOf(store, 'articles')).map((row) => articleOf(row));
  const key = ({ published, title, id }: ArticleRef): string => [published ?? '', title, id].join('\0');
  return all.sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** Whom and what articles name, and the municipalities of later boundaries in which these lie; days are left out. */
export async function namesOf(store: GraphStore, matrices: Iterable<MatrixAnswer>): Promise<Listed[]> {
  const holders = new Set([...matrices].flatMap(({ municipalities }) => municipalities.map(({ id }) => id)));
  const rows = await rowsOf(store, 'names');
  return rows
    .map((row) => ({
      entity: { ...entityOf(row.id, row.name, row.kind, row.type), articles: numberOf(row.articles) },
      key: [String(row.sortKey), String(row.id)].join('\0'),
    }))
    .filter(({ entity }) => entity.kind !== 'date' && (entity.articles > 0 || holders.has(entity.id)))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entity }) => entity);
}

/** Unit → the municipalities of later years in which it lies with all its land. */
export async function holdersOf(store: GraphStore): Promise<Map<string, string[]>> {
  const holders = new Map<string, string[]>();
  for (const boundaries of BOUNDARIES.filter((one) => one !== 'then'))
    for (const { unit, id } of await readWith(store, 'counted-in', { boundaries }))
      holders.set(String(unit), [...(holders.get(String(unit)) ?? []), String(id)]);
  return holders;
}

export async function madeFrom(
  store: GraphStore,
  articles: number,
  { version, languages }: Pick<Made, 'version' | 'languages'>,
): Promise<Made> {
  const [latest] = await readRuns(store);
  // both stores write times with other numbers of decimals
  const startedAt = (at: string): string => new Date(at).toISOString();
  const run = latest
    ? { id: String(latest.id), startedAt: startedAt(String(latest.startedAt)), command: String(latest.command) }
    : null;
  return { run, articles, version, languages };
}

/** The projects that a municipality of the map takes part in. */
export const joinedIn = ({ cells }: MatrixAnswer): Set<string> =>
  new Set(cells.filter(({ state }) => state === 'joined').map(({ project }) => project));

export interface ListPage<T> {
  readonly file: string;
  readonly data: readonly T[];
  readonly parts: readonly Part[];
}

/** Cuts a list into pages. @param fileOf the file of a page, from 0 */
export function pagesOf<T>(all: readonly T[], first: (one: T) => string, fileOf: (n: number) => string): ListPage<T>[] {
  const cuts = Array.from({ length: Math.max(1, Math.ceil(all.length / LINES)) }, (_, n) => n * LINES);
  const parts = cuts.map((from, n) => ({ file: fileOf(n), first: all[from] === undefined ? '' : first(all[from]) }));
  return parts.map(({ file }, n) => ({ file, data: all.slice(n * LINES, (n + 1) * LINES), parts }));
}
