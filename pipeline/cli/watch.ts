import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { Stop } from '../0-contract/errors.js';
import type { PageStore } from '../1-collect/web/page-store.js';
import type { SourceReport } from '../1-collect/web/report.js';
import type { Source } from '../1-collect/web/sources.js';
import { contactSetting, pagesFolder, stopSignal } from './collect-settings.js';
import { counted, print, say } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

interface WatchOptions extends GlobalOptions {
  readonly once?: boolean;
  /** False by `--no-load`. */
  readonly load: boolean;
}

/** Milliseconds before a collector that another one holds up tries again. */
const AGAIN = 60_000;

/** `saites watch` */
export const watchCommand = (): Command => {
  const command = new Command('watch')
    .summary('collect again and again, each site on its schedule')
    .description(
      'Collects the sites that are switched on whenever their time has come (every: in data/sources.yaml), loads what is new and says what it brought: a line for each run, then the difference. Ctrl-C, or a signal of the system, ends it cleanly.',
    )
    .argument('[SOURCES...]', 'names of sources; those that are switched on unless given')
    .option('--once', 'collect what is due now and end, for cron and the like')
    .option('--no-load', 'only fetch and keep')
    .addHelpText('after', '\nExamples:\n  saites watch\n  saites watch --once --quiet')
    .action((names: string[]) => watch(names, command.optsWithGlobals<WatchOptions>()));
  return command;
};

async function watch(names: readonly string[], options: WatchOptions): Promise<void> {
  const { chosenSources, contactOf, readSources } = await import('../1-collect/web/sources.js');
  const stop = stopSignal(() => say('stopping: what is under way is finished'));
  while (!stop.aborted) {
    // read anew each time, so that a source can be added while this runs
    const file = readSources();
    const sources = chosenSources(file.sources, names);
    const contact = contactOf(file, contactSetting());
    const now = Date.now();
    const times = await dueTimes(sources);
    const due = sources.filter((_, i) => (times[i] ?? 0) <= now);
    const wait = due.length > 0 ? await run(due, file.sources, contact, stop, options) : 0;
    if (options.once) {
      if (due.length === 0 && !options.quiet) say('nothing is due');
      return;
    }
    const next = Math.min(...(await dueTimes(sources)));
    await sleep(Math.max(wait, next - Date.now(), 1000), undefined, { signal: stop }).catch(() => {});
  }
}

/** When each source is to be collected next, in milliseconds of the clock. */
async function dueTimes(sources: readonly Source[]): Promise<number[]> {
  const { readRuns } = await import('../1-collect/web/page-store.js');
  const runs = readRuns(pagesFolder());
  return sources.map(({ name, every }) => {
    const last = runs.get(name)?.at(-1)?.at;
    return last === undefined ? 0 : Date.parse(last) + every;
  });
}

/** One run. @returns how long to wait at least before the next, in milliseconds */
async function run(
  due: readonly Source[],
  all: readonly Source[],
  contact: string,
  stop: AbortSignal,
  options: WatchOptions,
): Promise<number> {
  const { PageStore: Pages } = await import('../1-collect/web/page-store.js');
  const { fetchSources } = await import('./fetch-sources.js');
  try {
    const pages = Pages.open(pagesFolder());
    try {
      const reports = await fetchSources(pages, due, { contact, stop, recheck: false, ...options, json: true });
      tellRun(reports, options);
      if (options.load && !stop.aborted) await loadAndCompare(pages, all, options);
    } finally {
      pages.close();
    }
    return 0;
  } catch (error) {
    // the graph or the pages are in use: what was collected stays, and is loaded next time
    if (!(error instanceof Stop) || options.once) throw error;
    say(error.message);
    return AGAIN;
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

async function loadAndCompare(pages: PageStore, sources: readonly Source[], options: WatchOptions): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { diff, spanOf } = await import('../../graph/history/diff.js');
  const { diffText } = await import('./diff-text.js');
  const { loadCollected } = await import('./collected.js');
  const graph = await openStore(storeConfig(options, false));
  try {
    const report = await loadCollected(pages, sources, graph);
    for (const { id, message } of report.failed) say(`${id}: ${message}`);
    if (report.failed.length > 0) process.exitCode = 1;
    if (report.new + report.changed === 0) return;
    const found = await diff(graph, await spanOf(graph, report.run));
    if (options.json) print(JSON.stringify(found));
    else print(diffText(found, { markdown: false, evidence: false }));
  } finally {
    await graph.close();
  }
}
