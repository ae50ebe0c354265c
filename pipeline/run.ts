import type { Article, Extraction } from './0-contract/types.js';
import { segment } from './3-segment/segment.js';
import { recognise } from './4-recognise/recognise.js';
import { resolve } from './5-resolve/resolve.js';
import { statedCounts } from './6-relate/counts.js';
import { relate } from './6-relate/relate.js';

/** Everything that the rules find in one article. */
export function extract(article: Article): Extraction {
  const doc = segment(article);
  const entities = resolve(doc, recognise(doc));
  return {
    article,
    entities,
    facts: relate(doc, entities),
    statedCounts: statedCounts(doc, entities),
    sentences: doc.sentences,
  };
}
