import type { Overview } from '../../api.js';
import { KINDS } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, t } from '../language.js';
import { ArticleLine, Awaited, Entity } from '../parts/basics.js';
import { dayText } from '../parts/day-text.js';
import { links } from '../place.js';
import { useTitle } from '../title.js';

export function Home() {
  useTitle(undefined);
  return (
    <>
      <h1 class="hero">{t('home.title')}</h1>
      <p class="lead">{t('home.lead')}</p>
      <Awaited loaded={useData<Overview>(api('overview'))}>
        {(data) => (
          <>
            <Holdings of={data} />
            <p class="soft small">
              {data.store} · {data.version}
              {data.loaded === null ? '' : ` · ${t('loaded.at', { day: data.loaded.slice(0, 16).replace('T', ' ') })}`}
            </p>
          </>
        )}
      </Awaited>
    </>
  );
}

const VIEWS = ['questions', 'matrix', 'map', 'timeline', 'graph'] as const;

/** `1 234 raksti`, its number in bold: a number keeps to its word by the last no-break space. */
function Tally({ of }: { of: string }) {
  const at = of.lastIndexOf('\u00A0');
  return (
    <>
      <strong>{of.slice(0, at)}</strong> {of.slice(at + 1)}
    </>
  );
}

export function Holdings({ of }: { of: Overview }) {
  if (of.articles === 0) return <p class="note">{t('home.empty')}</p>;
  const span = of.first === null ? '' : `, ${dayText(of.first)} – ${dayText(of.last)}`;
  return (
    <>
      <ul class="figures" aria-label={t('home.holds')}>
        <li>
          <Tally of={counted('articles', of.articles)} />
          <span class="soft">
            {span}
            {of.undated > 0 ? `; ${t('undated', { n: of.undated })}` : ''}
          </span>
        </li>
        {KINDS.filter((kind) => kind !== 'date').map((kind) => (
          <li key={kind}>
            <span class={`dot ${kind}`} /> <Tally of={counted(`of.${kind}`, of.entities[kind])} />
          </li>
        ))}
        <li>
          <Tally of={counted('claims', of.claims)} />
        </li>
      </ul>
      <ul class="doors">
        {VIEWS.filter((view) => links.to(`/${view}`) !== '').map((view) => (
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
    </>
  );
}
