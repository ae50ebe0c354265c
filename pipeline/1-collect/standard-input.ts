import { SkipArticle } from '../0-contract/errors.js';
import type { Notes } from '../0-contract/notes.js';
import type { Page } from '../0-contract/types.js';
import { decodeArticle } from './decode.js';
import { readJsonl } from './jsonl.js';
import { LIMIT, LIMIT_TEXT } from './limit.js';

/** JSONL when the first line is a JSON object, else one article, HTML or plain. */
export async function* readStandardInput(stream: AsyncIterable<Uint8Array>, notes: Notes): AsyncGenerator<Page> {
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
    yield { from, path: 'standard-input', mediaType, text: decodeArticle(bytes, mediaType), given: {} };
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
