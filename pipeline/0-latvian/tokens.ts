import { Gap, type Span } from '../0-contract/types.js';

/** A token before it belongs to a sentence. */
export interface BareToken extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly capital: boolean;
  readonly caps: boolean;
  readonly gap: Gap;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const HAS_LETTER = /\p{L}/u;
const HAS_DIGIT = /\p{N}/u;
const CAPITAL = /^\p{Lu}/u;
const CAPS = /^[\p{Lu}\p{N}]{2,}$/u;
const BLANK_LINE = /\n[^\S\n]*\n/u;

/** Splits a stretch of text into runs of letters and digits and single other marks. */
export function tokenise(text: string, from = 0, to = text.length): BareToken[] {
  const tokens: BareToken[] = [];
  let end = from;
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match && match.index < to; match = TOKEN.exec(text)) {
    const word = match[0];
    const start = match.index;
    const kind = HAS_LETTER.test(word) ? 'word' : HAS_DIGIT.test(word) ? 'number' : 'mark';
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      lower: kind === 'word' ? word.toLowerCase() : word,
      kind,
      capital: kind === 'word' && CAPITAL.test(word),
      caps: kind === 'word' && CAPS.test(word),
      gap: gapOf(text, end, start),
    });
    end = start + word.length;
  }
  return tokens;
}

function gapOf(text: string, from: number, to: number): Gap {
  if (from === to) return Gap.none;
  let line = false;
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(i) !== 10) continue;
    if (BLANK_LINE.test(text.slice(from, to))) return Gap.paragraph;
    line = true;
    break;
  }
  return line ? Gap.line : Gap.space;
}
