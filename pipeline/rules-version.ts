import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataPath } from './0-contract/root.js';

/** What of `data/` extraction does not depend on: pages for people, the list of sites, folders without knowledge. */
const NO_KNOWLEDGE = /\.md$|^sources\.yaml$|^(?:articles|out|cache)(?:[\\/]|$)/u;

/** The program's own stages; the command is none. */
const STAGE = /^[0-9]-[a-z]+[\\/].*\.[jt]s$/u;

/**
 * Changes whenever a stage or a file of `data/` does: articles read by another version are read again.
 * @returns twelve hexadecimal digits
 */
export function rulesVersion(): string {
  const hash = createHash('sha256');
  const add = (folder: string, wanted: (file: string) => boolean): void => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter(wanted)
      .sort();
    for (const file of files) hash.update(file.replaceAll('\\', '/')).update(readFileSync(join(folder, file)));
  };
  add(dirname(fileURLToPath(import.meta.url)), (file) => STAGE.test(file));
  add(dataPath(), (file) => !NO_KNOWLEDGE.test(file));
  return hash.digest('hex').slice(0, 12);
}
