import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { normaliseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import type { Notes } from '../0-contract/notes.js';
import type { MediaType, Page } from '../0-contract/types.js';
import { decode, decodeArticle } from './decode.js';
import { type Extension, findFiles, type InputFile } from './files.js';
import { readJsonl } from './jsonl.js';
import { LIMIT, LIMIT_TEXT } from './limit.js';
import { readStandardInput } from './standard-input.js';

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
  '.pdf': 'application/pdf',
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
    const bytes = await readFile(file);
    const content = mediaType === 'application/pdf' ? { text: '', bytes } : { text: decodeArticle(bytes, mediaType) };
    const url = await addressBeside(file, extension, notes);
    yield { from, path, mediaType, ...content, given: url ? { url } : {}, modified };
  } catch (error) {
    if (error instanceof SkipArticle) notes.error(from, error.message);
    else if (isFileError(error)) notes.error(from, `cannot be read (${error.code}); look at its permissions`);
    else throw error;
  }
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

const isFileError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code);
