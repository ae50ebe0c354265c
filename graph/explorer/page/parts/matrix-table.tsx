import { fold } from '../../../../pipeline/0-contract/fold.js';
import type { MatrixAnswer, MatrixCell, State } from '../../api.js';
import type { Sort } from '../../choices.js';
import { t, told } from '../language.js';
import { links, place } from '../place.js';
import { yearOf } from './basics.js';
import { spanText } from './day-text.js';
import { Pages } from './pages.js';
import { signOf } from './states.js';

/** As much of a title as stands above a column. */
const short = (name: string): string => (name.length <= 44 ? name : `${name.slice(0, 42).trimEnd()}…`);

const key = (municipality: string, project: string): string => `${municipality} ${project}`;

/** Columns of a page: those with the most participants are on the first. */
const COLUMNS = 100;

/** What lies in no one region stands below the others. */
const lastIfNone = (region: string): string => region || '\uffff';

interface MatrixProps {
  readonly of: MatrixAnswer;
  readonly sort: Sort;
  /** Municipalities and projects of which nothing is said but that they are named, too. */
  readonly all: boolean;
  /** Words that the names of projects have; empty for all projects. */
  readonly named?: string;
  /** From 1; absent where there is no other page to go to. */
  readonly page?: number | undefined;
}

/** The table itself; a cell leads to its evidence. */
export function Matrix({ of, sort, all, named = '', page }: MatrixProps) {
  const cells = new Map(of.cells.map((cell) => [key(cell.municipality, cell.project), cell]));
  const telling = (cell: MatrixCell): boolean => cell.state !== 'mentioned';
  const joined = (by: 'municipality' | 'project', state?: State) => {
    const tally = new Map<string, number>();
    for (const cell of of.cells)
      if (state === undefined ? telling(cell) : cell.state === state)
        tally.set(cell[by], (tally.get(cell[by]) ?? 0) + 1);
    return tally;
  };
  const perRow = joined('municipality', 'joined');
  const perColumn = joined('project', 'joined');
  const tellingRows = joined('municipality');
  const tellingColumns = joined('project');
  const byName = (a: { sortKey: string; id: string }, b: { sortKey: string; id: string }): number =>
    a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1;
  const rows = of.municipalities
    .filter(({ id }) => all || tellingRows.has(id))
    .sort((a, b) => {
      if (sort === 'participation') return (perRow.get(b.id) ?? 0) - (perRow.get(a.id) ?? 0) || byName(a, b);
      if (sort === 'region' && a.region !== b.region) return lastIfNone(a.region) < lastIfNone(b.region) ? -1 : 1;
      return byName(a, b);
    });
  const words = fold(named).split(' ');
  const candidates = of.projects
    .filter(({ id }) => all || tellingColumns.has(id))
    .filter(({ name }) => words.every((word) => fold(name).includes(word)))
    .sort((a, b) => (perColumn.get(b.id) ?? 0) - (perColumn.get(a.id) ?? 0) || byName(a, b));
  const pages = Math.max(1, Math.ceil(candidates.length / COLUMNS));
  const at = Math.min(page ?? 1, pages);
  const columns = candidates.slice((at - 1) * COLUMNS, at * COLUMNS);
  if (sort === 'name') columns.sort(byName);
  const namesakes = new Map<string, number>();
  for (const { name } of rows) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  if (rows.length === 0 || columns.length === 0)
    return <p class="note">{t(named.trim() === '' ? 'matrix.empty' : 'matrix.none-named', { named })}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <div class="scroll matrix" tabIndex={0} role="region" aria-label={t('view.matrix')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('matrix.corner', { rows: rows.length, columns: columns.length })}</th>
              {columns.map((project) => (
                <th key={project.id} scope="col">
                  <a href={links.to('/entity', { id: project.id })} lang="lv" title={project.name}>
                    <span>{short(project.name)}</span>
                  </a>
                  <span class="soft figure">{perColumn.get(project.id) ?? 0}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((municipality, i) => (
              <Row
                key={municipality.id}
                head={
                  sort === 'region' && municipality.region !== rows[i - 1]?.region
                    ? municipality.region || t('region.none')
                    : undefined
                }
                {...{ municipality, columns, cells }}
                year={(namesakes.get(municipality.name) ?? 0) > 1 ? yearOf(municipality.id) : ''}
                count={perRow.get(municipality.id) ?? 0}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft small">
        {t('matrix.note')}
        {pages > 1
          ? ` ${t('matrix.some', { from: (at - 1) * COLUMNS + 1, to: (at - 1) * COLUMNS + columns.length, all: candidates.length })}`
          : ''}
      </p>
      {page === undefined ? null : <Pages page={at} pages={pages} />}
    </>
  );
}

function Row(props: {
  municipality: MatrixAnswer['municipalities'][number];
  columns: MatrixAnswer['projects'];
  cells: ReadonlyMap<string, MatrixCell>;
  head: string | undefined;
  /** Of the reform that made it, where another one has its name. */
  year: string;
  count: number;
}) {
  const { municipality, columns, cells, head, year, count } = props;
  return (
    <>
      {head === undefined ? null : (
        <tr class="region">
          <th scope="colgroup" colSpan={columns.length + 1}>
            {head}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">
          <span class="line">
            <span>
              <a href={links.to('/entity', { id: municipality.id })} lang="lv">
                {municipality.name}
              </a>
              {year === '' ? null : <span class="soft small"> {year}</span>}
            </span>{' '}
            <span class="soft figure">{count}</span>
          </span>
        </th>
        {columns.map((project) => {
          const cell = cells.get(key(municipality.id, project.id));
          const state = cell?.state ?? 'uncovered';
          const text = `${municipality.name}, ${project.name}: ${cell?.status ? told('status', cell.status) : told('state', state)}${cell ? `, ${spanText(cell)}` : ''}`;
          return (
            <td key={project.id} class={state}>
              {cell === undefined ? (
                <span class="unseen">{told('state', state)}</span>
              ) : (
                <a
                  href={links.to('/matrix', {
                    ...Object.fromEntries(place.value.params),
                    cell: key(municipality.id, project.id),
                  })}
                  title={text}
                  aria-label={text}
                >
                  {signOf(cell)}
                </a>
              )}
            </td>
          );
        })}
      </tr>
    </>
  );
}
