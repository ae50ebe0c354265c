import type { Answer } from './ask.js';
import type { QueryColumn, Sheet } from './queries.js';
import { groupBy } from './statements.js';
import type { Row, Value } from './store.js';

/** The value of a column, where rows of one name differ all of them. */
function inOne(rows: readonly Row[], column: string): Value {
  const different = [
    ...new Map(rows.map((row) => [JSON.stringify(row[column] ?? null), row[column] ?? null])).values(),
  ];
  return different.length > 1 ? different.flat().map(String).join('; ') : (different[0] ?? null);
}

/**
 * An answer as a sheet: a row for each value of one column, a column for each value of another, in the order of the answer.
 * What goes with the rows stands in columns before these, what goes with the columns in rows above, `(projectArticles)`.
 * Sources are left out.
 */
export function sheetOf(answer: Answer, { rows, columns, cells }: Sheet): Answer {
  const [down = '', ...before] = rows;
  const [across = '', ...above] = columns;
  const ofRows = groupBy(answer.rows, down);
  const ofColumns = groupBy(answer.rows, across);
  const column = (name: string): QueryColumn => answer.columns.find((one) => one.name === name) as QueryColumn;
  const head = above.map((name) => ({
    [down]: `(${name})`,
    ...Object.fromEntries([...ofColumns].map(([title, group]) => [title, inOne(group, name)])),
  }));
  const body = [...ofRows].map(([name, group]) => ({
    [down]: name,
    ...Object.fromEntries(before.map((one) => [one, inOne(group, one)])),
    ...Object.fromEntries([...groupBy(group, across)].map(([title, cell]) => [title, inOne(cell, cells)])),
  }));
  return {
    ...answer,
    columns: [
      ...[down, ...before].map(column),
      ...[...ofColumns.keys()].map((name): QueryColumn => ({ name, type: 'text', what: `${cells} in ${name}` })),
    ],
    rows: [...head, ...body],
    sources: [...head, ...body].map(() => []),
  };
}
