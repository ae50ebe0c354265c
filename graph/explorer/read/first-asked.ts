import type { GraphStore } from '../../store.js';
import type { Overview } from '../api.js';
import type { Names } from '../search/names.js';
import { readArticle } from './article.js';
import { readEntity } from './entity.js';

/**
 * Reads the pages that people open first. Neo4j plans a statement when it is first asked, and one that was just started takes
 * up to a second for that of a name's facts: nobody need wait for it.
 */
export async function readFirstAsked(store: GraphStore, names: Names, latest: Overview['latest']): Promise<void> {
  const [name] = names.find('', 1, ({ kind }) => kind !== 'date');
  if (name) await readEntity(store, name.id);
  const [article] = latest;
  if (article) await readArticle(store, article.id);
}
