import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Sentence } from '../0-contract/types.js';
import { isInstitution } from './scene.js';

const DECIDED = /^(?:no)?lēm(?:a|usi|uši|ušas|is)$|^(?:no)?lemj$|^(?:no)?lemts$|^vienojās$/u;
/** Types of institutions that decide for their municipality. */
export const STANDS_FOR_OWNER: ReadonlySet<string> = new Set(['municipal administration', 'council']);

const isItem = ({ doc: { tokens } }: RelateContext, { first }: Sentence): boolean =>
  /^[•·*–—-]$/u.test(tokens[first]?.text ?? '');

/** `Domes deputāti nolēma: • nepiedalīties projektā …;`: the council above the list of which a sentence is an item. */
export function deciderOf(context: RelateContext, sentence: Sentence): Located | undefined {
  const { sentences, tokens } = context.doc;
  if (!isItem(context, sentence)) return undefined;
  const opening = sentences.slice(0, sentence.index).findLast((earlier) => !isItem(context, earlier));
  if (!opening || tokens[opening.last - 1]?.text !== ':') return undefined;
  if (!tokens.slice(opening.first, opening.last).some(({ lower }) => DECIDED.test(lower))) return undefined;
  return context
    .inSentence(opening.index)
    .find((located) => isInstitution(located) && STANDS_FOR_OWNER.has(located.entity.type));
}
