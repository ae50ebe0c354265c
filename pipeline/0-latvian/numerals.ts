import { oneOf, text, whole } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import { declinePlural } from './declension.js';

const values: ReadonlyMap<string, number> = (() => {
  const rows = readTable('lexicon/numerals.csv', {
    word: text(2),
    value: whole(0),
    declined: oneOf('plural', 'fixed'),
  });
  const known = new Map<string, number>();
  for (const { word, value, declined } of rows) {
    known.set(word, value);
    if (declined === 'plural') for (const { form } of declinePlural(word)) known.set(form, value);
  }
  return known;
})();

const isTen = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0;

/**
 * The number that begins with these words, in any case, and how many of them it takes: `divdesmit sešās` → 26, 2.
 * @param words lower case
 */
export function numeralAt(words: readonly (string | undefined)[]): { value: number; words: number } | undefined {
  const value = values.get(words[0] ?? '');
  if (value === undefined) return undefined;
  const unit = isTen(value) ? values.get(words[1] ?? '') : undefined;
  return unit !== undefined && unit < 10 ? { value: value + unit, words: 2 } : { value, words: 1 };
}
