import { api } from '../data.js';
import { t } from '../language.js';
import { Choice } from '../parts/basics.js';
import { GraphView } from '../parts/graph-view.js';
import { change, place } from '../place.js';
import { useTitle } from '../title.js';

const SIZES = ['200', '500', '1000', '2000', '5000'] as const;

/** What the address names and all around it; without names the best connected part of the whole. */
export function GraphPage() {
  useTitle(t('view.graph'));
  const { params } = place.value;
  const ids = params.get('ids');
  const most = SIZES.find((one) => one === params.get('most')) ?? '500';
  const source = ids === null ? api('graph/whole', { most }) : api('graph/around', { ids });
  return (
    <>
      <h1>{t('view.graph')}</h1>
      {ids === null ? (
        <div class="tools">
          <Choice
            label={t('graph.most')}
            value={most}
            options={SIZES.map((one) => [one, one])}
            onChange={(value) => change({ most: value })}
          />
          <p class="soft">{t('graph.hint')}</p>
        </div>
      ) : (
        <p class="soft">{t('graph.hint')}</p>
      )}
      <GraphView key={source} source={source} />
    </>
  );
}
