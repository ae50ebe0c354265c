import type { Question, QuestionAnswer } from '../../api.js';
import { api, useData } from '../data.js';
import { t } from '../language.js';
import { AnswerTable } from '../parts/answer-table.js';
import { Bars } from '../parts/bars.js';
import { Awaited } from '../parts/basics.js';
import { GraphView } from '../parts/graph-view.js';
import { Form, SHOWN } from '../parts/question-form.js';
import { columnTitle, titleOf, whatOf } from '../parts/question-texts.js';
import { change, links, place } from '../place.js';
import { useTitle } from '../title.js';

export function Questions() {
  useTitle(t('view.questions'));
  const loaded = useData<Question[]>(api('questions'));
  return (
    <>
      <h1>{t('view.questions')}</h1>
      <p class="lead">{t('questions.lead')}</p>
      <Awaited loaded={loaded}>
        {(all) => (
          <ul class="cards">
            {all.map((question) => (
              <li key={question.name}>
                <a href={links.to(`/questions/${question.name}`)}>{titleOf(question)}</a>
                <p>{whatOf(question)}</p>
              </li>
            ))}
          </ul>
        )}
      </Awaited>
    </>
  );
}

export function QuestionPage({ name }: { name: string }) {
  const loaded = useData<Question[]>(api('questions'));
  return (
    <Awaited loaded={loaded}>
      {(all) => {
        const question = all.find((one) => one.name === name);
        return question === undefined ? <p class="fault">{t('nothing.here')}</p> : <Asked question={question} />;
      }}
    </Awaited>
  );
}

const VIEWS = ['table', 'graph', 'chart'] as const;

function Asked({ question }: { question: Question }) {
  useTitle(titleOf(question));
  const { params } = place.value;
  const typed = Object.fromEntries(
    [...params].filter(([name]) => question.parameters.some((one) => one.name === name)),
  );
  const needed = question.parameters.filter((one) => one.default === undefined);
  const ready = needed.every(({ name }) => (typed[name] ?? '').trim() !== '');
  const answer = useData<QuestionAnswer>(ready ? api(`questions/${question.name}`, typed) : undefined);
  const view = VIEWS.find((one) => one === params.get(SHOWN)) ?? 'table';
  return (
    <>
      <p class="kicker">
        <a href={links.to('/questions')}>{t('view.questions')}</a>
      </p>
      <h1>{titleOf(question)}</h1>
      <p class="lead">{whatOf(question)}</p>
      <Form question={question} typed={typed} />
      {ready ? (
        <Awaited loaded={answer}>
          {(data) => (
            <>
              {data.understood.map(({ parameter, typed: text, as }) => (
                <p class="soft" key={parameter}>
                  {t('question.understood', { typed: text, as })}
                </p>
              ))}
              <div class="tools">
                <div role="group" aria-label={t('question.as')} class="tabs">
                  {VIEWS.map((one) => (
                    <button
                      key={one}
                      type="button"
                      aria-pressed={view === one}
                      onClick={() => change({ [SHOWN]: one })}
                    >
                      {t(`question.${one}`)}
                    </button>
                  ))}
                </div>
                <span role="status" class="soft">
                  {t(data.cut ? 'question.cut' : 'question.rows', { n: data.rows.length })}
                </span>
                <a class="button" download href={api(`questions/${question.name}.csv`, typed)}>
                  {t('csv')}
                </a>
              </div>
              {data.rows.length === 0 ? <p class="note">{t('question.none')}</p> : null}
              {data.rows.length > 0 && view === 'table' ? <AnswerTable of={data} /> : null}
              {data.rows.length > 0 && view === 'graph' ? (
                <GraphView source={api(`questions/${question.name}.graph`, typed)} />
              ) : null}
              {data.rows.length > 0 && view === 'chart' ? <Bars of={data} titleOf={columnTitle} /> : null}
            </>
          )}
        </Awaited>
      ) : (
        <p class="soft">{t('question.needed')}</p>
      )}
      <details class="cypher">
        <summary>Cypher</summary>
        <pre>
          <code>{question.cypher}</code>
        </pre>
      </details>
    </>
  );
}
