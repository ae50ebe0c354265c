import { readList } from '../0-contract/lists.js';
import type { Gender, GrammaticalCase } from '../0-contract/types.js';
import { type Declension, declensionOf, declineNoun, soften } from './declension.js';
import { type Calendar, givenName } from './given-names.js';

/**
 * Morphology of names of people: from any form to the nominative, and all forms of a name for searching. A form alone is
 * ambiguous (`Laura` is a woman, or Lauris in the genitive), so every reading is kept with a weight, and the parts of a
 * name are read together: they agree in gender and case.
 */

/** A way to read one word of a name. `weight`, 0–1: how well the word's shape, or the lexicon, speaks for it. */
export interface PartReading {
  readonly lemma: string;
  readonly gender: Gender;
  readonly case: GrammaticalCase;
  readonly weight: number;
}

/** Cases that a person stands in. The locative is left out: «Anna Londonā» is a place far more often. */
export const NAME_CASES: readonly GrammaticalCase[] = ['nominative', 'genitive', 'dative', 'accusative'];

const SURNAME_ADJECTIVES = new Set(readList('names/surname-adjectives.txt'));

/** Lemmas of the masculine genitive in -a, by the end of the stem, longest first: what softening hides. */
const SOFT_STEMS: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
  [
    'kš',
    [
      ['kšs', 0.5],
      ['kstis', 0.3],
      ['ktis', 0.2],
    ],
  ],
  [
    'īš',
    [
      ['ītis', 0.95],
      ['īšs', 0.05],
    ],
  ],
  [
    'iš',
    [
      ['išs', 0.7],
      ['itis', 0.3],
    ],
  ],
  [
    'eš',
    [
      ['etis', 0.5],
      ['ešs', 0.4],
      ['esis', 0.1],
    ],
  ],
  [
    'š',
    [
      ['šs', 0.5],
      ['tis', 0.35],
      ['sis', 0.15],
    ],
  ],
  [
    'iež',
    [
      ['iedis', 0.9],
      ['iezis', 0.1],
    ],
  ],
  [
    'dž',
    [
      ['džs', 0.6],
      ['dzis', 0.4],
    ],
  ],
  [
    'ž',
    [
      ['dis', 0.5],
      ['zis', 0.2],
      ['žs', 0.3],
    ],
  ],
  ['lāč', [['lācis', 1]]],
  ['vič', [['vičs', 1]]],
  [
    'ič',
    [
      ['ičs', 0.9],
      ['icis', 0.1],
    ],
  ],
  [
    'ač',
    [
      ['ačs', 0.8],
      ['acis', 0.2],
    ],
  ],
  [
    'č',
    [
      ['cis', 0.5],
      ['čs', 0.5],
    ],
  ],
  [
    'iņ',
    [
      ['iņš', 0.95],
      ['inis', 0.05],
    ],
  ],
  [
    'šņ',
    [
      ['snis', 0.9],
      ['šņš', 0.1],
    ],
  ],
  [
    'žņ',
    [
      ['znis', 0.9],
      ['žņš', 0.1],
    ],
  ],
  [
    'ļņ',
    [
      ['lnis', 0.9],
      ['ļņš', 0.1],
    ],
  ],
  ['ņņ', [['nnis', 1]]],
  [
    'ņ',
    [
      ['nis', 0.85],
      ['ņš', 0.15],
    ],
  ],
  ['šļ', [['slis', 1]]],
  ['žļ', [['zlis', 1]]],
  ['ļļ', [['llis', 1]]],
  [
    'ļ',
    [
      ['lis', 0.9],
      ['ļš', 0.1],
    ],
  ],
  [
    'bj',
    [
      ['bis', 0.9],
      ['bjs', 0.1],
    ],
  ],
  [
    'pj',
    [
      ['pis', 0.9],
      ['pjs', 0.1],
    ],
  ],
  [
    'mj',
    [
      ['mis', 0.9],
      ['mjs', 0.1],
    ],
  ],
  [
    'vj',
    [
      ['vis', 0.9],
      ['vjs', 0.1],
    ],
  ],
  [
    'fj',
    [
      ['fis', 0.9],
      ['fjs', 0.1],
    ],
  ],
  [
    'sk',
    [
      ['skis', 0.95],
      ['sks', 0.05],
    ],
  ],
  [
    'ck',
    [
      ['ckis', 0.9],
      ['cks', 0.1],
    ],
  ],
  [
    'ķ',
    [
      ['ķis', 0.9],
      ['ķs', 0.1],
    ],
  ],
  [
    'ģ',
    [
      ['ģis', 0.9],
      ['ģs', 0.1],
    ],
  ],
  [
    'g',
    [
      ['gs', 0.9],
      ['gis', 0.1],
    ],
  ],
  [
    'k',
    [
      ['ks', 0.85],
      ['kis', 0.15],
    ],
  ],
  [
    'r',
    [
      ['rs', 0.85],
      ['ris', 0.15],
    ],
  ],
];

/** Nominatives of a masculine stem before -a of the genitive. */
function ofGenitive(stem: string): (readonly [string, number])[] {
  for (const [end, lemmas] of SOFT_STEMS) {
    if (stem.endsWith(end))
      return lemmas.map(([lemma, weight]) => [stem.slice(0, -end.length) + lemma, weight] as const);
  }
  // a hard stem in -is is that of a given name (Gata → Gatis)
  return [
    [`${stem}s`, 1],
    [`${stem}is`, 0.02],
  ];
}

/** Nominative of a masculine stem of the first declension, where nothing softens: Bērziņu → Bērziņš. */
const ofFirst = (stem: string): string => stem + (stem.endsWith('ņ') || stem.endsWith('ļ') ? 'š' : 's');

type Add = (lemma: string, gender: Gender, grammaticalCase: GrammaticalCase, weight: number) => void;

const m: Gender = 'masculine';
const f: Gender = 'feminine';

/** Endings, and what a word that has one may be. Every ending that fits is tried. */
const ENDINGS: readonly (readonly [string, (stem: string, word: string, add: Add) => void])[] = [
  [
    'ajam',
    (stem, _, add) => {
      add(`${stem}ais`, m, 'dative', SURNAME_ADJECTIVES.has(`${stem.toLowerCase()}ais`) ? 1 : 0.3);
    },
  ],
  [
    'ajai',
    (stem, _, add) => {
      if (SURNAME_ADJECTIVES.has(`${stem.toLowerCase()}ais`)) add(`${stem}ā`, f, 'dative', 1);
    },
  ],
  [
    'am',
    (stem, _, add) => {
      add(ofFirst(stem), m, 'dative', 1);
      add(`${stem}a`, m, 'dative', 0.05);
    },
  ],
  ['im', (stem, _, add) => add(`${stem}is`, m, 'dative', 1)],
  ['um', (stem, _, add) => add(`${stem}us`, m, 'dative', 1)],
  ['em', (stem, _, add) => add(`${stem}e`, m, 'dative', 0.9)],
  ['ai', (stem, _, add) => add(`${stem}a`, f, 'dative', 1)],
  [
    'ei',
    (stem, _, add) => {
      add(`${stem}e`, f, 'dative', 1);
    },
  ],
  ['ais', (_, word, add) => add(word, m, 'nominative', 1)],
  [
    'as',
    (stem, word, add) => {
      add(`${stem}a`, f, 'genitive', 1);
      add(`${stem}a`, m, 'genitive', 0.2);
      add(word, m, 'nominative', 0.15);
    },
  ],
  [
    'es',
    (stem, word, add) => {
      add(`${stem}e`, f, 'genitive', 1);
      add(`${stem}e`, m, 'genitive', 0.2);
      add(word, m, 'nominative', 0.15);
    },
  ],
  ['is', (_, word, add) => add(word, m, 'nominative', 1)],
  [
    'us',
    (_, word, add) => {
      add(word, m, 'nominative', 1);
      add(word, m, 'genitive', 0.6);
    },
  ],
  [
    'ās',
    (stem, _, add) => {
      if (SURNAME_ADJECTIVES.has(`${stem.toLowerCase()}ais`)) add(`${stem}ā`, f, 'genitive', 1);
    },
  ],
  [
    's',
    (stem, word, add) => {
      if (/[aeiuā]$/u.test(stem)) return;
      add(word, m, 'nominative', /[oēīū]$/u.test(stem) ? 0.3 : 1);
      // a woman whose surname has not been made Latvian: Viktorija Bekhems
      add(word, f, 'nominative', 0.02);
    },
  ],
  ['š', (_, word, add) => add(word, m, 'nominative', 1)],
  [
    'a',
    (stem, word, add) => {
      add(word, f, 'nominative', 1);
      add(word, m, 'nominative', 0.3);
      for (const [lemma, weight] of ofGenitive(stem)) add(lemma, m, 'genitive', weight);
    },
  ],
  [
    'e',
    (_, word, add) => {
      add(word, f, 'nominative', 1);
      add(word, m, 'nominative', 0.4);
      add(word, m, 'genitive', 0.05);
    },
  ],
  [
    'ā',
    (stem, word, add) => {
      if (!SURNAME_ADJECTIVES.has(`${stem.toLowerCase()}ais`)) return;
      add(word, f, 'nominative', 1);
      add(`${stem}ais`, m, 'genitive', 1);
    },
  ],
  [
    'u',
    (stem, word, add) => {
      add(`${stem}a`, f, 'accusative', 1);
      add(ofFirst(stem), m, 'accusative', 1);
      add(`${stem}a`, m, 'accusative', 0.05);
      add(`${stem}us`, m, 'accusative', 0.02);
      asItIs(word, add, 0.3);
    },
  ],
  [
    'i',
    (stem, word, add) => {
      add(`${stem}is`, m, 'accusative', 1);
      add(`${stem}e`, f, 'accusative', 1);
      add(`${stem}e`, m, 'accusative', 0.05);
      asItIs(word, add, 0.6);
    },
  ],
  [
    'o',
    (stem, word, add) => {
      if (SURNAME_ADJECTIVES.has(`${stem.toLowerCase()}ais`)) {
        add(`${stem}ais`, m, 'accusative', 1);
        add(`${stem}ā`, f, 'accusative', 1);
      }
      asItIs(word, add, 1);
    },
  ],
];

function asItIs(word: string, add: Add, weight: number): void {
  for (const grammaticalCase of NAME_CASES) {
    add(word, m, grammaticalCase, weight);
    add(word, f, grammaticalCase, weight);
  }
}

const DECLINED = /(?:[aāeiuosš]|am|im|um|em)$/u;

/** Readings of a surname, or of any word taken for a part of a name; there is no list of surnames. */
export function surnameReadings(word: string): PartReading[] {
  const readings: PartReading[] = [];
  const add: Add = (lemma, gender, grammaticalCase, weight) =>
    readings.push({ lemma, gender, case: grammaticalCase, weight });
  for (const [ending, read] of ENDINGS) {
    if (word.length > ending.length + 1 && word.endsWith(ending)) read(word.slice(0, -ending.length), word, add);
  }
  if (!DECLINED.test(word)) asItIs(word, add, 1);
  return readings;
}

/** How far a calendar makes a reading likely: the extended one has a woman's name for most men's (`Edgara`). */
const CALENDAR: Readonly<Record<Calendar, number>> = { traditional: 1, own: 0.6, extended: 0.15 };

/** Readings of a given name, only those that the lexicon knows. */
export function givenReadings(word: string): PartReading[] {
  const readings: PartReading[] = [];
  const add: Add = (lemma, gender, grammaticalCase, weight) => {
    const calendar = givenName(lemma)?.[gender];
    if (!calendar) return;
    // the lexicon knows better than the shape: Gata → Gatis
    readings.push({ lemma, gender, case: grammaticalCase, weight: CALENDAR[calendar] * Math.max(weight, 0.5) });
  };
  for (const [ending, read] of ENDINGS) {
    if (word.length > ending.length + 1 && word.endsWith(ending)) read(word.slice(0, -ending.length), word, add);
  }
  if (word.endsWith('a')) {
    // a soft stem that the shape did not foresee, or a hard one: Valža, Andra
    const stem = word.slice(0, -1);
    if (!/[bcdflmnpstvz]$/u.test(stem)) add(`${stem}is`, m, 'genitive', 0.5);
  }
  if (!DECLINED.test(word)) asItIs(word, add, 1);
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
