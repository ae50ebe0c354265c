import type { StoreConfig } from '../../graph/open.js';
import type { GraphStore } from '../../graph/store.js';

/** Closes a graph that was loaded into; the figures of its first page stay beside it, for `saites serve` to begin with. */
export async function closeLoaded(store: GraphStore, config: StoreConfig): Promise<void> {
  if (config.kind !== 'embedded') return store.close();
  const { figuresOf, overviewBeside } = await import('../../graph/explorer/server/kept-overview.js');
  // what hinders reading them hindered the loading, which tells it
  const figures = await figuresOf(store).catch(() => undefined);
  await store.close();
  if (figures) overviewBeside(config.folder).keep({ ...figures, opening: null });
}
