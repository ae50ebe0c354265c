import { readFileSync } from 'node:fs';
import { dataPath } from './root.js';

/**
 * Reads a word list of `data/`: one entry a line, `#` begins a note.
 * @param path below `data/`, `lexicon/abbreviations.txt`
 */
export const readList = (path: string): string[] =>
  readFileSync(dataPath(...path.split('/')), 'utf8')
    .normalize('NFC')
    .split(/\r?\n/u)
    .map((line) => line.replace(/(?:^|\s)#.*$/u, '').trim())
    .filter((line) => line !== '');
