import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Sentence } from '../0-contract/types.js';
import { factOf } from './facts.js';
import { beforeName, employerAfter } from './post-before.js';
import { isPerson, type PersonHere } from './post-frames.js';
import { isInstitution } from './scene.js';

/** `Dr. Dzidra Kalvāne, Rēzeknes slimnīca`: a line of a programme that is nothing but who and from where. */
function inLine(context: RelateContext, sentence: Sentence, { mention }: PersonHere): Located | undefined {
  const { tokens } = context.doc;
  if (mention.first - sentence.first > MAX_TITLES || tokens[mention.last]?.text !== ',') return undefined;
  if (tokens.slice(sentence.first, mention.first).some(({ kind, capital }) => kind === 'word' && !capital))
    return undefined;
  return context
    .inSentence(sentence.index)
    .find(
      (located) =>
        isInstitution(located) &&
        located.mention.first === mention.last + 1 &&
        tokens.slice(located.mention.last, sentence.last).every(({ text }) => /^[.;]$/u.test(text)),
    );
}
/** Tokens of `4. Prof. Dr. med.` */
const MAX_TITLES = 8;

/** `Koordinatore no Aģentūras puses ir Anna Kalniņa` */
function onBehalfOf(context: RelateContext, sentence: Sentence, person: PersonHere): Located | undefined {
  const { tokens } = context.doc;
  const here = context.inSentence(sentence.index);
  const others = here.some((located) => isPerson(located) && located.entity !== person.entity);
  return others
    ? undefined
    : here.find(
        (located) =>
          isInstitution(located) &&
          tokens[located.mention.first - 1]?.lower === 'no' &&
          tokens[located.mention.last]?.lower === 'puses',
      );
}

const employer: FactRule = {
  id: 'post.employer-after-name',
  why: 'An institution in brackets or with «no» right after a name is where the person comes from, also without a post.',
  examples: {
    match: {
      'Stāstīja Dzidra Kalvāne un Ieva Priede, abas no Saldus novada Sociālā dienesta.':
        'Ieva Priede → Saldus novada Sociālais dienests',
      'Dzidra Kalvāne (Rēzeknes slimnīca) atbildēja uz jautājumiem.': 'Dzidra Kalvāne → Rēzeknes slimnīca',
      'Paneļdiskusija. Dr. Dzidra Kalvāne, Rēzeknes slimnīca': 'Dzidra Kalvāne → Rēzeknes slimnīca',
      'No Rēzeknes slimnīcas puses runāja Dzidra Kalvāne.': 'Dzidra Kalvāne → Rēzeknes slimnīca',
    },
    reject: [
      'Dzidra Kalvāne saņēma balvu no Labklājības ministrijas.',
      'Sanāksmē bija Dzidra Kalvāne, Rēzeknes slimnīca un biedrība “Saule”.',
    ],
  },
  find: (context) =>
    context.doc.sentences.flatMap((sentence) =>
      context
        .inSentence(sentence.index)
        .filter(isPerson)
        .flatMap((person) => {
          const place =
            employerAfter(context, sentence, person) ??
            inLine(context, sentence, person) ??
            onBehalfOf(context, sentence, person);
          if (!place || beforeName(context, sentence, person).some((holding) => holding.place)) return [];
          return factOf(context, {
            type: 'WORKS_AT',
            from: person.entity.id,
            to: place.entity.id,
            sentences: [sentence.index],
            rule: employer.id,
            confidence: 0.85,
          });
        }),
    ),
};

/** WORKS_AT, said without a post. */
export const postEmployerFactRules: readonly FactRule[] = [employer];
