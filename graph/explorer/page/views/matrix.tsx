import { BOUNDARIES, type Boundaries, type MatrixAnswer } from '../../api.js';
import { SORTS } from '../../choices.js';
import { api, useData } from '../data.js';
import { t, told } from '../language.js';
import { Awaited, Choice } from '../parts/basics.js';
import { Evidence } from '../parts/cell-evidence.js';
import { Matrix } from '../parts/matrix-table.js';
import { pageIn } from '../parts/pages.js';
import { StatesLegend } from '../parts/states.js';
import { change, place } from '../place.js';
import { useTitle } from '../title.js';

export const boundariesOptions = (): [Boundaries, string][] => BOUNDARIES.map((one) => [one, told('boundaries', one)]);

export function MatrixPage() {
  useTitle(t('view.matrix'));
  const { params } = place.value;
  const boundaries = BOUNDARIES.find((one) => one === params.get('boundaries')) ?? 'then';
  const sort = SORTS.find((one) => one === params.get('sort')) ?? 'participation';
  const loaded = useData<MatrixAnswer>(api('matrix', { boundaries }));
  const named = params.get('named') ?? '';
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
        <label class="choice">
          <span>{t('matrix.named-by')}</span>
          <input
            type="search"
            value={named}
            onInput={(event) => change({ named: event.currentTarget.value, page: undefined })}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={params.get('all') === '1'}
            onChange={(event) => change({ all: event.currentTarget.checked ? '1' : undefined, page: undefined })}
          />{' '}
          {t('matrix.all')}
        </label>
        <StatesLegend />
      </div>
      <Awaited loaded={loaded}>
        {(data) => <Matrix of={data} sort={sort} all={params.get('all') === '1'} named={named} page={pageIn(params)} />}
      </Awaited>
      {cell?.[0] !== undefined && cell[1] !== undefined && loaded.data !== undefined ? (
        <Evidence matrix={loaded.data} municipality={cell[0]} project={cell[1]} />
      ) : null}
    </>
  );
}
