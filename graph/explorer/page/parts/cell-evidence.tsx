import { useEffect, useRef } from 'preact/hooks';
import type { CellAnswer, MatrixAnswer } from '../../api.js';
import { api, useData } from '../data.js';
import { t, told } from '../language.js';
import { change } from '../place.js';
import { Awaited, articleLink, Claim, Entity, Marked } from './basics.js';
import { dayText, spanText } from './day-text.js';
import { signOf } from './states.js';

/** What stands behind a cell, over the page; Escape closes it. */
export function Evidence({
  matrix,
  municipality,
  project,
}: {
  matrix: MatrixAnswer;
  municipality: string;
  project: string;
}) {
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
