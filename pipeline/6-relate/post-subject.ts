import type { RelateContext } from '../0-contract/rule.js';
import type { Gender, Sentence, Token } from '../0-contract/types.js';
import { isPerson, type PersonHere } from './post-frames.js';
import { CONTRASTS } from './scene.js';

/** Sentences that name people, and those that go on with «viņš» or «viņa» about one of the sentence before. */
export const sentencesWithPeople = (context: RelateContext): Sentence[] => {
  const { sentences, tokens } = context.doc;
  const people = (index: number): boolean => context.inSentence(index).some(isPerson);
  return sentences.filter(
    ({ index, first, last, paragraph }) =>
      people(index) ||
      (sentences[index - 1]?.paragraph === paragraph &&
        people(index - 1) &&
        tokens.slice(first, last).some(({ lower }) => lower in PRONOUNS)),
  );
};

const PRONOUNS: Readonly<Record<string, Gender>> = { viņš: 'masculine', viņa: 'feminine' };
const MAX_APART = 7;

/**
 * Who does what a verb says: the nearest person before it in the clause; or where the clause has «viņš» or «viņa», the
 * last person of that gender in this sentence or the one before.
 */
export function subjectOf(
  context: RelateContext,
  sentence: Sentence,
  verb: number,
  from: number,
): PersonHere | undefined {
  const { tokens, sentences } = context.doc;
  const people = context.inSentence(sentence.index).filter(isPerson);
  const near = people.findLast(
    ({ mention }) => mention.last <= verb && mention.first >= from && verb - mention.last <= MAX_APART,
  );
  if (near) return near;
  // «Anna Kalniņa strādāja Talsos, bet no 1998. gada vadīja dienestu»: the only one goes on being spoken of
  const [only, ...others] = people;
  if (only && others.length === 0 && only.mention.last <= from && CONTRASTS.has(tokens[from]?.lower ?? '')) return only;
  const pronoun = tokens.slice(sentence.first, verb).findLast(({ lower }) => lower in PRONOUNS);
  if (!pronoun) return undefined;
  const previous = sentences[sentence.index - 1];
  const before = people.filter(({ mention }) => mention.last <= verb);
  const earlier = previous?.paragraph === sentence.paragraph ? context.inSentence(previous.index).filter(isPerson) : [];
  return [...earlier, ...before].findLast(({ entity }) => entity.gender === PRONOUNS[pronoun.lower]);
}

const FORMER = new Set(['agrāk', 'iepriekš', 'kādreiz', 'savulaik']);
/** `agrāk vadīja`, `līdz šim bija`, `līdz reformai vadīja`: what is over. */
export const isFormer = (tokens: readonly Token[], from: number, verb: number): boolean =>
  tokens.slice(from, verb).some(({ lower }) => FORMER.has(lower) || lower === 'līdz');
