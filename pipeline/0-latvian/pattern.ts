/**
 * The only place that builds a RegExp out of data. `\b` and `\w` know ASCII letters only, with or without the u flag:
 * `/\bšis\b/u` does not match «šis», `/janvār\b/` matches inside «janvārī». So boundaries are made here.
 */
/**
 * Latin, Greek and Cyrillic letters with their marks, and digits, as ranges: `[\p{L}\p{M}\p{N}]` says the same of the texts
 * that we meet, but with the flags i and u it takes milliseconds to compile, in every pattern again.
 */
const LETTER_OR_DIGIT =
  '[\\dA-Za-zªµº\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0300-\\u037d\\u0386-\\u0481\\u048a-\\u052f\\u1e00-\\u1fff]';
const NOT_AFTER = `(?<!${LETTER_OR_DIGIT})`;
const NOT_BEFORE = `(?!${LETTER_OR_DIGIT})`;

/** Makes any text safe inside a pattern. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** Words by their letters: what may follow, and whether a word ends here. */
interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

/**
 * Alternatives, the longest that fits first, so that `Jūrmala` does not hide `Jūrmalas`. Spaces match any white space.
 * Words share their beginnings (`jū[nl]ij(?:a|am|s|u|ā)`), which makes long lists several times quicker to compile and match.
 */
export function oneOf(words: Iterable<string>): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const word of [...new Set(words)].toSorted()) {
    let branch = root;
    for (const letter of word.replace(/\s+/gu, ' ')) {
      const next = branch.next.get(letter) ?? { next: new Map<string, Branch>(), ends: false };
      branch.next.set(letter, next);
      branch = next;
    }
    branch.ends = true;
  }
  return `(?:${source(root)})`;
}

const letterSource = (letter: string): string => (letter === ' ' ? '\\s+' : literal(letter));

function source({ next, ends }: Branch): string {
  const single = [...next]
    .filter(([letter, { next: more }]) => letter !== ' ' && more.size === 0)
    .map(([letter]) => letter);
  const longer = [...next]
    .filter(([letter]) => !single.includes(letter))
    .map(([letter, branch]) => letterSource(letter) + source(branch));
  const [only] = single;
  if (only !== undefined) longer.push(single.length === 1 ? literal(only) : `[${single.map(literal).join('')}]`);
  const alternatives = longer.join('|');
  if (ends) return alternatives === '' ? '' : `(?:${alternatives})?`;
  return longer.length > 1 ? `(?:${alternatives})` : alternatives;
}

/** Many patterns name the same few lists: each is turned into a source once. */
const sources = new WeakMap<object, string>();
function ofList(words: Iterable<string>): string {
  const known = sources.get(words) ?? oneOf(words);
  sources.set(words, known);
  return known;
}

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
    return ofList(words);
  });
  return new RegExp(`${NOT_AFTER}(?:${filled})${NOT_BEFORE}`, 'dgiu');
}
