/**
 * The only place that builds a RegExp out of data. `\b` and `\w` know ASCII letters only, with or without the u flag:
 * `/\bšis\b/u` does not match «šis», `/janvār\b/` matches inside «janvārī». So boundaries are made here.
 */
const LETTER_OR_DIGIT = '[\\p{L}\\p{M}\\p{N}]';
const NOT_AFTER = `(?<!${LETTER_OR_DIGIT})`;
const NOT_BEFORE = `(?!${LETTER_OR_DIGIT})`;

/** Makes any text safe inside a pattern. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** Alternatives, longest first, so that `Jūrmala` does not hide `Jūrmalas`. Spaces match any white space. */
export const oneOf = (words: Iterable<string>): string =>
  `(?:${[...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => literal(word).replace(/\s+/gu, '\\s+'))
    .join('|')})`;

/**
 * Compiles a pattern that stands between word boundaries.
 * @param source a RegExp source; `{{name}}` is replaced by the words of that list; ` ` matches any run of white space.
 * @param lists word lists by name
 * @throws Error for an unknown list, for `\b` and `\w`, and for what RegExp refuses
 */
export function compile(source: string, lists: Readonly<Record<string, Iterable<string>>> = {}): RegExp {
  if (/\\[bBwW]/u.test(source)) {
    throw new Error(
      `unexpected \\b or \\w in «${source}», expected {{lists}} and \\p{L}: they do not know Latvian letters`,
    );
  }
  const filled = source.replace(/ /gu, '\\s+').replace(/\{\{([\p{L}\p{N}_-]+)\}\}/gu, (_, name: string) => {
    const words = lists[name];
    if (!words)
      throw new Error(`unexpected list {{${name}}} in «${source}», expected one of ${Object.keys(lists).join(', ')}`);
    return oneOf(words);
  });
  return new RegExp(`${NOT_AFTER}(?:${filled})${NOT_BEFORE}`, 'dgiu');
}
