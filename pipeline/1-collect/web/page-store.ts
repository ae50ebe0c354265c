import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { SkipArticle } from '../../0-contract/errors.js';
import { Archive, digestOf, type RawPage } from './archive.js';
import { Forgotten, textOf, type Where } from './forgotten.js';
import { type Entry, type Known, type Listing, Memory, type RunTally, type Summary, type Version } from './known.js';
import { lockFolder } from './lock.js';
import { type Log, openLog, readLog, replaceLog } from './log.js';

/** In the folder of pages. */
export const LOG = 'log.jsonl';
const LISTINGS = 'listings';

/** Why a page is empty. */
export const NAMES_FORGOTTEN = 'names a person who is forgotten';

/** A log of so many entries more than there are things known is written anew. */
const SLACK = 20_000;

/**
 * What was collected: the pages in WARC files, and a log of what is known of each address. One process writes; others may
 * read meanwhile.
 */
export class PageStore {
  readonly #folder: string;
  readonly #archive: Archive;
  readonly #memory: Memory;
  #log: Log<Entry>;
  readonly #forgotten: Forgotten;
  readonly #unlock: () => void;
  /** Lines of the log that did not fit their checksum. */
  readonly damaged: number;

  private constructor(folder: string, unlock: () => void) {
    this.#folder = folder;
    this.#unlock = unlock;
    this.#archive = new Archive(folder);
    this.#forgotten = new Forgotten(folder);
    const file = join(folder, LOG);
    const { memory, entries, damaged } = readMemory(file);
    this.#memory = memory;
    this.damaged = damaged;
    if (entries > 2 * memory.size + SLACK) replaceLog(file, memory.entries());
    this.#log = openLog(file);
  }

  /**
   * Opens a folder for collecting. Pages that a killed process had stored and not yet noted down are noted now.
   * @throws Stop while another process collects into it
   */
  static open(folder: string): PageStore {
    mkdirSync(join(folder, LISTINGS), { recursive: true });
    const unlock = lockFolder(folder);
    try {
      const store = new PageStore(folder, unlock);
      store.#recover();
      return store;
    } catch (error) {
      unlock();
      throw error;
    }
  }

  get(key: string): Known | undefined {
    return this.#memory.pages.get(key);
  }

  *of(source: string): Generator<Known> {
    for (const known of this.#memory.pages.values()) if (known.source === source) yield known;
  }

  all(): Iterable<Known> {
    return this.#memory.pages.values();
  }

  runs(source: string): readonly RunTally[] {
    return this.#memory.runs.get(source) ?? [];
  }

  note(entry: Entry): void {
    this.#log.append(entry);
    this.#memory.take(entry);
  }

  /** Keeps a page. @returns the version, or undefined when it is that of last time, byte for byte */
  keep(got: RawPage): Version | undefined {
    const page = this.#forgotten.without(got);
    const { key, source, at, url } = page;
    const digest = digestOf(page.body);
    if (this.get(key)?.versions.at(-1)?.digest === digest) {
      this.note({ kind: 'same', key, at });
      return undefined;
    }
    const place = this.#archive.add(page, digest);
    this.note({ kind: 'page', key, source, at, url, digest, ...place, ...stamps(page.headers) });
    return this.get(key)?.versions.at(-1);
  }

  /** Whether it has to be read before it is kept, as it is no text in which names could be blanked. */
  isOpaque(page: RawPage): boolean {
    return !this.#forgotten.isEmpty && textOf(page) === undefined;
  }

  /** Whether words of a page name somebody who is forgotten. */
  namesForgotten(key: string, words: string): boolean {
    return this.#forgotten.blank(words, key) !== words;
  }

  noteRead(key: string, made: { readonly article: Summary } | { readonly unreadable: string }): void {
    this.note({ kind: 'read', key, ...made });
  }

  /** @throws SkipArticle when it is damaged */
  page(version: Version): RawPage {
    return this.#archive.read(version);
  }

  /** The same; what is damaged counts as lost from then on, and is collected again. @throws SkipArticle */
  pageOrLost(key: string, version: Version): RawPage {
    try {
      return this.page(version);
    } catch (error) {
      const { file, offset } = version;
      this.note({ kind: 'lost', key, file, offset });
      throw error;
    }
  }

  /**
   * Blanks names in all that is kept, and in what comes later. A page that still tells one (its letters are written as
   * entities, it is no text) is emptied. When it is broken off, it is to be done again.
   * @param names in all case forms, @param told what is read of a page, @param where all pages unless given
   * @returns how many pages held one
   */
  forget(names: Iterable<string>, told: (known: Known, page: RawPage) => string, where?: Where): number {
    this.#forgotten.add(names, where);
    const changed = new Map<Version, RawPage>();
    for (const known of this.all())
      for (const version of known.versions) {
        const page = this.#readable(version);
        if (page === undefined) continue;
        const next = this.#forgotten.without(page);
        const words = told(known, next);
        if (this.#forgotten.blank(words, known.key) !== words) changed.set(version, { ...next, body: Buffer.alloc(0) });
        else if (next !== page) changed.set(version, next);
      }
    const files = new Set([...changed.keys()].map(({ file }) => file));
    for (const known of this.all())
      known.versions.forEach((version, i) => {
        const page = changed.get(version) ?? (files.has(version.file) ? this.#readable(version) : undefined);
        if (page !== undefined) known.versions[i] = this.#moved(known.key, version, page);
      });
    for (const { url } of this.#memory.listings.values()) {
      const body = this.listing(url)?.body.toString('utf8') ?? '';
      if (this.#forgotten.blank(body, url) !== body) rmSync(this.#listingFile(url), { force: true });
    }
    this.#archive.sync();
    this.#log.close();
    replaceLog(join(this.#folder, LOG), this.#memory.entries());
    this.#log = openLog(join(this.#folder, LOG));
    for (const file of files) this.#archive.remove(file);
    return changed.size;
  }

  #readable(version: Version): RawPage | undefined {
    try {
      return this.page(version);
    } catch (error) {
      if (error instanceof SkipArticle) return undefined;
      throw error;
    }
  }

  /** A version in another file, as the one it lay in is to go. */
  #moved(key: string, { article, ...version }: Version, page: RawPage): Version {
    const digest = digestOf(page.body);
    const next = version.file.replace(
      /(?:-(?<times>\d+)f)?\.warc\.gz$/u,
      (_, times) => `-${Number(times ?? 0) + 1}f.warc.gz`,
    );
    const place = this.#archive.add(page, digest, next);
    if (page.body.length === 0) return { ...version, ...place, digest, unreadable: NAMES_FORGOTTEN };
    const title = article && this.#forgotten.blank(article.title, key);
    return {
      ...version,
      ...place,
      digest,
      ...(article && title !== undefined ? { article: { ...article, title } } : {}),
    };
  }

  /** What is kept of a listing, to ask whether it has changed; undefined when its text is not there. */
  listing(url: string): (Listing & { readonly body: Buffer }) | undefined {
    const listing = this.#memory.listings.get(url);
    if (!listing) return undefined;
    try {
      return { ...listing, body: gunzipSync(readFileSync(this.#listingFile(url))) };
    } catch {
      return undefined;
    }
  }

  keepListing(url: string, headers: Readonly<Record<string, string>>, body: Buffer): void {
    const { etag, modified } = stamps(headers);
    if (etag === undefined && modified === undefined) return;
    const file = this.#listingFile(url);
    writeFileSync(`${file}.part`, gzipSync(body));
    renameSync(`${file}.part`, file);
    this.note({ kind: 'listing', url, etag, modified });
  }

  /** Brings everything to the disk: what is stored before what is noted of it. */
  sync(): void {
    this.#archive.sync();
    this.#log.sync();
  }

  close(): void {
    this.sync();
    this.#archive.close();
    this.#log.close();
    this.#unlock();
  }

  #recover(): void {
    const ends = new Map<string, number>();
    for (const { key, versions } of this.all()) {
      for (const { file, offset, length } of [...versions]) {
        const end = offset + length;
        if (this.#archive.sizeOf(file) >= end) ends.set(file, Math.max(ends.get(file) ?? 0, end));
        // what a power cut took is collected again
        else this.note({ kind: 'lost', key, file, offset });
      }
    }
    for (const file of this.#archive.files()) {
      for (const { place, digest, page } of this.#archive.recover(file, ends.get(file) ?? 0)) {
        const { key, source, at, url, headers } = page;
        this.note({ kind: 'page', key, source, at, url, digest, ...place, ...stamps(headers) });
      }
    }
  }

  #listingFile(url: string): string {
    return join(this.#folder, LISTINGS, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.gz`);
  }
}

const stamps = (headers: Readonly<Record<string, string>>): Pick<Version, 'etag' | 'modified'> => ({
  etag: headers.etag,
  modified: headers['last-modified'],
});

/** What a folder's log comes to, without opening it for writing. */
function readMemory(file: string): { memory: Memory; entries: number; damaged: number } {
  const memory = new Memory();
  return { memory, ...readLog<Entry>(file, (entry) => memory.take(entry)) };
}

/** The last runs of each source in a folder, whether or not another process collects into it. */
export const readRuns = (folder: string): ReadonlyMap<string, readonly RunTally[]> =>
  readMemory(join(folder, LOG)).memory.runs;
