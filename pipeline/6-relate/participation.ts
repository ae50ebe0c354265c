import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Project, RelationType, Sentence, Status } from '../0-contract/types.js';
import { deciderOf, STANDS_FOR_OWNER } from './decisions.js';
import { factOf } from './facts.js';
import { beforeName } from './post-before.js';
import { isPerson } from './post-frames.js';
import {
  clausesOf,
  covers,
  distance,
  isInstitution,
  isMunicipality,
  isProject,
  listBelow,
  projectAt,
  refersBack,
} from './scene.js';
import { type Trigger, triggersIn } from './triggers.js';
import { periodOf } from './when.js';

/** A sentence that says who takes part in what. */
interface Joining {
  readonly sentence: Sentence;
  readonly trigger: Trigger;
  readonly project: Project;
  /** Where the project is named: this sentence, or one before. */
  readonly named: number;
  readonly near: boolean;
  /** The sentence goes on about it with a pronoun. */
  readonly back: boolean;
}

function joiningsIn(context: RelateContext, sentence: Sentence): Joining[] {
  const triggers = triggersIn(context, sentence).filter(
    ({ relation, side }) => relation === 'PARTICIPATES_IN' || isPartnership(relation, side),
  );
  return triggers.flatMap((trigger) => {
    const back = refersBack(context, sentence, trigger.first);
    const other = talksOfEvent(context, sentence, trigger) || joinsPeople(context, trigger);
    const found = projectAt(context, sentence, trigger.first, (trigger.alone || back) && !other, isRefusal(trigger));
    if (!found) return [];
    if (trigger.side === 'passive' && !passiveFits(context, sentence, trigger)) return [];
    return { sentence, trigger, project: found.project, named: found.sentence, near: found.near, back };
  });
}

/** `Kuldīga un Talsi īsteno projektu`: in the nominative right before the verb, or a list that ends there. */
const carriesOut = ({ mention }: Located, trigger: Trigger): boolean =>
  mention.kind === 'municipality' &&
  mention.last <= trigger.first &&
  trigger.first - mention.last <= 12 &&
  (mention.case === 'nominative' || mention.form === 'list');

const isRefusal = ({ status }: Trigger): boolean => status === 'declined' || status === 'ended';

/** Municipalities among the partners of a project take part in it, and so do those that carry it out. */
const isPartnership = (relation: RelationType, side: Trigger['side']): boolean =>
  (relation === 'PARTNER_OF' && side === 'object') || (relation === 'IMPLEMENTS' && side === 'subject');

/** «Seminārā piedalījās …»: what is joined is an event, when one stands nearer than any project. */
function talksOfEvent(context: RelateContext, sentence: Sentence, trigger: Trigger): boolean {
  const here = context.inSentence(sentence.index);
  const event = Math.min(
    ...here.filter(({ entity }) => entity.kind === 'event').map((located) => distance(located, trigger.first)),
  );
  const project = Math.min(...here.filter(isProject).map((located) => distance(located, trigger.first)));
  return event < project;
}

const PEOPLE = new Set(['viņiem', 'viņam', 'viņai', 'mums', 'jums', 'man']);
/** `Viņiem pievienosies …`: people are joined, not a project. */
const joinsPeople = ({ doc }: RelateContext, trigger: Trigger): boolean =>
  PEOPLE.has(doc.tokens[trigger.first - 1]?.lower ?? '');

/** In «projekts notiks 28 vietvarās» the project itself is the subject, close by. */
const passiveFits = (context: RelateContext, sentence: Sentence, trigger: Trigger): boolean =>
  context
    .inSentence(sentence.index)
    .filter(isProject)
    .some((located) => distance(located, trigger.first) <= (isRelative(context, located) ? 12 : 6)) &&
  !talksOfEvent(context, sentence, trigger);

/** `pilotprojektu “…”, kas kopš 3. jūlija norisinās …` */
const isRelative = ({ doc: { tokens } }: RelateContext, { mention: { last } }: Located): boolean =>
  tokens.slice(last, last + 3).some(({ lower }) => lower === 'kas');

/** Types that carry projects out or pay for them, and are not meant when a sentence lists who takes part. */
const NOT_PARTICIPANTS = new Set([
  'ministry',
  'fund',
  'planning region',
  'department',
  'european institution',
  'government',
]);

/** Whether a mention may be one of those of whom a trigger speaks. */
function mayBelong(located: Located, trigger: Trigger, here: readonly Located[]): boolean {
  // what stands before «partneri» is whose partners they are
  if (trigger.relation === 'PARTNER_OF') return located.mention.first >= trigger.last;
  if (trigger.side === 'passive') return isVenue(located, here);
  // «dzīvokļu Gulbenē nebūs: būvnieks atteicās»: who refuses does not stand in the locative
  if (isRefusal(trigger) && located.mention.kind === 'municipality' && located.mention.case === 'locative')
    return false;
  return trigger.relation !== 'IMPLEMENTS' || carriesOut(located, trigger);
}

const RELATIVES = new Set(['kuru', 'kuriem', 'kurām']);
/** `biedrība, ar kuru reģions noslēdza līgumu`: the other side of a contract. */
const isCounterpart = ({ doc: { tokens } }: RelateContext, { mention: { last } }: Located): boolean =>
  tokens[last]?.text === ',' && tokens[last + 1]?.lower === 'ar' && RELATIVES.has(tokens[last + 2]?.lower ?? '');

/** Municipalities and institutions of a clause, those inside an institution's name counted with it. */
function participantsIn(joining: Joining, here: readonly Located[]): string[] {
  const { trigger } = joining;
  const ids: string[] = [];
  for (const located of here) {
    if (!mayBelong(located, trigger, here)) continue;
    if (isMunicipality(located) && !here.some((other) => isInstitution(other) && covers(other, located))) {
      ids.push(located.entity.id);
    }
    if (isInstitution(located)) {
      const { id, type, owner } = located.entity;
      // far from the project's name only bare municipalities are sure to be meant
      if (NOT_PARTICIPANTS.has(type) || (!joining.near && !joining.back)) continue;
      const stands = STANDS_FOR_OWNER.has(type);
      if (owner && (stands || trigger.relation !== 'PARTNER_OF')) ids.push(owner);
      if (!stands && trigger.relation !== 'PARTNER_OF') ids.push(id);
    }
  }
  return ids;
}

/** The trigger that a participant belongs to: of those that it may belong to one in its own clause, else the nearest. */
function ownTrigger(
  clauses: readonly (readonly [number, number])[],
  joinings: readonly Joining[],
  here: readonly Located[],
  located: Located,
): Joining | undefined {
  const clause = clauses.find(([from, to]) => from <= located.mention.first && located.mention.first < to);
  const inClause = joinings.filter(({ trigger }) => clause && clause[0] <= trigger.first && trigger.first < clause[1]);
  const fitting = (inClause.length > 0 ? inClause : joinings).filter(({ trigger }) =>
    mayBelong(located, trigger, here),
  );
  // «piedalās … kopā ar citām»: companions take part as well; what follows «partneri ir» does not
  const joining = fitting.filter(
    ({ trigger }) => trigger.relation === 'PARTICIPATES_IN' || (trigger.alone && trigger.relation === 'PARTNER_OF'),
  );
  return (joining.length > 0 ? joining : fitting).toSorted(
    (a, b) => distance(located, a.trigger.first) - distance(located, b.trigger.first),
  )[0];
}

/** Who tells is not who takes part: `Ogres novada dienesta vadītāja Anna Kalniņa stāsta, ka projektā piedalās Ādažu novads`. */
function withoutSpeakers(context: RelateContext, sentence: Sentence): readonly Located[] {
  const here = context.inSentence(sentence.index);
  const places = here
    .filter(isPerson)
    .flatMap((person) => beforeName(context, sentence, person))
    .flatMap(({ place, post }) => (place && post.number === 'singular' ? [place] : []));
  return here.filter(
    (located) =>
      !places.some((place) => place === located || covers(place, located)) && !isCounterpart(context, located),
  );
}

/** Where reported speech begins: the token behind `, ka`. */
function reportedFrom({ doc: { tokens } }: RelateContext, sentence: Sentence): number | undefined {
  const at = tokens.findIndex(
    ({ lower }, i) => i > sentence.first && i < sentence.last && lower === 'ka' && tokens[i - 1]?.text === ',',
  );
  return at === -1 ? undefined : at + 1;
}

const isReporter = ({ mention }: Located, reported: number | undefined, trigger: Trigger): boolean =>
  reported !== undefined && mention.last <= reported && trigger.first >= reported;

/** What happens in a place names the place in the locative, or as a list (`Cēsu un Raunas novados`). */
const isVenue = (located: Located, here: readonly Located[]): boolean => {
  const { mention } = located;
  if (mention.kind !== 'municipality') return false;
  if (mention.form === 'list' && mention.case === 'genitive') {
    // «Gulbenes, Preiļu un Valmieras novadā»: the head that they share stands behind the last
    const next = here.find((other) => isMunicipality(other) && other.mention.first === mention.last + 1);
    return next !== undefined && isVenue(next, here);
  }
  return mention.case === undefined ? mention.form !== 'bare' : mention.case === 'locative';
};

/** `Jēkabpils novads savu pieteikumu atsauca`: from the project of whose participants the article spoke last. */
const refused = (joining: Joining, joined: Joining | undefined): Joining =>
  joined && !joining.near && isRefusal(joining.trigger)
    ? { ...joining, project: joined.project, named: joined.sentence.index }
    : joining;

function find(context: RelateContext): Fact[] {
  let joined: Joining | undefined;
  return context.doc.sentences.flatMap((sentence) => {
    const opensList = context.doc.tokens[sentence.last - 1]?.text === ':';
    const decider = deciderOf(context, sentence);
    const somebody = context.inSentence(sentence.index).some((here) => isMunicipality(here) || isInstitution(here));
    if (!opensList && !decider && !somebody) return [];
    const joinings = joiningsIn(context, sentence).map((joining) => refused(joining, joined));
    if (joinings.length === 0) return [];
    const clauses = clausesOf(context, sentence);
    const present = withoutSpeakers(context, sentence);
    const reported = reportedFrom(context, sentence);
    const listed = [...listBelow(context, sentence, isMunicipality), ...namedNext(context, sentence)];
    const facts = joinings.flatMap((joining) => {
      const own = present.filter(
        (located) =>
          ownTrigger(clauses, joinings, present, located) === joining &&
          !isReporter(located, reported, joining.trigger),
      );
      const doers = participantsIn(joining, own);
      if (doers.length > 0 || listed.length > 0) joined = joining;
      const council =
        (isInfinitive(context, joining) ? decider : undefined) ??
        (doers.length === 0 ? councilBehind(context, joining) : undefined);
      const unnamed = council?.entity.kind === 'institution' && council.entity.owner;
      return [
        ...factsFor(context, joining, unnamed ? [unnamed] : doers, unnamed ? [council.mention.sentence] : []),
        ...(joining === joinings.at(-1) ? listed : []).flatMap((item) =>
          factsFor(context, joining, participantsIn(joining, context.inSentence(item.index)), [item.index]),
        ),
      ];
    });
    return facts;
  });
}

/** `nepiedalīties`, `izstāties`: what is decided. */
const isInfinitive = ({ doc: { tokens } }: RelateContext, { trigger: { first } }: Joining): boolean =>
  /ties$/u.test(tokens[first]?.lower ?? '');

const THEM = new Set(['tās ir', 'tie ir', 'tās būs', 'tie būs', 'to vidū', 'starp tām', 'starp tiem']);

/** `… ar četrām pašvaldībām, kuras piedalīsies projektā. Tās ir Jelgava un Ogres novads.` */
function namedNext({ doc: { tokens, sentences } }: RelateContext, sentence: Sentence): Sentence[] {
  const next = sentences[sentence.index + 1];
  if (next?.paragraph !== sentence.paragraph) return [];
  const opening = tokens.slice(next.first, next.first + 2).map(({ lower }) => lower);
  const ofMunicipalities = tokens.slice(sentence.first, sentence.last).some(({ lower }) => PLURAL.test(lower));
  return THEM.has(opening.join(' ')) && ofMunicipalities ? [next] : [];
}
const PLURAL = /^(?:pašvaldīb(?:as|ām|u)|novad(?:i|iem|us|u)|pilsēt(?:as|ām|u)|pagast(?:i|iem|us|u))$/u;

const SELF = new Set(['novads', 'pašvaldība', 'pagasts']);

/** `Dome nolēma, ka novads piedalīsies`: the municipality is only called so; its council is in the sentence. */
function councilBehind(context: RelateContext, { sentence, trigger }: Joining): Located | undefined {
  const { tokens } = context.doc;
  const here = context.inSentence(sentence.index);
  const itself = tokens.findIndex(
    ({ lower }, i) =>
      i >= sentence.first &&
      i < trigger.first &&
      SELF.has(lower) &&
      !here.some(({ mention }) => mention.first <= i && i < mention.last),
  );
  if (itself === -1 || trigger.side !== 'subject') return undefined;
  return here.find(
    (located) =>
      isInstitution(located) && STANDS_FOR_OWNER.has(located.entity.type) && located.mention.last <= trigger.first,
  );
}

function factsFor(context: RelateContext, joining: Joining, ids: readonly string[], items: readonly number[]): Fact[] {
  const { sentence, trigger, project, named, near } = joining;
  const status: Status | undefined = trigger.status;
  const period = periodOf(context, sentence, project, trigger);
  return [...new Set(ids)].map((id) =>
    factOf(context, {
      type: 'PARTICIPATES_IN',
      from: id,
      to: project.id,
      status,
      when: period?.value,
      sentences: [...items, sentence.index, ...(near ? [] : [named]), ...(period?.sentences ?? [])],
      rule: rule.id,
      confidence: near ? 0.92 : 0.8,
    }),
  );
}

const rule: FactRule = {
  id: 'participation.verb',
  why: 'A verb of taking part, joining or leaving, with municipalities or their institutions and a project at hand.',
  examples: {
    match: {
      'Projektā “Sirdssilta aprūpe” piedalās Kuldīgas novads un Talsu novads.': [
        'Kuldīgas novads → Sirdssilta aprūpe',
        'Talsu novads → Sirdssilta aprūpe',
      ],
      'No projekta “Sirdssilta aprūpe” izstājās Kuldīgas novads.': 'Kuldīgas novads → Sirdssilta aprūpe',
      'Sākas projekts “Sirdssilta aprūpe”. Tajā iesaistījušās Kuldīgas, Talsu un Saldus novadu pašvaldības.':
        'Saldus novads → Sirdssilta aprūpe',
    },
    reject: [
      'Par projektu “Sirdssilta aprūpe” stāstīja Kuldīgas novadā.',
      'Kuldīgas novada domes priekšsēdētājs stāsta, ka projektā “Sirdssilta aprūpe” piedalās trīs skolas.',
      'Seminārā Kuldīgā piedalījās 30 cilvēki.',
    ],
  },
  find,
};

export const participationFactRules: readonly FactRule[] = [rule];
