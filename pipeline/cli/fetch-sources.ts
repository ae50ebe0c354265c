import { collectWeb } from '../1-collect/web/collect-web.js';
import { Fetcher } from '../1-collect/web/fetcher.js';
import type { PageStore } from '../1-collect/web/page-store.js';
import type { SourceReport } from '../1-collect/web/report.js';
import type { Source } from '../1-collect/web/sources.js';
import { openReader } from '../reader.js';
import { tellSource } from './collect-report.js';
import { say } from './output.js';
import { programVersion } from './program-version.js';

export interface FetchOptions {
  readonly contact: string;
  readonly stop: AbortSignal;
  readonly recheck: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** How often something is said where there is no terminal, in pages. */
const EVERY = 500;

/** Collects sources and tells of each when it is done. */
export async function fetchSources(
  pages: PageStore,
  sources: readonly Source[],
  { contact, stop, recheck, quiet = false, json = false }: FetchOptions,
): Promise<SourceReport[]> {
  const fetcher = new Fetcher({ contact, version: programVersion(), stop });
  const reader = openReader();
  const column = Math.max(...sources.map(({ name }) => name.length)) + 2;
  const onTerminal = process.stderr.isTTY && !quiet;
  let done = 0;
  const clearLine = (): void => void (onTerminal && process.stderr.write('\r\u001b[K'));
  try {
    return await collectWeb(
      sources,
      {
        ...{ store: pages, fetcher, recheck, stop, now: () => new Date() },
        read: reader.read,
        onPage: (source) => {
          done++;
          if (onTerminal) process.stderr.write(`\r\u001b[K${done} pages asked for, last ${source}`);
          else if (!quiet && done % EVERY === 0) say(`${done} pages asked for`);
        },
      },
      (report) => {
        clearLine();
        if (!json) tellSource(report, column, quiet);
      },
    );
  } finally {
    clearLine();
    await reader.close();
    await fetcher.close();
  }
}
