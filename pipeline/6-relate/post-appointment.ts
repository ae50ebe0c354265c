import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, GrammaticalCase, Sentence } from '../0-contract/types.js';
import { POST_VERBS } from '../0-latvian/post-verbs.js';
import { type PostReading, postsAt } from '../0-latvian/posts.js';
import { factOf } from './facts.js';
import { isPerson, onlyPlainWords, type PersonHere, placeBefore } from './post-frames.js';
import { isFormer, sentencesWithPeople, subjectOf } from './post-subject.js';
import { verbsIn } from './post-words.js';
import { isInstitution } from './scene.js';

const MAX_PREDICATE = 14;

/** `Līdz šim R. Zalāne bija JSD nodaļas vadītāja`; `par dienesta vadītāju iecelta Anna Kalniņa`. */
function appointed(context: RelateContext, sentence: Sentence): Fact[] {
  const { tokens } = context.doc;
  const people = context.inSentence(sentence.index).filter(isPerson);
  return [...verbsIn(context, sentence, 'is'), ...verbsIn(context, sentence, 'becomes')].flatMap(
    ({ verb, from, to }) => {
      const becomes = POST_VERBS.becomes.has(tokens[verb]?.lower ?? '');
      const before = subjectOf(context, sentence, verb, from);
      const after = becomes ? people.find(({ mention }) => mention.first === verb + 1) : undefined;
      const person = after ?? before;
      if (!person) return [];
      const [start, end] = after ? [from, verb] : [verb + 1, Math.min(to, verb + MAX_PREDICATE)];
      const found = predicate(context, sentence, start, end, becomes ? 'accusative' : 'nominative', person);
      if (!found) return [];
      const former = isFormer(tokens, from, verb);
      const status = former ? 'ended' : becomes ? 'began' : undefined;
      const further = becomes ? [] : furtherPosts(context, sentence, found.post.last, person);
      return [found, ...further].map(({ post, place }, i) =>
        factOf(context, {
          type: post.relation === 'none' ? 'WORKS_AT' : post.relation,
          from: person.entity.id,
          to: place.entity.id,
          role: post.post,
          sentences: [...new Set([sentence.index, person.mention.sentence])],
          status: i === 0 ? status : undefined,
          rule: appointment.id,
          confidence: 0.88,
        }),
      );
    },
  );
}

/** `viņš bija nodaļas vadītājs, pēc tam domes izpilddirektors, bet tagad – slimnīcas valdes loceklis`: one subject for all. */
function furtherPosts(
  context: RelateContext,
  sentence: Sentence,
  from: number,
  person: PersonHere,
): { post: PostReading; place: Located }[] {
  const { tokens } = context.doc;
  const next = context.inSentence(sentence.index).find((other) => isPerson(other) && other.mention.first >= from);
  const end = next?.mention.first ?? sentence.last;
  const found = predicate(context, sentence, from, end, 'nominative', person);
  // «…, bet domes direktors Jānis Ozols»: the post of the next person
  if (!found || (next && onlyPlainWords(tokens, found.post.last, end))) return [];
  return [found, ...furtherPosts(context, sentence, found.post.last, person)];
}

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

const appointment: FactRule = {
  id: 'post.appointment',
  why: 'A person is, was or becomes the holder of a post; what is over is marked as ended.',
  examples: {
    match: {
      'Agrāk Dzidra Kalvāne bija Saldus novada Sociālā dienesta direktore.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Stāstīja Ainārs Priedkalns. Viņš bija Tukuma novada domes deputāts, tagad – Saldus novada Sociālā dienesta vadītājs.':
        ['Ainārs Priedkalns → Tukuma novada dome', 'Ainārs Priedkalns → Saldus novada Sociālais dienests'],
      'Par Saldus novada Sociālā dienesta direktori iecelta Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
    },
    reject: [
      'Ainārs Priedkalns stāstīja. Viņa bija Tukuma novada domes deputāte.',
      'Dzidra Kalvāne bija Saldus novada Sociālajā dienestā.',
      'Dzidra Kalvāne kļuva par uzvarētāju.',
    ],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => appointed(context, sentence)),
};

/** HEADS and WORKS_AT, said by «ir», «bija», «kļuva», «iecelta». */
export const postAppointmentFactRules: readonly FactRule[] = [appointment];
