import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { GraphStore } from '../../graph/store.js';
import { Stop } from '../0-contract/errors.js';
import { contactSetting, pagesFolder, stopSignal } from './collect-settings.js';
import { say } from './output.js';
import { type Due, type WatchOptions, watchRun } from './watch-run.js';

/**
 * Milliseconds between two looks at what is due: meanwhile a source may be added, the clock be set, the computer sleep. What
 * hindered a run is tried again as soon.
 */
const LOOK = 60_000;
/** So much lies between two runs at least, whatever the clock says. */
const LEAST = 1000;

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
  const stop = stopSignal(() => say('stopping: what is under way is finished'));
  if (!options.once) return keepCollecting(names, stop, options);
  const plan = await planner(names)();
  if (plan.due.length > 0) await watchRun(plan, stop, options, () => {});
  else if (!options.quiet) say('nothing is due');
}

/**
 * Collects each site on its schedule until it is stopped.
 * @param graph an open one to load into; else each run opens that of the options, and others may have it between
 * @throws Stop when what it needs is missing at the beginning: a contact, or a site that is switched on
 */
export async function keepCollecting(
  names: readonly string[],
  stop: AbortSignal,
  options: WatchOptions,
  graph?: GraphStore,
): Promise<void> {
  const look = planner(names);
  // what is wrong from the beginning does not mend itself
  let plan: Plan | undefined = await look();
  let told = '';
  while (!stop.aborted) {
    let wait = LOOK;
    try {
      plan ??= await look();
      const { due, next, begin } = plan;
      if (due.length > 0) await watchRun(plan, stop, options, begin, graph);
      wait = due.length > 0 ? LEAST : Math.min(LOOK, Math.max(LEAST, next - Date.now()));
      told = '';
    } catch (error) {
      const { message } = error as Error;
      const reason = error instanceof Stop ? message : `${message.split('\n')[0]}; tried again later`;
      if (reason !== told) say(reason);
      told = reason;
    }
    plan = undefined;
    await sleep(wait, undefined, { signal: stop }).catch(() => {});
  }
  // what failed was told by its run
  process.exitCode = 0;
}

interface Plan extends Due {
  /** When something will be due, in milliseconds of the clock. */
  readonly next: number;
  /** Notes that what is due is begun with. */
  readonly begin: () => void;
}

/** Looks what is due: in the sources as they are now, and in the log, if somebody wrote to it. */
function planner(names: readonly string[]): () => Promise<Plan> {
  const begun = new Map<string, number>();
  let stamp = '';
  let logged = new Map<string, number>();
  return async () => {
    const { chosenSources, contactOf, readSources } = await import('../1-collect/web/sources.js');
    const { LOG, readRuns } = await import('../1-collect/web/page-store.js');
    const { nextTime } = await import('../1-collect/web/schedule.js');
    const file = readSources();
    const sources = chosenSources(file.sources, names);
    const contact = contactOf(file, contactSetting());
    const stats = statSync(join(pagesFolder(), LOG), { throwIfNoEntry: false });
    if (stats && stamp !== `${stats.size} ${stats.mtimeMs}`) {
      stamp = `${stats.size} ${stats.mtimeMs}`;
      logged = new Map(
        Array.from(readRuns(pagesFolder()), ([name, runs]) => [name, Date.parse(runs.at(-1)?.at ?? '')]),
      );
    }
    const now = Date.now();
    const times = sources.map((source) =>
      nextTime(source, { logged: logged.get(source.name), begun: begun.get(source.name) }, now),
    );
    const due = sources.filter((_, i) => (times[i] as number) <= now);
    return {
      ...{ due, all: file.sources, contact, next: Math.min(...times) },
      begin: () => {
        for (const { name } of due) begun.set(name, Date.now());
      },
    };
  };
}
