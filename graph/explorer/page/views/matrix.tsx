import { useEffect, useRef } from 'preact/hooks';
import {
  BOUNDARIES,
  type Boundaries,
  type CellAnswer,
  type MatrixAnswer,
  type MatrixCell,
  type State,
} from '../../api.js';
import { SORTS, type Sort } from '../../choices.js';
import { api, useData } from '../data.js';
import { t, told } from '../language.js';
import { Awaited, articleLink, Choice, Claim, Entity, Marked } from '../parts/basics.js';
import { dayText, spanText } from '../parts/day-text.js';
import { change, links, place } from '../place.js';
import { useTitle } from '../title.js';

export const boundariesOptions = (): [Boundaries, string][] => BOUNDARIES.map((one) => [one, told('boundaries', one)]);

export function MatrixPage() {
  useTitle(t('view.matrix'));
  const { params } = place.value;
  const boundaries = BOUNDARIES.find((one) => one === params.get('boundaries')) ?? 'then';
  const sort = SORTS.find((one) => one === params.get('sort')) ?? 'participation';
  const loaded = useData<MatrixAnswer>(api('matrix', { boundaries }));
  const cell = params.get('cell')?.split(' ');
  return (
    <>
      <h1>{t('view.matrix')}</h1>
      <p class="lead">{t('matrix.lead')}</p>
      <div class="tools">
        <Choice
          label={t('matrix.sort')}
          value={sort}
          options={SORTS.map((one) => [one, told('sort', one)])}
          onChange={(value) => change({ sort: value })}
        />
        <Choice
          label={t('boundaries')}
          value={boundaries}
          options={boundariesOptions()}
          onChange={(value) => change({ boundaries: value })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={params.get('all') === '1'}
            onChange={(event) => change({ all: event.currentTarget.checked ? '1' : undefined })}
          />{' '}
          {t('matrix.all')}
        </label>
        <StatesLegend />
      </div>
      <Awaited loaded={loaded}>{(data) => <Matrix of={data} sort={sort} all={params.get('all') === '1'} />}</Awaited>
      {cell?.[0] !== undefined && cell[1] !== undefined && loaded.data !== undefined ? (
        <Evidence matrix={loaded.data} municipality={cell[0]} project={cell[1]} />
      ) : null}
    </>
  );
}

/** One sign a state, so that colour is not all that tells them apart; what is only planned has its own. */
const SIGNS: Readonly<Record<State | 'planned', string>> = {
  ...{ joined: '●', planned: '◐', declined: '✕', mentioned: '○', uncovered: '' },
};
const signOf = (cell: MatrixCell | undefined): string =>
  SIGNS[cell?.status === 'planned' ? 'planned' : (cell?.state ?? 'uncovered')];

export const StatesLegend = () => (
  <p class="states">
    {(['joined', 'planned', 'declined', 'mentioned', 'uncovered'] as const).map((state) => (
      <span key={state}>
        <span class={`sign ${state === 'planned' ? 'joined' : state}`}>{SIGNS[state]}</span> {told('state', state)}
      </span>
    ))}
  </p>
);

/** As much of a title as stands above a column. */
const short = (name: string): string => (name.length <= 44 ? name : `${name.slice(0, 42).trimEnd()}…`);

const key = (municipality: string, project: string): string => `${municipality} ${project}`;

/** Columns that are shown unless all are asked for: those with the most participants. */
const COLUMNS = 100;

/** The table itself; a cell leads to its evidence. */
export function Matrix({ of, sort, all }: { of: MatrixAnswer; sort: Sort; all: boolean }) {
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
      if (sort === 'region' && a.region !== b.region) return a.region < b.region ? -1 : 1;
      return byName(a, b);
    });
  const candidates = of.projects
    .filter(({ id }) => all || tellingColumns.has(id))
    .sort((a, b) => (perColumn.get(b.id) ?? 0) - (perColumn.get(a.id) ?? 0) || byName(a, b));
  const columns = all ? candidates : candidates.slice(0, COLUMNS);
  if (sort === 'name') columns.sort(byName);
  if (rows.length === 0 || columns.length === 0) return <p class="note">{t('matrix.empty')}</p>;
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
                  sort === 'region' && municipality.region !== rows[i - 1]?.region ? municipality.region : undefined
                }
                {...{ municipality, columns, cells }}
                count={perRow.get(municipality.id) ?? 0}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft small">
        {t('matrix.note')}
        {columns.length < candidates.length
          ? ` ${t('matrix.some', { n: columns.length, all: candidates.length })}`
          : ''}
      </p>
    </>
  );
}

function Row(props: {
  municipality: MatrixAnswer['municipalities'][number];
  columns: MatrixAnswer['projects'];
  cells: ReadonlyMap<string, MatrixCell>;
  head: string | undefined;
  count: number;
}) {
  const { municipality, columns, cells, head, count } = props;
  return (
    <>
      {head === undefined || head === '' ? null : (
        <tr class="region">
          <th scope="colgroup" colSpan={columns.length + 1}>
            {head}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">
          <a href={links.to('/entity', { id: municipality.id })} lang="lv">
            {municipality.name}
          </a>{' '}
          <span class="soft figure">{count}</span>
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

/** What stands behind a cell, over the page; Escape closes it. */
function Evidence({ matrix, municipality, project }: { matrix: MatrixAnswer; municipality: string; project: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const loaded = useData<CellAnswer>(api('cell', { municipality, project, boundaries: matrix.boundaries }));
  const row = matrix.municipalities.find(({ id }) => id === municipality);
  const column = matrix.projects.find(({ id }) => id === project);
  const cell = matrix.cells.find((one) => one.municipality === municipality && one.project === project);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [municipality, project]);
  const close = (): void => change({ cell: undefined });
  return (
    <dialog ref={dialog} class="evidence" aria-labelledby="evidence-title" onClose={close}>
      <form method="dialog">
        <button type="submit" class="close" aria-label={t('close')}>
          ×
        </button>
      </form>
      <h2 id="evidence-title">
        {row ? <Entity of={row} /> : municipality} · {column ? <Entity of={column} /> : project}
      </h2>
      <p class="states">
        <span>
          <span class={`sign ${cell?.state ?? 'uncovered'}`}>{signOf(cell)}</span>{' '}
          {cell?.status ? told('status', cell.status) : told('state', cell?.state ?? 'uncovered')}
          {cell ? ` ${spanText(cell)}` : ''}
        </span>
      </p>
      <Awaited loaded={loaded}>
        {(data) => (
          <>
            {data.claims.map((claim) => (
              <Claim key={claim.id} of={claim} />
            ))}
            {data.articles.length > 0 ? <h3>{t('matrix.named')}</h3> : null}
            <ul class="plain articles">
              {data.articles.map((article) => {
                const { start, text } = article.excerpt;
                return (
                  <li key={article.id}>
                    <a href={articleLink(article.id, [start, start + text.length])} lang="lv" class="headline">
                      {article.title}
                    </a>{' '}
                    <span class="soft">{[article.source, dayText(article.published)].filter(Boolean).join(', ')}</span>
                    <p>
                      <Marked of={article.excerpt} kind="municipality" />
                    </p>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Awaited>
    </dialog>
  );
}
