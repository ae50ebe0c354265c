import { readList } from '../../0-contract/lists.js';
import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { POST_VERBS } from '../../0-latvian/post-verbs.js';
import { postsAt } from '../../0-latvian/posts.js';
import { isStop } from '../noun-phrase.js';
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
  const isPlural = readings.every(({ number }) => number === 'plural');
  const led = isLed(doc, i, form);
  if (token.caps || (head.needs === 'name' && !led) || head.lemma === 'pašvaldība' || isPlural) return [];
  const before = doc.tokens[i - 1];
  const opens = !before || before.sentence !== token.sentence;
  const local = !opens && /^(?:novada|pilsētas|pagasta|rajona)$/u.test(before.lower);
  const ambiguous = readings.some(({ number }) => number === 'plural');
  const proper = token.capital && !opens;
  const owns = isOwner(doc, i, form);
  if (!proper && ambiguous && !local && !owns && !led) return [];
  if (!proper && !opens && !local && !isFree(before) && !((owns || led) && endsClause(doc, i - 1))) return [];
  if (local && (reading.municipality.has(i - 1) || head.needs !== 'owner')) return [];
  // «savā pagasta pārvaldē»: everybody in their own
  if (local && /^sav(?:s|a|u|ā|as|am|ai|os|ās|iem|ām)$/u.test(doc.tokens[i - 2]?.lower ?? '')) return [];
  if (!token.capital && !local && !owns && !led && !REFERRED.has(head.type)) return [];
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

/**
 * «biedrības vadītāja», «Dienesta telpas»: a genitive before a post or before what an institution has. A post that begins
 * with the noun itself is one of any institution: «valdes priekšsēdētājs».
 */
function isOwner({ tokens }: SegmentedArticle, i: number, { readings }: HeadForm): boolean {
  if (!readings.some(({ case: c, number }) => c === 'genitive' && number === 'singular')) return false;
  const next = tokens[i + 1];
  if (next?.kind !== 'word' || next.sentence !== tokens[i]?.sentence || next.gap === Gap.paragraph) return false;
  // «pansionāta vecākā medicīnas māsa»
  const rank = /^(?:vecāk|galven|vadoš)(?:ais|ā|o)$/u.test(next.lower) ? 1 : 0;
  const post = postsAt(tokens, i + 1).length > 0 || postsAt(tokens, i + 1 + rank).length > 0;
  return (BELONGINGS.has(next.lower) || post) && postsAt(tokens, i).length === 0;
}

/** «Centru vadīs Anna Kalniņa», «kura dienestu vada»: an accusative before a verb of leading is one, not of many. */
function isLed({ tokens }: SegmentedArticle, i: number, { readings }: HeadForm): boolean {
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    next.sentence === tokens[i]?.sentence &&
    POST_VERBS.leads.has(next.lower) &&
    readings.some(({ case: c, number }) => c === 'accusative' && number === 'singular')
  );
}

/** Before the noun stands a word that is no attribute of it: «stāsta biedrības vadītāja», «arī domes priekšsēdētājs». */
const endsClause = ({ tokens }: SegmentedArticle, i: number): boolean => {
  const { kind, capital, lower, sentence } = tokens[i] as Token;
  // «Stāsta pansionāta direktore», «Pēc aģentūras direktores domām»: the capital is that of the sentence
  const proper = capital && tokens[i - 1]?.sentence === sentence;
  return (
    kind === 'word' && !proper && (isStop(lower) || SPEECH.has(lower) || PAST.test(lower) || !ATTRIBUTIVE.test(lower))
  );
};

/** Verbs of the past: «sveica», «aizbrauca», «vadīja»; not «skolotāja», «devēja». */
const PAST = /(?:[^t]āja|[^tdv]ēja|[^t]īja|[^t]oja|auca|eica|āca|[āīo]jās|ņēmās|sākās)$/u;

/** How genitives and adjectives before a genitive end. */
const ATTRIBUTIVE = /(?:[aeu]s|[auo]|[āo]s|ā)$/u;
const SPEECH: ReadonlySet<string> = new Set(readList('names/speech-verbs.txt'));
const BELONGINGS: ReadonlySet<string> = new Set(readList('lexicon/belongings.txt'));

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

/** Nothing stands before the noun that would make it another one: a mark, a preposition, a pointing word, a conjunction. */
const isFree = (before: Token): boolean =>
  before.kind === 'mark' ||
  /^(?:šī|šis|šīs|šajā|šai|šo|minētā|minētais|un|ar|no|pie|par|kā|arī|gan|ko|kuru|ka|kad|ja|lai|bet)$/u.test(
    before.lower,
  );
