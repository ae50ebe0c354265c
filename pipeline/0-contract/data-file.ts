import { readFileSync } from 'node:fs';
import { Stop } from './errors.js';
import { dataPath } from './root.js';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file of `data/`, NFC, without the mark that some editors put at its beginning.
 * @param path below `data/`, `lexicon/posts.csv`
 * @throws Stop when it is not there, or was saved in another encoding; with the line
 */
export function readData(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(dataPath(...path.split('/')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Stop(`data/${path}: cannot be read (${code}); put the file back`);
  }
  try {
    return decoder.decode(bytes).normalize('NFC');
  } catch {
    throw new Stop(`data/${path}:${lineNotUtf8(bytes)}: is not UTF-8; save the file with the encoding UTF-8`);
  }
}

function lineNotUtf8(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
