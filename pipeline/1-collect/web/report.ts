import type { RunTally } from './known.js';

export interface FailedAddress {
  readonly url: string;
  readonly reason: string;
  /** The next run asks for it again. */
  readonly again: boolean;
}

/** What one run made of one source. */
export interface SourceReport {
  readonly source: string;
  /** Addresses that its feeds, sitemaps and listings named. */
  named: number;
  /** Keys of pages. */
  readonly new: string[];
  readonly changed: string[];
  unchanged: number;
  /** Of the new ones, those whose text another page has already. */
  copies: number;
  /** Addresses that answer no more; what was collected of them stays. */
  readonly vanished: string[];
  readonly failed: FailedAddress[];
  /** Addresses left for the next run, since a host asked for it or the run was stopped. */
  left: number;
  readonly notes: string[];
  /** Seconds. */
  took: number;
}

export const emptyReport = (source: string): SourceReport => ({
  ...{ source, named: 0, new: [], changed: [], unchanged: 0, copies: 0, vanished: [], failed: [], left: 0, notes: [] },
  took: 0,
});

/** Fewer runs, or fewer addresses, tell nothing of what is usual. */
const USUAL_RUNS = 3;
const USUAL_NAMED = 4;
const MANY = 4;

/** What is unusual of a source: it names nothing or half of what it did, or its pages hold no articles. */
export function unusual(
  { named, fetched, unreadable }: Pick<RunTally, 'named' | 'fetched' | 'unreadable'>,
  before: readonly RunTally[],
): string[] {
  const found: string[] = [];
  const usual = median(before.map((run) => run.named));
  if (named === 0 && (before.length === 0 || usual > 0))
    found.push('names no article at all; look at its site, and try `saites sources check`');
  else if (before.length >= USUAL_RUNS && usual >= USUAL_NAMED && named < usual / 2)
    found.push(`names ${named} articles, half of the usual ${usual} or less; look whether its site was rebuilt`);
  if (fetched >= MANY && unreadable > fetched / 2)
    found.push(`${unreadable} of ${fetched} pages hold no text; look whether its site was rebuilt, or set select.body`);
  return found;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
