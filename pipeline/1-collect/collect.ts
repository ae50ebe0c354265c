import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { normaliseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import type { Notes } from '../0-contract/notes.js';
import type { MediaType, Page } from '../0-contract/types.js';
import { decode } from './decode.js';
import { type Extension, findFiles, type InputFile } from './files.js';
import { readJsonl } from './jsonl.js';
import { LIMIT, LIMIT_TEXT } from './limit.js';

export interface CollectOptions {
  /** Only these kinds of files in folders and globs. */
  readonly extensions?: readonly Extension[];
  /** What `-` reads; the process's standard input unless given. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
}

const MEDIA_TYPES: Record<Exclude<Extension, '.jsonl'>, MediaType> = {
  '.txt': 'text/plain',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.md': 'text/markdown',
};

/**
 * Reads articles from files, folders, globs and standard input (`-`), in the order they are named, one at a time.
 * What cannot be read is noted, and the others go on; of two articles with one id the first is kept.
 * @throws Stop before the first article when an input does not exist or holds none
 */
export async function* collect(
  inputs: readonly string[],
  notes: Notes,
  options: CollectOptions = {},
): AsyncGenerator<Page> {
  const sources: ('-' | InputFile)[] = [];
  for (const input of inputs) {
    if (input === '-') sources.push('-');
    else sources.push(...(await findFiles(input, options.extensions)));
  }
  const places = new Map<string, string>();
  const read = new Set<string>();
  for (const source of sources) {
    if (source !== '-') {
      // one file named twice, by a folder and a glob, is no mistake
      if (read.has(source.file)) continue;
      read.add(source.file);
    }
    const pages =
      source === '-' ? readStandardInput(options.standardInput ?? process.stdin, notes) : readOne(source, notes);
    for await (const page of pages) {
      const { url, id } = page.given;
      const key = (url && normaliseAddress(url)) ?? id ?? page.path;
      const first = places.get(key);
      if (first === undefined) {
        places.set(key, page.from);
        yield page;
      } else {
        notes.error(page.from, `has the id of ${first} («${key}») and was left out; give it another id`);
      }
    }
  }
}

async function* readOne(source: InputFile, notes: Notes): AsyncGenerator<Page> {
  const { file, from, path, extension } = source;
  const { size, mtime } = await stat(file);
  const modified = mtime.toISOString().slice(0, 10);
  try {
    if (size === 0) throw new SkipArticle('is empty; put the text of an article in it or remove it');
    if (extension === '.jsonl') {
      yield* readJsonl(createReadStream(file), { from, path, modified }, notes);
      return;
    }
    if (size > LIMIT) throw new SkipArticle(`is larger than ${LIMIT_TEXT}; an article is never that large, split it`);
    const mediaType = MEDIA_TYPES[extension];
    const text = readable(await readFile(file), mediaType);
    const url = await addressBeside(file, extension, notes);
    yield { from, path, mediaType, text, given: url ? { url } : {}, modified };
  } catch (error) {
    if (error instanceof SkipArticle) notes.error(from, error.message);
    else if (isFileError(error)) notes.error(from, `cannot be read (${error.code}); look at its permissions`);
    else throw error;
  }
}

function readable(bytes: Uint8Array, mediaType: MediaType): string {
  const text = decode(bytes, mediaType);
  if (text.trim() === '') throw new SkipArticle('is empty; put the text of an article in it or remove it');
  return text;
}

/** The first line of `NAME.url.txt`, where it lies beside `NAME.html`. */
async function addressBeside(file: string, extension: string, notes: Notes): Promise<string | undefined> {
  const beside = `${file.slice(0, -extension.length)}.url.txt`;
  const bytes = await readFile(beside).catch(() => undefined);
  if (!bytes) return undefined;
  const address = decode(bytes).trim().split(/\s/u)[0] ?? '';
  if (normaliseAddress(address)) return address;
  notes.warn(beside, `unexpected «${address}», expected an http(s) address; read without it`);
  return undefined;
}

/** JSONL when the first line is a JSON object, else one article, HTML or plain. */
async function* readStandardInput(stream: AsyncIterable<Uint8Array>, notes: Notes): AsyncGenerator<Page> {
  const from = 'standard input';
  const chunks = stream[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const pull = async (): Promise<void> => {
    const { value, done } = await chunks.next();
    ended = done === true;
    if (ended) return;
    const bytes = Buffer.from(value);
    start.push(bytes);
    size += bytes.length;
  };
  const firstLine = (): Buffer | undefined => {
    const all = Buffer.concat(start);
    const text = all.subarray(all.findIndex((byte) => byte > 32));
    const end = text.indexOf(10);
    return end >= 0 || ended ? text.subarray(0, end < 0 ? text.length : end) : undefined;
  };
  while (!ended && size <= LIMIT && !firstLine()) await pull();
  try {
    if (isJsonObject(firstLine())) {
      yield* readJsonl(rest(start, chunks), { from, path: from }, notes);
      return;
    }
    while (!ended && size <= LIMIT) await pull();
    if (size === 0) throw new SkipArticle('is empty; send it an article, or name a file or folder');
    if (size > LIMIT) throw new SkipArticle(`is larger than ${LIMIT_TEXT}; an article is never that large, split it`);
    const bytes = Buffer.concat(start);
    const html = /^\s*(?:<!doctype html|<html)/iu.test(
      bytes
        .subarray(0, 512)
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/u, ''),
    );
    const mediaType = html ? 'text/html' : 'text/plain';
    yield { from, path: 'standard-input', mediaType, text: readable(bytes, mediaType), given: {} };
  } catch (error) {
    if (!(error instanceof SkipArticle)) throw error;
    notes.error(from, error.message);
  }
}

async function* rest(start: readonly Uint8Array[], chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* start;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield Buffer.from(next.value);
}

function isJsonObject(line: Buffer | undefined): boolean {
  const text = line
    ?.toString('utf8')
    .replace(/^\ufeff/u, '')
    .trim();
  if (!text?.startsWith('{')) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    // a broken first line of JSONL is told as such, not read as an article
    return /^\{\s*"\p{L}+"\s*:/u.test(text);
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code);
