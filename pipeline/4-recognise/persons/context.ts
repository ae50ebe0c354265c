import type { GrammaticalCase, Token } from '../../0-contract/types.js';
import { NAME_CASES } from '../../0-latvian/name-endings.js';
import type { JointReading } from '../../0-latvian/name-forms.js';
import { type PostReading, postsAt } from '../../0-latvian/posts.js';
import { CREDITS, PREPOSITIONS, SPEECH_VERBS } from './lexicon.js';

/** How often a person stands in each case, where nothing else is known; from general news, rounded. */
const CASE_PRIOR: Readonly<Partial<Record<GrammaticalCase, number>>> = {
  nominative: 0.62,
  genitive: 0.22,
  dative: 0.09,
  accusative: 0.07,
};

const MOST_POST_WORDS = 4;

/** Readings of the post that ends just before token `i`. */
export function postBefore(tokens: readonly Token[], i: number): PostReading[] {
  for (let k = Math.max(0, i - MOST_POST_WORDS); k < i; k++) {
    if (tokens[k]?.sentence !== tokens[i]?.sentence) continue;
    const readings = postsAt(tokens, k).filter((reading) => reading.last === i);
    if (readings.length) return readings;
  }
  return [];
}

const OFFICE = new Set(['amatā', 'amatam', 'amatu']);

/** `vadītājas amatā iecelt Ventu`: the post before «amatā» tells the gender, in whatever case the name stands. */
function officeBefore(tokens: readonly Token[], i: number): PostReading[] {
  for (let k = i - 1; k > Math.max(0, i - 6); k--) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.capital || token.sentence !== tokens[i]?.sentence) return [];
    if (!OFFICE.has(token.lower)) continue;
    return postBefore(tokens, k)
      .filter((post) => post.case === 'genitive' && post.number === 'singular')
      .flatMap((post) => NAME_CASES.map((grammaticalCase) => ({ ...post, case: grammaticalCase })));
  }
  return [];
}

/** Readings of a post in the apposition that begins with a comma or a dash at token `i`, before the next such mark. */
export function postAfter(tokens: readonly Token[], i: number): PostReading[] {
  const mark = tokens[i];
  if (!mark || !/^[,–—(-]$/u.test(mark.text)) return [];
  for (let k = i + 1; k < i + 14; k++) {
    const token = tokens[k];
    if (!token || token.sentence !== mark.sentence || /^[,.;:)(]$/u.test(token.text)) return [];
    const readings = postsAt(tokens, k);
    const last = readings[0]?.last;
    // the head of the apposition is its last post: «domes priekšsēdētāja vietniece»
    if (last !== undefined) {
      const more = postsAt(tokens, last);
      return more.length ? more : readings;
    }
  }
  return [];
}

/** What stands around a name: which case, which gender it speaks for. */
export interface Context {
  readonly before: readonly PostReading[];
  readonly after: readonly PostReading[];
  readonly verb: boolean;
  /** After Foto, Teksts, Sagatavoja. */
  readonly credit: boolean;
  readonly preposition: GrammaticalCase | undefined;
  /** Nothing stands before it in its sentence. */
  readonly begins: boolean;
  /** How much what follows speaks for a genitive: above 1 for a noun, below 1 for a verb. */
  readonly owns: number;
}

/** A past or future verb, third person; agent nouns in -ēja are posts and are asked for first. */
const VERB = /(?:[ēāī]ja|[ēāīo]jās|oja|sies)$/u;
/** A noun, adjective or participle, but not a verb in the third person. */
const NOUN =
  /(?:[aāeē]m|[īē]m|iem|us|es|os|ai|ei|ību?|ības?|um[sau]|šan[au]|tās?|t[oie]|ais|u|ā|[bcčdfgģhjkķlļmnņprtvzž]s)$/u;
/** As often a verb or an adverb as a noun: vērtē, plāno, atradās, labi. */
const EITHER = /(?:ē|o|ās|i)$/u;
/** A verb or an adverb: nāk, dod, tagad. */
const NO_ENDING = /[^aāeēiīuūos]$/u;
const SMALL_WORDS = new Set([
  'un',
  'arī',
  'gan',
  'kā',
  'kas',
  'kura',
  'kurš',
  'kuru',
  'ar',
  'par',
  'no',
  'pie',
  'uz',
  'pēc',
  'jau',
  'tad',
  'vēl',
  'tika',
  'tiek',
  'nav',
  'to',
  'šo',
  'ļoti',
  'vairs',
  'šodien',
  'vakar',
  'bet',
  'vai',
  'jeb',
  'ja',
  'līdz',
  'arvien',
  'tagad',
  'savu',
  'sev',
  'viņu',
  'lai',
]);

function genitiveEvidence(tokens: readonly Token[], last: number): number {
  const next = tokens[last];
  if (!next || next.sentence !== tokens[last - 1]?.sentence || next.kind === 'mark') return 1;
  if (next.kind === 'number') return 1;
  if (next.capital) return 4;
  if (SMALL_WORDS.has(next.lower) || SPEECH_VERBS.has(next.lower)) return 0.7;
  if (VERB.test(next.lower) && !postsAt(tokens, last).length) return 0.3;
  if (NOUN.test(next.lower)) return 12;
  if (NO_ENDING.test(next.lower)) return 0.7;
  return EITHER.test(next.lower) ? 1.5 : 4;
}

export function contextOf(tokens: readonly Token[], first: number, last: number): Context {
  const sentence = tokens[first]?.sentence;
  const word = (k: number): string => {
    const token = tokens[k];
    return token && token.sentence === sentence && !token.capital ? token.lower : '';
  };
  const next = postBefore(tokens, first);
  const before = next.length > 0 ? next : officeBefore(tokens, first);
  return {
    before,
    after: postAfter(tokens, last),
    verb: SPEECH_VERBS.has(word(last)) || SPEECH_VERBS.has(word(first - 1)),
    credit: CREDITS.has(tokens[first - (tokens[first - 1]?.text === ':' ? 2 : 1)]?.lower ?? ''),
    preposition: PREPOSITIONS.get(word(first - 1)),
    owns: genitiveEvidence(tokens, last),
    begins: first === 0 || tokens[first - 1]?.sentence !== sentence,
  };
}

/** Weighs the readings of a name by what stands around it; they add up to 1, likeliest first. */
export function weigh(readings: readonly JointReading[], context: Context): JointReading[] {
  const weighed = readings.map((reading) => {
    let weight = reading.weight * (CASE_PRIOR[reading.case] ?? 0);
    if (context.before.length) {
      weight *= context.before.some((post) => post.gender === reading.gender && post.case === reading.case) ? 1 : 0.05;
    }
    if (context.after.length) {
      const agrees = context.after.some((post) => post.gender === reading.gender && post.case === reading.case);
      const sameGender = context.after.some((post) => post.gender === reading.gender);
      weight *= agrees ? 1 : sameGender ? 0.4 : 0.15;
    }
    if (context.begins && context.owns <= 1 && reading.case === 'nominative') weight *= 1.6;
    if (context.verb) weight *= reading.case === 'nominative' ? 4 : 1;
    if (reading.case === 'genitive') weight *= context.owns;
    if (context.preposition) weight *= reading.case === context.preposition ? 5 : 0.2;
    return { ...reading, weight };
  });
  return normalised(weighed);
}

/** Weights that add up to 1, likeliest first. */
export function normalised<R extends { readonly weight: number }>(readings: readonly R[]): R[] {
  const sum = readings.reduce((total, { weight }) => total + weight, 0) || 1;
  return readings.map((reading) => ({ ...reading, weight: reading.weight / sum })).sort((a, b) => b.weight - a.weight);
}
