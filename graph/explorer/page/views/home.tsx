import type { Overview } from '../../api.js';
import { KINDS } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, locale, t } from '../language.js';
import { ArticleLine, Awaited, dayText, Entity } from '../parts/basics.js';
import { links } from '../place.js';
import { useTitle } from '../title.js';

export function Home() {
  useTitle(undefined);
  return (
    <>
      <h1 class="hero">{t('home.title')}</h1>
      <p class="lead">{t('home.lead')}</p>
      <Awaited loaded={useData<Overview>(api('overview'))}>{(data) => <Holdings of={data} />}</Awaited>
    </>
  );
}

const VIEWS = ['questions', 'matrix', 'map', 'timeline', 'graph'] as const;

function Holdings({ of }: { of: Overview }) {
  if (of.articles === 0) return <p class="note">{t('home.empty')}</p>;
  const span = of.first === null ? '' : `, ${dayText(of.first)} – ${dayText(of.last)}`;
  return (
    <>
      <ul class="figures" aria-label={t('home.holds')}>
        <li>
          <strong>{of.articles.toLocaleString(locale())}</strong>{' '}
          {counted('articles', of.articles).replace(/^[\d\s]+/u, '')}
          <span class="soft">
            {span}
            {of.undated > 0 ? `; ${t('undated', { n: of.undated })}` : ''}
          </span>
        </li>
        {KINDS.filter((kind) => kind !== 'date').map((kind) => (
          <li key={kind}>
            <span class={`dot ${kind}`} /> <strong>{of.entities[kind].toLocaleString(locale())}</strong>{' '}
            {t(`kinds.${kind}`)}
          </li>
        ))}
        <li>
          <strong>{of.claims.toLocaleString(locale())}</strong> {t('home.claims')}
        </li>
      </ul>
      <ul class="doors">
        {VIEWS.map((view) => (
          <li key={view}>
            <a href={links.to(`/${view}`)}>
              <strong>{t(`view.${view}`)}</strong>
              <span>{t(`about.${view}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="columns">
        <section>
          <h2>{t('home.projects')}</h2>
          <ol class="plain">
            {of.projects.map((project) => (
              <li key={project.id}>
                <Entity of={project} /> <span class="soft">{counted('members', project.members)}</span>
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{t('home.latest')}</h2>
          <ol class="plain">
            {of.latest.map((article) => (
              <li key={article.id}>
                <ArticleLine of={article} />
              </li>
            ))}
          </ol>
        </section>
      </div>
      <p class="soft small">
        {of.store} · {of.version}
        {of.loaded === null ? '' : ` · ${t('loaded.at', { day: of.loaded.slice(0, 16).replace('T', ' ') })}`}
      </p>
    </>
  );
}
