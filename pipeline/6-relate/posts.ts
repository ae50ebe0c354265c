import { readList } from '../0-contract/lists.js';
import type { FactRule, Located, RelateContext, RuleCard } from '../0-contract/rule.js';
import { type Fact, Gap, type Sentence, type Token } from '../0-contract/types.js';
import { postsAt } from '../0-latvian/posts.js';
import { factOf } from './facts.js';
import { beforeName } from './post-before.js';
import { beforeCopula } from './post-copula.js';
import {
  agreeing,
  type Holding,
  isPerson,
  onlyPlainWords,
  type PersonHere,
  placeAfter,
  placeBefore,
} from './post-frames.js';
import { ministryOf } from './post-ministry.js';
import { isMunicipality } from './scene.js';

const JOINTS = new Set([',', '–', '—', '-', '(', ':']);
const MAX_DESCRIPTION = 30;

/** `Anna Kalniņa, Saldus novada Sociālā dienesta direktore`, also over the lines of a byline. */
function afterName(context: RelateContext, sentence: Sentence, person: PersonHere): Holding[] {
  const { tokens, sentences } = context.doc;
  let from = person.mention.last;
  let within = sentence;
  if (JOINTS.has(tokens[from]?.text ?? '')) from++;
  else if (from < sentence.last) return [];
  if (from >= sentence.last) {
    const next = sentences[sentence.index + 1];
    if (!next || sentence.last - sentence.first > MAX_DESCRIPTION || context.inSentence(next.index).some(isPerson))
      return [];
    within = next;
    from = next.first;
  }
  const nextPerson = context.inSentence(within.index).find((other) => isPerson(other) && other.mention.first >= from);
  const end = Math.min(within.last, from + MAX_DESCRIPTION, nextPerson?.mention.first ?? within.last);
  for (let first = from; first < end; first++) {
    if (tokens[first]?.text === ';') return [];
    const readings = postsAt(tokens, first).filter(({ last }) => last <= end);
    const post = agreeing(readings, person.entity);
    if (!post) continue;
    const place =
      placeBefore(context, within.index, from, first) ??
      placeAfter(context, within.index, post.last) ??
      ministryOf(context, post);
    // the post of the next person, «…, LM eksperte Ilze Ozola», not of this one
    if (nextPerson && onlyPlainWords(tokens, post.last, nextPerson.mention.first)) return [];
    if (!place && first > from + 2) continue;
    return [
      {
        person,
        post,
        first,
        last: tailEnd(tokens, post.last, within.last),
        sentences: [sentence.index, within.index],
        ...(place ? { place } : {}),
      },
    ];
  }
  return [];
}

/** End of what belongs to a post: `padomniece veselības un sociālajos jautājumos`, up to a mark or a capital. */
function tailEnd(tokens: readonly Token[], from: number, end: number): number {
  const tail = tokens.findIndex(
    (token, i) => i >= from && (token.kind !== 'word' || token.capital || token.gap >= Gap.line),
  );
  const last = Math.min(end, tail === -1 ? end : tail);
  return tokens[last - 1]?.lower.endsWith('os') && last - from <= 5 ? last : from;
}

const roleOf = (context: RelateContext, { post, last }: Holding): string => {
  const { tokens, article } = context.doc;
  const tail = post.last < last ? article.text.slice(tokens[post.last]?.start, tokens[last - 1]?.end) : '';
  return tail ? `${post.post} ${tail.replace(/\s+/gu, ' ')}` : post.post;
};

/** Who works in `Labklājības ministrijas … departaments` works at the ministry, when the article names it too. */
function parentOf({ entities }: RelateContext, { entity }: Located): string | undefined {
  if (entity.kind !== 'institution' || entity.type !== 'department') return undefined;
  // «Labklājības ministrijas … departaments», or «LM … departaments»
  const begins = (name: string): boolean =>
    entity.name.startsWith(name.slice(0, -1)) || entity.name.split(' ')[0] === initials(name);
  return entities.find((other) => other.kind === 'institution' && other.type === 'ministry' && begins(other.name))?.id;
}

const UNIT_WORDS: ReadonlySet<string> = new Set(readList('lexicon/unit-words.txt'));

/** `LPS komunikācijas nodaļas vadītāja`: a part that is no name of its own is headed, not the whole. */
const headsPart = ({ doc: { tokens } }: RelateContext, { place, first }: Holding): boolean =>
  place?.mention.sentence === tokens[first]?.sentence &&
  tokens.slice(place?.mention.last, first).some(({ lower }) => UNIT_WORDS.has(lower));

/** `projekta “Kopā” vadītāja Anna Kalniņa (LM)`: what is headed is a project, the place is where she works. */
const headsProject = (context: RelateContext, { person, first }: Holding): boolean =>
  context
    .inSentence(person.mention.sentence)
    .some(({ entity, mention: { last } }) => entity.kind === 'project' && (last === first || last + 1 === first));

const FORMER: readonly string[] = readList('lexicon/former-words.txt');

/** `bijušais Talsu novada domes priekšsēdētājs`, `Talsu novada domes bijušais priekšsēdētājs`. */
const isOver = ({ doc: { tokens } }: RelateContext, { place, post, first }: Holding): boolean =>
  [first, post.last - 1, place?.mention.first ?? first]
    .map((at) => tokens[at - 1])
    .some(
      (word) => word?.sentence === tokens[first]?.sentence && FORMER.some((begin) => word?.lower.startsWith(begin)),
    );

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => word[0]?.toUpperCase())
    .join('');

/** Territories are led, not worked at; a post without a place, or one that names no employer, makes no fact. */
function factsOf(context: RelateContext, rule: RuleCard, confidence: number, holdings: readonly Holding[]): Fact[] {
  return holdings.flatMap((holding) => {
    const { place, post, person, sentences } = holding;
    if (!place) return [];
    if (isMunicipality(place) && post.relation !== 'HEADS') return [];
    // a profession names an employer where one stands before it: «dienesta psihologs Juris Ozols»
    const type =
      post.relation === 'none' || headsPart(context, holding) || headsProject(context, holding)
        ? 'WORKS_AT'
        : post.relation;
    const whole = type === 'WORKS_AT' ? parentOf(context, place) : undefined;
    return [place.entity.id, ...(whole ? [whole] : [])].map((to) =>
      factOf(context, {
        type,
        from: person.entity.id,
        to,
        role: roleOf(context, holding),
        status: isOver(context, holding) ? 'ended' : undefined,
        sentences,
        rule: rule.id,
        confidence: Math.min(confidence, person.mention.confidence, place.mention.confidence + 0.1),
      }),
    );
  });
}

const eachPerson = (context: RelateContext, find: (sentence: Sentence, person: PersonHere) => Holding[]): Holding[] =>
  context.doc.sentences.flatMap((sentence) =>
    context
      .inSentence(sentence.index)
      .filter(isPerson)
      .flatMap((person) => find(sentence, person)),
  );

const before: FactRule = {
  id: 'post.before-name',
  why: 'The commonest order: the institution in the genitive, the post, the name; the post agrees with the name.',
  examples: {
    match: {
      'Saldus novada Sociālā dienesta direktore Dzidra Kalvāne pastāstīja par pieredzi.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Semināru atklāja Tukuma novada domes priekšsēdētājs Ainārs Priedkalns.':
        'Ainārs Priedkalns → Tukuma novada dome',
      'Lenti grieza Viļānu pilsētas mērs Ainārs Priedkalns.': 'Ainārs Priedkalns → Viļāni',
      'Sarunā piedalījās arī Labklājības ministrijas vecākā eksperte Baiba Zālīte.':
        'Baiba Zālīte → Labklājības ministrija',
      'Runāja Latvijas Universitātes rektore profesore Dzidra Kalvāne.': 'Dzidra Kalvāne → Latvijas Universitāte',
      'Par to lemj Tukuma novada Sociālais dienests. Tā vadītāja Dzidra Kalvāne ir Tukumā.':
        'Dzidra Kalvāne → Tukuma novada Sociālais dienests',
      'Līgumu slēdz Tukuma novada pašvaldība. Darbus uzrauga pašvaldības būvinženieris Ainārs Priedkalns.':
        'Ainārs Priedkalns → Tukuma novada pašvaldība',
      'Runāja Latvijas Universitātes docente Dr. paed. Anna Roze.': 'Anna Roze → Latvijas Universitāte',
      'Saldus novada Sociālā dienesta vadītāja p. i. Dzidra Kalvāne pastāstīja par pieredzi.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Plānu izstrādāja Labklājības ministrija.\n\nLabklājības ministrs Jānis Ozols to parakstīja.':
        'Jānis Ozols → Labklājības ministrija',
    },
    reject: [
      'Plānu izstrādāja Labklājības ministrija, un veselības ministrs Jānis Ozols to parakstīja.',
      'Plānu izstrādāja Labklājības ministrija, un labklājības ministra padomnieks Jānis Ozols to parakstīja.',
      'Dzidra Kalvāne pastāstīja par Saldus novada Sociālo dienestu.',
      'Palīdz biedrība “Saulgrieži”. Tā vadītāja Dzidra Kalvāne nav zināma.',
      'Līgumu slēdz Tukuma novada pašvaldība. Ciemojās Valgas pašvaldības sekretārs Ainārs Priedkalns.',
      'Direktore pastāstīja par Labklājības ministriju.',
    ],
  },
  find: (context) =>
    factsOf(
      context,
      before,
      0.95,
      eachPerson(context, (sentence, person) => beforeName(context, sentence, person)),
    ),
};

const after: FactRule = {
  id: 'post.after-name',
  why: 'The name first, then a comma, a dash or the next line of a byline, and the institution with the post.',
  examples: {
    match: {
      'Dzidra Kalvāne, Saldus novada Sociālā dienesta direktore, pastāstīja par pieredzi.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Informāciju sagatavoja:\n\nBaiba Zālīte,\n\nLPS komunikācijas speciāliste':
        'Baiba Zālīte → Latvijas Pašvaldību savienība',
    },
    reject: [
      'Runāja Dzidra Kalvāne, Labklājības ministrijas pārstāvji un citi.',
      'Sanāksmē bija Dzidra Kalvāne, bet direktore nebija.',
    ],
  },
  find: (context) =>
    factsOf(
      context,
      after,
      0.92,
      eachPerson(context, (sentence, person) =>
        beforeName(context, sentence, person).some(({ place }) => place) ? [] : afterName(context, sentence, person),
      ),
    ),
};

const copula: FactRule = {
  id: 'post.copula',
  why: 'The institution and the post, then «ir» and the name: who holds it is told last.',
  examples: {
    match: {
      'Saldus novada Sociālā dienesta direktore ir Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
      'Palīdz Saldus novada Sociālais dienests, tā direktore ir Dzidra Kalvāne.':
        'Dzidra Kalvāne → Saldus novada Sociālais dienests',
    },
    reject: [
      'Saldus novada Sociālā dienesta telpās bija Dzidra Kalvāne.',
      'Projekta vadītāja ir Dzidra Kalvāne, un palīdz Saldus novada Sociālais dienests.',
    ],
  },
  find: (context) =>
    factsOf(
      context,
      copula,
      0.92,
      eachPerson(context, (sentence, person) => beforeCopula(context, sentence, person)),
    ),
};

/** HEADS and WORKS_AT, by the order of name, post and institution. */
export const postFactRules: readonly FactRule[] = [before, copula, after];
