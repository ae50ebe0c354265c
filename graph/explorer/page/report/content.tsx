import type { GeometryCollection, Topology } from 'topojson-specification';
import { BOUNDARIES, KINDS } from '../../api.js';
import { SORTS } from '../../choices.js';
import type { Content, Part } from '../../report/page.js';
import { counted, t, told } from '../language.js';
import { ArticleLine, Entity, kindText, yearOf } from '../parts/basics.js';
import { Matrix } from '../parts/matrix-table.js';
import { StatesLegend } from '../parts/states.js';
import { links } from '../place.js';
import { EntityView } from '../views/entity.js';
import { Holdings } from '../views/home.js';
import { MapView, YEARS } from '../views/map.js';
import { Timeline } from '../views/timeline.js';
import { Quotations } from './quotations.js';

type Of<View extends Content['view']> = Extract<Content, { readonly view: View }>;

export function titleOf(of: Content): string {
  switch (of.view) {
    case 'home':
      return t('home.title');
    case 'entity':
      return of.data.name;
    case 'article':
      return of.data.title;
    case 'names':
      return `${t('view.names')}: ${told('kinds', of.kind)}`;
    default:
      return t(`view.${of.view}`);
  }
}

export function View({ of }: { of: Content }) {
  switch (of.view) {
    case 'home':
      return (
        <>
          <h1 class="hero">{t('home.title')}</h1>
          <p class="lead">{t('home.lead')}</p>
          <Holdings of={of.data} />
        </>
      );
    case 'matrix':
      return <MatrixContent of={of} />;
    case 'map':
      return <MapContent of={of} />;
    case 'timeline':
      return <TimelineContent of={of} />;
    case 'entity':
      return <EntityContent of={of} />;
    case 'article':
      return <Quotations of={of.data} />;
    case 'names':
      return <NamesContent of={of} />;
    case 'articles':
      return (
        <>
          <h1>{t('view.articles')}</h1>
          <Parts of={of.parts} />
          <ol class="plain">
            {of.data.map((article) => (
              <li key={article.id}>
                <ArticleLine of={article} />
              </li>
            ))}
          </ol>
        </>
      );
  }
}

/** What the page offers in a list to choose from is here one link for each. */
function Choices(props: {
  label: string;
  options: readonly { readonly text: string; readonly to: string; readonly current: boolean }[];
}) {
  return (
    <p class="choices">
      <span class="soft">{props.label}</span>{' '}
      {props.options.map(({ text, to, current }) => (
        <a key={to} href={to} aria-current={current ? 'true' : undefined}>
          {text}
        </a>
      ))}
    </p>
  );
}

function MatrixContent({ of: { data, sort } }: { of: Of<'matrix'> }) {
  const { boundaries } = data;
  return (
    <>
      <h1>{t('view.matrix')}</h1>
      <p class="lead">{t('matrix.lead')}</p>
      <Choices
        label={t('matrix.sort')}
        options={SORTS.map((one) => ({
          text: told('sort', one),
          to: links.to('/matrix', { boundaries, sort: one }),
          current: one === sort,
        }))}
      />
      <Choices
        label={t('boundaries')}
        options={BOUNDARIES.map((one) => ({
          text: told('boundaries', one),
          to: links.to('/matrix', { boundaries: one, sort }),
          current: one === boundaries,
        }))}
      />
      <StatesLegend />
      <Matrix of={data} sort={sort} all={false} />
    </>
  );
}

function MapContent({ of: { data, year, boundary, project } }: { of: Of<'map'> }) {
  const one = data.projects.find(({ id }) => id === project);
  const joined = new Set(data.cells.filter(({ state }) => state === 'joined').map((cell) => cell.project));
  return (
    <>
      <h1>{t('view.map')}</h1>
      {one === undefined ? null : (
        <p>
          {t('report.map-of')}: <Entity of={one} /> · <a href={links.to('/map')}>{t('report.by-number')}</a>
        </p>
      )}
      <Choices
        label={t('boundaries')}
        options={YEARS.filter((other) => project === '' || other === year).map((other) => ({
          text: told('boundaries', other),
          to: links.to('/map', { boundaries: other, project }),
          current: other === year,
        }))}
      />
      <MapView
        of={data}
        year={year}
        boundary={boundary as Topology<{ readonly [year: string]: GeometryCollection<{ readonly name: string }> }>}
        project={project}
        still
      />
      {project === '' ? (
        <section>
          <h2>{t('report.maps')}</h2>
          <ul class="inline">
            {data.projects
              .filter(({ id }) => joined.has(id))
              .map(({ id, name }) => (
                <li key={id} lang="lv">
                  <a href={links.to('/map', { project: id })}>{name}</a>
                </li>
              ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Members that all stand below their projects; of more each project's page tells. */
const MEMBERS = 1500;

function TimelineContent({ of: { data } }: { of: Of<'timeline'> }) {
  const few = data.projects.reduce((sum, { members }) => sum + members.length, 0) <= MEMBERS;
  return (
    <>
      <h1>{t('view.timeline')}</h1>
      <p class="lead">
        {t('timeline.lead')} {few ? '' : t('report.members')}
      </p>
      <Timeline of={data} isOpen={() => few} toggle={undefined} />
    </>
  );
}

function EntityContent({ of: { data } }: { of: Of<'entity'> }) {
  const map = data.kind === 'project' ? links.to('/map', { project: data.id }) : '';
  return (
    <>
      {map === '' ? null : (
        <p class="small aside">
          <a href={map}>{t('report.map')}</a>
        </p>
      )}
      <EntityView of={data} />
    </>
  );
}

function NamesContent({ of: { kind, data, parts } }: { of: Of<'names'> }) {
  return (
    <>
      <h1>{t('view.names')}</h1>
      <Choices
        label=""
        options={KINDS.filter((one) => links.to('/names', { kind: one }) !== '').map((one) => ({
          text: told('kinds', one),
          to: links.to('/names', { kind: one }),
          current: one === kind,
        }))}
      />
      <Parts of={parts} />
      <ul class="plain names">
        {data.map((one) => (
          <li key={one.id}>
            <Entity of={one} />{' '}
            <span class="soft small">
              {[
                one.type === '' ? '' : [kindText(one), yearOf(one.id)].join(' ').trim(),
                counted('articles', one.articles),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a list cut into pages: what stands first in each. */
const Parts = ({ of }: { of: readonly Part[] }) =>
  of.length < 2 ? null : (
    <nav aria-label={t('report.parts')} class="choices" lang="lv">
      {of.map(({ file, first }) => (
        <a key={file} href={file}>
          {first} …
        </a>
      ))}
    </nav>
  );
