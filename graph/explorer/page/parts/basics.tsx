import type { ComponentChildren } from 'preact';
import type { ArticleRef, ClaimAnswer, EntityRef, Excerpt, Holding } from '../../api.js';
import type { Loaded } from '../data.js';
import { t, told } from '../language.js';
import { links } from '../place.js';
import { dayText, spanText } from './day-text.js';

export const entityLink = (id: string): string => links.to('/entity', { id });

/** To the entity, or to the search where several have its name. */
const linkOf = ({ id, name }: EntityRef): string => (id === '' ? links.to('/search', { q: name }) : entityLink(id));

/** @param at offsets to lead to */
export const articleLink = (id: string, at?: readonly [number, number]): string =>
  links.to('/article', { id, at: at === undefined ? undefined : `${at[0]}-${at[1]}` });

/** Municipalities of one name differ by the reform that made them: its year, out of the id. */
export const yearOf = (id: string): string => /-(?<year>\d{4})$/u.exec(id)?.groups?.year ?? '';

/** A name with the colour of its kind. */
export const Entity = ({ of }: { of: EntityRef }) => (
  <a class={`entity ${of.kind}`} href={linkOf(of)} lang="lv">
    {of.name}
  </a>
);

/** What it is, in words: `novads`, `pilot`, else the kind. */
export const kindText = ({ kind, type }: EntityRef): string => (type === '' ? told('kind', kind) : told('type', type));

export const ArticleLine = ({ of, at }: { of: ArticleRef; at?: readonly [number, number] }) => (
  <span class="article-line">
    <a href={articleLink(of.id, at)} lang="lv">
      {of.title}
    </a>{' '}
    <span class="soft">{[of.source, dayText(of.published)].filter(Boolean).join(', ')}</span>
  </span>
);

/** What one does for the other, in words that its status fits: `piedalās`, `plāno piedalīties`, `atteicās piedalīties`. */
export function relationText({ type, status }: { readonly type: string; readonly status: string | null }): string {
  const special = told('fact', `${type} ${status}`);
  return special === `${type} ${status}` ? told('fact', type) : special;
}

/** What a fact says besides its relation in words: of taking part these tell the status. */
export const restText = (of: Holding & { readonly type: string }): string =>
  holdingText(of.type === 'PARTICIPATES_IN' ? { ...of, status: null } : of);

/** Post, status and time in one line. */
export const holdingText = (of: Holding): string =>
  [of.role, of.status === null ? null : told('status', of.status), spanText(of)].filter(Boolean).join(' · ');

/** A stretch of text with the words in question marked. Text of an article is data: it stands here as text only. */
export function Marked({ of, kind = '' }: { of: Excerpt; kind?: string }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of of.marks) {
    if (start < at) continue;
    parts.push(of.text.slice(at, start), <mark class={kind}>{of.text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <span class="quote" lang="lv">
      {parts}
      {of.text.slice(at)}
    </span>
  );
}

/** How sure a rule is, 0 to 1, as a number and a bar. */
export const Confidence = ({ of }: { of: number }) => (
  <span class="confidence" title={t('confidence')}>
    <meter min={0} max={1} value={of} aria-label={t('confidence')} /> {of.toFixed(2)}
  </span>
);

/** What one article says, with its sentence, where it stands, and what found it. */
export const Claim = ({ of, children }: { of: ClaimAnswer; children?: ComponentChildren }) => (
  <blockquote class="claim">
    <p>
      <a class="quote" lang="lv" href={articleLink(of.article.id, [of.start, of.end])}>
        {of.sentence}
      </a>
    </p>
    {of.evidence.map((words) => (
      <p class="quote soft" lang="lv" key={words}>
        {words}
      </p>
    ))}
    <footer>
      <span lang="lv">{of.article.title}</span>
      <span>{[of.article.source, dayText(of.article.published)].filter(Boolean).join(', ')}</span>
      {holdingText(of) === '' ? null : <span>{holdingText(of)}</span>}
      <code>{of.rule}</code>
      <Confidence of={of.confidence} />
      {children}
    </footer>
  </blockquote>
);

/** What is loaded, or what went wrong, or that it is coming. */
export function Awaited<T>({ loaded, children }: { loaded: Loaded<T>; children: (data: T) => ComponentChildren }) {
  if (loaded.error !== undefined)
    return (
      <p class="fault" role="alert">
        {loaded.error}
      </p>
    );
  if (loaded.data === undefined)
    return (
      <p class="soft waiting" role="status">
        {t('loading')}
      </p>
    );
  return <div class={loaded.loading ? 'stale' : undefined}>{children(loaded.data)}</div>;
}

/** What a page says of an address that leads to nothing in this graph. */
export const Missing = ({ what }: { what: 'entity' | 'article' }) => (
  <>
    <h1>{t(`missing.${what}`)}</h1>
    <p>{t('missing.why')}</p>
    <p>
      <a href={links.to('/')}>{t('to.start')}</a>
    </p>
  </>
);

/** Only addresses of the web are links: whatever else an article gives as its address is text. */
export const Outside = ({ url }: { url: string }) =>
  /^https?:\/\//iu.test(url) ? (
    <a href={url} target="_blank" rel="noopener noreferrer external" class="outside">
      {url.replace(/^https?:\/\//iu, '')}
    </a>
  ) : (
    <span>{url}</span>
  );

export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <label class="choice">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value as T)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
