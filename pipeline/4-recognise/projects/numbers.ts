import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';

export interface FoundNumber {
  /** Normalised: `9.2.1.1/15/I/001`, `2012.EEZ/PP/1/MAC/150/008`, `4.3.5.4`. */
  readonly number: string;
  /** Half-open range of tokens, with «Nr.» and brackets. */
  readonly first: number;
  readonly last: number;
}

const LEADS = new Set(['nr', 'numurs', 'numuru', 'id', 'identifikācijas', 'līguma', 'projekta', 'vienošanās', '№']);

/**
 * Reads a project's number that begins at token `i`, or after «(», «Nr.», «projekta Nr.» there. A number holds a slash, or
 * hyphens between codes, or four levels of an operational programme (4.3.5.4.); a date or a price does not.
 */
export function numberAt(doc: SegmentedArticle, i: number): FoundNumber | undefined {
  const { tokens } = doc;
  let k = i;
  const bracket = tokens[k]?.text === '(' || tokens[k]?.text === '[';
  if (bracket) k++;
  let led = false;
  while (
    k < i + 7 &&
    tokens[k] &&
    (LEADS.has(tokens[k]?.lower ?? '') || (led && /^[.:]$/u.test(tokens[k]?.text ?? '')))
  ) {
    led ||= /^(?:nr|numurs|numuru|id|№)$/u.test(tokens[k]?.lower ?? '');
    if (!led && tokens[k]?.lower !== 'projekta' && !bracket) return undefined;
    k++;
  }
  const first = k;
  const start = tokens[first];
  if (!start || start.kind === 'mark' || (!led && !/\d/u.test(start.text))) return undefined;
  let text = start.text;
  for (k++; k < tokens.length; k++) {
    const token = tokens[k] as Token;
    const inNumber = token.kind !== 'mark' || token.text === '.' || token.text === '/' || token.text === '-';
    // «9.2.1.1. /15/I/001»: a stray space before or after a slash; «Est-Lat 159»: letters and a number
    const lettered = led && token.kind === 'number' && token.gap === Gap.space && /^\p{Lu}[\p{L}-]+$/u.test(text);
    const joined = token.gap === Gap.none || (token.gap === Gap.space && (token.text === '/' || text.endsWith('/')));
    if (!inNumber || !(joined || lettered)) break;
    text += lettered ? ` ${token.text}` : token.text;
    if (lettered) {
      k++;
      break;
    }
  }
  while (/[./-]$/u.test(text)) text = text.slice(0, -1);
  if (!isNumber(text, led)) return undefined;
  let last = k;
  if (bracket && tokens[last]?.text === ')') last++;
  return { number: normalise(text), first: i, last };
}

const isNumber = (text: string, led: boolean): boolean =>
  (/\//u.test(text) && /\d/u.test(text) && (led || /^\d+(?:\.\d+){2,}\.?\//u.test(text))) ||
  /^\d+(?:\.\d+){3,}$/u.test(text) ||
  (led && /^\p{Lu}\p{L}+-\p{Lu}\p{L}+ \d+$/u.test(text)) ||
  // «22-06-AL31-A019.2201-000004», the way of the rural support service
  (led && /[-–]/u.test(text) && /^[\p{Lu}\d]+(?:[-–.]\p{L}*\d+)+$/u.test(text));

/** `Nr.9.2.1.1./15/I/001` → `9.2.1.1/15/I/001`. */
const normalise = (text: string): string => text.replace(/\.+(?=\/)/gu, '').replace(/\s*\/\s*/gu, '/');
