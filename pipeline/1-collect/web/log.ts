import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';

/**
 * A file that is only added to: one JSON value a line, each after its checksum (CRC-32, eight hexadecimal digits). A line
 * that was torn by a crash, or that somebody changed, does not fit its checksum and is left out; the others stand.
 */
export interface Log<Entry> {
  /** Is on its way to the disk when this returns; a killed process loses nothing, a power cut what was not synced. */
  append(entry: Entry): void;
  sync(): void;
  close(): void;
}

const SUM = 8;

const lineOf = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `${crc32(json).toString(16).padStart(SUM, '0')} ${json}\n`;
};

/**
 * Reads all whole entries, in order, one at a time: a log of years is larger than what it comes to.
 * @param take is given each entry
 * @returns how many entries there are, and how many lines are damaged
 */
export function readLog<Entry>(file: string, take: (entry: Entry) => void): { entries: number; damaged: number } {
  let [entries, damaged] = [0, 0];
  for (const line of linesOf(file)) {
    const json = line.slice(SUM + 1);
    if (line.length > SUM && crc32(json) === Number.parseInt(line.slice(0, SUM), 16)) {
      take(JSON.parse(json));
      entries++;
    } else if (line !== '') damaged++;
  }
  return { entries, damaged };
}

/** Bytes that are read at once. */
const CHUNK = 65_536;

function* linesOf(file: string): Generator<string> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK);
  let rest = '';
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    yield rest + decoder.end();
  } finally {
    closeSync(handle);
  }
}

/** Opens a log for adding; the torn end of a killed process becomes a line of its own. */
export function openLog<Entry>(file: string): Log<Entry> {
  const handle = openSync(file, 'a+');
  const { size } = statSync(file);
  const last = Buffer.alloc(1);
  if (size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 10) writeSync(handle, '\n');
  return {
    append: (entry) => void writeSync(handle, lineOf(entry)),
    sync: () => fsyncSync(handle),
    close: () => closeSync(handle),
  };
}

/** Puts a log in the place of another one, at once and whole. */
export function replaceLog<Entry>(file: string, entries: Iterable<Entry>): void {
  const part = `${file}.part`;
  writeFileSync(part, Array.from(entries, lineOf).join(''));
  const handle = openSync(part, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, file);
}
