import { useEffect, useState } from 'preact/hooks';
import type { EntityRef, Question, QuestionAnswer } from '../../api.js';
import { api, get, useData } from '../data.js';
import { language, t, told } from '../language.js';
import { Bars } from '../parts/bars.js';
import { Awaited, articleLink, Entity, Outside } from '../parts/basics.js';
import { dayText } from '../parts/day-text.js';
import { GraphView } from '../parts/graph-view.js';
import { addressOf, change, go, links, place } from '../place.js';
import { useTitle } from '../title.js';

const titleOf = ({ name, title }: Question): string =>
  language.value === 'en' ? title : known('question', name, title);
const whatOf = ({ name, what }: Question): string => (language.value === 'en' ? what : known('answers', name, what));
const columnTitle = (name: string): string => known('column', name, words(name));

/** A text of our own, else what the file says. */
function known(group: string, name: string, otherwise: string): string {
  const text = told(group, name);
  return text === name ? otherwise : text;
}

/** `secondTitle` → `second title` */
const words = (name: string): string => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

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

/** State of the view in the address beside the question's own parameters, which have no underscore. */
const SHOWN = 'as_';
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

function Form({ question, typed }: { question: Question; typed: Readonly<Record<string, string>> }) {
  if (question.parameters.length === 0) return null;
  return (
    <form
      class="form"
      key={JSON.stringify(typed)}
      onSubmit={(event) => {
        event.preventDefault();
        const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
        const shown = place.value.params.get(SHOWN) ?? undefined;
        go(addressOf(`/questions/${question.name}`, { ...Object.fromEntries(given), [SHOWN]: shown }));
      }}
    >
      {question.parameters.map((parameter) => (
        <Field key={parameter.name} of={parameter} value={typed[parameter.name] ?? ''} />
      ))}
      <button type="submit" class="primary">
        {t('question.ask')}
      </button>
    </form>
  );
}

interface Offer {
  readonly name: string;
  readonly type?: string;
}

/** One parameter; names are completed as one types, in any case form. */
function Field({ of, value }: { of: Question['parameters'][number]; value: string }) {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [text, setText] = useState('');
  const plain = ['text', 'integer', 'decimal', 'date'].includes(of.type);
  useEffect(() => {
    if (plain || text === '') return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      get<Offer[]>(api('complete', { type: of.type, q: text }), control.signal).then(setOffers, () => {});
    }, 60);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text]);
  const id = `field-${of.name}`;
  return (
    <div class="field">
      <label htmlFor={id}>
        {columnTitle(of.name)}
        {of.default === undefined ? <span class="needed"> *</span> : null}
      </label>
      {of.choices === undefined ? null : (
        <select id={id} name={of.name} aria-describedby={`${id}-what`}>
          {of.choices.map((choice) => (
            <option key={choice} value={choice} selected={choice === (value || of.default)}>
              {told(of.name, choice)}
            </option>
          ))}
        </select>
      )}
      {of.choices !== undefined ? null : (
        <input
          id={id}
          name={of.name}
          defaultValue={value}
          required={of.default === undefined}
          list={plain ? undefined : `${id}-names`}
          inputMode={of.type === 'integer' || of.type === 'decimal' ? 'decimal' : 'text'}
          placeholder={of.default === undefined || of.default === 'any' ? t('any') : of.default}
          autoComplete="off"
          aria-describedby={`${id}-what`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {plain ? null : (
        <datalist id={`${id}-names`}>
          {offers.map((offer) => (
            <option key={offer.name} value={offer.name}>
              {offer.type === undefined ? '' : told('type', told('kind', offer.type))}
            </option>
          ))}
        </datalist>
      )}
      <small id={`${id}-what`} class="soft">
        {known('parameter', `${of.name} ${of.type}`, of.what)}
      </small>
    </div>
  );
}

/** Columns that go together in one cell: the article and its sentence. */
const SOURCE = ['title', 'published', 'url', 'sentence', 'evidence'];

function AnswerTable({ of }: { of: QuestionAnswer }) {
  const plain = of.columns.filter(
    ({ name }) => !SOURCE.includes(name) && !/^second(?:Title|Published|Url|Sentence)$/u.test(name),
  );
  const sourced = of.columns.some(({ name }) => name === 'sentence');
  const second = of.columns.some(({ name }) => name === 'secondSentence');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <div class="scroll" tabIndex={0} role="region" aria-label={t('question.table')}>
      <table class="answer">
        <thead>
          <tr>
            {plain.map(({ name, what }) => (
              <th key={name} scope="col" title={what}>
                {columnTitle(name)}
              </th>
            ))}
            {sourced ? <th scope="col">{t('question.source')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row, i) => (
            <tr key={i}>
              {plain.map(({ name, type }) => (
                <td
                  key={name}
                  data-head={columnTitle(name)}
                  class={type === 'integer' || type === 'decimal' ? 'figure' : undefined}
                >
                  <Cell value={row[name]} column={name} date={type === 'date'} entities={of.entities} />
                </td>
              ))}
              {sourced ? (
                <td class="source" data-head={t('question.source')}>
                  <Source row={row} articles={of.articles} names={['title', 'published', 'url', 'sentence']} />
                  {second ? (
                    <Source
                      row={row}
                      articles={of.articles}
                      names={['secondTitle', 'secondPublished', 'secondUrl', 'secondSentence']}
                    />
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Value = QuestionAnswer['rows'][number][string];

function Cell(props: {
  value: Value | undefined;
  column: string;
  date: boolean;
  entities: Readonly<Record<string, EntityRef>>;
}) {
  const { value, column, date, entities } = props;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return <>{value.map(String).join('; ')}</>;
  const text = String(value);
  const entity = entities[text];
  if (entity) return <Entity of={entity} />;
  if (date) return <span class="day">{dayText(text)}</span>;
  if (column === 'status') return <>{told('status', text)}</>;
  if (column === 'fact' || column === 'does') return <>{told('fact', text)}</>;
  if (column === 'kind') return <>{told('kind', text.toLowerCase())}</>;
  return <>{text}</>;
}

function Source(props: {
  row: QuestionAnswer['rows'][number];
  articles: Readonly<Record<string, string>>;
  names: readonly [string, string, string, string];
}) {
  const [title, published, url, sentence] = props.names.map((name) => {
    const value = props.row[name];
    return value === null || value === undefined ? '' : String(value);
  }) as [string, string, string, string];
  const id = props.articles[title];
  const evidence = props.row.evidence;
  return (
    <>
      <p class="quote" lang="lv">
        {[sentence, ...(Array.isArray(evidence) ? evidence.map(String) : [])].join(' … ')}
      </p>
      <p class="soft small">
        {id === undefined ? (
          <span lang="lv">{title}</span>
        ) : (
          <a href={articleLink(id)} lang="lv">
            {title}
          </a>
        )}
        {published === '' ? '' : `, ${dayText(published)}`} {url === '' ? null : <Outside url={url} />}
      </p>
    </>
  );
}
