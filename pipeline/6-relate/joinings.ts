import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Mention, Project, RelationType, Sentence } from '../0-contract/types.js';
import { numeralAt } from '../0-latvian/numerals.js';
import { distance, isProject, pastBracket, projectAt, refersBack } from './scene.js';
import { type Trigger, triggersIn } from './triggers.js';

/** A sentence that says who takes part in what. */
export interface Joining {
  readonly sentence: Sentence;
  readonly trigger: Trigger;
  readonly project: Project;
  /** Where the project is named: this sentence, or one before. */
  readonly named: number;
  readonly near: boolean;
  /** The sentence goes on about it with a pronoun. */
  readonly back: boolean;
}

/** What a sentence says of taking part, with the project that each word of it speaks of. */
export function joiningsIn(context: RelateContext, sentence: Sentence): Joining[] {
  const said = triggersIn(context, sentence).filter(
    ({ relation, side }) => relation === 'PARTICIPATES_IN' || isPartnership(relation, side),
  );
  const triggers = [...said, ...countedIn(context, sentence, said)];
  return triggers.flatMap((trigger) => {
    if (peopleJoin(context, trigger)) return [];
    const back = refersBack(context, sentence, trigger.first);
    const other = talksOfEvent(context, sentence, trigger) || joinsPeople(context, trigger);
    const alone = trigger.alone || back || municipalitiesJoin(context, trigger);
    const found = projectAt(context, sentence, trigger.first, alone && !other, isRefusal(trigger));
    if (!found) return [];
    if (trigger.side === 'passive' && !passiveFits(context, sentence, trigger)) return [];
    return { sentence, trigger, project: found.project, named: found.sentence, near: found.near, back };
  });
}

/** `anketu tajā aizpilda četras pašvaldības – Jelgava, …`: in a project, counted and listed, whatever they do there. */
function countedIn({ doc: { tokens } }: RelateContext, sentence: Sentence, said: readonly Trigger[]): Trigger[] {
  const inside = tokens.findIndex(
    ({ lower }, i) => i >= sentence.first && i < sentence.last && /^(?:tajā|(?:pilot)?projektā|pilotā)$/u.test(lower),
  );
  if (inside === -1) return [];
  const noun = tokens.findIndex(
    ({ lower }, i) =>
      i > inside &&
      i < sentence.last &&
      /^(?:pašvaldības|vietvaras|novadi|pilsētas|pagasti)$/u.test(lower) &&
      /^[–—:-]$/u.test(tokens[i + 1]?.text ?? '') &&
      [1, 2].some((back) => tokens[i - back]?.kind === 'number' || numeralAt([tokens[i - back]?.lower])),
  );
  const told = said.some(({ relation, first }) => relation === 'PARTICIPATES_IN' && first < noun + 2);
  if (noun === -1 || told) return [];
  const how = { side: 'object', alone: true, anyone: true } as const;
  return [{ relation: 'PARTICIPATES_IN', status: 'takes part', ...how, first: noun, last: noun + 1 }];
}

/** Of leaving a project, or not joining it. */
export const isRefusal = ({ status }: Trigger): boolean => status === 'declined' || status === 'ended';

/** Municipalities among the partners of a project take part in it, and so do those that carry it out. */
const isPartnership = (relation: RelationType, side: Trigger['side']): boolean =>
  (relation === 'PARTNER_OF' && side === 'object') || relation === 'IMPLEMENTS';

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

const CROWD =
  /^(?:iedzīvotāj|dalībniek|cilvēk|person|bērn|jaunie[tš]|skolēn|vecāk|senior|ģimen|darbiniek|speciālist|pārstāv|interesent|siev|vīrie[tš])/u;
/** `Tikšanos rīkoja novada pašvaldība, un tajā piedalījās 25 iedzīvotāji`: who takes part is counted behind the verb. */
function peopleJoin({ doc: { tokens } }: RelateContext, { side, last }: Trigger): boolean {
  const number = [last, last + 1, last + 2].find((at) => tokens[at]?.kind === 'number');
  return side === 'subject' && number !== undefined && CROWD.test(tokens[number + 1]?.lower ?? '');
}

const OF_MUNICIPALITIES = /^(?:pašvaldīb(?:as|a)|vietvar(?:as|a)|novad(?:i|s)|pilsēt(?:as|a)|pagast(?:i|s))$/u;
/** `Pirmajā gadā piedalījās astoņas pašvaldības – …`: municipalities join no seminar in such numbers, but a project. */
function municipalitiesJoin({ doc: { tokens } }: RelateContext, { relation, side, last }: Trigger): boolean {
  if (relation !== 'PARTICIPATES_IN' || side !== 'subject') return false;
  const noun = [last, last + 1, last + 2, last + 3].find((at) => OF_MUNICIPALITIES.test(tokens[at]?.lower ?? ''));
  return noun !== undefined && /^[–—:-]$/u.test(tokens[noun + 1]?.text ?? '');
}

/** In «projekts notiks 28 vietvarās» the project itself is the subject, close by. */
const passiveFits = (context: RelateContext, sentence: Sentence, trigger: Trigger): boolean =>
  context
    .inSentence(sentence.index)
    .filter(isProject)
    .some(
      (located) =>
        distance(located, trigger.first) <= (isRelative(context, located) ? 12 : 6) &&
        !isTopic(context, located) &&
        !isOfOther(context, located),
    ) &&
  !eventHappens(context, sentence, trigger) &&
  !talksOfEvent(context, sentence, trigger);

/** `seminārs par projektu notika …` */
const isTopic = ({ doc: { tokens } }: RelateContext, { mention: { first } }: Located): boolean =>
  tokens[first - 1]?.lower === 'par';

/**
 * `Seminārs projektā “…” notika …`, `notika projekta “…” uzraudzības padomes sēde`: an event in the nominative stands before
 * the verb, or behind the project that it is of.
 */
const eventHappens = ({ doc: { tokens }, inSentence }: RelateContext, sentence: Sentence, trigger: Trigger): boolean =>
  inSentence(sentence.index).some(
    ({ mention }, _, here) =>
      mention.kind === 'event' &&
      (mention.last <= trigger.first ||
        here.some(
          (located) => isProject(located) && located.mention.first >= trigger.last && before(located, mention),
        )) &&
      tokens.slice(mention.first, mention.last).some(({ lower }) => lower === mention.head),
  );

/** Tokens from the title of a project to the event that is its own, its number in between. */
const TO_OWN_EVENT = 24;
const before = ({ mention: { last } }: Located, { first }: Mention): boolean =>
  first >= last && first - last <= TO_OWN_EVENT;

/** `Saldū notika projekta “…” padomes sēde`: something of the project happens, and not its being carried out. */
function isOfOther({ doc: { tokens } }: RelateContext, { mention: { first, last } }: Located): boolean {
  const word = tokens.slice(Math.max(0, first - 2), last).find(({ lower }) => /projekta$|^programmas$/u.test(lower));
  if (!word) return false;
  let next = pastBracket(tokens, last);
  while (tokens[next]?.kind === 'mark') next++;
  return tokens[next]?.kind === 'word' && !CARRYING_OUT.test(tokens[next]?.lower ?? '');
}
const CARRYING_OUT = /^(?:īstenošan|ieviešan|realizācij|aprobācij|izmēģināšan|darbīb|aktivitāt|pasākum|ietvar)/u;

/** `pilotprojektu “…”, kas kopš 3. jūlija norisinās …` */
const isRelative = ({ doc: { tokens } }: RelateContext, { mention: { last } }: Located): boolean =>
  tokens.slice(last, last + 3).some(({ lower }) => lower === 'kas');

/** `Jēkabpils novads savu pieteikumu atsauca`: from the project of whose participants the article spoke last. */
export const refused = (joining: Joining, joined: Joining | undefined): Joining =>
  joined && !joining.near && isRefusal(joining.trigger)
    ? { ...joining, project: joined.project, named: joined.sentence.index }
    : joining;
