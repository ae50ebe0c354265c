import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Stop } from '../0-contract/errors.js';

/** A file is written beside its place and moved there when it is whole. */
const PART = '.part';

/** Writes `value` as JSON to `folder/path`. */
export async function writeJson(folder: string, path: string, value: unknown): Promise<void> {
  const file = join(folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file + PART, `${JSON.stringify(value, null, 1)}\n`);
    await rename(file + PART, file);
  } catch (error) {
    throw unwritable(file, error);
  }
}

export interface TextWriter {
  write(text: string): Promise<void>;
  /** Puts the file in its place. */
  end(): Promise<void>;
}

/** Writes a file in pieces. */
export function textWriter(file: string): TextWriter {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unwritable(file, error);
  }
  const stream = createWriteStream(file + PART);
  // told to whoever writes next
  stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(unwritable(file, error)) : resolve()));
      }),
    async end() {
      stream.end();
      try {
        await finished(stream);
        renameSync(file + PART, file);
      } catch (error) {
        throw unwritable(file, error);
      }
    },
  };
}

/** Writes lines to a file. */
export function lineWriter(file: string): TextWriter {
  const writer = textWriter(file);
  return { ...writer, write: (line) => writer.write(`${line}\n`) };
}

const unwritable = (file: string, error: unknown): Stop =>
  new Stop(
    `${file}: cannot be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}); name another place`,
  );
