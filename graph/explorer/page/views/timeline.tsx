import { scaleUtc } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import type { EntityRef, Holding, TimelineAnswer, TimelineProject } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, t } from '../language.js';
import { Awaited, Entity, holdingText } from '../parts/basics.js';
import { dayText } from '../parts/day-text.js';
import { dayNumber, ticksOf } from '../parts/days.js';
import { Pages, pageIn } from '../parts/pages.js';
import { change, place } from '../place.js';
import { useTitle } from '../title.js';

export function TimelinePage() {
  useTitle(t('view.timeline'));
  const loaded = useData<TimelineAnswer>(api('timeline'));
  const open = new Set((place.value.params.get('open') ?? '').split(' ').filter((id) => id !== ''));
  const toggle = (id: string): void => {
    const next = open.has(id) ? [...open].filter((one) => one !== id) : [...open, id];
    change({ open: next.join(' ') });
  };
  return (
    <>
      <h1>{t('view.timeline')}</h1>
      <p class="lead">{t('timeline.lead')}</p>
      <Awaited loaded={loaded}>
        {(data) => (
          <Timeline of={data} isOpen={(id) => open.has(id)} toggle={toggle} page={pageIn(place.value.params)} />
        )}
      </Awaited>
    </>
  );
}

type Member = EntityRef & Holding;

/** Projects of a page, those that began first on the first. */
const ON_PAGE = 100;

/** Bars keep to this part of the width, in percent, so that the years fit beside them. */
const LEFT = 3;
const RIGHT = 97;

/** First and last day that anything says of a project. */
function daysOf({ since, until, members }: TimelineProject): number[] {
  return [
    dayNumber(since),
    dayNumber(until, true),
    ...members.flatMap((one) => [dayNumber(one.since), dayNumber(one.until, true)]),
  ].filter((day) => day !== undefined);
}

export function Timeline({
  of,
  isOpen,
  toggle,
  page,
}: {
  of: TimelineAnswer;
  isOpen: (id: string) => boolean;
  toggle: ((id: string) => void) | undefined;
  /** From 1; absent where all stand on one. */
  page?: number;
}) {
  const timed = of.projects
    .map((project) => ({ project, days: daysOf(project) }))
    .filter(({ days }) => days.length > 0)
    .sort((a, b) => Math.min(...a.days) - Math.min(...b.days));
  const untimed = of.projects.filter((project) => daysOf(project).length === 0);
  if (timed.length === 0 && untimed.length === 0) return <p class="note">{t('timeline.empty')}</p>;
  const all = timed.flatMap(({ days }) => days);
  const pages = page === undefined ? 1 : Math.max(1, Math.ceil(timed.length / ON_PAGE));
  const at = Math.min(page ?? 1, pages);
  const shown = page === undefined ? timed : timed.slice((at - 1) * ON_PAGE, at * ON_PAGE);
  const scale = scaleUtc([new Date(Math.min(...all)), new Date(Math.max(...all))], [LEFT, RIGHT]).nice();
  return (
    <>
      <div class="gantt">
        <Axis scale={scale} />
        {shown.map(({ project, days }) => (
          <Project
            key={project.id}
            of={project}
            from={Math.min(...days)}
            to={Math.max(...days)}
            {...{ scale, toggle }}
            open={isOpen(project.id)}
          />
        ))}
      </div>
      <Pages page={at} pages={pages} />
      <p class="legend-map small">
        <Key wide text={t('timeline.period')}>
          <rect y="1" width="24" height="8" rx="2" class="period" />
        </Key>
        <Key wide text={t('timeline.member')}>
          <rect y="3" width="24" height="4" class="joined" />
        </Key>
        <Key text={t('timeline.joins')}>
          <circle cx="5" cy="5" r="4" class="joins" />
        </Key>
        <Key text={t('timeline.plans')}>
          <circle cx="5" cy="5" r="3.5" class="plans" />
        </Key>
        <Key text={t('timeline.leaves')}>
          <path d="M1 1 9 9M9 1 1 9" class="leaves" />
        </Key>
      </p>
      {untimed.length > 0 ? (
        <section>
          <h2>{t('timeline.untimed')}</h2>
          <ul class="plain">
            {untimed.map((project) => (
              <li key={project.id}>
                <Entity of={project} /> <span class="soft">{counted('members', project.members.length)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

type Scale = ReturnType<typeof scaleUtc<number>>;

/** A year is written over its mark; what is longer would stand out of the picture at its ends. */
const anchorOf = (at: number, text: string): 'start' | 'middle' | 'end' =>
  text.length <= 4 || (at > 10 && at < 90) ? 'middle' : at <= 10 ? 'start' : 'end';

/** The years, written where they begin. Text would be drawn wide in a picture that stretches: it stands beside. */
const Axis = ({ scale }: { scale: Scale }) => (
  <div class="gantt-row axis" aria-hidden="true">
    <div />
    <svg>
      {ticksOf(scale, 8).map(({ at, text }) => (
        <text key={at} class="tick" x={`${at}%`} y={16} text-anchor={anchorOf(at, text)}>
          {text}
        </text>
      ))}
    </svg>
  </div>
);

function Project(props: {
  of: TimelineProject;
  from: number;
  to: number;
  scale: Scale;
  open: boolean;
  toggle: ((id: string) => void) | undefined;
}) {
  const { of, from, to, scale, open, toggle } = props;
  const since = dayNumber(of.since) ?? from;
  const until = dayNumber(of.until, true) ?? to;
  return (
    <div class="gantt-project">
      <div class="gantt-row">
        <div class="name">
          <Entity of={of} />
          {of.members.length === 0 ? null : toggle === undefined ? (
            <span class="soft small">{counted('members', of.members.length)}</span>
          ) : (
            <button type="button" aria-expanded={open} class="link small" onClick={() => toggle(of.id)}>
              {counted('members', of.members.length)}
            </button>
          )}
        </div>
        <Line scale={scale} label={`${of.name}: ${[dayText(of.since), dayText(of.until)].filter(Boolean).join(' – ')}`}>
          {of.since === null && of.until === null ? null : (
            <rect
              class="period"
              x={`${scale(since)}%`}
              width={`${Math.max(0.4, scale(until) - scale(since))}%`}
              y={4}
              height={14}
              rx={2}
            />
          )}
          {differentEnds(of.members).map((member) => (
            <Ends key={member.id} of={member} scale={scale} y={11} />
          ))}
        </Line>
      </div>
      {open
        ? of.members.map((member) => {
            const begins = dayNumber(member.since);
            const ends = dayNumber(member.until, true);
            const runs =
              member.status === 'declined' ? undefined : (begins ?? (ends === undefined ? undefined : since));
            return (
              <div class="gantt-row member" key={member.id}>
                <div class="name">
                  <Entity of={member} />
                </div>
                <Line scale={scale} label={`${member.name}: ${holdingText(member)}`}>
                  {runs === undefined ? null : (
                    <rect
                      class={member.status === 'planned' ? 'planned' : 'joined'}
                      x={`${scale(runs)}%`}
                      width={`${Math.max(0.2, scale(ends ?? until) - scale(runs))}%`}
                      y={9}
                      height={4}
                    />
                  )}
                  <Ends of={member} scale={scale} y={11} />
                </Line>
                <p class="soft small">{holdingText(member) || t('timeline.unknown')}</p>
              </div>
            );
          })
        : null}
    </div>
  );
}

/** A mark and what it stands for. */
const Key = ({ wide = false, text, children }: { wide?: boolean; text: string; children: ComponentChildren }) => (
  <span>
    <svg viewBox={`0 0 ${wide ? 24 : 10} 10`} aria-hidden="true">
      {children}
    </svg>{' '}
    {text}
  </span>
);

const Line = ({ scale, label, children }: { scale: Scale; label: string; children: ComponentChildren }) => (
  <svg role="img" aria-label={label}>
    <title>{label}</title>
    {ticksOf(scale, 8).map(({ at }) => (
      <line key={at} class="grid" x1={`${at}%`} x2={`${at}%`} y1={0} y2={22} />
    ))}
    {children}
  </svg>
);

/** The end of a project, up to which a member takes part, is no leaving. */
const hasLeft = ({ status }: Member): boolean => status === 'ended' || status === 'declined';

/** Of members that join and leave on the same days one: their marks would lie upon each other. */
const differentEnds = (members: readonly Member[]): Member[] => [
  ...new Map(
    members
      .filter(({ since, until }) => since !== null || until !== null)
      .map((one): [string, Member] => [
        `${one.since} ${one.until} ${hasLeft(one) || one.status === 'planned' ? one.status : ''}`,
        one,
      ]),
  ).values(),
];

/** Where a member joins, or plans to, and where it leaves. */
function Ends({ of, scale, y }: { of: Member; scale: Scale; y: number }) {
  const since = dayNumber(of.since);
  const until = dayNumber(of.until, true);
  const left = !hasLeft(of) ? undefined : of.status === 'declined' ? (since ?? until) : until;
  return (
    <>
      {since === undefined || of.status === 'declined' ? null : (
        <circle class={of.status === 'planned' ? 'plans' : 'joins'} cx={`${scale(since)}%`} cy={y} r={4} />
      )}
      {left === undefined ? null : (
        <svg x={`${scale(left)}%`} y={y} class="cross">
          <path class="leaves" d="M-4 -4l8 8m0 -8l-8 8" />
        </svg>
      )}
    </>
  );
}
