import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sink } from '../../graph/export/values.js';
import { Stop } from '../0-contract/errors.js';
import { textWriter } from './files.js';

/** Lists the files of an export, so that the next one into the same folder replaces them and nothing else. */
const LIST = 'export.json';
const listSchema = z.object({
  format: z.string(),
  // a list that somebody changed must not lead out of its folder
  files: z.array(z.string().refine((name) => !/\\|:|^\/|(?:^|\/)\.{0,2}(?:\/|$)/u.test(name))),
});

function filesOfEarlier(folder: string, format: string): string[] {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return [];
  try {
    const found = listSchema.parse(JSON.parse(readFileSync(join(folder, LIST), 'utf8')));
    if (found.format === format) return found.files;
  } catch {
    // told below
  }
  throw new Stop(`${folder} holds other files: name a folder that is new, empty, or holds an earlier ${format} export`);
}

/**
 * A folder for an export of several files. What an earlier export left there is replaced by `finish`; other files are never
 * touched.
 * @throws Stop when the folder holds something else
 */
export function exportFolder(folder: string, format: string): Sink & { finish(): void } {
  const earlier = filesOfEarlier(folder, format);
  const files: string[] = [];
  return {
    open(name) {
      files.push(name);
      return textWriter(join(folder, name));
    },
    finish() {
      for (const name of earlier) if (!files.includes(name)) rmSync(join(folder, name), { force: true });
      writeFileSync(join(folder, LIST), `${JSON.stringify({ format, files: files.sort() }, null, 1)}\n`);
    },
  };
}
