import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
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
 * Reads all whole entries, in order.
 * @returns the entries and how many lines are damaged
 */
export function readLog<Entry>(file: string): { entries: Entry[]; damaged: number } {
  const entries: Entry[] = [];
  let damaged = 0;
  for (const line of linesOf(file)) {
    const json = line.slice(SUM + 1);
    if (line.length > SUM && crc32(json) === Number.parseInt(line.slice(0, SUM), 16)) entries.push(JSON.parse(json));
    else if (line !== '') damaged++;
  }
  return { entries, damaged };
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
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
