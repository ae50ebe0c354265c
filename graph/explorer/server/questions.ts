import { stringify } from 'csv-stringify/sync';
import { ask, type Typed } from '../../ask.js';
import { type Query, readQueries } from '../../queries.js';
import type { GraphStore, Row, Value } from '../../store.js';
import type { EntityRef, GraphAnswer, Question, QuestionAnswer } from '../api.js';
import { readAmong } from '../read/graph.js';
import type { Names } from '../search/names.js';
import { ROW_LIMIT } from './limits.js';

/** The files of `queries/` as the page lists them. */
export const questions = (): Question[] => readQueries();

/** Columns whose texts are names of entities or titles are those that hold one. */
const isText = (value: Value | undefined): value is string => typeof value === 'string' && value !== '';

/**
 * @param typed as from a form: an empty field takes its default
 * @throws Stop as `ask` does
 */
export async function answerQuestion(
  store: GraphStore,
  names: Names,
  query: Query,
  typed: Typed,
): Promise<QuestionAnswer> {
  const given = Object.fromEntries(Object.entries(typed).filter(([, text]) => text?.trim() !== ''));
  const answer = await ask(store, query, given);
  const rows = answer.rows.slice(0, ROW_LIMIT);
  return {
    columns: answer.columns,
    rows,
    cut: answer.rows.length > rows.length,
    understood: answer.understood.map(({ parameter, typed: text, as }) => ({ parameter, typed: text, as })),
    entities: entitiesIn(rows, names),
    articles: await articlesIn(store, rows),
  };
}

/** Who has this name: those that articles name, if any. A day is no node that facts join. */
function meantBy(text: string, names: Names): ReturnType<Names['named']> {
  const all = names.named(text).filter(({ kind }) => kind !== 'date');
  const named = all.filter(({ articles }) => articles > 0);
  return named.length > 0 ? named : all;
}

/** Names that stand in cells, each with its entity; without an id where several have the name. */
function entitiesIn(rows: readonly Row[], names: Names): Record<string, EntityRef> {
  const found: Record<string, EntityRef> = {};
  for (const row of rows)
    for (const value of Object.values(row)) {
      if (!isText(value) || value in found) continue;
      const [one, ...others] = meantBy(value, names);
      if (!one) continue;
      found[value] = { id: others.length > 0 ? '' : one.id, name: one.name, kind: one.kind, type: one.type };
    }
  return found;
}

async function articlesIn(store: GraphStore, rows: readonly Row[]): Promise<Record<string, string>> {
  const titles = new Set(rows.flatMap((row) => [row.title, row.secondTitle].filter(isText)));
  if (titles.size === 0) return {};
  const found = await store.read(
    'UNWIND $titles AS title MATCH (article:Article) WHERE article.title = title RETURN title, min(article.id) AS id',
    { titles: [...titles] },
  );
  return Object.fromEntries(found.map(({ title, id }) => [String(title), String(id)]));
}

/** The entities that an answer names, and the facts between them. */
export async function answerGraph(store: GraphStore, names: Names, answer: QuestionAnswer): Promise<GraphAnswer> {
  const ids = new Set<string>();
  for (const row of answer.rows)
    for (const value of Object.values(row)) if (isText(value)) for (const { id } of meantBy(value, names)) ids.add(id);
  return readAmong(store, [...ids].slice(0, 2000));
}

/** As `saites ask --format csv` prints it; a text that a spreadsheet would take for a formula gets a `'` before it. */
export function answerCsv({ columns, rows }: QuestionAnswer): string {
  const names = columns.map(({ name }) => name);
  const text = (value: Value | undefined): string =>
    value === null || value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value);
  return stringify(
    rows.map((row) => names.map((name) => text(row[name]))),
    { header: true, columns: names, escape_formulas: true },
  );
}
