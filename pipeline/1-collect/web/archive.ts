import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { SkipArticle } from '../../0-contract/errors.js';

/** Where a page lies: a member of a gzipped WARC file of the folder. */
export interface Place {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** A page as it was got. */
export interface RawPage {
  /** Under which it is known: normalised. */
  readonly key: string;
  /** After redirects. */
  readonly url: string;
  readonly source: string;
  /** ISO datetime. */
  readonly at: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Recovered {
  readonly place: Place;
  /** `sha256:…` of the body. */
  readonly digest: string;
  readonly page: RawPage;
}

/** Headers that speak of the way the answer took, and not of what is kept. */
const OF_THE_WAY = new Set(['transfer-encoding', 'connection', 'keep-alive', 'set-cookie', 'content-length']);

/**
 * The pages as they came, in WARC files (ISO 28500): one for each source and month, each page a gzip member of its own.
 * Other programs read them (ReplayWeb.page shows them as they were), and a record names its own checksum.
 */
export class Archive {
  readonly #folder: string;
  readonly #open = new Map<string, { handle: number; size: number }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  files(): string[] {
    return readdirSync(this.#folder).filter((name) => name.endsWith('.warc.gz'));
  }

  sizeOf(file: string): number {
    const path = join(this.#folder, file);
    return existsSync(path) ? this.#target(file).size : 0;
  }

  /**
   * Adds a page. When this returns a killed process does not lose it.
   * @param file that of its source and month unless given
   */
  add(page: RawPage, digest: string, file = `${page.source}-${page.at.slice(0, 7)}.warc.gz`): Place {
    const packed = gzipSync(recordOf(page, digest));
    const target = this.#target(file);
    const place = { file, offset: target.size, length: packed.length };
    writeSync(target.handle, packed, 0, packed.length, target.size);
    target.size += packed.length;
    return place;
  }

  /** @throws SkipArticle when it is not there or is damaged */
  read({ file, offset, length }: Place): RawPage & { readonly digest: string } {
    const path = join(this.#folder, file);
    try {
      const bytes = Buffer.alloc(length);
      const handle = openSync(path, 'r');
      try {
        readSync(handle, bytes, 0, length, offset);
      } finally {
        closeSync(handle);
      }
      return parse(gunzipSync(bytes));
    } catch (error) {
      throw new SkipArticle(`its page in ${file} cannot be read (${(error as Error).message}); collect it again`);
    }
  }

  /**
   * The whole records behind `from`, which a killed process wrote and did not note down; a torn one is cut off.
   */
  recover(file: string, from: number): Recovered[] {
    if (this.sizeOf(file) <= from) return [];
    const { handle, size } = this.#target(file);
    const bytes = Buffer.alloc(size - from);
    readSync(handle, bytes, 0, bytes.length, from);
    const found: Recovered[] = [];
    let at = 0;
    while (at < bytes.length) {
      const member = firstMember(bytes.subarray(at));
      if (!member) break;
      const { digest, ...page } = parse(member.content);
      found.push({ place: { file, offset: from + at, length: member.length }, digest, page });
      at += member.length;
    }
    if (at < bytes.length) ftruncateSync(handle, from + at);
    this.#open.set(file, { handle, size: from + at });
    return found;
  }

  remove(file: string): void {
    const open = this.#open.get(file);
    if (open) closeSync(open.handle);
    this.#open.delete(file);
    rmSync(join(this.#folder, file), { force: true });
  }

  sync(): void {
    for (const { handle } of this.#open.values()) fsyncSync(handle);
  }

  close(): void {
    for (const { handle } of this.#open.values()) closeSync(handle);
    this.#open.clear();
  }

  #target(file: string): { handle: number; size: number } {
    const known = this.#open.get(file);
    if (known) return known;
    const path = join(this.#folder, file);
    const handle = openSync(path, existsSync(path) ? 'r+' : 'w+');
    const target = { handle, size: statSync(path).size };
    this.#open.set(file, target);
    return target;
  }
}

const CRLF = '\r\n';

/** A record of the type `response`: its own head, the head of the answer, the body. */
function recordOf({ key, url, source, at, headers, body }: RawPage, digest: string): Buffer {
  const answer = ['HTTP/1.1 200 OK', ...fields({ ...kept(headers), 'content-length': String(body.length) })];
  const head = Buffer.from(answer.join(CRLF) + CRLF + CRLF);
  const record = [
    'WARC/1.1',
    ...fields({
      'WARC-Type': 'response',
      'WARC-Record-ID': `<urn:uuid:${randomUUID()}>`,
      'WARC-Date': at,
      'WARC-Target-URI': url,
      'Content-Type': 'application/http; msgtype=response',
      'Content-Length': String(head.length + body.length),
      'WARC-Payload-Digest': digest,
      'Saites-Source': source,
      'Saites-Key': key,
    }),
  ];
  return Buffer.concat([Buffer.from(record.join(CRLF) + CRLF + CRLF), head, body, Buffer.from(CRLF + CRLF)]);
}

const fields = (all: Readonly<Record<string, string>>): string[] =>
  Object.entries(all).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/gu, ' ')}`);

/** The body is kept unpacked, so what says how it was packed goes by another name, as archives do it. */
function kept(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !OF_THE_WAY.has(name))
      .map(([name, value]) => [name === 'content-encoding' ? 'x-archive-orig-content-encoding' : name, value]),
  );
}

function parse(record: Buffer): RawPage & { readonly digest: string } {
  const [warc, answerAt] = headAt(record, 0);
  const [headers, bodyAt] = headAt(record, answerAt);
  const body = record.subarray(bodyAt, answerAt + Number(warc['content-length']));
  const digest = digestOf(body);
  if (digest !== warc['warc-payload-digest']) throw new Error('its checksum differs');
  const told = (name: string): string => warc[name] ?? '';
  return {
    key: told('saites-key'),
    url: told('warc-target-uri'),
    source: told('saites-source'),
    at: told('warc-date'),
    headers,
    body,
    digest,
  };
}

/** The fields of a head and where it ends. */
function headAt(record: Buffer, from: number): [Record<string, string>, number] {
  const end = record.indexOf(CRLF + CRLF, from);
  if (end < 0) throw new Error('it is torn');
  const lines = record.toString('utf8', from, end).split(CRLF).slice(1);
  const all = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
  return [Object.fromEntries(all), end + 2 * CRLF.length];
}

/** Of a body, as WARC writes it. */
export const digestOf = (body: Uint8Array): string => `sha256:${createHash('sha256').update(body).digest('hex')}`;

/** As `gzipSync` writes it: no name, no comment. */
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;

/** The first gzip member of some bytes, unpacked; undefined when it is not whole. */
function firstMember(bytes: Buffer): { content: Buffer; length: number } | undefined {
  try {
    // gunzip would take all members for one
    const { buffer, engine } = inflateRawSync(bytes.subarray(GZIP_HEAD), { info: true }) as unknown as Inflated;
    const length = GZIP_HEAD + engine.bytesWritten + GZIP_TAIL;
    const isWhole = length <= bytes.length && bytes.readUInt32LE(length - GZIP_TAIL) === crc32(buffer);
    return isWhole ? { content: buffer, length } : undefined;
  } catch {
    return undefined;
  }
}

/** What zlib gives with `info`; the types of Node do not know it. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
