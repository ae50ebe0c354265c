import type { LoadReport, Pending } from '../../graph/load.js';
import type { GraphStore } from '../../graph/store.js';
import { SkipArticle } from '../0-contract/errors.js';
import type { Reading } from '../1-collect/web/collect-source.js';
import type { Known, Version } from '../1-collect/web/known.js';
import type { PageStore } from '../1-collect/web/page-store.js';
import type { Source } from '../1-collect/web/sources.js';
import type { StoredPage } from '../1-collect/web/stored-page.js';
import type { SitePage } from '../2-clean/repeated.js';

/** The newest version of a page of which an article could be made. */
const articleVersion = ({ versions }: Known): Version | undefined =>
  versions.findLast(({ article }) => article !== undefined);

/** @throws SkipArticle when it is damaged; it is collected again then */
function storedPage(store: PageStore, known: Known, version: Version, sources: readonly Source[]): StoredPage {
  const { url, headers, body } = store.pageOrLost(known.key, version);
  const select = sources.find(({ name }) => name === known.source)?.select ?? {};
  return { url, contentType: headers['content-type'] ?? '', body, select };
}

/**
 * Loads what was collected and is not in the graph as it is.
 * @param quiet without telling how far it is
 */
export async function loadCollected(
  pages: PageStore,
  sources: readonly Source[],
  graph: GraphStore,
  quiet: boolean,
): Promise<LoadReport> {
  const { load } = await import('../../graph/load.js');
  const { readCorrections } = await import('../../graph/corrections/corrections.js');
  const { searchForms } = await import('../0-latvian/forms.js');
  const { openReader } = await import('../reader.js');
  const { readingOf } = await import('../read-stored.js');
  const { rulesVersion } = await import('../rules-version.js');
  const { hashWithout, siteOf, sitesLines, sitesLinesOf, withoutSitesLines } = await import('../2-clean/repeated.js');
  const sitePageOf = ({ url, article }: Version): SitePage => ({ site: siteOf(url), lines: article?.lines ?? [] });
  const sites = sitesLines(
    [...pages.all()].flatMap((known) => {
      const version = articleVersion(known);
      return version ? [sitePageOf(version)] : [];
    }),
  );
  const { extract } = await import('../run.js');
  const { startProgress } = await import('./progress.js');
  const reader = openReader();

  function* pending(): Generator<Pending> {
    const ids = new Set<string>();
    for (const known of pages.all()) {
      const version = articleVersion(known);
      if (!version?.article || ids.has(version.article.id)) continue;
      ids.add(version.article.id);
      const keys = sitesLinesOf(sitePageOf(version), sites);
      yield {
        article: { ...version.article, hash: hashWithout(version.article.hash, keys) },
        extract: async () => {
          const article = await reader.clean(storedPage(pages, known, version, sources));
          // the program cleans otherwise than when it was collected
          if (article.hash !== version.article?.hash && version === known.versions.at(-1))
            pages.noteRead(known.key, readingOf(article));
          return extract(withoutSitesLines(article, keys));
        },
      };
    }
  }
  const total = (): number => [...pages.all()].filter((known) => articleVersion(known)?.article).length;
  const progress = await startProgress(total, 'articles', quiet);
  try {
    return await load(graph, pending(), {
      forms: searchForms,
      now: new Date().toISOString(),
      rules: rulesVersion(),
      command: 'collect',
      corrections: readCorrections(),
      clock: () => new Date().toISOString(),
      onArticle: () => progress.step(),
    });
  } finally {
    progress.stop();
    await reader.close();
  }
}

/**
 * Cleans everything that was collected once more, without asking any site.
 * @returns how many articles are others now, and what could not be read
 */
export async function cleanAgain(
  pages: PageStore,
  sources: readonly Source[],
): Promise<{ others: number; damaged: string[] }> {
  const { ahead } = await import('../ahead.js');
  const { openReader, THREADS } = await import('../reader.js');
  const reader = openReader();
  async function* newest(): AsyncGenerator<{ known: Known; version: Version }> {
    for (const known of pages.all()) {
      const version = known.versions.at(-1);
      if (version) yield { known, version };
    }
  }
  const read = async ({ known, version }: { known: Known; version: Version }): Promise<Reading> =>
    await reader.read(storedPage(pages, known, version, sources));
  let others = 0;
  const damaged: string[] = [];
  try {
    for await (const { thing, made } of ahead(newest(), read, 2 * THREADS)) {
      const { known, version } = thing;
      try {
        const reading = await made;
        const before = version.article?.hash;
        if (
          'unreadable' in reading
            ? version.unreadable === undefined
            : reading.article.hash !== before || version.article?.lines === undefined
        ) {
          pages.noteRead(known.key, reading);
          others++;
        }
      } catch (error) {
        if (!(error instanceof SkipArticle)) throw error;
        damaged.push(`${known.url}: ${error.message}`);
      }
    }
  } finally {
    await reader.close();
  }
  return { others, damaged };
}
