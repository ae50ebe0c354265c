import type { Gender, GrammaticalCase } from '../0-contract/types.js';
import { type Declension, declensionOf, declineNoun, soften } from './declension.js';
import { givenName } from './given-names.js';
import { NAME_CASES, type PartReading } from './name-endings.js';

/** Whole names: the parts read together, since they agree in gender and case; and all forms of a name, for searching. */

const m: Gender = 'masculine';
const f: Gender = 'feminine';

/** A word of a name with what joins it to the one before it, and its readings; none for what does not decline (`fon`). */
export interface NamePart {
  readonly text: string;
  readonly joint: '' | ' ' | '-';
  readonly readings?: readonly PartReading[];
}

export interface JointReading {
  readonly name: string;
  readonly gender: Gender;
  readonly case: GrammaticalCase;
  readonly weight: number;
}

/** Reads the parts of a name together: those readings in which all agree in gender and case, likeliest first. */
export function readTogether(parts: readonly NamePart[]): JointReading[] {
  const joint: JointReading[] = [];
  for (const gender of [m, f]) {
    for (const grammaticalCase of NAME_CASES) {
      let partial: { name: string; weight: number }[] = [{ name: '', weight: 1 }];
      for (const part of parts) {
        const fitting = part.readings
          ? part.readings.filter((r) => r.gender === gender && r.case === grammaticalCase)
          : [{ lemma: part.text, weight: 1 }];
        partial = partial.flatMap(({ name, weight }) =>
          fitting.map((r) => ({ name: name + part.joint + r.lemma, weight: weight * r.weight })),
        );
      }
      for (const { name, weight } of partial) joint.push({ name, gender, case: grammaticalCase, weight });
    }
  }
  return joint.sort((a, b) => b.weight - a.weight);
}

/** Given names of two syllables in -tis, -dis and some others keep their stem: Gatis → Gata, Uldis → Ulda, Aivis → Aivja. */
const HARD_GIVEN = /^[^aeiouāēīū]*(?:ie|au|ai|ei|[aeiouāēīū])[^aeiouāēīū]*[td]is$/iu;

/** Ends like a name that does not decline. */
const INDECLINABLE = /(?:[oiuēīū]|[^aāeiuosš])$/u;

/** All singular forms of one word of a name, its nominative first. `given`: whether it is a given name. */
export function formsOfPart(
  lemma: string,
  gender: Gender,
  given = false,
): ReadonlyMap<GrammaticalCase, readonly string[]> {
  const forms = new Map<GrammaticalCase, string[]>();
  const feminineInS = gender === f && /[sš]$/u.test(lemma);
  if (INDECLINABLE.test(lemma) || feminineInS) {
    for (const grammaticalCase of [...NAME_CASES, 'locative'] as const) forms.set(grammaticalCase, [lemma]);
    return forms;
  }
  const declension: Declension = declensionOf(lemma, gender);
  const hard = given && HARD_GIVEN.test(lemma);
  for (const form of declineNoun(lemma, { gender, declension, hard })) {
    if (form.number === 'singular') forms.set(form.case, [...(forms.get(form.case) ?? []), form.form]);
  }
  // usage wavers: Miervalža and Miervalda
  if (declension === '2' && given) {
    const stem = lemma.slice(0, -2);
    for (const form of [`${stem}a`, `${soften(stem)}a`]) {
      const genitive = forms.get('genitive') ?? [];
      if (!genitive.includes(form)) forms.set('genitive', [...genitive, form]);
    }
  }
  return forms;
}

/**
 * All forms of a whole name, for searching: `Anna Kalniņa` → `Anna Kalniņa`, `Annas Kalniņas`, … The gender is that of
 * the given name where the lexicon knows it.
 */
export function formsOfName(name: string, gender?: Gender): string[] {
  const words = name.split(/([\s-]+)/u);
  const first = givenName(words[0] ?? '');
  const genders: readonly Gender[] = gender
    ? [gender]
    : first?.masculine && !first.feminine
      ? [m]
      : first?.feminine && !first.masculine
        ? [f]
        : [m, f];
  const found = new Set<string>([name]);
  for (const of of genders) {
    for (const grammaticalCase of [...NAME_CASES, 'locative'] as const) {
      let wholes = [''];
      words.forEach((word, k) => {
        const forms =
          k % 2 === 1 || /^\p{Ll}|\.$/u.test(word)
            ? [word]
            : (formsOfPart(word, of, k < words.length - 1).get(grammaticalCase) ?? [word]);
        wholes = wholes.flatMap((whole) => forms.map((form) => whole + form));
      });
      for (const whole of wholes) found.add(whole);
    }
  }
  return [...found];
}
