export interface StatusLine {
  /** Puts a text in the place of the one before. */
  show(text: string): void;
  clear(): void;
}

/** A line of the terminal that says what goes on, on standard error; nothing where that is no terminal, or when quiet. */
export function statusLine(quiet: boolean): StatusLine {
  const { stderr } = process;
  if (!stderr.isTTY || quiet) return { show: () => {}, clear: () => {} };
  return {
    show: (text) => void stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns || 80) - 1)}`),
    clear: () => void stderr.write('\r\u001b[K'),
  };
}
