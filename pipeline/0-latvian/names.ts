import { readList } from '../0-contract/lists.js';
import { type Calendar, givenName } from './given-names.js';
import { type Add, asItIs, ENDINGS, HARD, type PartReading } from './name-endings.js';

/**
 * Morphology of names of people, from a form to the nominative. A form alone is ambiguous (`Laura` is a woman, or Lauris in
 * the genitive), so every reading is kept with a weight; `name-forms.ts` reads the parts of a name together.
 */

/** Feminine names that are rare beside the masculine genitive that looks the same. */
const MOSTLY_MEN = new Set(readList('names/mostly-men.txt'));

/** Ends like a name that does not decline. */
const UNDECLINED = /(?:[oiuēīū]|[^aāeiuosš])$/u;

const DECLINED = /(?:[aāeiuosš]|am|im|um|em)$/u;

/**
 * Readings of a surname, or of any word taken for a part of a name; there is no list of surnames.
 * @param foreign the given name is not Latvian, so that a surname in -i, -u, -a is likelier to stay as it is
 */
export function surnameReadings(word: string, foreign = false): PartReading[] {
  const readings: PartReading[] = [];
  const add: Add = (lemma, gender, grammaticalCase, weight) =>
    readings.push({ lemma, gender, case: grammaticalCase, weight });
  for (const [ending, read] of ENDINGS) {
    if (word.length > ending.length + 1 && word.endsWith(ending))
      read(word.slice(0, -ending.length), word, add, foreign);
  }
  if (!DECLINED.test(word)) asItIs(word, add, 1);
  return readings;
}

/** How far a calendar makes a reading likely: the extended one has a woman's name for most men's (`Edgara`). */
const CALENDAR: Readonly<Record<Calendar, number>> = { traditional: 1, own: 0.6, extended: 0.15 };

/** Words lately asked for; articles repeat them. */
const asked = new Map<string, readonly PartReading[]>();
const MOST_ASKED = 10_000;

/** Readings of a given name, only those that the lexicon knows. */
export function givenReadings(word: string): readonly PartReading[] {
  let readings = asked.get(word);
  if (!readings) {
    readings = readGiven(word);
    if (asked.size >= MOST_ASKED) asked.clear();
    asked.set(word, readings);
  }
  return readings;
}

function readGiven(word: string): PartReading[] {
  const readings: PartReading[] = [];
  const add: Add = (lemma, gender, grammaticalCase, weight) => {
    const calendar = givenName(lemma)?.[gender];
    if (!calendar) return;
    // the lexicon knows better than the shape, but for a stem that should have softened: Žana is of Žans, not of Žanis
    const shape = weight === HARD ? (/[tdv]is$/u.test(lemma) ? 1 : 0.15) : 1;
    const rare = gender === 'feminine' && MOSTLY_MEN.has(lemma) ? 0.2 : 1;
    readings.push({ lemma, gender, case: grammaticalCase, weight: CALENDAR[calendar] * shape * rare });
  };
  for (const [ending, read] of ENDINGS) {
    if (word.length > ending.length + 1 && word.endsWith(ending)) read(word.slice(0, -ending.length), word, add, false);
  }
  if (word.endsWith('a')) {
    // a soft stem that the shape did not foresee, or a hard one: Valža, Andra
    const stem = word.slice(0, -1);
    if (!/[bcdflmnpstvz]$/u.test(stem)) add(`${stem}is`, 'masculine', 'genitive', 0.5);
  }
  // men's names in -e do not decline: Ole, Hosē
  if (!DECLINED.test(word) || (word.endsWith('e') && givenName(word)?.masculine)) asItIs(word, add, 1);
  // Māri is Māris before it is an Estonian name that does not decline
  if (UNDECLINED.test(word) && readings.some(({ lemma }) => lemma !== word)) {
    return unique(readings.map((r) => (r.lemma === word ? { ...r, weight: r.weight * 0.1 } : r)));
  }
  return unique(readings);
}

function unique(readings: readonly PartReading[]): PartReading[] {
  const best = new Map<string, PartReading>();
  for (const reading of readings) {
    const key = `${reading.lemma}/${reading.gender}/${reading.case}`;
    const other = best.get(key);
    if (!other || other.weight < reading.weight) best.set(key, reading);
  }
  return [...best.values()];
}
