import { setFlagsFromString } from 'node:v8';
import { collectWeb } from '../1-collect/web/collect-web.js';
import { Fetcher } from '../1-collect/web/fetcher.js';
import type { PageStore } from '../1-collect/web/page-store.js';
import type { SourceReport } from '../1-collect/web/report.js';
import type { Source } from '../1-collect/web/sources.js';
import { openReader } from '../reader.js';
import { tellSource } from './collect-report.js';
import { counted, say } from './output.js';
import { programVersion } from './program-version.js';
import { statusLine } from './status-line.js';

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
  // who waits between pages has the time to collect garbage sooner rather than grow
  if (sources.every(({ pause }) => pause > 0)) setFlagsFromString('--optimize-for-size');
  const reader = openReader();
  const column = Math.max(...sources.map(({ name }) => name.length)) + 2;
  const line = statusLine(quiet);
  let [done, due] = [0, 0];
  line.show(`asking ${counted(sources.length, 'site')} what is new`);
  try {
    return await collectWeb(
      sources,
      {
        ...{ store: pages, fetcher, recheck, stop, now: () => new Date() },
        read: reader.read,
        wordsOf: reader.wordsOf,
        onDue: (pages) => {
          due += pages;
        },
        onPage: (source) => {
          done++;
          line.show(`${done} of ${due} pages asked for, last ${source}`);
          if (!process.stderr.isTTY && !quiet && done % EVERY === 0) say(`${done} of ${due} pages asked for`);
        },
      },
      (report) => {
        line.clear();
        if (!json) tellSource(report, column, quiet);
      },
    );
  } finally {
    line.clear();
    await reader.close();
    await fetcher.close();
  }
}
