import { Hono } from 'hono';
import { correctionsIn } from '../../corrections/file.js';
import type { GraphStore } from '../../store.js';
import type { Forms } from '../../sum-entities.js';
import { readFirstAsked } from '../read/first-asked.js';
import { type Search, startSearch } from '../search/search.js';
import type { Stem } from '../search/texts.js';
import { freshness } from './fresh.js';
import type { Figures } from './kept-overview.js';
import { memory } from './remember.js';
import { routes } from './routes.js';

export interface Asked {
  readonly store: GraphStore;
  readonly stem: Stem;
  readonly forms: Forms;
  readonly correctionsFile: string;
  readonly today: () => string;
  /** The figures of the first page; undefined when they could not be counted. */
  readonly figures: Figures | undefined;
}

/** What answers of a graph that is open: the interface below `/api`, and the search, which begins to read. */
export function answersOf({ store, stem, forms, correctionsFile, today, figures }: Asked): {
  api: Hono;
  search: Search;
} {
  const kept = memory();
  if (figures) kept.of('overview', async () => figures.overview);
  const search = startSearch(store, stem);
  // a fault is told to whoever asks
  if (store.kind === 'neo4j')
    search
      .names()
      .then((names) => readFirstAsked(store, names, figures?.overview.latest ?? []))
      .catch(() => {});
  const api = new Hono();
  api.use(
    freshness(store, figures?.state, () => {
      search.refresh();
      kept.forget();
    }),
  );
  const corrections = correctionsIn(correctionsFile);
  api.route('/api', routes({ store, search, memory: kept, corrections, correctionsFile, forms, today }));
  return { api, search };
}
