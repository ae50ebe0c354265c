import { Hono } from 'hono';
import { correctionsIn } from '../../corrections/file.js';
import type { GraphStore } from '../../store.js';
import type { Forms } from '../../sum-entities.js';
import { type Search, startSearch } from '../search/search.js';
import type { Stem } from '../search/texts.js';
import { freshness } from './fresh.js';
import { figuresOf, type KeptOverview } from './kept-overview.js';
import { memory } from './remember.js';
import { routes } from './routes.js';

export interface Asked {
  readonly store: GraphStore;
  readonly stem: Stem;
  readonly forms: Forms;
  readonly correctionsFile: string;
  readonly today: () => string;
  /** Gets the figures of the first page, to be there at the next start. */
  readonly keep: ((figures: Omit<KeptOverview, 'opening'>) => void) | undefined;
}

/** What answers of a graph that is open: the interface below `/api`, and the search, which begins to read. */
export function answersOf({ store, stem, forms, correctionsFile, today, keep }: Asked): { api: Hono; search: Search } {
  const kept = memory();
  // before names and texts: the first page waits for it; a store that cannot be asked is told to whoever opens the page
  if (keep) figuresOf(store).then(keep, () => {});
  const search = startSearch(store, stem);
  const api = new Hono();
  api.use(
    freshness(store, () => {
      search.refresh();
      kept.forget();
    }),
  );
  const corrections = correctionsIn(correctionsFile);
  api.route('/api', routes({ store, search, memory: kept, corrections, correctionsFile, forms, today }));
  return { api, search };
}
