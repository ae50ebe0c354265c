/** Results: standard output, so that they can be piped. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Everything else: standard error. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Columns of the terminal; a fixed width elsewhere, so that what is piped is the same everywhere. */
export const width = (): number => Math.max(60, process.stdout.columns ?? (Number(process.env.COLUMNS) || 100));

/** `1 article`, `2 articles` */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
