import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Project, RelationType, Sentence, Status } from '../0-contract/types.js';
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
    .some((located) => distance(located, trigger.first) <= 6) && !talksOfEvent(context, sentence, trigger);

/** Types of institutions that stand for their municipality; the municipality alone takes part. */
const STANDS_FOR_OWNER = new Set(['municipal administration', 'council']);
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
function mayBelong(located: Located, trigger: Trigger): boolean {
  // what stands before «partneri» is whose partners they are
  if (trigger.relation === 'PARTNER_OF') return located.mention.first >= trigger.last;
  if (trigger.side === 'passive') return isVenue(located);
  return trigger.relation !== 'IMPLEMENTS' || carriesOut(located, trigger);
}

/** Municipalities and institutions of a clause, those inside an institution's name counted with it. */
function participantsIn(joining: Joining, here: readonly Located[]): string[] {
  const { trigger } = joining;
  const ids: string[] = [];
  for (const located of here) {
    if (!mayBelong(located, trigger)) continue;
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
  located: Located,
): Joining | undefined {
  const clause = clauses.find(([from, to]) => from <= located.mention.first && located.mention.first < to);
  const inClause = joinings.filter(({ trigger }) => clause && clause[0] <= trigger.first && trigger.first < clause[1]);
  const fitting = (inClause.length > 0 ? inClause : joinings).filter(({ trigger }) => mayBelong(located, trigger));
  // «piedalās … kopā ar citām»: the companions of who takes part take part as well
  const joining = fitting.filter(({ trigger }) => trigger.relation === 'PARTICIPATES_IN');
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
  return here.filter((located) => !places.some((place) => place === located || covers(place, located)));
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
const isVenue = ({ mention }: Located): boolean =>
  mention.kind === 'municipality' &&
  (mention.case === undefined ? mention.form !== 'bare' : mention.case === 'locative');

function find(context: RelateContext): Fact[] {
  return context.doc.sentences.flatMap((sentence) => {
    const opensList = context.doc.tokens[sentence.last - 1]?.text === ':';
    if (!opensList && !context.inSentence(sentence.index).some((here) => isMunicipality(here) || isInstitution(here)))
      return [];
    const joinings = joiningsIn(context, sentence);
    if (joinings.length === 0) return [];
    const clauses = clausesOf(context, sentence);
    const present = withoutSpeakers(context, sentence);
    const reported = reportedFrom(context, sentence);
    const listed = listBelow(context, sentence, isMunicipality);
    const facts = joinings.flatMap((joining) => {
      const own = present.filter(
        (located) =>
          ownTrigger(clauses, joinings, located) === joining && !isReporter(located, reported, joining.trigger),
      );
      return [
        ...factsFor(context, joining, participantsIn(joining, own), []),
        ...(joining === joinings.at(-1) ? listed : []).flatMap((item) =>
          factsFor(context, joining, participantsIn(joining, context.inSentence(item.index)), [item.index]),
        ),
      ];
    });
    return facts;
  });
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
