import { readData } from './data-file.js';

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
  readData(path)
    .split(/\r?\n/u)
    .map((line, i) => ({ line: i + 1, text: line.replace(/(?:^|\s)#.*$/u, '').trim() }))
    .filter(({ text }) => text !== '');
