import { number, text } from '../0-contract/columns.js';
import { readList } from '../0-contract/lists.js';
import { readTable } from '../0-contract/tables.js';
import type { Gender, GrammaticalCase } from '../0-contract/types.js';

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

/** `data/names/stems.csv`: nominatives of the masculine genitive in -a, by the end of its stem. */
const STEMS = new Map<string, (readonly [string, number])[]>();
const STEM_ROW = { stem: text(1), nominative: text(1), weight: number(0, 1) };
for (const { stem, nominative, weight } of readTable('names/stems.csv', STEM_ROW)) {
  const others = STEMS.get(stem) ?? [];
  STEMS.set(stem, [...others, [nominative, weight]]);
}
const LONGEST_STEM = Math.max(...[...STEMS.keys()].map((stem) => stem.length));

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Weight of a nominative in -is whose stem does not soften; given names have it (Gata → Gatis), surnames hardly. */
export const HARD = 0.02;

/** Nominatives of a masculine stem before -a of the genitive. */
function ofGenitive(stem: string): (readonly [string, number])[] {
  const lower = stem.toLowerCase();
  for (let length = Math.min(LONGEST_STEM, stem.length); length > 0; length--) {
    const nominatives = STEMS.get(lower.slice(-length));
    if (!nominatives) continue;
    const kept = stem.slice(0, -length);
    return nominatives.map(([end, weight]) => [kept ? kept + end : capital(end), weight] as const);
  }
  // a hard stem in -is is that of a given name (Gata → Gatis)
  return [
    [`${stem}s`, 1],
    [`${stem}is`, HARD],
  ];
}

/** Nominative of a masculine stem of the first declension, where nothing softens: Bērziņu → Bērziņš. */
const ofFirst = (stem: string): string => stem + (stem.endsWith('ņ') || stem.endsWith('ļ') ? 'š' : 's');

/** Stems that only softening before the genitive gives; not -iņ-, -ič-, -ač-, which surnames have themselves. */
const SOFT = /(?:[^i]ņ|ļ|[bpmvf]j|[^ie]š|ž|[^ia]č)$/u;

/** The accusative of surnames in -skis, -utis, -aitis, -manis, however foreign the given name. */
const SLAVIC_OR_BALTIC = /(?:[sc]k|[aiīu]t|man)i$/u;

export type Add = (lemma: string, gender: Gender, grammaticalCase: GrammaticalCase, weight: number) => void;

const m: Gender = 'masculine';
const f: Gender = 'feminine';

/** Endings, and what a word that has one may be. Every ending that fits is tried. */
export const ENDINGS: readonly (readonly [string, (stem: string, word: string, add: Add, foreign: boolean) => void])[] =
  [
    [
      'ajam',
      (stem, _, add) => {
        add(`${stem}ais`, m, 'dative', SURNAME_ADJECTIVES.has(`${stem.toLowerCase()}ais`) ? 1 : 0.3);
        add(`${stem}ajs`, m, 'dative', 0.2);
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
        if (stem.endsWith('aj')) return;
        add(ofFirst(stem), m, 'dative', 1);
        add(`${stem}a`, m, 'dative', 0.05);
      },
    ],
    ['im', (stem, _, add) => add(`${stem}is`, m, 'dative', 1)],
    ['um', (stem, _, add) => add(`${stem}us`, m, 'dative', 1)],
    ['em', (stem, _, add) => add(`${stem}e`, m, 'dative', 0.9)],
    [
      'ai',
      (stem, _, add) => {
        if (!(stem.endsWith('aj') && SURNAME_ADJECTIVES.has(`${stem.slice(0, -2).toLowerCase()}ais`))) {
          add(`${stem}a`, f, 'dative', 1);
        }
      },
    ],
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
        add(word, m, 'nominative', 0.08);
      },
    ],
    [
      'es',
      (stem, word, add) => {
        add(`${stem}e`, f, 'genitive', 1);
        add(`${stem}e`, m, 'genitive', 0.2);
        add(word, m, 'nominative', 0.08);
      },
    ],
    [
      'is',
      (_, word, add) => {
        add(word, m, 'nominative', 1);
        add(word, f, 'nominative', 0.05);
      },
    ],
    [
      'us',
      (_, word, add) => {
        add(word, m, 'nominative', 1);
        add(word, m, 'genitive', 0.6);
        add(word, f, 'nominative', 0.05);
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
        // a woman whose surname has not been made Latvian: Viktorija Vestgards
        add(word, f, 'nominative', 0.05);
      },
    ],
    ['š', (_, word, add) => add(word, m, 'nominative', 1)],
    [
      'a',
      (stem, word, add, foreign) => {
        // a woman's surname beside Lasmanis, Kaulis, Briedis ends in -e
        add(word, f, 'nominative', SOFT.test(stem) ? 0.1 : 1);
        add(word, m, 'nominative', foreign ? 0.4 : 0.3);
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
      (stem, word, add, foreign) => {
        add(`${stem}a`, f, 'accusative', 1);
        add(ofFirst(stem), m, 'accusative', 1);
        add(`${stem}a`, m, 'accusative', 0.05);
        add(`${stem}us`, m, 'accusative', 0.02);
        asItIs(word, add, foreign ? 0.3 : 0.03);
      },
    ],
    [
      'i',
      (stem, word, add, foreign) => {
        // a dative in -ai, -ei
        if (/[ae]$/u.test(stem)) return;
        add(`${stem}is`, m, 'accusative', 1);
        add(`${stem}e`, f, 'accusative', 1);
        add(`${stem}e`, m, 'accusative', 0.05);
        if (SLAVIC_OR_BALTIC.test(word)) return;
        asItIs(word, add, foreign ? 1.2 : 0.2);
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

export function asItIs(word: string, add: Add, weight: number): void {
  for (const grammaticalCase of NAME_CASES) {
    add(word, m, grammaticalCase, weight);
    add(word, f, grammaticalCase, weight);
  }
}
