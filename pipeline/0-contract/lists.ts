import { readFileSync } from 'node:fs';
import { dataPath } from './root.js';

/** An entry of a word list and the line of the file that holds it, counted from 1. */
export interface ListLine {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a word list of `data/`: one entry a line, `#` begins a note.
 * @param path below `data/`, `lexicon/abbreviations.txt`
 */
export const readList = (path: string): string[] => readListLines(path).map(({ text }) => text);

/** The same with the number of each line, for errors that name it. */
export const readListLines = (path: string): ListLine[] =>
  readFileSync(dataPath(...path.split('/')), 'utf8')
    .normalize('NFC')
    .split(/\r?\n/u)
    .map((line, i) => ({ line: i + 1, text: line.replace(/(?:^|\s)#.*$/u, '').trim() }))
    .filter(({ text }) => text !== '');
