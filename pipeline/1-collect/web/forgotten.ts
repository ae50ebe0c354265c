import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SkipArticle } from '../../0-contract/errors.js';
import { fold } from '../../0-contract/fold.js';
import { decode } from '../decode.js';
import type { RawPage } from './archive.js';
import { mediaTypeOf } from './media-type.js';

const FILE = 'forgotten.json';
const WORD = /[\p{L}\p{N}]+/gu;
/** What stands between the words of one name. */
const WITHIN = /^[\s.\-–]{0,8}$/u;
const BLANK = '█';

interface Kept {
  readonly salt: string;
  /** Words of the longest name. */
  readonly words: number;
  /** Salted hashes of the names in all case forms. */
  readonly hashes: readonly string[];
}

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

  /** @param names in all case forms */
  add(names: Iterable<string>): void {
    const all = [...names].map((name) => fold(name).match(WORD) ?? []).filter(({ length }) => length > 0);
    const { salt, words, hashes } = this.#kept;
    this.#kept = {
      salt,
      words: Math.max(words, ...all.map(({ length }) => length)),
      hashes: [...new Set([...hashes, ...all.map((name) => this.#hashOf(name))])].sort(),
    };
    this.#hashes = new Set(this.#kept.hashes);
    writeFileSync(`${this.#file}.part`, JSON.stringify(this.#kept));
    renameSync(`${this.#file}.part`, this.#file);
  }

  #hashOf(words: readonly string[]): string {
    return createHash('sha256')
      .update(`${this.#kept.salt} ${words.join(' ')}`)
      .digest('hex');
  }

  /** The text with the names blanked, as long as before. */
  blank(text: string): string {
    if (this.#hashes.size === 0) return text;
    const searched = text.replaceAll('&nbsp;', '      ');
    const words = [...searched.matchAll(WORD)].map(({ 0: word, index }) => ({
      word: fold(word),
      start: index,
      end: index + word.length,
    }));
    const pieces: string[] = [];
    let at = 0;
    for (let i = 0; i < words.length; i++)
      for (let n = Math.min(this.#kept.words, words.length - i); n > 0; n--) {
        const name = words.slice(i, i + n);
        const whole = name.every(({ start }, k) => k === 0 || WITHIN.test(searched.slice(name[k - 1]?.end, start)));
        if (!whole || !this.#hashes.has(this.#hashOf(name.map(({ word }) => word)))) continue;
        const [from, to] = [name[0]?.start ?? 0, name.at(-1)?.end ?? 0];
        pieces.push(text.slice(at, from), BLANK.repeat(to - from));
        at = to;
        i += n - 1;
        break;
      }
    return at === 0 ? text : pieces.join('') + text.slice(at);
  }

  /** The same page, or one without the names. What is no text is given as it is. */
  without(page: RawPage): RawPage {
    if (this.#hashes.size === 0) return page;
    const text = textOf(page);
    const blanked = text === undefined ? undefined : this.blank(text);
    if (blanked === undefined || blanked === text) return page;
    const type = (page.headers['content-type'] ?? '').replace(/\s*;.*$/u, '');
    return {
      ...page,
      headers: { ...page.headers, 'content-type': `${type}; charset=utf-8` },
      body: Buffer.from(blanked),
    };
  }
}

function textOf({ headers, body }: RawPage): string | undefined {
  const mediaType = mediaTypeOf(headers['content-type'] ?? '', body);
  if (mediaType === undefined) return undefined;
  try {
    return decode(body, mediaType);
  } catch (error) {
    if (error instanceof SkipArticle) return undefined;
    throw error;
  }
}
