import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Dispatcher, request as send } from 'undici';

/** What was got from one address, without following it anywhere. */
export interface Answer {
  readonly status: number;
  /** Names in small letters; of several values the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed; absent unless the status is 200. */
  readonly body?: Buffer;
}

export interface RequestOptions {
  readonly dispatcher: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  /** Most bytes, as sent and decompressed. */
  readonly most: number;
  /** Milliseconds for the whole answer. */
  readonly within: number;
  /** Is told the content type; what it gives is the reason why the body is not read. */
  readonly refuse?: (contentType: string) => string | undefined;
}

/** The server answered what is not wanted: asking again changes nothing. */
export class Unwanted extends Error {
  override readonly name = 'Unwanted';
}

/** No answer, or half of one: it may come another time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * One request.
 * @throws Unwanted, NoAnswer; PrivateAddress comes through
 */
export async function request(url: URL, options: RequestOptions): Promise<Answer> {
  const { dispatcher, headers, most, within, refuse } = options;
  const abort = new AbortController();
  const late = new NoAnswer(`did not answer within ${within / 1000} s`);
  const timer = setTimeout(() => abort.abort(late), within);
  try {
    const answer = await send(url, { dispatcher, headers: { ...headers }, signal: abort.signal });
    const told = plain(answer.headers);
    if (answer.statusCode !== 200) {
      // a short one is read to its end, so that the connection can be used again
      await answer.body.dump({ limit: 64 * 1024 }).catch(() => {});
      return { status: answer.statusCode, headers: told };
    }
    const reason = refuse?.(told['content-type'] ?? '');
    if (reason !== undefined) throw new Unwanted(reason);
    const body = await read(answer.body, told['content-encoding'] ?? '', most);
    return { status: 200, headers: told, body };
  } catch (error) {
    throw abort.signal.aborted && abort.signal.reason === late ? late : explained(error);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

function plain(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) all[name.toLowerCase()] = first;
  }
  return all;
}

const DECODERS = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
} as const;

const tooLarge = (most: number): Unwanted =>
  new Unwanted(`is larger than ${Math.round(most / 1024 / 1024)} MB; left alone`);

async function read(body: AsyncIterable<Buffer>, encoding: string, most: number): Promise<Buffer> {
  const sent = await whole(body, most);
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const [coding] = codings;
  if (coding === undefined || sent.length === 0) return sent;
  if (codings.length > 1 || !(coding in DECODERS))
    throw new Unwanted(`is packed as ${encoding}, which was not asked for`);
  try {
    return DECODERS[coding as keyof typeof DECODERS](sent, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw new NoAnswer('is packed wrongly');
  }
}

async function whole(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > most) throw tooLarge(most);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

const CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNRESET: 'broke off',
  UND_ERR_SOCKET: 'broke off',
  UND_ERR_CONNECT_TIMEOUT: 'could not be reached in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle',
};

/** Errors of the net become `NoAnswer` with words; others stay what they are. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Unwanted || error instanceof NoAnswer) return error;
  if (error.name === 'PrivateAddress') return error;
  const inner = 'errors' in error && Array.isArray(error.errors) ? (error.errors[0] as Error) : error;
  const code = 'code' in inner ? String(inner.code) : '';
  return new NoAnswer(CODES[code] ?? `broke off (${code || inner.message})`);
}
