import { stringify } from 'csv-stringify/sync';
import type { Answer } from '../../graph/ask.js';
import { textOf } from './answer-sources.js';
import { answerTable } from './answer-table.js';

export const FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** An answer as text, without a line break at its end. */
export function formatAnswer(answer: Answer, format: Format, width: number): string {
  switch (format) {
    case 'json':
      return JSON.stringify(answer.rows, null, 2);
    case 'csv':
      return csv(answer).trimEnd();
    case 'markdown':
      return markdown(answer);
    case 'table':
      return answerTable(answer, width);
  }
}

const namesOf = ({ columns }: Answer): string[] => columns.map(({ name }) => name);

/**
 * Comma-separated with a header line; lists joined by `; `. A text that a spreadsheet would take for a formula gets a `'` before
 * it.
 */
const csv = (answer: Answer): string =>
  stringify(
    answer.rows.map((row) => namesOf(answer).map((name) => textOf(row[name]))),
    { header: true, columns: namesOf(answer), escape_formulas: true },
  );

function markdown(answer: Answer): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\\/gu, '\\\\').replace(/\|/gu, '\\|').replace(/\s+/gu, ' ')).join(' | ')} |`;
  const names = namesOf(answer);
  return [
    line(names),
    line(names.map(() => '---')),
    ...answer.rows.map((row) => line(names.map((name) => textOf(row[name])))),
  ].join('\n');
}
