import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SkipArticle, Stop } from './0-contract/errors.js';
import type { Notes } from './0-contract/notes.js';
import type { Trace } from './0-contract/trace.js';
import type { Article, Extraction, Page } from './0-contract/types.js';
import type { CollectOptions } from './1-collect/collect.js';
import { segment } from './3-segment/segment.js';
import { recognise } from './4-recognise/recognise.js';
import { resolve } from './5-resolve/resolve.js';
import { calibrated } from './6-relate/confidence.js';
import { statedCounts } from './6-relate/counts.js';
import { withPositions } from './6-relate/positions.js';
import { relate } from './6-relate/relate.js';
import { ahead } from './ahead.js';

/** An article with the place that it was read from: a path below the folder that was named. */
export interface ReadArticle {
  readonly path: string;
  readonly article: Article;
}

/**
 * Articles of files, folders, globs and standard input, in their order; what cannot be read or cleaned is noted. Web pages
 * and PDFs are cleaned by threads ahead of what is asked for, each within a time limit: a page may keep its parsers busy
 * for hours.
 */
export async function* readArticles(
  inputs: readonly string[],
  notes: Notes,
  options: CollectOptions = {},
): AsyncGenerator<ReadArticle> {
  // the parsers of pages take longer to start than all rules, and who only extracts needs none of them
  const { collect } = await import('./1-collect/collect.js');
  const { clean } = await import('./2-clean/clean.js');
  const { openReader, THREADS } = await import('./reader.js');
  const reader = openReader();
  const cleaned = async (page: Page): Promise<Article> =>
    page.mediaType === 'text/html' || page.bytes ? await reader.clean(page) : clean(page);
  try {
    for await (const { thing: page, made } of ahead(collect(inputs, notes, options), cleaned, 2 * THREADS)) {
      try {
        yield { path: page.path, article: await made };
      } catch (error) {
        if (!(error instanceof SkipArticle)) throw error;
        notes.error(page.from, error.message);
      }
    }
  } finally {
    await reader.close();
  }
}

/**
 * Lines `{id, text, published?}` of a JSONL file, the text taken as it is: nothing is cleaned away and offsets are those
 * of the line. Lines with one id are different texts all the same.
 */
export async function* readLines(file: string, notes: Notes): AsyncGenerator<Article> {
  const { readJsonl } = await import('./1-collect/jsonl.js');
  const { plainArticle } = await import('./2-clean/plain.js');
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) throw new Stop(`${file}: no such file; look at the spelling`);
  for await (const { given, text } of readJsonl(createReadStream(file), { from: file, path: file }, notes)) {
    yield plainArticle(given.id ?? '', text, given.published);
  }
}

/**
 * Everything that the rules find in one article.
 * @param trace is told what was found and refused
 */
export function extract(article: Article, trace?: Trace): Extraction {
  const extraction = extractAsStated(article, trace);
  return { ...extraction, facts: extraction.facts.map(calibrated) };
}

/** The same with each fact as sure as its rule states, not as often as it is right: what calibration starts from. */
export function extractAsStated(article: Article, trace?: Trace): Extraction {
  const doc = segment(article);
  const entities = resolve(doc, recognise(doc, trace), trace);
  const facts = relate(doc, entities);
  return {
    article,
    entities: withPositions(entities, facts),
    facts,
    statedCounts: statedCounts(doc, entities),
    sentences: doc.sentences,
  };
}
