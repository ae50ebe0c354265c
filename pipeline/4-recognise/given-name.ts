import { Gap, type Token } from '../0-contract/types.js';
import { givenReadings } from '../0-latvian/names.js';
import { isWellKnown, placesByForm } from '../0-latvian/places.js';

/** Whether a given name or an initial stands right before a name: *Anna Dobele*, *J. Dobele*. */
export function isAfterGivenName(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before?.text === '.') return isInitial(tokens[i - 2]);
  return before?.kind === 'word' && before.capital && tokens[i]?.gap === Gap.space && isGivenName(before.text);
}

/** Whether a given name with a surname behind it begins at a token: *Līga Ozola*, whose name is also that of a league. */
export function isBeforeSurname(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (!token?.capital || token.caps || next?.kind !== 'word' || !next.capital || next.caps) return false;
  return next.gap === Gap.space && next.sentence === token.sentence && isGivenName(token.text);
}

/** Whether «un» at a token joins the given names of a couple: *Borisa un Ināras Teterevu fonds*. */
export const joinsCouple = (tokens: readonly Token[], un: number): boolean =>
  isGivenName(tokens[un - 1]?.text ?? '') && isBeforeSurname(tokens, un + 1) && /u$/u.test(tokens[un + 2]?.lower ?? '');

/** The letter or two of an initial: *A.*, *Dz.*; its stop is the token after it. */
export const isInitial = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.capital && token.text.length <= 2;

const answers = new Map<string, boolean>();

/** Whether a word is a given name in some case, and no well-known place. */
function isGivenName(text: string): boolean {
  let answer = answers.get(text);
  if (answer === undefined) {
    const place = placesByForm.get(text.toLowerCase())?.place;
    answer = !(place && isWellKnown(place)) && givenReadings(text).some(({ weight }) => weight >= 0.5);
    answers.set(text, answer);
  }
  return answer;
}
