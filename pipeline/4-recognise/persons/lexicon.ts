import { oneOf, text } from '../../0-contract/columns.js';
import { readList } from '../../0-contract/lists.js';
import { readTable } from '../../0-contract/tables.js';
import type { GrammaticalCase } from '../../0-contract/types.js';
import { declineNoun, declinePlural } from '../../0-latvian/declension.js';
import { givenReadings } from '../../0-latvian/names.js';

/** All forms, lower case, of nouns given in the nominative, singular or plural. */
function formsOf(path: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const word of readList(path)) {
    forms.add(word.toLowerCase());
    for (const { form } of declineNoun(word)) forms.add(form.toLowerCase());
    if (/[is]$/u.test(word)) for (const { form } of declinePlural(word)) forms.add(form.toLowerCase());
  }
  return forms;
}

/** iela, laukums, parks… after a name. */
export const STREETS = formsOf('names/streets.txt');
/** vidusskola, balva, fonds… after the genitive of a name. */
export const NAMED_AFTER = formsOf('names/named-after.txt');
/** Capitalised words that are no part of a name. */
export const NOT_NAMES = formsOf('names/not-names.txt');
/** SIA, AS before a name. */
export const COMPANY_FORMS: ReadonlySet<string> = new Set(readList('names/company-forms.txt'));
/** Foto, Teksts, Sagatavoja before a colon. */
export const CREDITS: ReadonlySet<string> = new Set(readList('names/credits.txt'));
export const SPEECH_VERBS: ReadonlySet<string> = new Set(readList('names/speech-verbs.txt'));
export const PARTICLES: ReadonlySet<string> = new Set(readList('names/particles.txt'));
export const LONG_INITIALS: ReadonlySet<string> = new Set(readList('names/initials.txt'));

export const PREPOSITIONS: ReadonlyMap<string, GrammaticalCase> = new Map(
  readTable('names/prepositions.csv', {
    preposition: text(1),
    case: oneOf('genitive', 'dative', 'accusative'),
  }).map((row) => [row.preposition, row.case]),
);

const ALSO_WORDS = new Set(readList('names/also-words.txt'));

/** Whether every given name that a form may be is a common word too (`Saule`, `Rotas`). */
export const isAlsoWord = (form: string): boolean => {
  const readings = givenReadings(form);
  return readings.length > 0 && readings.every(({ lemma }) => ALSO_WORDS.has(lemma));
};
