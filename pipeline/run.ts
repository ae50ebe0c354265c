import type { Article, Extraction } from './0-contract/types.js';
import { segment } from './3-segment/segment.js';
import { recognise } from './4-recognise/recognise.js';
import { resolve } from './5-resolve/resolve.js';
import { statedCounts } from './6-relate/counts.js';
import { withPositions } from './6-relate/positions.js';
import { relate } from './6-relate/relate.js';

/** Everything that the rules find in one article. */
export function extract(article: Article): Extraction {
  const doc = segment(article);
  const entities = resolve(doc, recognise(doc));
  const facts = relate(doc, entities);
  return {
    article,
    entities: withPositions(entities, facts),
    facts,
    statedCounts: statedCounts(doc, entities),
    sentences: doc.sentences,
  };
}
