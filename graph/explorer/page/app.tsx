import { useEffect, useRef } from 'preact/hooks';
import { LANGUAGES } from '../choices.js';
import { language, speak, t } from './language.js';
import { Correcting } from './parts/correct.js';
import { Opening } from './parts/opening.js';
import { addressOf, go, links, place } from './place.js';
import { show, THEMES, theme } from './theme.js';
import { ArticlePage } from './views/article.js';
import { EntityPage } from './views/entity.js';
import { GraphPage } from './views/graph.js';
import { Home } from './views/home.js';
import { MapPage } from './views/map.js';
import { MatrixPage } from './views/matrix.js';
import { QuestionPage, Questions } from './views/questions.js';
import { ReviewPage } from './views/review.js';
import { RunsPage } from './views/runs.js';
import { SearchPage } from './views/search.js';
import { TimelinePage } from './views/timeline.js';

/** Views of the navigation, in its order. */
const VIEWS = ['questions', 'matrix', 'map', 'timeline', 'graph', 'runs'] as const;

export function App() {
  const { path } = place.value;
  useEffect(() => {
    document.documentElement.lang = language.value;
  }, [language.value]);
  return (
    <>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <Header />
      <Opening />
      <main id="main" tabIndex={-1} class={`view view-${path.split('/')[1] || 'home'}`}>
        <View path={path} />
      </main>
      <Correcting />
    </>
  );
}

function View({ path }: { path: string }) {
  const [, view = '', name] = path.split('/');
  switch (view) {
    case '':
      return <Home />;
    case 'search':
      return <SearchPage />;
    case 'entity':
      return <EntityPage />;
    case 'article':
      return <ArticlePage />;
    case 'questions':
      return name ? <QuestionPage name={decodeURIComponent(name)} key={name} /> : <Questions />;
    case 'matrix':
      return <MatrixPage />;
    case 'map':
      return <MapPage />;
    case 'timeline':
      return <TimelinePage />;
    case 'graph':
      return <GraphPage />;
    case 'runs':
      return <RunsPage />;
    case 'review':
      return <ReviewPage />;
    default:
      return (
        <>
          <h1>{t('nothing.here')}</h1>
          <p>
            <a href={links.to('/')}>{t('to.start')}</a>
          </p>
        </>
      );
  }
}

function Header() {
  const { path } = place.value;
  return (
    <header class="top">
      <a class="brand" href={links.to('/')} aria-current={path === '/' ? 'page' : undefined}>
        Saites
      </a>
      <SearchBox />
      <nav aria-label={t('views')}>
        {VIEWS.map((view) => (
          <a key={view} href={links.to(`/${view}`)} aria-current={path.startsWith(`/${view}`) ? 'page' : undefined}>
            {t(`view.${view}`)}
          </a>
        ))}
      </nav>
      <div class="settings">
        <label>
          <span class="unseen">{t('language')}</span>
          <select value={language.value} onChange={(event) => speak(event.currentTarget.value as 'lv')}>
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {one === 'lv' ? 'Latviešu' : 'English'}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">{t('theme')}</span>
          <select value={theme.value} onChange={(event) => show(event.currentTarget.value as 'auto')}>
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {t(`theme.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

/** The one search field; `/` leads to it from anywhere, the arrow keys from it to what was found. */
function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const { path, params } = place.value;
  const typed = path === '/search' ? (params.get('q') ?? '') : '';
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = typed;
  }, [typed]);
  useEffect(() => {
    if (path === '/' && window.matchMedia('(pointer: fine)').matches) field.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      const inField = (event.target as Element).matches('input, select, textarea');
      const led = event.target === field.current && field.current?.value === '';
      if (event.key !== '/' || (inField && !led) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [path]);
  const search = (text: string): void =>
    go(addressOf('/search', { q: text }), { replace: place.value.path === '/search' });
  return (
    <search class="find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(field.current?.value ?? '');
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            document.querySelector<HTMLElement>('.result a')?.focus();
          }}
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
