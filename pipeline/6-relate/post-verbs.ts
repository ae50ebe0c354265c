import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Gender, GrammaticalCase, Sentence, Status, Token } from '../0-contract/types.js';
import { type PostReading, postsAt } from '../0-latvian/posts.js';
import { factOf } from './facts.js';
import { isPerson, type PersonHere, placeBefore } from './post-frames.js';
import { VERBS, verbsIn } from './post-words.js';
import { isInstitution } from './scene.js';

const sentencesWithPeople = (context: RelateContext): Sentence[] =>
  context.doc.sentences.filter(({ index }) => context.inSentence(index).some(isPerson));

/** `Jānis Ozols, kurš vada gan LPS komiteju, gan novada domi`; `centrs, ko vada Anna Kalniņa`; `To vada Anna Kalniņa`. */
function led(context: RelateContext, sentence: Sentence): Fact[] {
  const here = context.inSentence(sentence.index);
  const people = here.filter(isPerson);
  return verbsIn(context, sentence, 'leads').flatMap(({ verb, from, to }) => {
    const after = people.find(({ mention }) => mention.first === verb + 1);
    if (after) {
      const place =
        here.filter(isInstitution).findLast(({ mention }) => mention.last <= verb && verb - mention.last <= 4) ??
        namedBefore(context, sentence, verb);
      return place ? [heads(context, leads.id, after, place, sentence)] : [];
    }
    const person = subjectOf(context, sentence, verb, from);
    if (!person) return [];
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

const PRONOUNS: Readonly<Record<string, Gender>> = { viņš: 'masculine', viņa: 'feminine' };
const MAX_APART = 7;

/**
 * Who does what a verb says: the nearest person before it in the clause; or where the clause has «viņš» or «viņa», the
 * last person of that gender in this sentence or the one before.
 */
function subjectOf(context: RelateContext, sentence: Sentence, verb: number, from: number): PersonHere | undefined {
  const { tokens, sentences } = context.doc;
  const people = context.inSentence(sentence.index).filter(isPerson);
  const near = people.findLast(
    ({ mention }) => mention.last <= verb && mention.first >= from && verb - mention.last <= MAX_APART,
  );
  if (near) return near;
  const pronoun = tokens.slice(sentence.first, verb).findLast(({ lower }) => lower in PRONOUNS);
  if (!pronoun) return undefined;
  const previous = sentences[sentence.index - 1];
  const before = people.filter(({ mention }) => mention.last <= verb);
  const earlier = previous?.paragraph === sentence.paragraph ? context.inSentence(previous.index).filter(isPerson) : [];
  return [...earlier, ...before].findLast(({ entity }) => entity.gender === PRONOUNS[pronoun.lower]);
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

const FORMER = new Set(['agrāk', 'iepriekš', 'kādreiz', 'savulaik']);
const MAX_PREDICATE = 14;

/** `Līdz šim R. Zalāne bija JSD nodaļas vadītāja`; `par dienesta vadītāju iecelta Anna Kalniņa`. */
function appointed(context: RelateContext, sentence: Sentence): Fact[] {
  const { tokens } = context.doc;
  const people = context.inSentence(sentence.index).filter(isPerson);
  return [...verbsIn(context, sentence, 'is'), ...verbsIn(context, sentence, 'becomes')].flatMap(
    ({ verb, from, to }) => {
      const becomes = VERBS.becomes.has(tokens[verb]?.lower ?? '');
      const before = subjectOf(context, sentence, verb, from);
      const after = becomes ? people.find(({ mention }) => mention.first === verb + 1) : undefined;
      const person = after ?? before;
      if (!person) return [];
      const [start, end] = after ? [from, verb] : [verb + 1, Math.min(to, verb + MAX_PREDICATE)];
      const found = predicate(context, sentence, start, end, becomes ? 'accusative' : 'nominative', person);
      if (!found) return [];
      const former = isFormer(tokens, from, verb);
      return factOf(context, {
        type: found.post.relation === 'none' ? 'WORKS_AT' : found.post.relation,
        from: person.entity.id,
        to: found.place.entity.id,
        role: found.post.post,
        sentences: [sentence.index],
        status: former ? 'ended' : becomes ? 'began' : undefined,
        rule: appointment.id,
        confidence: 0.88,
      });
    },
  );
}

/** `agrāk vadīja`, `līdz šim bija`, `līdz reformai vadīja`: what is over. */
const isFormer = (tokens: readonly Token[], from: number, verb: number): boolean =>
  tokens.slice(from, verb).some(({ lower }) => FORMER.has(lower) || lower === 'līdz');

/** The first post of a stretch that agrees in case and gender and has its institution before it. */
function predicate(
  context: RelateContext,
  sentence: Sentence,
  start: number,
  end: number,
  grammaticalCase: GrammaticalCase,
  person: PersonHere,
): { post: PostReading; place: Located } | undefined {
  const { tokens } = context.doc;
  const from =
    grammaticalCase === 'accusative'
      ? tokens.findIndex(({ lower }, i) => i >= start && i < end && lower === 'par')
      : start;
  if (from === -1) return undefined;
  for (let i = from; i < end; i++) {
    if (tokens[i]?.text === ';') return undefined;
    const post = postsAt(tokens, i).find(
      (reading) =>
        reading.case === grammaticalCase &&
        reading.number === 'singular' &&
        reading.last <= end &&
        (!person.entity.gender || reading.gender === person.entity.gender),
    );
    if (!post) continue;
    const place = placeBefore(context, sentence.index, from, i) ?? possessor(context, sentence, i);
    return place && isInstitution(place) ? { post, place } : undefined;
  }
  return undefined;
}

/** `par tā vadītāju iecelta …`: the institution named last before. */
function possessor(context: RelateContext, sentence: Sentence, post: number): Located | undefined {
  if (!/^t(?:ā|ās)$/u.test(context.doc.tokens[post - 1]?.lower ?? '')) return undefined;
  const here = context
    .inSentence(sentence.index)
    .filter(isInstitution)
    .filter(({ mention }) => mention.last < post);
  const previous = context.doc.sentences[sentence.index - 1];
  const earlier =
    previous?.paragraph === sentence.paragraph ? context.inSentence(previous.index).filter(isInstitution) : [];
  return here.at(-1) ?? earlier.at(-1);
}

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
      ({ mention }, i) => Math.abs(mention.first - verb) <= 6 || (i > 0 && follows(people[i - 1], mention.first)),
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
      'Rakstu parakstīja Saldus novada Sociālais dienests. To vada Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
    },
    reject: ['Ainārs Priedkalns vada semināru Tukumā.'],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => led(context, sentence)),
};

const appointment: FactRule = {
  id: 'post.appointment',
  why: 'A person is, was or becomes the holder of a post; what is over is marked as ended.',
  examples: {
    match: {
      'Agrāk Dzidra Kalvāne bija Saldus novada Sociālā dienesta direktore.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Par Saldus novada Sociālā dienesta direktori iecelta Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
    },
    reject: ['Dzidra Kalvāne bija Saldus novada Sociālajā dienestā.', 'Dzidra Kalvāne kļuva par uzvarētāju.'],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => appointed(context, sentence)),
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

/** HEADS and WORKS_AT, said by a verb. */
export const postVerbFactRules: readonly FactRule[] = [leads, appointment, employment];
