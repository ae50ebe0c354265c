import { Gap, type Token } from '../../0-contract/types.js';
import { givenName } from '../../0-latvian/given-names.js';
import type { PartReading } from '../../0-latvian/name-endings.js';
import { type JointReading, type NamePart, readTogether } from '../../0-latvian/name-forms.js';
import { givenReadings, surnameReadings } from '../../0-latvian/names.js';
import { postBefore } from './context.js';
import { LONG_INITIALS, NOT_NAMES, PARTICLES } from './lexicon.js';

/** A stretch of tokens that can be read as a name. */
export interface ParsedName {
  readonly first: number;
  readonly last: number;
  /** Likeliest first; never empty. */
  readonly readings: readonly JointReading[];
  /** Whether the lexicon knows the first given name. */
  readonly known: boolean;
  readonly initials: boolean;
  readonly caps: boolean;
  /** Given name and surname apart, for other mentions of one of them. */
  readonly parts: readonly NamePart[];
}

/** Tokens of an article, and which of them belong to what was found before. */
export interface Ground {
  readonly tokens: readonly Token[];
  readonly taken: Uint8Array;
}

const titleCase = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase();

const HYPHENS = new Set(['-', '–', '‐', '‑']);

/**
 * A word that may be part of a name: begins with a capital, is free and not known for something else.
 * @param whatever also where it is known for something else (Avots)
 */
export function nameLike({ tokens, taken }: Ground, i: number, caps: boolean, whatever = false): boolean {
  const token = tokens[i];
  return (
    token?.capital === true &&
    taken[i] === 0 &&
    token.text.length > 1 &&
    token.caps === caps &&
    (caps || !/\p{Lu}/u.test(token.text.slice(1)) || /^Mc\p{Lu}\p{Ll}+$/u.test(token.text)) &&
    (whatever || !NOT_NAMES.has(token.lower))
  );
}

/** Whether token `i` goes on with what stands before it: no more than a line break between, and no mark. */
const joined = ({ tokens }: Ground, i: number): boolean => {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before || token.gap > Gap.line) return false;
  return token.sentence === before.sentence || (token.gap === Gap.line && before.kind === 'word');
};

/** A line may end in the middle of a name («vadītājai Annai / Ķemmerei»), which only an oblique case tells. */
const crossesLine = ({ tokens }: Ground, first: number, last: number, readings: readonly JointReading[]): boolean =>
  tokens[first]?.sentence !== tokens[last - 1]?.sentence &&
  readings.some((reading) => reading.case === 'nominative' && reading.weight >= 0.1);

const text = (ground: Ground, i: number, caps: boolean): string => {
  const word = ground.tokens[i]?.text ?? '';
  return caps ? titleCase(word) : word;
};

/** `A.` or `Dz.` with its full stop, two tokens. */
function initialAt(ground: Ground, i: number): string | undefined {
  const token = ground.tokens[i];
  const stop = ground.tokens[i + 1];
  if (!token?.capital || ground.taken[i] !== 0 || stop?.text !== '.' || stop.gap !== Gap.none) return undefined;
  return token.text.length === 1 || LONG_INITIALS.has(token.text) ? `${token.text}.` : undefined;
}

/** `A. Krūmiņa`, `L.Ozolāne`, `A.K.Liepiņš`, `Dz. Ķemmere`. */
export function parseInitials(ground: Ground, i: number): ParsedName | undefined {
  const parts: NamePart[] = [];
  // the second of P.S. begins nothing
  if (ground.tokens[i]?.gap === Gap.none && ground.tokens[i - 1]?.text === '.') return undefined;
  let k = i;
  for (let initial = initialAt(ground, k); initial; initial = initialAt(ground, k)) {
    parts.push({ text: initial, joint: parts.length ? ' ' : '' });
    k += 2;
    if (HYPHENS.has(ground.tokens[k]?.text ?? '') && initialAt(ground, k + 1)) k++;
    if (parts.length > 3) return undefined;
  }
  if (!parts.length || !joined(ground, k)) return undefined;
  if (parts[0]?.text === 'P.' && parts[1]?.text === 'S.') return undefined;
  return withSurname(ground, i, k, parts, { known: false, initials: true, caps: false });
}

/** A given name, or several, and a surname. `known`: the first word must be a given name of the lexicon, or must not. */
export function parseFull(ground: Ground, i: number, known: boolean): ParsedName | undefined {
  const caps = ground.tokens[i]?.caps ?? false;
  if (!nameLike(ground, i, caps) || PARTICLES.has(ground.tokens[i]?.lower ?? '')) return undefined;
  const parts: NamePart[] = [];
  const add = (at: number, joint: NamePart['joint'], readings: readonly PartReading[]): void => {
    parts.push({ text: text(ground, at, caps), joint, readings });
  };
  const firstReadings = known ? givenReadings(text(ground, i, caps)) : surnameReadings(text(ground, i, caps));
  if (!firstReadings.length) return undefined;
  add(i, '', firstReadings);
  let k = i + 1;
  // Anna-Marija
  while (hyphenAt(ground, k) && nameLike(ground, k + 1, caps)) {
    add(k + 1, '-', anyReadings(text(ground, k + 1, caps)));
    k += 2;
  }
  // an initial between: Džons F. Kenedijs
  const middle = initialAt(ground, k);
  if (middle && joined(ground, k) && nameLike(ground, k + 2, caps) && joined(ground, k + 2)) {
    parts.push({ text: middle, joint: ' ' });
    k += 2;
  }
  // Anna Marija Kalniņa, Johans Sebastians Bahs
  for (let more = 0; more < 2 && joined(ground, k) && nameLike(ground, k, caps); more++) {
    const readings = givenReadings(text(ground, k, caps));
    if (!readings.length || !joined(ground, k + 1) || !nameLike(ground, k + 1, caps)) break;
    const longer = withSurname(ground, i, k + 1, [...parts, { text: text(ground, k, caps), joint: ' ', readings }], {
      known,
      initials: false,
      caps,
    });
    if (!longer) break;
    add(k, ' ', readings);
    k++;
  }
  return withSurname(ground, i, k, parts, { known, initials: false, caps });
}

const anyReadings = (word: string): PartReading[] => [...givenReadings(word), ...surnameReadings(word)];

function hyphenAt({ tokens }: Ground, i: number): boolean {
  return HYPHENS.has(tokens[i]?.text ?? '') && tokens[i]?.gap === Gap.none && tokens[i + 1]?.gap === Gap.none;
}

/** Particles, a surname from token `k` on, a second one after a hyphen; then all parts must agree. */
function withSurname(
  ground: Ground,
  first: number,
  from: number,
  before: readonly NamePart[],
  traits: { known: boolean; initials: boolean; caps: boolean },
): ParsedName | undefined {
  const parts = [...before];
  const { tokens } = ground;
  let k = from;
  while (
    joined(ground, k) &&
    PARTICLES.has(tokens[k]?.lower ?? '') &&
    (tokens[k + 1]?.capital || PARTICLES.has(tokens[k + 1]?.lower ?? ''))
  ) {
    parts.push({ text: (tokens[k] as Token).text, joint: ' ' });
    k++;
  }
  // O'Konors, D'Artanjans
  let prefix = '';
  if (
    joined(ground, k) &&
    tokens[k]?.text.length === 1 &&
    tokens[k]?.capital &&
    /^['’‘`]$/u.test(tokens[k + 1]?.text ?? '') &&
    tokens[k + 2]?.gap === Gap.none
  ) {
    prefix = `${tokens[k]?.text}${tokens[k + 1]?.text}`;
    k += 2;
  } else if (!joined(ground, k)) return undefined;
  // Anna KALNIŅA
  const shouted = !traits.caps && traits.known && (tokens[k]?.text.length ?? 0) > 4 && nameLike(ground, k, true);
  // «vadītājs Edgars Avots»: behind a post and a given name a surname is to be expected
  const expected = traits.known && postBefore(tokens, first).length > 0;
  if (!shouted && !nameLike(ground, k, traits.caps, expected)) return undefined;
  const surname = text(ground, k, traits.caps || shouted);
  const foreign = !traits.initials && isForeign(before[0]);
  parts.push({
    text: prefix + surname,
    joint: ' ',
    readings: surnameReadings(surname, foreign).map((r) => (prefix ? { ...r, lemma: prefix + r.lemma } : r)),
  });
  k++;
  let readings = readTogether(parts);
  if (!readings.length || crossesLine(ground, first, k, readings)) return undefined;
  const double = secondSurname(ground, k, traits.caps);
  if (double) {
    const longer = readTogether([...parts, double.part]);
    if (longer.length && (double.tight || longer[0]?.gender === 'feminine')) {
      parts.push(double.part);
      readings = longer;
      k = double.last;
    }
  }
  for (;;) {
    const more = furtherSurname(ground, k, traits.caps, readings[0] as JointReading);
    if (!more || parts.length > 6) break;
    const longer = readTogether([...parts, ...more.parts]);
    if (!longer.length) break;
    parts.push(...more.parts);
    readings = longer;
    k = more.last;
  }
  return { first, last: k, readings, parts, ...traits };
}

/** Whether no traditional Latvian name is among those that a given name may be. */
const isForeign = (part: NamePart | undefined): boolean =>
  !part?.readings?.some(({ lemma, gender }) => givenName(lemma)?.[gender] === 'traditional');

/** `Hilda Strauta Ķemmere`, `Pedro Alvess da Kosta`: a third word, where it agrees and does not begin another name. */
function furtherSurname(
  ground: Ground,
  i: number,
  caps: boolean,
  { gender, case: grammaticalCase }: JointReading,
): { parts: NamePart[]; last: number } | undefined {
  const { tokens } = ground;
  const parts: NamePart[] = [];
  let k = i;
  while (joined(ground, k) && PARTICLES.has(tokens[k]?.text ?? '') && tokens[k + 1]?.capital) {
    parts.push({ text: (tokens[k] as Token).text, joint: ' ' });
    k++;
  }
  if (!joined(ground, k) || tokens[k]?.gap !== Gap.space || !nameLike(ground, k, caps)) return undefined;
  const word = text(ground, k, caps);
  const readings = surnameReadings(word);
  const inflected = /[aešs]$|[aāeī]m$|[ae]i$|[ui]$/u.test(word) && !(gender === 'masculine' && word.endsWith('a'));
  const agrees =
    inflected && readings.some((r) => r.gender === gender && r.case === grammaticalCase && r.weight >= 0.9);
  if (!parts.length && (!agrees || givenReadings(word).length || hyphenAt(ground, k + 1))) return undefined;
  return { parts: [...parts, { text: word, joint: ' ', readings }], last: k + 1 };
}

/** `Vīķe-Freiberga`, and with spaces `Kalniņa - Ozola`, where a comma or a word in small letters must follow. */
function secondSurname(
  ground: Ground,
  i: number,
  caps: boolean,
): { part: NamePart; last: number; tight: boolean } | undefined {
  const { tokens } = ground;
  const hyphen = tokens[i];
  const next = tokens[i + 1];
  if (!hyphen || !next || !HYPHENS.has(hyphen.text) || !nameLike(ground, i + 1, caps)) return undefined;
  const tight = hyphen.gap === Gap.none || next.gap === Gap.none;
  if (!tight && (hyphen.text !== '-' || tokens[i + 2]?.capital || !joined(ground, i + 1))) return undefined;
  const word = text(ground, i + 1, caps);
  return { part: { text: word, joint: '-', readings: surnameReadings(word) }, last: i + 2, tight };
}
