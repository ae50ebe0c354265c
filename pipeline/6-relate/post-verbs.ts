import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Sentence, Status, Token } from '../0-contract/types.js';
import { factOf } from './facts.js';
import { beforeName } from './post-before.js';
import { isPerson, type PersonHere } from './post-frames.js';
import { isFormer, sentencesWithPeople, subjectOf } from './post-subject.js';
import { verbsIn } from './post-words.js';
import { isInstitution } from './scene.js';

/** `Jānis Ozols, kurš vada gan LPS komiteju, gan novada domi`; `centrs, ko vada Anna Kalniņa`; `To vada Anna Kalniņa`. */
function led(context: RelateContext, sentence: Sentence): Fact[] {
  const here = context.inSentence(sentence.index);
  const people = here.filter(isPerson);
  return verbsIn(context, sentence, 'leads').flatMap(({ verb, from, to }) => {
    const after =
      people.find(({ mention }) => mention.first === verb + 1) ??
      (RELATIVES.has(context.doc.tokens[verb - 1]?.lower ?? '')
        ? people.find((person) => postsFill(context, sentence, person, verb + 1))
        : undefined);
    if (after) {
      const place =
        here.filter(isInstitution).findLast(({ mention }) => mention.last <= verb && verb - mention.last <= 4) ??
        namedBefore(context, sentence, verb);
      return place ? [heads(context, leads.id, after, place, sentence)] : [];
    }
    const person = subjectOf(context, sentence, verb, from);
    if (!person) return ledByNext(context, sentence, verb, from);
    const begin = person.mention.sentence === sentence.index ? person.mention.last : from;
    const end = people.find(({ mention }) => mention.first > verb)?.mention.first ?? to;
    const former = isFormer(context.doc.tokens, from, verb);
    return here
      .filter(isInstitution)
      .filter(({ mention }) => mention.first >= begin && mention.last <= end)
      .filter(
        (place) =>
          isObject(context.doc.tokens, place) && !AWAY.has(context.doc.tokens[place.mention.first - 1]?.lower ?? ''),
      )
      .map((place) => heads(context, leads.id, person, place, sentence, former ? 'ended' : undefined));
  });
}

/** `Centru no 2. janvāra vadīs skolotā sociālā darbiniece Anna Kalniņa`: what is led opens the clause, who leads ends it. */
function ledByNext(context: RelateContext, sentence: Sentence, verb: number, from: number): Fact[] {
  const { tokens } = context.doc;
  const here = context.inSentence(sentence.index);
  const place = here.filter(isInstitution).find(({ mention }) => mention.first === from && mention.last <= verb);
  const person = here.filter(isPerson).find(({ mention }) => mention.first > verb && mention.first - verb <= MAX_WHO);
  if (!place || !person || !/[uio]$/u.test(tokens[place.mention.last - 1]?.lower ?? '')) return [];
  if (tokens.slice(verb, person.mention.first).some(({ kind }) => kind === 'mark')) return [];
  return [heads(context, leads.id, person, place, sentence)];
}
/** Tokens between «vadīs» and the name: who it is. */
const MAX_WHO = 8;

const RELATIVES = new Set(['ko', 'kuru', 'to']);

/** `ko vada bijusī bāriņtiesas priekšsēdētāja Anna Kalniņa`: nothing but who she is stands between the verb and the name. */
function postsFill(context: RelateContext, sentence: Sentence, person: PersonHere, from: number): boolean {
  const { tokens } = context.doc;
  const { first } = person.mention;
  if (first <= from || tokens.slice(from, first).some(({ text }) => /^[,;:–]$/u.test(text))) return false;
  return beforeName(context, sentence, person).some((holding) => holding.first >= from && holding.last === first);
}

/** The institution that `to vada …` speaks of: the last one of the sentence before. */
function namedBefore(context: RelateContext, sentence: Sentence, verb: number): Located | undefined {
  const previous = context.doc.sentences[sentence.index - 1];
  if (context.doc.tokens[verb - 1]?.lower !== 'to' || previous?.paragraph !== sentence.paragraph) return undefined;
  return context.inSentence(previous.index).findLast(isInstitution);
}

/** Prepositions after which an institution is where one goes, not what one leads. */
const AWAY = new Set(['uz', 'no', 'pie', 'ar', 'par', 'pret']);

/** The head noun is in the accusative (-u, -i), so it is what is led and not an owner of something else. */
const isObject = (tokens: readonly Token[], { mention }: Located): boolean =>
  tokens.slice(mention.first, mention.last).some(({ capital, lower }) => !capital && /(?:u|i|o)$/u.test(lower));

const heads = (
  context: RelateContext,
  rule: string,
  person: PersonHere,
  place: Located,
  sentence: Sentence,
  status?: Status,
): Fact =>
  factOf(context, {
    type: 'HEADS',
    status,
    from: person.entity.id,
    to: place.entity.id,
    sentences: [
      ...(place.mention.sentence === sentence.index ? [] : [place.mention.sentence]),
      sentence.index,
    ].toReversed(),
    rule,
    confidence: place.mention.sentence === sentence.index ? 0.92 : 0.8,
  });

/** `Dienestā darbu sākušas speciālistes Līga Ozola un Ieva Liepa`; `Anna Kalniņa strādā Labklājības ministrijā`. */
function employed(context: RelateContext, sentence: Sentence): Fact[] {
  const here = context.inSentence(sentence.index);
  return verbsIn(context, sentence, 'works').flatMap(({ verb, from, to }) => {
    const place = here
      .filter(isInstitution)
      .find(
        ({ mention }) =>
          mention.first >= from &&
          mention.last <= to &&
          Math.abs(verb - mention.last) <= 6 &&
          isLocative(context.doc.tokens, mention),
      );
    if (!place) return [];
    const people = here.filter(isPerson).filter(({ mention }) => mention.first >= from && mention.last <= to);
    const near = people.filter(
      ({ mention }, i) =>
        Math.abs(mention.first - verb) <= 6 ||
        (people.length === 1 && mention.last <= verb && verb - mention.last <= FAR) ||
        (i > 0 && follows(people[i - 1], mention.first)),
    );
    return near.map((person) =>
      factOf(context, {
        type: 'WORKS_AT',
        from: person.entity.id,
        to: place.entity.id,
        sentences: [sentence.index],
        rule: employment.id,
        confidence: 0.85,
      }),
    );
  });
}

/** Tokens between the only person of a clause and the verb: `Anna Kalniņa pēc 12 gadiem devusies prom un tagad strādā …`. */
const FAR = 14;
const follows = (before: PersonHere | undefined, first: number): boolean =>
  before !== undefined && first - before.mention.last <= 1;
const isLocative = (tokens: readonly Token[], { first, last }: { first: number; last: number }): boolean =>
  tokens.slice(first, last).some(({ kind, lower }) => kind === 'word' && /(?:ā|ē|ī|ajā)$/u.test(lower)) &&
  !/(?:s|a|e)$/u.test(tokens.slice(first, last).findLast(({ kind }) => kind === 'word')?.lower ?? '');

const leads: FactRule = {
  id: 'post.leads',
  why: 'The verb «vadīt» with a person and an institution in the accusative, or in a relative clause «ko vada».',
  examples: {
    match: {
      'Ainārs Priedkalns vada Tukuma novada domi.': 'Ainārs Priedkalns → Tukuma novada dome',
      'Saldus novada Sociālo dienestu no 2. janvāra vadīs pieredzējusi sociālā darbiniece Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Rakstu parakstīja Saldus novada Sociālais dienests. To vada Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
    },
    reject: ['Ainārs Priedkalns vada semināru Tukumā.'],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => led(context, sentence)),
};

const employment: FactRule = {
  id: 'post.employment',
  why: 'A verb of working with the institution in the locative names the employer even without a post.',
  examples: {
    match: {
      'Labklājības ministrijā strādā Dzidra Kalvāne.': 'Dzidra Kalvāne → Labklājības ministrija',
    },
    reject: [
      'Dzidra Kalvāne pastāstīja par Labklājības ministriju.',
      'Labklājības ministrijā tikās Dzidra Kalvāne un citi.',
    ],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => employed(context, sentence)),
};

/** HEADS and WORKS_AT, said by «vada» and «strādā». */
export const postVerbFactRules: readonly FactRule[] = [leads, employment];
