import type { FactRule, RelateContext } from '../0-contract/rule.js';
import type { Fact, Sentence } from '../0-contract/types.js';
import { POST_VERBS } from '../0-latvian/post-verbs.js';
import { type PostReading, postsAt } from '../0-latvian/posts.js';
import { factOf } from './facts.js';
import { isPerson } from './post-frames.js';
import { postOfficeFactRules } from './post-office.js';
import { sentencesWithPeople } from './post-subject.js';
import { postVerbFactRules } from './post-verbs.js';
import { postFactRules } from './posts.js';

const HEADS_RULES: readonly FactRule[] = [...postFactRules, ...postVerbFactRules, ...postOfficeFactRules];
const MAX_APART = 4;

/** `Pārvaldi vada Elita Rubene. Par viņas vietnieci kļuvusi Baiba Ērgle`: of the institution that «viņa» heads. */
function deputies(context: RelateContext, sentence: Sentence): Fact[] {
  const { tokens } = context.doc;
  const facts: Fact[] = [];
  for (let i = sentence.first; i < sentence.last - 2; i++) {
    if (tokens[i]?.lower !== 'par' || !/^viņas?$/u.test(tokens[i + 1]?.lower ?? '')) continue;
    const post = postsAt(tokens, i + 2).find((one) => one.case === 'accusative' && one.number === 'singular');
    const person = post && deputyNamed(context, sentence, post);
    if (!post || !person) continue;
    const gender = tokens[i + 1]?.lower === 'viņas' ? 'feminine' : 'masculine';
    const led = headedBefore(context, sentence, gender);
    if (!led) continue;
    facts.push(
      factOf(context, {
        type: 'WORKS_AT',
        from: person,
        to: led.to,
        role: post.post,
        sentences: [sentence.index, ...led.evidence.map((evidence) => evidence.sentence)],
        status: 'began',
        rule: deputy.id,
        confidence: 0.8,
      }),
    );
  }
  return facts;
}

/** Who becomes it, soon behind the verb. */
function deputyNamed(context: RelateContext, sentence: Sentence, post: PostReading): string | undefined {
  const { tokens } = context.doc;
  const person = context
    .inSentence(sentence.index)
    .filter(isPerson)
    .find(
      ({ mention, entity }) =>
        mention.first >= post.last &&
        mention.first - post.last <= MAX_APART &&
        (!entity.gender || entity.gender === post.gender),
    );
  const becomes =
    person && tokens.slice(post.last, person.mention.first).some(({ lower }) => POST_VERBS.becomes.has(lower));
  return becomes ? person.entity.id : undefined;
}

/** What somebody of that gender heads, said last in this sentence or the one before. */
function headedBefore(context: RelateContext, { index }: Sentence, gender: string): Fact | undefined {
  return HEADS_RULES.flatMap((rule) => rule.find(context))
    .filter(({ type, status, evidence: [first] }) => {
      const distance = index - (first?.sentence ?? 0);
      return type === 'HEADS' && status !== 'ended' && (distance === 0 || distance === 1);
    })
    .findLast(({ from }) =>
      context.entities.some((entity) => entity.id === from && entity.kind === 'person' && entity.gender === gender),
    );
}

const deputy: FactRule = {
  id: 'post.deputy',
  why: 'Whose deputy somebody becomes, «viņa» or «viņas» says: who heads an institution in the sentence before.',
  examples: {
    match: {
      'Saldus novada Sociālo dienestu vada Dzidra Kalvāne. Par viņas vietnieci kļuvusi Ieva Priede.':
        'Ieva Priede → Saldus novada Sociālais dienests',
    },
    reject: [
      'Agrāk Dzidra Kalvāne bija Saldus novada Sociālā dienesta direktore. Par viņas vietnieci kļuvusi Ieva Priede.',
      'Saldus novada Sociālo dienestu vada Dzidra Kalvāne. Par viņas audžumeitu kļuvusi Ieva Priede.',
    ],
  },
  find: (context) => sentencesWithPeople(context).flatMap((sentence) => deputies(context, sentence)),
};

/** WORKS_AT of deputies. */
export const postDeputyFactRules: readonly FactRule[] = [deputy];
