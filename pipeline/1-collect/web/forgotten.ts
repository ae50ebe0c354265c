import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SkipArticle } from '../../0-contract/errors.js';
import { blanked, namesIn, wordsOfName } from '../../0-contract/names-in.js';
import { decode } from '../decode.js';
import type { RawPage } from './archive.js';
import { mediaTypeOf } from './media-type.js';

const FILE = 'forgotten.json';

interface Kept {
  readonly salt: string;
  /** Words of the longest name. */
  readonly words: number;
  /** Salted hashes of the names in all case forms. */
  readonly hashes: readonly string[];
  /** Page → hashes of names that are blanked there only, and of those that are somebody else's there. */
  readonly within?: Readonly<Record<string, readonly string[]>>;
  readonly except?: Readonly<Record<string, readonly string[]>>;
}

/** Where names are to be blanked; pages by their keys. */
export interface Where {
  /** Pages that name the person: surnames alone are blanked too. */
  readonly own: readonly string[];
  /** Pages that name somebody else so. */
  readonly others: readonly string[];
  /** In all other pages too, and in those to come. */
  readonly everywhere: boolean;
}

const EVERYWHERE: Where = { own: [], others: [], everywhere: true };

/** Names that no page may hold, also when it comes again, without a readable one. */
export class Forgotten {
  readonly #file: string;
  #kept: Kept;
  #hashes: ReadonlySet<string>;

  constructor(folder: string) {
    this.#file = join(folder, FILE);
    this.#kept = existsSync(this.#file)
      ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Kept)
      : { salt: randomBytes(16).toString('hex'), words: 0, hashes: [] };
    this.#hashes = new Set(this.#kept.hashes);
  }

  get isEmpty(): boolean {
    return this.#kept.words === 0;
  }

  /** @param names in all case forms */
  add(names: Iterable<string>, { own, others, everywhere }: Where = EVERYWHERE): void {
    const all = [...names].map(wordsOfName).filter((words) => words !== '');
    const { salt, words, hashes, within = {}, except = {} } = this.#kept;
    const hashed = all.map((name) => this.#hashOf(name));
    const full = all.filter((name) => name.includes(' ')).map((name) => this.#hashOf(name));
    const withMore = (of: NonNullable<Kept['within']>, pages: readonly string[], more: readonly string[]) => ({
      ...of,
      ...Object.fromEntries(pages.map((page) => [page, [...new Set([...(of[page] ?? []), ...more])].sort()])),
    });
    this.#kept = {
      salt,
      words: Math.max(words, ...all.map((name) => name.split(' ').length)),
      hashes: everywhere ? [...new Set([...hashes, ...full])].sort() : hashes,
      within: withMore(within, own, hashed),
      except: withMore(except, others, full),
    };
    this.#hashes = new Set(this.#kept.hashes);
    writeFileSync(`${this.#file}.part`, JSON.stringify(this.#kept));
    renameSync(`${this.#file}.part`, this.#file);
  }

  #hashOf(words: string): string {
    return createHash('sha256').update(`${this.#kept.salt} ${words}`).digest('hex');
  }

  /** The text with the names blanked, as long as before. @param page key of the page that it is of */
  blank(text: string, page: string): string {
    if (this.isEmpty) return text;
    const { words, within, except } = this.#kept;
    const [here, spared] = [new Set(within?.[page]), new Set(except?.[page])];
    const isName = (name: string): boolean => {
      const hash = this.#hashOf(name);
      return here.has(hash) || (this.#hashes.has(hash) && !spared.has(hash));
    };
    return blanked(text, namesIn(text.replaceAll('&nbsp;', '      '), words, isName));
  }

  /** The same page, or one without the names. What is no text is given as it is. */
  without(page: RawPage): RawPage {
    if (this.isEmpty) return page;
    const text = textOf(page);
    const without = text === undefined ? undefined : this.blank(text, page.key);
    if (without === undefined || without === text) return page;
    const type = (page.headers['content-type'] ?? '').replace(/\s*;.*$/u, '');
    return {
      ...page,
      headers: { ...page.headers, 'content-type': `${type}; charset=utf-8` },
      body: Buffer.from(without),
    };
  }
}

/** Undefined for what is no text, as a PDF. */
export function textOf({ headers, body }: RawPage): string | undefined {
  const mediaType = mediaTypeOf(headers['content-type'] ?? '', body);
  if (mediaType === undefined) return undefined;
  try {
    return decode(body, mediaType);
  } catch (error) {
    if (error instanceof SkipArticle) return undefined;
    throw error;
  }
}
