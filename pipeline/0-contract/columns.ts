/** Turns a cell of a table into what it stands for; throws an error that says what was expected. */
export type Column<Value> = (cell: string) => Value;
export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RowOf<Table extends Columns> = { readonly [Name in keyof Table]: ReturnType<Table[Name]> };

/** Text of at least so many characters. */
export const text =
  (least = 0): Column<string> =>
  (cell) => {
    if (cell.length < least) throw new Error(`unexpected «${cell}», expected ${least} characters or more`);
    return cell;
  };

/** One of some words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Column<Word> =>
  (cell) => {
    const known = words.find((word) => word === cell);
    if (known === undefined) throw new Error(`unexpected «${cell}», expected ${words.map(quoted).join(', ')}`);
    return known;
  };

const quoted = (word: string): string => (word === '' ? 'nothing' : word);

/** A number from one to another, both inclusive. */
export const number =
  (least: number, most = Number.POSITIVE_INFINITY): Column<number> =>
  (cell) => {
    const value = Number(cell);
    if (cell === '' || Number.isNaN(value) || value < least || value > most) {
      throw new Error(`unexpected «${cell}», expected a number from ${least}${most < Infinity ? ` to ${most}` : ''}`);
    }
    return value;
  };

/** A whole number from one to another, both inclusive. */
export const whole = (least: number, most?: number): Column<number> => {
  const any = number(least, most);
  return (cell) => {
    const value = any(cell);
    if (!Number.isInteger(value)) throw new Error(`unexpected «${cell}», expected a whole number`);
    return value;
  };
};
