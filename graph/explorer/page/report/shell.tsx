import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '../../choices.js';
import type { Made, ReportPage } from '../../report/page.js';
import { counted, language, t } from '../language.js';
import { dayText } from '../parts/day-text.js';
import { links } from '../place.js';

const VIEWS = ['matrix', 'map', 'timeline', 'names', 'articles'] as const;
/** Under which view of the navigation a page stands. */
const UNDER: Readonly<Partial<Record<ReportPage['view'], (typeof VIEWS)[number]>>> = {
  entity: 'names',
  article: 'articles',
};
const NAMES: Readonly<Record<Language, string>> = { lv: 'Latviešu', en: 'English' };

/** Head, navigation and foot of a page of the report. */
export function Shell(props: { page: ReportPage; made: Made; root: string; children: ComponentChildren }) {
  const { page, made, root, children } = props;
  const current = UNDER[page.view] ?? page.view;
  const others = LANGUAGES.filter((one) => one !== language.value && made.languages.includes(one));
  return (
    <div id="app">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="top">
        <a class="brand" href={links.to('/')} aria-current={page.view === 'home' ? 'page' : undefined}>
          Saites
        </a>
        <nav aria-label={t('views')}>
          {VIEWS.map((view) => (
            <a key={view} href={links.to(`/${view}`)} aria-current={view === current ? 'page' : undefined}>
              {t(`view.${view}`)}
            </a>
          ))}
          <a href={`${root}../evidence.csv`} download>
            {t('report.csv')}
          </a>
        </nav>
        <div class="settings">
          {others.map((one) => (
            <a key={one} href={`${root}../${one}/${page.file}`} lang={one} hrefLang={one} class="small">
              {NAMES[one]}
            </a>
          ))}
        </div>
      </header>
      <main id="main" tabIndex={-1} class={`view view-${page.view}`}>
        {children}
      </main>
      <footer class="view soft small">
        <MadeFrom of={made} />
      </footer>
    </div>
  );
}

function MadeFrom({ of }: { of: Made }) {
  const articles = counted('articles', of.articles);
  const { run, version } = of;
  if (run === null) return <p>{t('report.made.none', { version, articles })}</p>;
  const day = `${dayText(run.startedAt.slice(0, 10))} ${run.startedAt.slice(11, 16)}`;
  return <p>{t('report.made', { version, articles, day, run: run.id })}</p>;
}

/** The first page of the folder, in every language that it holds. */
export const Door = ({ made }: { made: Made }) => (
  <main class="view">
    <h1>Saites</h1>
    {made.languages.map((one) => {
      language.value = one;
      return (
        <section key={one} lang={one}>
          <p class="lead">{t('home.lead')}</p>
          <p>
            <a href={`${one}/index.html`}>{NAMES[one]}</a> · <a href="evidence.csv">{t('report.csv')}</a>
          </p>
          <div class="soft small">{MadeFrom({ of: made })}</div>
        </section>
      );
    })}
  </main>
);
