import type { ArticleAnswer, ClaimAnswer } from '../../api.js';
import { t } from '../language.js';
import { ArticleText } from '../parts/article-text.js';
import { ArticleHead, Fact } from '../views/article.js';

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly facts: { readonly claim: ClaimAnswer; readonly number: number }[];
}

/** The sentences of an article that say facts, with what was read in them. Its whole text is its publisher's. */
export function Quotations({ of }: { of: ArticleAnswer }) {
  return (
    <article>
      <ArticleHead of={of} />
      <p class="note">{t(of.url === null ? 'report.no-address' : 'report.quoted')}</p>
      <h2>
        {t('report.sentences')} <span class="soft">{of.claims.length}</span>
      </h2>
      {of.claims.length === 0 ? <p class="soft">{t('article.none')}</p> : null}
      {sentencesOf(of.claims).map(({ start, end, facts }) => (
        <section key={start} id={`at-${start}-${end}`} class="quotation">
          <ArticleText of={partOf(of, start, end)} />
          {[...new Set(facts.flatMap(({ claim }) => claim.evidence))].map((words) => (
            <p class="quote soft" lang={of.language} key={words}>
              {words}
            </p>
          ))}
          <ol class="plain">
            {facts.map(({ claim, number }) => (
              <Fact key={claim.id} of={claim} number={number} onShow={() => {}} />
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

function sentencesOf(claims: readonly ClaimAnswer[]): Sentence[] {
  const all = new Map<string, Sentence>();
  for (const [i, claim] of claims.entries()) {
    const { start, end } = claim;
    const key = `${start} ${end}`;
    const sentence = all.get(key) ?? { start, end, facts: [] };
    sentence.facts.push({ claim, number: i + 1 });
    all.set(key, sentence);
  }
  return [...all.values()];
}

/** A stretch of an article with the mentions that lie in it, as an article of its own. */
const partOf = (of: ArticleAnswer, from: number, to: number): ArticleAnswer => ({
  ...of,
  text: of.text.slice(from, to),
  claims: [],
  mentions: of.mentions
    .filter(({ start, end }) => start >= from && end <= to)
    .map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
});
