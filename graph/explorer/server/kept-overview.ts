import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn, fileIn } from '../../embedded/file.js';
import type { GraphStore } from '../../store.js';
import type { Overview } from '../api.js';
import { cypherOf } from '../read/cypher.js';
import { OVERVIEW_FILES, readOverview } from '../read/overview.js';
import { stateOf } from './fresh.js';

/** The figures of the first page, with the state of the graph that they are of. */
export interface Figures {
  readonly overview: Overview;
  readonly state: string;
}

export interface KeptOverview extends Figures {
  /** Milliseconds that opening the graph took; null when it was not opened since. */
  readonly opening: number | null;
}

/** What is loaded meanwhile leaves the state of before, so that it is noticed. */
export async function figuresOf(store: GraphStore): Promise<Figures> {
  const state = await stateOf(store);
  return { overview: await readOverview(store), state };
}

/** Beside an embedded graph, for showing the first page before the graph is open. */
export interface OverviewBeside {
  /** Those of the files as they are now; undefined when there are none. */
  read(): KeptOverview | undefined;
  /** Only of the files as they are: while the graph is open for reading, or just closed. A folder that cannot be written keeps none. */
  keep(kept: KeptOverview): void;
}

/** Which files it was made of, by size and time of writing; and by what, as another version may count otherwise. */
function filesOf(folder: string): string {
  const own = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => file.startsWith(fileIn(folder)));
  const files = own.sort().map((file) => {
    const { size, mtimeNs, ino } = statSync(file, { bigint: true });
    return `${file} ${size} ${mtimeNs} ${ino}`;
  });
  const by = createHash('sha256');
  for (const text of [...OVERVIEW_FILES.map(cypherOf), String(readOverview)]) by.update(`${text}\0`);
  return [...files, by.digest('hex')].join('\n');
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
