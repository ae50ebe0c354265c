import type { ClaimAnswer, EntityAnswer, EntityFact, EntityRef } from '../../api.js';
import { api, useData } from '../data.js';
import { counted, numberText, t, told } from '../language.js';
import {
  Awaited,
  articleLink,
  Claim,
  Confidence,
  Entity,
  holdingText,
  kindText,
  Marked,
  Missing,
  yearOf,
} from '../parts/basics.js';
import { ClaimTimes } from '../parts/claim-times.js';
import { CHANGEABLE, Correct, KINDS } from '../parts/correct.js';
import { dayText } from '../parts/day-text.js';
import { Neighbours } from '../parts/neighbours.js';
import { links, place } from '../place.js';
import { useTitle } from '../title.js';

export function EntityPage() {
  const loaded = useData<EntityAnswer>(api('entity', { id: place.value.params.get('id') ?? '' }));
  useTitle(loaded.data?.name);
  if (loaded.missing) return <Missing what="entity" />;
  return <Awaited loaded={loaded}>{(data) => <EntityView of={data} />}</Awaited>;
}

/** The static report leads from a cell of its matrix to a fact here: anchors of a fact by the id at its other end. */
export const anchors: { of: (other: string) => readonly string[] } = { of: () => [] };

/** Forms shown; the rest is told by number. */
const FORMS = 12;

export function EntityView({ of }: { of: EntityAnswer }) {
  const graph = links.to('/graph', { ids: JSON.stringify([of.id]) });
  return (
    <>
      <p class={`kicker ${of.kind}`}>
        <span class={`dot ${of.kind}`} /> {told('kind', of.kind)}
        {of.type === '' ? '' : ` · ${kindText(of)}`}
      </p>
      <h1 lang="lv">{of.name}</h1>
      <dl class="facts-of">
        {of.aliases.length > 0 ? (
          <div>
            <dt>{t('entity.aliases')}</dt>
            <dd lang="lv">{of.aliases.join('; ')}</dd>
          </div>
        ) : null}
        {of.words.length > 0 ? (
          <div>
            <dt>{t('entity.forms')}</dt>
            <dd lang="lv">
              {of.words.slice(0, FORMS).join('; ')}
              {of.words.length > FORMS ? (
                <span class="soft"> {t('and.more', { n: of.words.length - FORMS })}</span>
              ) : null}
            </dd>
          </div>
        ) : null}
        {Object.entries(of.properties).map(([name, value]) => (
          <div key={name}>
            <dt>{told('property', name)}</dt>
            <dd lang="lv">{/^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayText(value) : told('value', value)}</dd>
          </div>
        ))}
        <Related name={t('entity.wholes')} of={of.wholes} />
        <Related name={t('entity.parts')} of={of.parts} />
        <Related name={t('entity.earlier')} of={of.earlier} />
        <Related name={t('entity.later')} of={of.later} />
        <div>
          <dt>{t('confidence')}</dt>
          <dd>
            <Confidence of={of.confidence} />
          </dd>
        </div>
      </dl>
      {CHANGEABLE.includes(of.kind) ? (
        <p class="corrections">
          {KINDS.includes(of.kind) ? (
            <>
              <Correct ruling={{ action: 'rename', entity: of }}>{t('correct.rename')}</Correct>
              <Correct ruling={{ action: 'same', entity: of }}>{t('correct.same')}</Correct>
              <Correct ruling={{ action: 'not-same', entity: of }}>{t('correct.not-same')}</Correct>
            </>
          ) : null}
          {of.articles.length > 0 ? (
            <Correct ruling={{ action: 'kind-of', entity: of }}>{t('correct.kind-of')}</Correct>
          ) : null}
        </p>
      ) : null}
      <div class="columns wide-left">
        <section aria-labelledby="facts">
          <h2 id="facts">
            {t('entity.facts')} <span class="soft">{of.facts.length > 0 ? of.facts.length : ''}</span>
          </h2>
          <Facts of={of} />
        </section>
        <aside>
          <div class="picture">
            <Neighbours of={of} />
          </div>
          {of.facts.length > 0 && graph !== '' ? (
            <p class="small">
              <a href={graph}>{t('as.graph')}</a>
            </p>
          ) : null}
          {of.claims.length > 1 ? (
            <>
              <h2>{t('entity.timeline')}</h2>
              <ClaimTimes of={of.claims} entity={of.id} />
            </>
          ) : null}
        </aside>
      </div>
      <section aria-labelledby="articles">
        <h2 id="articles">
          {t('entity.articles')} <span class="soft">{numberText(of.articleCount)}</span>
        </h2>
        <ol class="plain articles">
          {of.articles.map((article) => {
            const { start, text } = article.excerpt;
            return (
              <li key={article.id}>
                <a
                  class="headline"
                  lang="lv"
                  href={articleLink(article.id, text === '' ? undefined : [start, start + text.length])}
                >
                  {article.title}
                </a>{' '}
                <span class="soft">
                  {[article.source, dayText(article.published), counted('mentions', article.mentions)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                <p>
                  <Marked of={article.excerpt} kind={of.kind} />
                </p>
              </li>
            );
          })}
        </ol>
        {of.articleCount > of.articles.length ? (
          <p class="soft">{t('entity.articles.some', { n: of.articles.length })}</p>
        ) : null}
      </section>
    </>
  );
}

const Related = ({ name, of }: { name: string; of: readonly EntityRef[] }) =>
  of.length === 0 ? null : (
    <div>
      <dt>{name}</dt>
      <dd class="spaced">
        {of.slice(0, 24).map((one) => (
          <span key={one.id}>
            <Entity of={one} />
            {one.kind === 'municipality' ? <span class="soft small"> {yearOf(one.id)}</span> : null}
          </span>
        ))}
        {of.length > 24 ? <span class="soft">{t('and.more', { n: of.length - 24 })}</span> : null}
      </dd>
    </div>
  );

function Facts({ of }: { of: EntityAnswer }) {
  if (of.facts.length === 0 && of.claims.length === 0) return <p class="soft">{t('entity.facts.none')}</p>;
  const groups = new Map<string, EntityFact[]>();
  for (const fact of of.facts) {
    const key = `${fact.type} ${fact.from === of.id ? 'out' : 'in'}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const claimsOf = (fact: EntityFact): ClaimAnswer[] =>
    of.claims.filter(
      ({ type, subject, object }) => type === fact.type && subject.id === fact.from && object?.id === fact.to,
    );
  const alone = of.claims.filter(({ object }) => object === null);
  return (
    <>
      {[...groups].map(([key, facts]) => (
        <div key={key} class="group">
          <h3>
            {told('fact', key)} <span class="soft">{facts.length}</span>
          </h3>
          {facts.map((fact) => {
            const claims = claimsOf(fact);
            return (
              <div class="fact-row" key={fact.other.id}>
                <Entity of={fact.other} />
                <details>
                  <summary>
                    {holdingText(fact) === '' ? null : <span>{holdingText(fact)}</span>}
                    <span class="soft">{counted('articles', fact.articles)}</span>
                  </summary>
                  {key === 'PARTICIPATES_IN in'
                    ? anchors.of(fact.other.id).map((id) => <span key={id} id={id} />)
                    : null}
                  {claims.length === 0 ? <p class="soft">{t('entity.claims.more')}</p> : null}
                  {claims.map((claim) => (
                    <Claim key={claim.id} of={claim}>
                      <Correct ruling={{ action: 'reject', claim }}>{t('correct.reject.short')}</Correct>
                    </Claim>
                  ))}
                </details>
              </div>
            );
          })}
        </div>
      ))}
      {alone.length > 0 ? (
        <div class="group">
          <h3>{told('fact', 'PERIOD out')}</h3>
          {alone.map((claim) => (
            <Claim key={claim.id} of={claim} />
          ))}
        </div>
      ) : null}
    </>
  );
}
