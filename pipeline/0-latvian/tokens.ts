import { Gap, type Token } from '../0-contract/types.js';

/** A token that has no sentence yet; who makes the sentences fills it in. */
export type BareToken = { -readonly [Key in keyof Token]: Token[Key] };

/** What a UTF-16 code unit is; 0 is not yet known. Letters and numbers make words; the rest stands alone. */
const SPACE = 1;
const MARK = 2;
const LOWER = 3;
const UPPER = 4;
const DIGIT = 5;
/** Combining marks: part of a word, neither letter nor digit. */
const JOINED = 6;
const SURROGATE = 7;

/** Filled as characters are met, so that a text costs a look-up a character and no regular expression. */
const CLASSES = new Uint8Array(0x10000);
const NEW_LINE = 10;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const found =
    unit >= 0xd800 && unit <= 0xdfff
      ? SURROGATE
      : /\s/u.test(character)
        ? SPACE
        : /\p{Lu}/u.test(character)
          ? UPPER
          : /\p{L}/u.test(character)
            ? LOWER
            : /\p{N}/u.test(character)
              ? DIGIT
              : /\p{M}/u.test(character)
                ? JOINED
                : MARK;
  CLASSES[unit] = found;
  return found;
}
const classAt = (text: string, i: number): number => {
  const unit = text.charCodeAt(i);
  return CLASSES[unit] || classify(unit);
};

/** Splits a stretch of text into runs of letters and digits and single other marks. */
export function tokenise(text: string, from = 0, to = text.length): BareToken[] {
  const tokens: BareToken[] = [];
  let gap: Gap = Gap.none;
  let i = from;
  while (i < to) {
    const first = classAt(text, i);
    if (first === SPACE) {
      let lines = 0;
      for (; i < to && classAt(text, i) === SPACE; i++) if (text.charCodeAt(i) === NEW_LINE) lines++;
      gap = lines === 0 ? Gap.space : lines === 1 ? Gap.line : Gap.paragraph;
      continue;
    }
    const start = i;
    if (first === MARK || first === SURROGATE) {
      // a character beyond the basic plane is one mark, of two units
      i += first === SURROGATE && i + 1 < to && classAt(text, i + 1) === SURROGATE ? 2 : 1;
      const mark = text.slice(start, i);
      tokens.push({
        start,
        end: i,
        text: mark,
        lower: mark,
        kind: 'mark',
        capital: false,
        caps: false,
        gap,
        sentence: -1,
      });
      gap = Gap.none;
      continue;
    }
    let letters = 0;
    let upper = 0;
    let digits = 0;
    let other = 0;
    for (; i < to; i++) {
      const unit = classAt(text, i);
      if (unit === LOWER) letters++;
      else if (unit === UPPER) upper++;
      else if (unit === DIGIT) digits++;
      else if (unit === JOINED) other++;
      else break;
    }
    const word = text.slice(start, i);
    const isWord = letters + upper > 0;
    tokens.push({
      start,
      end: i,
      text: word,
      lower: upper > 0 ? word.toLowerCase() : word,
      kind: isWord ? 'word' : digits > 0 ? 'number' : 'mark',
      capital: first === UPPER,
      caps: isWord && letters === 0 && other === 0 && upper + digits > 1,
      gap,
      sentence: -1,
    });
    gap = Gap.none;
  }
  return tokens;
}
