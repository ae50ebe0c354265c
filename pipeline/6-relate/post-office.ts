import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Sentence, Token } from '../0-contract/types.js';
import { POST_VERBS } from '../0-latvian/post-verbs.js';
import { type PostReading, postsAt } from '../0-latvian/posts.js';
import { factOf } from './facts.js';
import { isPerson, type PersonHere, placeBefore } from './post-frames.js';
import { sentencesWithPeople } from './post-subject.js';
import { isInstitution } from './scene.js';

const OFFICE = new Set(['amatā', 'amatam', 'amata', 'amatu', 'pienākumus', 'pienākumu']);
/** Tokens between the office and the name: verbs, a date, `pēc pašas vēlēšanās`. */
const MAX_APART = 12;

/** `Sociālā dienesta vadītājas amatā iecelta Anna Kalniņa`; `Anna Kalniņa, kura direktores amatā aizvadīja 18 gadus`. */
function inOffice(context: RelateContext, sentence: Sentence): Fact[] {
  const { tokens } = context.doc;
  const people = context.inSentence(sentence.index).filter(isPerson);
  const facts: Fact[] = [];
  for (let at = sentence.first + 1; at < sentence.last; at++) {
    if (!OFFICE.has(tokens[at]?.lower ?? '')) continue;
    const post = postEndingAt(tokens, sentence.first, at);
    if (!post) continue;
    const person = nearest(people, post.reading, at);
    if (!person) continue;
    const [from, to] = person.mention.first > at ? [at, person.mention.first] : [person.mention.last, at + 4];
    const said = [
      // «Atbrīvot no direktores amata Annu Kalniņu»: a decision begins with its verb
      ...tokens.slice(sentence.first, Math.min(sentence.first + 3, post.first)),
      ...tokens.slice(from, Math.min(to, sentence.last)),
    ].map(({ lower }) => lower);
    const leaves = said.some((lower) => POST_VERBS.leaves.has(lower));
    if (!leaves && !said.some((lower) => POST_VERBS.becomes.has(lower))) continue;
    const place = placeBefore(context, sentence.index, sentence.first, post.first) ?? lastNamed(context, sentence);
    if (!place || !isInstitution(place)) continue;
    facts.push(
      factOf(context, {
        type: post.reading.relation === 'none' ? 'WORKS_AT' : post.reading.relation,
        from: person.entity.id,
        to: place.entity.id,
        role: post.reading.post,
        sentences: [sentence.index, ...(place.mention.sentence === sentence.index ? [] : [place.mention.sentence])],
        status: leaves ? 'ended' : 'began',
        rule: office.id,
        confidence: place.mention.sentence === sentence.index ? 0.9 : 0.75,
      }),
    );
  }
  return facts;
}

/** The post in the genitive right before «amatā». */
function postEndingAt(
  tokens: readonly Token[],
  start: number,
  end: number,
): { first: number; reading: PostReading } | undefined {
  for (let first = Math.max(start, end - 4); first < end; first++) {
    const reading = postsAt(tokens, first).find(
      (post) => post.last === end && post.case === 'genitive' && post.number === 'singular',
    );
    if (reading) return { first, reading };
  }
  return undefined;
}

/** The one of the post's gender who is named soonest behind it, or right before it. */
function nearest(people: readonly PersonHere[], { gender }: PostReading, at: number): PersonHere | undefined {
  const fits = people.filter(({ entity }) => !entity.gender || entity.gender === gender);
  return (
    fits.find(({ mention }) => mention.first > at && mention.first - at <= MAX_APART) ??
    fits.findLast(({ mention }) => mention.last <= at && at - mention.last <= MAX_APART)
  );
}

/** The only institution that this sentence and the one before it in the paragraph name. */
function lastNamed(context: RelateContext, sentence: Sentence): Located | undefined {
  const previous = context.doc.sentences[sentence.index - 1];
  const named = [
    ...context.inSentence(sentence.index),
    ...(previous?.paragraph === sentence.paragraph ? context.inSentence(previous.index) : []),
  ].filter(isInstitution);
  return new Set(named.map(({ entity }) => entity)).size === 1 ? named[0] : undefined;
}

const office: FactRule = {
  id: 'post.office',
  why: 'Who is put into an office or leaves it: the institution and the post in the genitive before «amatā», «amata».',
  examples: {
    match: {
      'Dome nolēma Saldus novada Sociālā dienesta direktores amatā iecelt Dzidru Kalvāni.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      '1. Atbrīvot no Saldus novada Sociālā dienesta direktores amata Dzidru Kalvāni.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'No Saldus novada Sociālā dienesta direktores amata atbrīvota Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Saldus novada Sociālā dienesta vadītājas pienākumus kopš septembra pilda Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
    },
    reject: [
      'Saldus novada Sociālā dienesta direktores amatam pieteicās Dzidra Kalvāne.',
      'Dzidra Kalvāne stāsta par Saldus novada Sociālā dienesta direktores amatu.',
    ],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => inOffice(context, sentence)),
};

/** HEADS and WORKS_AT, said of an office. */
export const postOfficeFactRules: readonly FactRule[] = [office];
