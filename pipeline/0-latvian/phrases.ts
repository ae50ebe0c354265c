import { readList } from '../0-contract/lists.js';
import type { Gender, GrammaticalCase } from '../0-contract/types.js';
import { type Declension, declineNoun, declinePlural } from './declension.js';

/**
 * Noun phrases that are names: a head noun, adjectives that agree with it, and genitives that stay as they are
 * (*Sociālo pakalpojumu aģentūrai* → *Sociālo pakalpojumu aģentūra*, *Sociālā dienesta* → *Sociālais dienests*).
 */
export interface HeadNoun {
  /** Nominative, singular or, of a noun that has only a plural, plural. */
  readonly lemma: string;
  readonly gender: Gender;
  readonly declension?: Declension;
  /** Has only a plural: *bruņotie spēki*. */
  readonly pluralOnly?: boolean;
}

export interface HeadReading {
  readonly case: GrammaticalCase;
  readonly number: 'singular' | 'plural';
}

/** All forms of a head noun, lower case, each with what it can be. */
export function headForms(head: HeadNoun): ReadonlyMap<string, readonly HeadReading[]> {
  const forms = new Map<string, HeadReading[]>();
  const declined = head.pluralOnly
    ? declinePlural(head.lemma)
    : declineNoun(head.lemma, { gender: head.gender, ...(head.declension ? { declension: head.declension } : {}) });
  for (const { form, case: grammaticalCase, number } of declined) {
    const lower = form.toLowerCase();
    forms.set(lower, [...(forms.get(lower) ?? []), { case: grammaticalCase, number }]);
  }
  return forms;
}

type Adjectival = Readonly<Record<GrammaticalCase, string>>;
const row = (
  nominative: string,
  genitive: string,
  dative: string,
  accusative: string,
  locative: string,
): Adjectival => ({
  nominative,
  genitive,
  dative,
  accusative,
  instrumental: accusative,
  locative,
  vocative: nominative,
});
/** Definite endings of adjectives, singular and plural; after -ēj- the -aj- is left out (vecākajam, but pēdējam). */
const ADJECTIVE: Readonly<Record<'singular' | 'plural', Readonly<Record<Gender, Adjectival>>>> = {
  singular: { masculine: row('ais', 'ā', 'ajam', 'o', 'ajā'), feminine: row('ā', 'ās', 'ajai', 'o', 'ajā') },
  plural: { masculine: row('ie', 'o', 'ajiem', 'os', 'ajos'), feminine: row('ās', 'o', 'ajām', 'ās', 'ajās') },
};

/** Stems of the adjectives of `data/lexicon/head-adjectives.txt`, and those with a genitive to which they belong after all. */
const HEAD_STEMS: ReadonlySet<string> = new Set(
  readList('lexicon/head-adjectives.txt').map((line) => line.replace(/ais(?= |$)/u, '')),
);
const belongsToHead = (stem: string, noun: string): boolean =>
  HEAD_STEMS.has(stem) && !HEAD_STEMS.has(`${stem} ${noun}`);

const JOINT = new Set(['un', ',', '-', '–']);

/** The stem of an adjective of that case, number and gender; undefined when the word cannot be one. */
function adjectiveStem(word: string, reading: HeadReading, gender: Gender): string | undefined {
  const ending = ADJECTIVE[reading.number][gender][reading.case];
  const lower = word.toLowerCase();
  const isCaps = lower !== word && word.toUpperCase() === word;
  for (const candidate of ending.startsWith('aj') ? [ending, ending.slice(2)] : [ending]) {
    if (!lower.endsWith(candidate) || lower.length < candidate.length + 3) continue;
    if (candidate !== ending && !/ēj$/u.test(lower.slice(0, -candidate.length))) continue;
    return isCaps ? undefined : word.slice(0, -candidate.length);
  }
  return undefined;
}

/** Whether an adjective in -ā, -ās, -o can belong to the genitive noun after it. */
function agreesWithGenitive(adjective: string, noun: string): boolean {
  const [a, n] = [adjective.toLowerCase(), noun.toLowerCase()];
  if (a.endsWith('ās')) return /(?:as|es|[^aeiouāēīū]s)$/u.test(n);
  if (a.endsWith('ā')) return /(?:[^aeiouāēīū]a|ja|us|ens)$/u.test(n);
  if (a.endsWith('o')) return /u$/u.test(n);
  return false;
}

/**
 * Which words before the head agree with it: those that stand right before it, and those farther off that cannot belong
 * to the genitive in between or that are listed as belonging to the head.
 */
export function agreeing(words: readonly string[], headIndex: number, reading: HeadReading, gender: Gender): boolean[] {
  const agree = words.map(() => false);
  let adjacent = true;
  for (let i = headIndex - 1; i >= 0; i--) {
    const word = words[i] as string;
    if (JOINT.has(word)) continue;
    const stem = adjectiveStem(word, reading, gender);
    if (stem === undefined) {
      adjacent = false;
      continue;
    }
    const noun = words
      .slice(i + 1, headIndex)
      .find((next) => !JOINT.has(next) && !/(?:[āo]|ās)$/u.test(next.toLowerCase()));
    agree[i] =
      adjacent ||
      noun === undefined ||
      belongsToHead(stem.toLowerCase(), noun.toLowerCase()) ||
      !agreesWithGenitive(word, noun);
  }
  return agree;
}

/** The phrase in the nominative. `words` are as written; the reading is that of the head's form. */
export function nominativePhrase(
  words: readonly string[],
  headIndex: number,
  head: HeadNoun,
  reading: HeadReading,
): string[] {
  if (reading.case === 'nominative') return [...words];
  // «ĪSUMĀ NO SOCIĀLĀ DIENESTA»: in a line of capitals an adjective is no abbreviation
  const noun = words[headIndex] as string;
  if (noun.length > 4 && noun === noun.toUpperCase()) {
    const lower = words.map((word) => word.toLowerCase());
    return nominativePhrase(lower, headIndex, head, reading).map((word) => word.toUpperCase());
  }
  const agree = agreeing(words, headIndex, reading, head.gender);
  const number = head.pluralOnly ? 'plural' : 'singular';
  return words.map((word, i) => {
    if (i === headIndex) return likeWritten(word, head.lemma);
    if (!agree[i]) return word;
    return (adjectiveStem(word, reading, head.gender) as string) + ADJECTIVE[number][head.gender].nominative;
  });
}

/** A name given in the nominative, lower case words, in another case; `form` is that of the head. */
export function inflectedPhrase(
  words: readonly string[],
  headIndex: number,
  head: HeadNoun,
  reading: HeadReading,
  form: string,
): string[] {
  const nominative: HeadReading = { case: 'nominative', number: head.pluralOnly ? 'plural' : 'singular' };
  const agree = agreeing(words, headIndex, nominative, head.gender);
  const ending = ADJECTIVE[reading.number][head.gender][reading.case];
  return words.map((word, i) => {
    if (i === headIndex) return form;
    if (!agree[i]) return word.toLowerCase();
    const stem = (adjectiveStem(word, nominative, head.gender) as string).toLowerCase();
    return stem + (/ēj$/u.test(stem) && ending.startsWith('aj') ? ending.slice(2) : ending);
  });
}

/** Endings of the adjectives that agree with a head noun, for each of its readings in the number in which it names one. */
export const adjectiveEndings = (head: HeadNoun, readings: readonly HeadReading[]): string[] =>
  readings
    .filter(({ number }) => number === (head.pluralOnly ? 'plural' : 'singular'))
    .map((reading) => ADJECTIVE[reading.number][head.gender][reading.case]);

/** All case forms of a name given in the nominative, lower case words, each with its case. */
export function phraseForms(words: readonly string[], headIndex: number, head: HeadNoun): Map<string, GrammaticalCase> {
  const number = head.pluralOnly ? 'plural' : 'singular';
  const forms = new Map<string, GrammaticalCase>();
  for (const [form, readings] of headForms(head)) {
    for (const reading of readings) {
      if (reading.number !== number) continue;
      const key = inflectedPhrase(words, headIndex, head, reading, form).join(' ');
      if (!forms.has(key) || reading.case === 'nominative') forms.set(key, reading.case);
    }
  }
  return forms;
}

/** The lemma with the capitals of what is written. */
function likeWritten(written: string, lemma: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return lemma.toUpperCase();
  if (/^\p{Lu}/u.test(written)) return lemma.charAt(0).toUpperCase() + lemma.slice(1);
  return lemma;
}
