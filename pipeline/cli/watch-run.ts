import type { GraphStore } from '../../graph/store.js';
import type { PageStore } from '../1-collect/web/page-store.js';
import type { SourceReport } from '../1-collect/web/report.js';
import type { Source } from '../1-collect/web/sources.js';
import { pagesFolder } from './collect-settings.js';
import { counted, print, say } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

export interface WatchOptions extends GlobalOptions {
  readonly once?: boolean;
  /** False by `--no-load`. */
  readonly load: boolean;
}

/** What is due, and what a run needs beside it. */
export interface Due {
  readonly due: readonly Source[];
  readonly all: readonly Source[];
  readonly contact: string;
}

/**
 * Collects what is due, loads it, tells a line and what it brought.
 * @param onBegin is told when nothing stands in the way any more
 * @param graph an open one to load into; else that of the options is opened for it
 * @throws Stop while another process collects, or when the graph cannot be had; what was collected is loaded next time
 */
export async function watchRun(
  { due, all, contact }: Due,
  stop: AbortSignal,
  options: WatchOptions,
  onBegin: () => void,
  graph?: GraphStore,
): Promise<void> {
  const { PageStore: Pages } = await import('../1-collect/web/page-store.js');
  const { fetchSources } = await import('./fetch-sources.js');
  const pages = Pages.open(pagesFolder());
  try {
    onBegin();
    const reports = await fetchSources(pages, due, { contact, stop, recheck: false, ...options, json: true });
    tellRun(reports, options);
    if (options.load && !stop.aborted)
      await withGraph(graph, options, (open) => loadAndCompare(pages, all, open, options));
  } finally {
    pages.close();
  }
}

function tellRun(reports: readonly SourceReport[], { json, quiet }: WatchOptions): void {
  const sum = (count: (report: SourceReport) => number): number => reports.reduce((all, one) => all + count(one), 0);
  const at = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const counts = {
    new: sum((report) => report.new.length),
    copies: sum((report) => report.copies),
    changed: sum((report) => report.changed.length),
    unchanged: sum((report) => report.unchanged),
    vanished: sum((report) => report.vanished.length),
    failed: sum((report) => report.failed.length),
    left: sum((report) => report.left),
  };
  if (json) print(JSON.stringify({ at, ...counts, sources: reports }));
  else {
    const text = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    print(`${at}  ${counted(reports.length, 'source')}: ${text.join(', ')}`);
  }
  if (counts.failed > 0) process.exitCode = 1;
  for (const { source, failed, vanished, notes } of reports) {
    for (const { url, reason, again } of failed)
      say(`${source}: ${url} ${reason}; ${again ? 'is asked for again' : 'is not asked for again'}`);
    if (quiet) continue;
    for (const url of vanished) say(`${source}: ${url} is not there any more; what was collected of it stays`);
    for (const note of notes) say(`${source}: ${note}`);
  }
}

/** Gives the graph that is open; else opens it for as long as the work takes, and leaves word who holds it. */
async function withGraph(
  open: GraphStore | undefined,
  options: WatchOptions,
  work: (graph: GraphStore) => Promise<void>,
): Promise<void> {
  if (open !== undefined) return work(open);
  const { openStore } = await import('../../graph/open.js');
  const { holdEmbedded } = await import('../../graph/embedded/holder.js');
  const config = storeConfig(options, false);
  const graph = await openStore(config);
  const release = config.kind === 'embedded' ? holdEmbedded(config.folder, 'saites watch') : () => {};
  try {
    await work(graph);
  } finally {
    release();
    await graph.close();
  }
}

async function loadAndCompare(
  pages: PageStore,
  sources: readonly Source[],
  graph: GraphStore,
  options: WatchOptions,
): Promise<void> {
  const { diff } = await import('../../graph/history/diff.js');
  const { spanOf } = await import('../../graph/history/span.js');
  const { diffText } = await import('./diff-text.js');
  const { loadCollected } = await import('./collected.js');
  const report = await loadCollected(pages, sources, graph, Boolean(options.quiet || options.json));
  for (const { id, message } of report.failed) say(`${id}: ${message}`);
  if (report.failed.length > 0) process.exitCode = 1;
  if (report.new + report.changed === 0) return;
  const found = await diff(graph, await spanOf(graph, report.run));
  if (options.json) print(JSON.stringify(found));
  else print(diffText(found, { markdown: false, evidence: false }));
}
