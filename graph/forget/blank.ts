/** What stands for each letter of a forgotten name, so that all other offsets hold. */
const BLANK = '█';

/** One letter for one: lower case without its diacritic. */
const plain = (text: string): string =>
  [...text]
    .map((letter) => {
      const folded = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return folded.length === letter.length ? folded : letter;
    })
    .join('');

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where folded names stand in a text, as words of their own. */
export function stretchesOf(text: string, names: Iterable<string>): Stretch[] {
  const searched = plain(text);
  const found: Stretch[] = [];
  for (const name of names)
    for (let at = searched.indexOf(name); name !== '' && at >= 0; at = searched.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (!isLetter(searched[at - 1]) && !isLetter(searched[end])) found.push({ start: at, end });
    }
  return found;
}

/** The text with stretches blanked, as long as before. */
export function blanked(text: string, stretches: readonly Stretch[]): string {
  let result = text;
  for (const { start, end } of stretches)
    result = result.slice(0, start) + BLANK.repeat(end - start) + result.slice(end);
  return result;
}

export const withoutNames = (text: string, names: Iterable<string>): string => blanked(text, stretchesOf(text, names));
