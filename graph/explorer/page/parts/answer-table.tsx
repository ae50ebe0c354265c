import type { EntityRef, QuestionAnswer } from '../../api.js';
import { t, told } from '../language.js';
import { articleLink, Entity, Outside } from './basics.js';
import { dayText } from './day-text.js';
import { columnTitle } from './question-texts.js';

/** Columns that go together in one cell: the article and its sentence. */
const SOURCE = ['title', 'published', 'url', 'sentence', 'evidence'];

/** The answer, each row with its article and sentence; columns that hold nothing are left out. */
export function AnswerTable({ of }: { of: QuestionAnswer }) {
  const plain = of.columns.filter(
    ({ name }) =>
      !SOURCE.includes(name) &&
      !/^second(?:Title|Published|Url|Sentence)$/u.test(name) &&
      of.rows.some((row) => !isNothing(row[name])),
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
                  <Cell value={row[name]} group={groupOf(name, row)} date={type === 'date'} entities={of.entities} />
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

const isNothing = (value: Value | undefined): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Where the words of a column stand in the texts of the page; what is not there is shown as it is. */
const GROUPS: Readonly<Record<string, string>> = {
  ...{ status: 'status', outcome: 'outcome', state: 'said', fact: 'fact', does: 'fact' },
  ...{ kind: 'kind', counted: 'kind', dated: 'dated', step: 'step' },
};
/** Of a contradiction in status, both sides are one. */
const groupOf = (column: string, { kind }: QuestionAnswer['rows'][number]): string =>
  (column === 'first' || column === 'second') && kind === 'status' ? 'status' : (GROUPS[column] ?? 'value');

function Cell(props: {
  value: Value | undefined;
  group: string;
  date: boolean;
  entities: Readonly<Record<string, EntityRef>>;
}) {
  const { value, group, date, entities } = props;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return <>{value.map(String).join('; ')}</>;
  const text = String(value);
  const entity = entities[text];
  if (entity) return <Entity of={entity} />;
  if (date) return <span class="day">{dayText(text)}</span>;
  return <>{told(group, group === 'kind' ? text.toLowerCase() : text)}</>;
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
