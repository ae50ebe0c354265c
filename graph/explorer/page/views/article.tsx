import { useEffect, useState } from 'preact/hooks';
import { type ArticleAnswer, type ClaimAnswer, KINDS } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, t, told } from '../language.js';
import { ArticleText } from '../parts/article-text.js';
import { ArticleLine, Awaited, Confidence, Entity, Missing, Outside, relationText, restText } from '../parts/basics.js';
import { Correct } from '../parts/correct.js';
import { dayText } from '../parts/day-text.js';
import { place } from '../place.js';
import { useTitle } from '../title.js';

export function ArticlePage() {
  const { params } = place.value;
  const loaded = useData<ArticleAnswer>(api('article', { id: params.get('id') ?? '' }));
  useTitle(loaded.data?.title);
  const at = /^(?<start>\d+)-(?<end>\d+)$/u.exec(params.get('at') ?? '')?.groups;
  if (loaded.missing) return <Missing what="article" />;
  return (
    <Awaited loaded={loaded}>
      {(data) => <ArticleView of={data} at={at ? [Number(at.start), Number(at.end)] : undefined} />}
    </Awaited>
  );
}

export function ArticleView({ of, at }: { of: ArticleAnswer; at?: readonly [number, number] | undefined }) {
  const [shown, setShown] = useState<number>();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  useEffect(() => {
    document.querySelector('.cited')?.scrollIntoView({ block: 'center' });
  }, [of.id, at?.[0]]);
  const present = KINDS.filter((kind) => of.mentions.some(({ entity }) => entity.kind === kind));
  return (
    <article>
      <ArticleHead of={of} />
      <fieldset class="legend">
        <legend class="unseen">{t('article.legend')}</legend>
        {present.map((kind) => (
          <label key={kind} class={kind}>
            <input
              type="checkbox"
              checked={!hidden.includes(kind)}
              onChange={() =>
                setHidden(hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind])
              }
            />{' '}
            {told('kinds', kind)}
          </label>
        ))}
        <span class="soft small">{t('article.hint')}</span>
      </fieldset>
      <div class="reading">
        <div class={hidden.map((kind) => `without-${kind}`).join(' ')}>
          <ArticleText of={of} at={at} shown={shown} />
        </div>
        <section class="margin" aria-labelledby="facts">
          <h2 id="facts">
            {t('article.facts')} <span class="soft">{of.claims.length}</span>
          </h2>
          {of.claims.length === 0 ? <p class="soft">{t('article.none')}</p> : null}
          <ol class="plain">
            {of.claims.map((claim, i) => (
              <Fact key={claim.id} of={claim} number={i + 1} onShow={setShown} />
            ))}
          </ol>
          {of.counts.length > 0 ? (
            <>
              <h2>{t('article.counts')}</h2>
              <ul class="plain">
                {of.counts.map((count) => (
                  <li key={count.start}>
                    <span class="quote" lang="lv">
                      {count.text}
                    </span>{' '}
                    <span class={count.found !== null && count.found !== count.value ? 'warn' : 'soft'}>
                      {count.found === null ? t('count.untold') : counted('found', count.found)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      </div>
    </article>
  );
}

/** What it is called, and where it came from. */
export const ArticleHead = ({ of }: { of: ArticleAnswer }) => (
  <>
    <p class="kicker">{t('article')}</p>
    <h1 lang={of.language}>{of.title}</h1>
    <dl class="facts-of">
      <Detail name={t('source')} text={of.source} />
      <Detail name={t('author')} text={of.author} />
      <div>
        <dt>{t('published')}</dt>
        <dd>
          {of.published === null ? t('published.unknown') : dayText(of.published)}{' '}
          <span class="soft">({told('method', of.publishedMethod)})</span>
        </dd>
      </div>
      {of.url === null ? null : (
        <div>
          <dt>{t('address')}</dt>
          <dd>
            <Outside url={of.url} />
          </dd>
        </div>
      )}
      {of.copies.length === 0 ? null : (
        <div>
          <dt>{t('article.copies')}</dt>
          <dd>
            {of.copies.map((copy) => (
              <span key={copy.id} class="copy">
                <ArticleLine of={copy} /> {copy.original ? <span class="soft">{t('article.original')}</span> : null}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  </>
);

const Detail = ({ name, text }: { name: string; text: string | null }) =>
  text === null ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );

/** A fact in words, with its rule. @param onShow is told the number while somebody points at it, undefined afterwards */
export function Fact({ of, number, onShow }: { of: ClaimAnswer; number: number; onShow: (number?: number) => void }) {
  return (
    <li
      id={`fact-${number}`}
      class="fact"
      onMouseEnter={() => onShow(number)}
      onMouseLeave={() => onShow()}
      onFocusCapture={() => onShow(number)}
      onBlurCapture={() => onShow()}
    >
      <span class="number">{number}</span>
      <div>
        <Entity of={of.subject} /> <span class="relation">{relationText(of)}</span>{' '}
        {of.object === null ? null : <Entity of={of.object} />}
        <p class="soft small">
          {restText(of) === '' ? null : <span>{restText(of)} · </span>}
          <code>{of.rule}</code> <Confidence of={of.confidence} />{' '}
          <Correct ruling={{ action: 'reject', claim: of }}>{t('correct.reject.short')}</Correct>
        </p>
      </div>
    </li>
  );
}
