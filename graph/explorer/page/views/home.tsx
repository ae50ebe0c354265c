import type { Overview } from '../../api.js';
import { KINDS } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, t } from '../language.js';
import { ArticleLine, Awaited, Entity } from '../parts/basics.js';
import { dayText } from '../parts/day-text.js';
import { links } from '../place.js';
import { useTitle } from '../title.js';

/** What does not wait for the figures is there at once: where to go. */
export function Home() {
  useTitle(undefined);
  const loaded = useData<Overview>(api('overview'));
  const { data } = loaded;
  return (
    <>
      <h1 class="hero">{t('home.title')}</h1>
      <p class="lead">{t('home.lead')}</p>
      <Awaited loaded={loaded}>{(of) => <Figures of={of} />}</Awaited>
      {data?.articles === 0 ? null : <Doors />}
      {data === undefined ? null : (
        <>
          <Foremost of={data} />
          <p class="soft small">
            {data.store} · {data.version}
            {data.loaded === null ? '' : ` · ${t('loaded.at', { day: data.loaded.slice(0, 16).replace('T', ' ') })}`}
          </p>
        </>
      )}
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

/** All that the graph holds, at once. */
export const Holdings = ({ of }: { of: Overview }) => (
  <>
    <Figures of={of} />
    {of.articles === 0 ? null : <Doors />}
    <Foremost of={of} />
  </>
);

function Figures({ of }: { of: Overview }) {
  if (of.articles === 0) return <p class="note">{t('home.empty')}</p>;
  const span = of.first === null ? '' : `, ${dayText(of.first)} – ${dayText(of.last)}`;
  return (
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
  );
}

const Doors = () => (
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
);

/** The projects with the most participants, and the latest articles. */
function Foremost({ of }: { of: Overview }) {
  if (of.articles === 0) return null;
  return (
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
  );
}
