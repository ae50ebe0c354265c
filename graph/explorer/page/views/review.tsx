import { useEffect, useState } from 'preact/hooks';
import type { Question, ReviewSide } from '../../../review.js';
import type { CorrectionLine, ReviewAnswer, ReviewUnderWay } from '../../api.js';
import { again, api, useData } from '../data.js';
import { counted, t, told } from '../language.js';
import { Awaited, articleLink } from '../parts/basics.js';
import { Correct } from '../parts/correct.js';
import { entryOf, TakeBack } from '../parts/correction-line.js';
import { dayText } from '../parts/day-text.js';
import { Pages, pageIn } from '../parts/pages.js';
import { links, place } from '../place.js';
import { useTitle } from '../title.js';

/** Milliseconds after which the server is to tell how far it is. */
const PATIENCE = 1000;

/** Names that may mean one: what articles say of each, and what decides it. */
export function ReviewPage() {
  useTitle(t('view.review'));
  const page = pageIn(place.value.params);
  const address = api('review', { page, wait: PATIENCE });
  const { data: answer, ...state } = useData<ReviewAnswer | ReviewUnderWay>(address);
  const isUnderWay = answer !== undefined && 'compared' in answer;
  useEffect(() => {
    if (isUnderWay) again(address);
  }, [answer]);
  const lines = useData<CorrectionLine[]>(api('corrections'));
  return (
    <>
      <p class="kicker">
        <a href={links.to('/runs')}>{t('view.runs')}</a>
      </p>
      <h1>{t('view.review')}</h1>
      <p class="lead">{t('review.lead')}</p>
      {isUnderWay && state.error === undefined ? (
        <UnderWay of={answer} />
      ) : (
        <Awaited loaded={answer === undefined || isUnderWay ? state : { ...state, data: answer }}>
          {(data) =>
            data.found === 0 ? (
              <p class="note">{t('review.none')}</p>
            ) : (
              <>
                <p class="soft" role="status">
                  {counted('review.found', data.found)}
                </p>
                <ol class="plain">
                  {data.questions.map((question) => (
                    <li key={question.id}>
                      <Asked of={question} shown={data.sides} line={decisionIn(lines.data ?? [], question)} />
                    </li>
                  ))}
                </ol>
                <Pages page={data.page} pages={data.pages} />
              </>
            )
          }
        </Awaited>
      )}
    </>
  );
}

const UnderWay = ({ of: { compared } }: { of: ReviewUnderWay }) => (
  <p class="soft">
    <span role="status">{t('review.comparing')}</span> <progress aria-label={t('review.comparing')} value={compared} />{' '}
    {Math.floor(compared * 100)} %
  </p>
);

const namesOf = ({ sides }: Question): [string, string] => [sides[0]?.name ?? '', sides[1]?.name ?? ''];

/** A name that is of several is parted by the articles of all but the first. */
const partedBy = ({ question, sides }: Question): { article?: readonly string[] } =>
  question === 'apart' ? { article: sides.slice(1).flatMap(({ articleIds }) => articleIds) } : {};

/** The line of the file that decides it, until a run has followed it. */
function decisionIn(lines: readonly CorrectionLine[], question: Question): CorrectionLine | undefined {
  const asked = namesOf(question).sort().join('\0');
  return lines.find((line) => {
    const { same, 'not-same': apart } = entryOf(line);
    return [...(same ?? apart ?? [])].sort().join('\0') === asked;
  });
}

function Asked({ of, shown, line }: { of: Question; shown: number; line: CorrectionLine | undefined }) {
  const [a, b] = namesOf(of);
  const { kind } = of;
  return (
    <section class="asked" aria-labelledby={`review-${of.id}`}>
      <h2 id={`review-${of.id}`} lang="lv">
        {of.question === 'same' ? t('review.same', { a, b }) : t('review.apart', { a })}
      </h2>
      <p class="soft small">{told('kind', kind)}</p>
      <div class="columns">
        {of.sides.slice(0, shown).map((side) => (
          <Side key={`${side.key} ${side.articleIds[0]}`} of={side} />
        ))}
      </div>
      {of.sides.length > shown ? <MoreSides of={of} shown={shown} /> : null}
      {line === undefined ? (
        <p class="corrections">
          {of.question === 'same' ? (
            <Correct ruling={{ action: 'same', names: [a, b], kind }}>{t('review.yes')}</Correct>
          ) : null}
          <Correct ruling={{ action: 'not-same', names: [a, b], kind, ...partedBy(of) }}>{t('review.no')}</Correct>
        </p>
      ) : (
        <p class="note">
          {t(entryOf(line).same ? 'review.decided.same' : 'review.decided.not-same', { who: line.who })}{' '}
          <TakeBack of={line} />
        </p>
      )}
    </section>
  );
}

/** The sides that did not come with their words: asked for when they are opened. */
function MoreSides({ of, shown }: { of: Question; shown: number }) {
  const [open, setOpen] = useState(false);
  const whole = useData<Question>(open ? api('review/question', { id: of.id }) : undefined);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{counted('review.more', of.sides.length - shown)}</summary>
      {open ? (
        <Awaited loaded={whole}>
          {({ sides }) => (
            <div class="columns">
              {sides.slice(shown).map((side) => (
                <Side key={`${side.key} ${side.articleIds[0]}`} of={side} />
              ))}
            </div>
          )}
        </Awaited>
      ) : null}
    </details>
  );
}

const Side = ({ of }: { of: ReviewSide }) => (
  <div>
    <h3>
      <a href={links.to('/entity', { id: of.entity })} lang="lv">
        {of.name}
      </a>{' '}
      <span class="soft">{counted('articles', of.articles)}</span>
    </h3>
    {of.posts.length === 0 ? null : (
      <p class="small" lang="lv">
        {of.posts.join('; ')}
      </p>
    )}
    {of.passages.map(({ article, title, published, sentence }) => (
      <blockquote class="claim" key={article}>
        <p class="quote" lang="lv">
          {sentence}
        </p>
        <footer>
          <a href={articleLink(article)} lang="lv">
            {title}
          </a>
          <span>{dayText(published)}</span>
        </footer>
      </blockquote>
    ))}
  </div>
);
