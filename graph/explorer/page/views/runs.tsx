import type { Diff, FactChange } from '../../../history/diff.js';
import type { CorrectionLine, RunLine } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, t, timesIn, told } from '../language.js';
import { Awaited, holdingText, relationText, restText } from '../parts/basics.js';
import { CorrectionText, TakeBack } from '../parts/correction-line.js';
import { dayText } from '../parts/day-text.js';
import { links, place } from '../place.js';
import { useTitle } from '../title.js';

const COUNTS = ['new', 'changed', 'unchanged', 'failed', 'removed'] as const;

export function RunsPage() {
  useTitle(t('view.runs'));
  const runs = useData<RunLine[]>(api('runs'));
  const chosen = place.value.params.get('run') ?? runs.data?.[0]?.id;
  const found = useData<Diff>(chosen === undefined ? undefined : api(`runs/${encodeURIComponent(chosen)}`));
  return (
    <>
      <h1>{t('view.runs')}</h1>
      <p>
        <a href={links.to('/review')}>{t('view.review')}</a> <span class="soft">{t('about.review')}</span>
      </p>
      <div class="columns narrow-left">
        <section>
          <Awaited loaded={runs}>
            {(all) => (
              <ol class="plain runs">
                {all.map((run) => (
                  <li key={run.id}>
                    <a href={links.to('/runs', { run: run.id })} aria-current={run.id === chosen ? 'true' : undefined}>
                      {timeText(run.startedAt)}
                    </a>{' '}
                    <span class="soft small">
                      {run.command} · {run.finishedAt === null ? t('run.broken') : countsText(run)}
                    </span>
                  </li>
                ))}
              </ol>
            )}
          </Awaited>
          <Lines />
        </section>
        <section>
          {chosen === undefined ? (
            <p class="soft">{t('run.none')}</p>
          ) : (
            <Awaited loaded={found}>{(data) => <Brought of={data} />}</Awaited>
          )}
        </section>
      </div>
    </>
  );
}

const timeText = (at: string): string => timesIn({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

const countsText = (run: RunLine): string =>
  COUNTS.filter((name) => run[name])
    .map((name) => counted(`count.${name}`, run[name] ?? 0))
    .join(', ') || t('run.nothing');

const SECTIONS = ['joined', 'posts', 'facts', 'changed', 'gone'] as const;

function Brought({ of }: { of: Diff }) {
  const nothing = SECTIONS.every((name) => of[name].length === 0) && of.people.length + of.contradictions.length === 0;
  return (
    <>
      {nothing ? <p class="soft">{t('run.same')}</p> : null}
      {SECTIONS.filter((name) => of[name].length > 0).map((name) => (
        <div key={name} class="group">
          <h2>
            {told('brought', name)} <span class="soft">{of[name].length}</span>
          </h2>
          {of[name].map((change, i) => (
            <Change key={`${change.subject} ${change.type} ${change.object} ${i}`} of={change} />
          ))}
        </div>
      ))}
      {of.people.length > 0 ? (
        <div class="group">
          <h2>
            {t('brought.people')} <span class="soft">{of.people.length}</span>
          </h2>
          <ul class="inline">
            {of.people.map((person) => (
              <li key={String(person.id)}>
                <a class="entity person" href={links.to('/entity', { id: String(person.id) })} lang="lv">
                  {String(person.name)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {of.contradictions.length > 0 ? (
        <p>
          <a href={links.to('/questions/contradictions')}>
            {t('brought.contradictions', { n: of.contradictions.length })}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Change({ of }: { of: FactChange }) {
  const text = (state: FactChange['after']): string => (state === null ? '' : holdingText(state));
  const rest = (state: FactChange['after']): string => (state === null ? '' : restText({ ...state, type: of.type }));
  const changed = of.before !== null && of.after !== null;
  return (
    <details class="change">
      <summary>
        <span lang="lv">{of.subject}</span>{' '}
        <span class="relation">{relationText({ type: of.type, status: (of.after ?? of.before)?.status ?? null })}</span>{' '}
        <span lang="lv">{of.object}</span>{' '}
        <span class="soft small">
          {changed ? `${text(of.before) || '–'} → ${text(of.after) || '–'}` : rest(of.after ?? of.before)}
        </span>
      </summary>
      {of.sources.map((source) => (
        <blockquote class="claim" key={`${source.title} ${source.sentence}`}>
          <p class="quote" lang="lv">
            {[source.sentence, ...source.evidence].join(' … ')}
          </p>
          <footer>
            <span lang="lv">{source.title}</span> <span>{dayText(source.published)}</span>
          </footer>
        </blockquote>
      ))}
    </details>
  );
}

/** Lines of the file of corrections; each can be taken back. */
function Lines() {
  const loaded = useData<CorrectionLine[]>(api('corrections'));
  return (
    <>
      <h2>{t('corrections')}</h2>
      <Awaited loaded={loaded}>
        {(all) =>
          all.length === 0 ? (
            <p class="soft">{t('corrections.none')}</p>
          ) : (
            <ul class="plain">
              {all.map((line) => (
                <li key={line.id}>
                  <CorrectionText of={line} />
                  <br />
                  <span class="soft small">
                    {line.who}: {line.why} {dayText(line.date)}{' '}
                  </span>
                  <TakeBack of={line} />
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
    </>
  );
}
