import type { Place } from './archive.js';

/** What cleaning made of a page. */
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly published?: string | undefined;
  /** Of the article: changes when what it says does. */
  readonly hash: string;
  /** Of its text alone: equal for copies. */
  readonly text: string;
  /** A key for each line that may be its site's and not its own, in the order of the text. */
  readonly lines?: readonly string[];
}

/** A page as it was at one time. */
export interface Version extends Place {
  /** ISO datetime. */
  readonly at: string;
  readonly url: string;
  readonly digest: string;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  /** Absent until it is cleaned. */
  article?: Summary;
  /** Why no article could be made of it. */
  unreadable?: string;
}

/** All that is known of an address. */
export interface Known {
  /** Normalised. */
  readonly key: string;
  /** As the source gave it. */
  url: string;
  source: string;
  /** Oldest first. */
  readonly versions: Version[];
  /** When it was last asked for and answered; ISO datetime. */
  seen?: string;
  /** When the source says that it was changed; ISO. */
  updated?: string;
  failed?: { readonly at: string; readonly reason: string; readonly again: boolean; readonly tries: number };
  gone?: { readonly at: string; readonly status: number };
  /** It led to this other one. */
  moved?: string;
}

/** A feed, sitemap or page of a listing, which is kept to be read again when it has not changed. */
export interface Listing {
  readonly url: string;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/** What one run made of one source. */
export interface RunTally {
  readonly source: string;
  readonly at: string;
  /** Addresses that its feeds, sitemaps and listings named. */
  readonly named: number;
  readonly fetched: number;
  readonly unreadable: number;
  /** All its pages of a listing were walked through. */
  readonly whole: boolean;
}

/** What is written down, in the order in which it happens. */
export type Entry =
  | {
      readonly kind: 'found';
      readonly key: string;
      readonly url: string;
      readonly source: string;
      readonly updated?: string | undefined;
    }
  | ({ readonly kind: 'page'; readonly key: string; readonly source: string } & Omit<Version, 'article' | 'unreadable'>)
  | { readonly kind: 'read'; readonly key: string; readonly article?: Summary; readonly unreadable?: string }
  | { readonly kind: 'same'; readonly key: string; readonly at: string }
  | {
      readonly kind: 'failed';
      readonly key: string;
      readonly at: string;
      readonly reason: string;
      readonly again: boolean;
    }
  | { readonly kind: 'gone'; readonly key: string; readonly at: string; readonly status: number }
  | { readonly kind: 'moved'; readonly key: string; readonly at: string; readonly to: string }
  /** The archive does not hold it any more. */
  | { readonly kind: 'lost'; readonly key: string; readonly file: string; readonly offset: number }
  | ({ readonly kind: 'listing' } & Listing)
  | ({ readonly kind: 'run' } & RunTally)
  /** All at once, after the log was made shorter. */
  | { readonly kind: 'known'; readonly known: Known };

/** Runs of a source that are remembered. */
const RUNS = 10;

/** What the entries of a log come to. */
export class Memory {
  readonly pages = new Map<string, Known>();
  readonly listings = new Map<string, Listing>();
  readonly runs = new Map<string, RunTally[]>();

  take(entry: Entry): void {
    if (entry.kind === 'known') {
      this.pages.set(entry.known.key, entry.known);
    } else if (entry.kind === 'listing') {
      const { kind: _, ...listing } = entry;
      this.listings.set(listing.url, listing);
    } else if (entry.kind === 'run') {
      const { kind: _, ...run } = entry;
      this.runs.set(run.source, [...(this.runs.get(run.source) ?? []), run].slice(-RUNS));
    } else this.#takePage(entry);
  }

  /** The same in as few entries as there can be. */
  *entries(): Generator<Entry> {
    for (const known of this.pages.values()) yield { kind: 'known', known };
    for (const listing of this.listings.values()) yield { kind: 'listing', ...listing };
    for (const runs of this.runs.values()) for (const run of runs) yield { kind: 'run', ...run };
  }

  get size(): number {
    return this.pages.size + this.listings.size;
  }

  #takePage(entry: Extract<Entry, { readonly key: string }>): void {
    const known: Known = this.pages.get(entry.key) ?? { key: entry.key, url: '', source: '', versions: [] };
    this.pages.set(entry.key, known);
    const answered = (at: string): void => {
      known.seen = at;
      delete known.failed;
      delete known.gone;
    };
    switch (entry.kind) {
      case 'found':
        if (known.url === '') Object.assign(known, { url: entry.url, source: entry.source });
        if (entry.updated !== undefined) known.updated = entry.updated;
        break;
      case 'page': {
        const { kind: _, key: __, source, ...version } = entry;
        if (known.url === '') Object.assign(known, { url: version.url, source });
        known.versions.push(version);
        answered(version.at);
        break;
      }
      case 'read': {
        const last = known.versions.at(-1);
        if (last && entry.article) last.article = entry.article;
        if (last && entry.unreadable !== undefined) last.unreadable = entry.unreadable;
        break;
      }
      case 'lost': {
        const { file, offset } = entry;
        const at = known.versions.findIndex((version) => version.file === file && version.offset === offset);
        if (at >= 0) known.versions.splice(at, 1);
        // whenever it was asked for last, it is now due
        delete known.seen;
        break;
      }
      case 'same':
        answered(entry.at);
        break;
      case 'failed': {
        const { at, reason, again } = entry;
        known.failed = { at, reason, again, tries: (known.failed?.tries ?? 0) + 1 };
        break;
      }
      case 'gone':
        known.seen = entry.at;
        delete known.failed;
        known.gone = { at: entry.at, status: entry.status };
        break;
      case 'moved':
        known.seen = entry.at;
        known.moved = entry.to;
        delete known.failed;
        break;
    }
  }
}
