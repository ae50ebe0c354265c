import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn, fileIn } from '../../embedded/file.js';
import type { GraphStore } from '../../store.js';
import type { Overview } from '../api.js';
import { readOverview } from '../read/overview.js';
import { startPage } from './files.js';
import { stateOf } from './fresh.js';

/** The figures of the first page, with the state of the graph that they are of. */
export interface KeptOverview {
  readonly overview: Overview;
  readonly state: string;
  /** Milliseconds that opening the graph took; null when it was not opened since. */
  readonly opening: number | null;
}

export const figuresOf = async (store: GraphStore): Promise<Pick<KeptOverview, 'overview' | 'state'>> => ({
  overview: await readOverview(store),
  state: await stateOf(store),
});

/** Beside an embedded graph, for showing the first page before the graph is open. */
export interface OverviewBeside {
  /** Those of the files as they are now; undefined when there are none. */
  read(): KeptOverview | undefined;
  /** Only of the files as they are: while the graph is open for reading, or just closed. A folder that cannot be written keeps none. */
  keep(kept: KeptOverview): void;
}

/**
 * Which files it was made of: those of the graph by size and time of writing, and the page that shows it, as another version
 * may count otherwise.
 */
function filesOf(folder: string): string {
  const own = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => file.startsWith(fileIn(folder)));
  return [...own.sort(), startPage]
    .map((file) => {
      const { size, mtimeNs, ino } = statSync(file, { bigint: true });
      return `${file} ${size} ${mtimeNs} ${ino}`;
    })
    .join('\n');
}

export function overviewBeside(folder: string): OverviewBeside {
  const file = figuresIn(folder);
  return {
    read() {
      try {
        const { of, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as KeptOverview & { readonly of: string };
        return of === filesOf(folder) ? kept : undefined;
      } catch {
        return undefined;
      }
    },
    keep(kept) {
      try {
        // whole or not at all, as another one may be reading it
        writeFileSync(`${file}.${process.pid}`, `${JSON.stringify({ of: filesOf(folder), ...kept })}\n`);
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // the next start shows the figures a little later
      }
    },
  };
}
