import { useEffect } from 'preact/hooks';
import type { SearchAnswer } from '../../api.js';
import { again, api, useData } from '../data.js';
import { counted, numberText, t } from '../language.js';
import { Awaited, articleLink, entityLink, kindText, Marked, yearOf } from '../parts/basics.js';
import { dayText } from '../parts/day-text.js';
import { links, place } from '../place.js';
import { useTitle } from '../title.js';

/** Milliseconds after which is asked again while texts are still being read. */
const READ_ON = 1000;

/** Moves between results; up from the first leads back to the field. */
function onArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...document.querySelectorAll<HTMLElement>('.result a')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)];
  (next ?? (at === 0 ? document.querySelector<HTMLElement>('.find input') : undefined))?.focus();
}

export function SearchPage() {
  const typed = place.value.params.get('q') ?? '';
  useTitle(typed || t('search.label'));
  const address = typed.trim() === '' ? undefined : api('search', { q: typed });
  const loaded = useData<SearchAnswer>(address);
  useEffect(() => {
    if (address === undefined || loaded.data === undefined || loaded.data.ready === 1) return;
    const timer = setTimeout(again, READ_ON, address);
    return () => clearTimeout(timer);
  }, [address, loaded.data]);
  if (typed.trim() === '')
    return (
      <>
        <h1>{t('search.label')}</h1>
        <p class="soft">{t('search.hint')}</p>
      </>
    );
  return (
    <>
      <h1 class="unseen">{t('search.title', { q: typed })}</h1>
      <Awaited loaded={loaded}>{(data) => <Results of={data} typed={typed} />}</Awaited>
    </>
  );
}

function Results({ of, typed }: { of: SearchAnswer; typed: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are an addition to the Tab key
    <div class="results" onKeyDown={onArrow}>
      <p class="unseen" role="status">
        {t('search.found', { entities: of.entities.length, articles: of.found })}
      </p>
      {of.ready < 1 ? <p class="note">{t('search.reading', { percent: Math.round(100 * of.ready) })}</p> : null}
      <section aria-labelledby="found-entities">
        <h2 id="found-entities">{t('search.entities')}</h2>
        {of.entities.length === 0 ? <p class="soft">{t('search.none')}</p> : null}
        <ol class="plain">
          {of.entities.map((entity) => (
            <li class="result" key={entity.id}>
              <a href={entityLink(entity.id)}>
                <span class={`entity ${entity.kind}`} lang="lv">
                  {entity.name}
                </span>
                <span class="soft">
                  {kindText(entity)}
                  {entity.kind === 'municipality' ? ` ${yearOf(entity.id)}` : ''} ·{' '}
                  {counted('articles', entity.articles)}
                </span>
              </a>
            </li>
          ))}
        </ol>
        {of.entities.length > 1 ? (
          <p>
            <a href={links.to('/graph', { ids: JSON.stringify(of.entities.map(({ id }) => id)) })}>{t('as.graph')}</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="found-articles">
        <h2 id="found-articles">
          {t('search.articles')} <span class="soft">{of.found > 0 ? numberText(of.found) : ''}</span>
        </h2>
        {of.articles.length === 0 ? <p class="soft">{t('search.none')}</p> : null}
        <ol class="plain">
          {of.articles.map((article) => (
            <li class="result" key={article.id}>
              <a
                href={articleLink(article.id, [
                  article.excerpt.start,
                  article.excerpt.start + article.excerpt.text.length,
                ])}
              >
                <span class="headline" lang="lv">
                  {article.title}
                </span>{' '}
                <span class="soft">{[article.source, dayText(article.published)].filter(Boolean).join(', ')}</span>
              </a>
              <p>
                <Marked of={article.excerpt} />
              </p>
            </li>
          ))}
        </ol>
        {of.found > of.articles.length ? (
          <p class="soft">{t('search.more', { shown: of.articles.length, all: of.found, q: typed })}</p>
        ) : null}
      </section>
    </div>
  );
}
