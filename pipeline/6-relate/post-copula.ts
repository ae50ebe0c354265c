import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Sentence } from '../0-contract/types.js';
import { agreeing, type Holding, type PersonHere, placeBefore, postBefore } from './post-frames.js';
import { isInstitution } from './scene.js';

const COPULAS = new Set(['ir', 'bija', 'būs']);

/** `Talsu novada domes priekšsēdētājs ir Jānis Ozols`; `… Sociālais dienests, tā direktore ir Ina Liepa`. */
export function beforeCopula(context: RelateContext, sentence: Sentence, person: PersonHere): Holding[] {
  const { tokens } = context.doc;
  const copula = person.mention.first - 1;
  if (!COPULAS.has(tokens[copula]?.lower ?? '')) return [];
  const found = postBefore(tokens, sentence.first, copula);
  const post = found && agreeing(found.readings, person.entity);
  if (!found || post?.case !== 'nominative') return [];
  const place =
    placeBefore(context, sentence.index, sentence.first, found.first) ?? ofPronoun(context, sentence, found.first);
  return place ? [{ person, post, first: found.first, last: copula, place, sentences: [sentence.index] }] : [];
}

/** `tā direktore`, `tās vadītājs`: of the institution of that gender named last before, in this sentence or the one before it. */
export function ofPronoun(context: RelateContext, sentence: Sentence, post: number): Located | undefined {
  const { tokens, sentences } = context.doc;
  const pronoun = tokens[post - 1]?.lower ?? '';
  if (!/^tās?$/u.test(pronoun)) return undefined;
  const fits = (located: Located): boolean =>
    isInstitution(located) && (pronoun === 'tās' ? /[ae]$/u : /[sš]$/u).test(nounOf(located.entity.name));
  const here = context.inSentence(sentence.index).filter(({ mention }) => mention.last <= post);
  const previous = sentences[sentence.index - 1];
  const earlier = previous?.paragraph === sentence.paragraph ? context.inSentence(previous.index) : [];
  return [...earlier, ...here].findLast(fits);
}

/** What an institution is: the word before its name in quotes, else its last word. */
const nounOf = (name: string): string => (name.split(/\s*“/u)[0] as string).split(' ').at(-1) ?? '';
