import { useState } from 'preact/hooks';
import { mesh } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import type { MatrixAnswer, MatrixCell } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, t, told } from '../language.js';
import { Awaited, Choice, Entity, entityLink } from '../parts/basics.js';
import { spanText } from '../parts/day-text.js';
import { MapLabels } from '../parts/map-labels.js';
import { type Boundary, HEIGHT, mapShapes, WIDTH, type Year } from '../parts/map-shapes.js';
import { SHOWN, shownOf } from '../parts/states.js';
import { change, place } from '../place.js';
import { useTitle } from '../title.js';

export const YEARS: readonly Year[] = ['2009', '2021', '2025'];
const fileOf = (year: Year): string => `/maps/${year === '2009' ? '2009' : '2021'}.json`;

export function MapPage() {
  useTitle(t('view.map'));
  const { params } = place.value;
  const year = YEARS.find((one) => one === params.get('boundaries')) ?? '2021';
  const project = params.get('project') ?? '';
  const beside = params.get('beside') === '1';
  const matrix = useData<MatrixAnswer>(api('matrix', { boundaries: year }));
  const shapes = useData<Boundary>(fileOf(year));
  const otherYear: Year = year === '2009' ? '2021' : '2009';
  const others = useData<Boundary>(beside ? fileOf(otherYear) : undefined);
  const concerned = new Set(
    matrix.data?.cells.filter(({ state }) => state !== 'mentioned').map((cell) => cell.project),
  );
  return (
    <>
      <h1>{t('view.map')}</h1>
      <div class="tools">
        <Choice
          label={t('map.colour')}
          value={project}
          options={[
            ['', t('map.count')],
            ...(matrix.data?.projects ?? [])
              .filter(({ id }) => concerned.has(id))
              .map(({ id, name }): [string, string] => [id, name]),
          ]}
          onChange={(id) => change({ project: id })}
        />
        <Choice
          label={t('boundaries')}
          value={year}
          options={YEARS.map((one) => [one, told('boundaries', one)])}
          onChange={(value) => change({ boundaries: value })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={beside}
            onChange={(event) => change({ beside: event.currentTarget.checked ? '1' : undefined })}
          />{' '}
          {t('map.beside', { year: otherYear })}
        </label>
      </div>
      <Awaited loaded={matrix}>
        {(data) => (
          <Awaited loaded={shapes}>
            {(boundary) => (
              <MapView
                of={data}
                year={year}
                boundary={boundary}
                project={project}
                beside={beside && others.data ? { year: otherYear, boundary: others.data } : undefined}
              />
            )}
          </Awaited>
        )}
      </Awaited>
    </>
  );
}

/** Upper ends of the classes of a count, from few to many. */
const CLASSES = [0, 1, 2, 4, 8] as const;
const classOf = (count: number): number => {
  const found = CLASSES.findIndex((upper) => count <= upper);
  return found < 0 ? CLASSES.length : found;
};

interface MapProps {
  readonly of: MatrixAnswer;
  readonly year: Year;
  readonly boundary: Boundary;
  /** Id of the project that colours it; empty for the number of participations. */
  readonly project: string;
  readonly beside?: { readonly year: Year; readonly boundary: Boundary } | undefined;
  /** In the static report nothing answers to a pointer. */
  readonly still?: boolean;
}

/** The municipalities of a year, coloured; those that cannot be drawn in its boundaries are listed below. */
export function MapView({ of, year, boundary, project, beside, still = false }: MapProps) {
  const { shapes, labels, path } = mapShapes(boundary, year);
  const lines = beside ? path(mesh(beside.boundary, beside.boundary.objects[beside.year] as GeometryCollection)) : null;
  const cells = of.cells.filter((cell) => project === '' || cell.project === project);
  const byMunicipality = new Map<string, MatrixCell[]>();
  for (const cell of cells)
    byMunicipality.set(cell.municipality, [...(byMunicipality.get(cell.municipality) ?? []), cell]);
  const count = (id: string): number => (byMunicipality.get(id) ?? []).filter(({ state }) => state === 'joined').length;
  const sayingOf = (id: string): string => {
    const [cell] = byMunicipality.get(id) ?? [];
    if (project === '') return counted('joined', count(id));
    return cell === undefined
      ? told('state', 'uncovered')
      : [cell.status ? told('status', cell.status) : told('state', cell.state), spanText(cell)]
          .filter(Boolean)
          .join(', ');
  };
  const colour = (id: string): string =>
    project === '' ? `class-${classOf(count(id))}` : shownOf(byMunicipality.get(id)?.[0]);
  const [at, setAt] = useState<string>();
  const pointAt = (event: { readonly target: EventTarget | null }): void =>
    setAt((event.target as Element).closest('[data-says]')?.getAttribute('data-says') ?? undefined);
  const drawn = new Set(shapes.map(({ id }) => id));
  const left = of.municipalities.filter(({ id }) => !drawn.has(id) && count(id) > 0);
  const named = new Set(of.municipalities.map(({ id }) => id));
  return (
    <>
      <figure class="map">
        <Legend byState={project !== ''} />
        {still ? null : (
          // who listens has the same from the shapes themselves
          <p class="map-at" aria-hidden="true">
            {at === undefined ? <span class="soft">{t('map.point')}</span> : at}
          </p>
        )}
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="group"
          aria-label={t('map.label', { year })}
          onPointerOver={pointAt}
          onPointerLeave={pointAt}
          onFocusIn={pointAt}
          onFocusOut={() => setAt(undefined)}
        >
          {shapes.map(({ id, name, line }) => {
            const text = `${name}: ${sayingOf(id)}`;
            const area = (
              <path d={line} class={colour(id)}>
                <title>{text}</title>
              </path>
            );
            return named.has(id) ? (
              <a key={id} href={entityLink(id)} aria-label={text} data-says={text}>
                {area}
              </a>
            ) : (
              <g key={id} data-says={text}>
                {area}
              </g>
            );
          })}
          {lines === null ? null : <path class="beside" d={lines} />}
          <MapLabels of={labels} />
        </svg>
        <figcaption class="soft small">{t('map.source')}</figcaption>
      </figure>
      {left.length > 0 ? (
        <section>
          <h2>{t('map.left', { year })}</h2>
          <ul class="inline">
            {left.map((one) => (
              <li key={one.id}>
                <Entity of={one} /> <span class="soft">{sayingOf(one.id)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Legend({ byState }: { byState: boolean }) {
  if (byState)
    return (
      <p class="legend-map">
        {SHOWN.map((state) => (
          <span key={state}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect width="14" height="14" class={state} />
            </svg>{' '}
            {told('state', state)}
          </span>
        ))}
      </p>
    );
  return (
    <p class="legend-map">
      <span>{t('map.legend')}</span>
      {[...CLASSES, undefined].map((upper, i) => {
        const lower = (CLASSES[i - 1] ?? -1) + 1;
        return (
          <span key={lower}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect width="14" height="14" class={`class-${i}`} />
            </svg>{' '}
            {upper === undefined ? `${lower}+` : lower === upper ? lower : `${lower}–${upper}`}
          </span>
        );
      })}
    </p>
  );
}
