import { oneOf, text } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import { type HeadNoun, type HeadReading, headForms } from './phrases.js';

const GENDERS = { m: 'masculine', f: 'feminine', fr: 'feminine', mp: 'masculine', fp: 'feminine' } as const;
const phrases = (text: string): string[] => (text === '' ? [] : text.split(/\s*\|\s*/u));

export interface EventNoun extends HeadNoun {
  readonly type: string;
  /** Only behind a word that begins so; free when empty. */
  readonly behind: readonly string[];
}

/** Forms of the nouns of `data/lexicon/events.csv`, lower case, each with what it can be, singular before plural. */
export const eventNouns: ReadonlyMap<string, { readonly noun: EventNoun; readonly readings: readonly HeadReading[] }> =
  new Map(
    readTable(
      'lexicon/events.csv',
      { lemma: text(3), gender: oneOf('m', 'f', 'fr', 'mp', 'fp'), type: text(3), with: text() },
      ({ lemma, gender, type, with: behind }): EventNoun => ({
        lemma,
        gender: GENDERS[gender],
        type,
        behind: phrases(behind),
        ...(gender === 'fr' ? { declension: 'reflexive' as const } : {}),
        ...(gender.endsWith('p') ? { pluralOnly: true } : {}),
      }),
    )
      // of two nouns with equal forms (skola and dienas of two rows) the first row stays
      .toReversed()
      .flatMap((noun) => [...headForms(noun)].map(([form, readings]) => [form, { noun, readings }] as const)),
  );

const rows = readTable('lexicon/event-words.csv', { kind: text(3), lemma: text(), forms: text(1) });
const wordsOf = (kind: string): ReadonlySet<string> =>
  new Set(rows.filter((row) => row.kind === kind).flatMap(({ forms }) => phrases(forms)));

/** Words of `data/lexicon/event-words.csv`, lower case; what each kind says stands at the head of that file. */
export const eventWords = {
  holds: wordsOf('holds'),
  elsewhere: wordsOf('elsewhere'),
  refers: wordsOf('refers'),
  owned: wordsOf('owned'),
  venue: wordsOf('venue'),
} as const;

/** Forms of verbs that are an event by themselves: «tiksies» → tikšanās. */
export const eventVerbs: ReadonlyMap<string, { readonly lemma: string; readonly type: string }> = new Map(
  rows
    .filter(({ lemma }) => lemma !== '')
    .flatMap(({ kind, lemma, forms }) => phrases(forms).map((form) => [form, { lemma, type: kind }] as const)),
);
