import { wordsIn } from '../pipeline/0-contract/names-in.js';
import type { AskingOptions } from '../pipeline/1-collect/web/asking.js';
import { collectWeb } from '../pipeline/1-collect/web/collect-web.js';
import { Fetcher } from '../pipeline/1-collect/web/fetcher.js';
import { PageStore } from '../pipeline/1-collect/web/page-store.js';
import type { SourceReport } from '../pipeline/1-collect/web/report.js';
import { type Source, sourcesSchema } from '../pipeline/1-collect/web/sources.js';
import { articleOf, orUnreadable, readStored } from '../pipeline/read-stored.js';
import type { Reader } from '../pipeline/reader.js';

type Given = Record<string, unknown> & { readonly start: readonly Record<string, unknown>[] };

/** A source on this computer without a pause, unless given otherwise. */
export const sourceOf = (given: Given): Source =>
  sourcesSchema.parse({ sources: [{ name: 'lauku-zinas', pause: 0, allow: ['127.0.0.1'], ...given }] })
    .sources[0] as Source;

export interface CollectingOptions extends Partial<AskingOptions> {
  /** Cleans a page; in this thread unless given. */
  readonly read?: Reader['read'];
  readonly recheck?: boolean;
  readonly now?: Date;
}

/** Opens a folder, collects sources into it and closes it, as one run of the command does. */
export async function collectInto(
  folder: string,
  sources: readonly Source[],
  { recheck = false, now, stop, read = async (page) => readStored(page), ...options }: CollectingOptions = {},
): Promise<SourceReport[]> {
  const store = PageStore.open(folder);
  const signal = stop ?? new AbortController().signal;
  const fetcher = new Fetcher({
    ...{ contact: 'test@example.org', version: '0', patience: 5, within: 2000, stop: signal },
    ...options,
  });
  try {
    return await collectWeb(sources, {
      ...{ store, fetcher, recheck, read, stop: signal },
      wordsOf: async (page) => {
        const made = orUnreadable(() => ({ article: articleOf(page) }));
        return 'article' in made ? wordsIn(made.article) : undefined;
      },
      now: () => now ?? new Date(),
    });
  } finally {
    await fetcher.close();
    store.close();
  }
}

/** The text of what was collected: key → bodies of its versions, oldest first. */
export function keptIn(folder: string): Map<string, string[]> {
  const store = PageStore.open(folder);
  try {
    return new Map(
      Array.from(store.all(), ({ key, versions }) => [
        key,
        versions.map((version) => store.page(version).body.toString()),
      ]),
    );
  } finally {
    store.close();
  }
}
