import type { Token } from '../../0-contract/types.js';
import { type Candidate, candidate, type Reading } from './candidate.js';
import type { HeadForm } from './heads.js';

/**
 * A head noun that refers to an institution named elsewhere: «Dienests», «Bāriņtiesu», «asociācijas», «novada dome». The
 * resolver finds which, or drops it.
 */
export function commonNoun(reading: Reading, i: number, form: HeadForm): Candidate[] {
  const { doc } = reading;
  const { head, readings } = form;
  const token = doc.tokens[i] as Token;
  if (
    token.caps ||
    head.needs === 'name' ||
    head.lemma === 'pašvaldība' ||
    readings.every(({ number }) => number === 'plural')
  )
    return [];
  const before = doc.tokens[i - 1];
  const opens = !before || before.sentence !== token.sentence;
  const local = !opens && /^(?:novada|pilsētas|pagasta)$/u.test(before.lower);
  const ambiguous = readings.some(({ number }) => number === 'plural');
  const proper = token.capital && !opens;
  if (!proper && ambiguous && !local) return [];
  if (!proper && !opens && !local && !isFree(before)) return [];
  if (local && (reading.municipality.has(i - 1) || head.needs !== 'owner')) return [];
  if (!token.capital && !local && !REFERRED.has(head.type)) return [];
  const name = local ? `${before.lower} ${head.lemma}` : head.lemma.charAt(0).toUpperCase() + head.lemma.slice(1);
  return [
    candidate(reading, {
      rule: 'institution.common-noun',
      first: i,
      last: i + 1,
      name,
      type: head.type,
      needsOwner: true,
      confidence: proper ? 0.7 : 0.55,
    }),
  ];
}

/** Types that an article, once it has named one, calls by their noun alone in small letters. */
const REFERRED: ReadonlySet<string> = new Set([
  'social service',
  'council',
  'agency',
  'ngo',
  'association',
  'police',
  "orphan's court",
  'centre',
  'care home',
  'ministry',
  'municipal administration',
]);

/** Nothing stands before the noun that would make it another one: a mark, a preposition, a pointing word. */
const isFree = (before: Token): boolean =>
  before.kind === 'mark' ||
  /^(?:šī|šis|šīs|šajā|šai|šo|minētā|minētais|un|ar|no|pie|par|kā|arī|gan)$/u.test(before.lower);
