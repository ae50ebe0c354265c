import { readList } from '../0-contract/lists.js';
import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Sentence } from '../0-contract/types.js';
import { STANDS_FOR_OWNER } from './decisions.js';
import type { Joining } from './joinings.js';
import { beforeName } from './post-before.js';
import { isPerson } from './post-frames.js';
import { CONTRASTS, covers, distance, explains, isInstitution, isMunicipality } from './scene.js';
import type { Trigger } from './triggers.js';

/** Types that carry projects out or pay for them, and are not meant when a sentence lists who takes part. */
const NOT_PARTICIPANTS = new Set([
  'ministry',
  'fund',
  'planning region',
  'department',
  'european institution',
  'government',
]);

/** `Kuldīga un Talsi īsteno projektu`: in the nominative right before the verb, or a list that ends there; `ko īsteno Kuldīga`. */
const carriesOut = ({ mention }: Located, trigger: Trigger, tokens: RelateContext['doc']['tokens']): boolean =>
  mention.kind === 'municipality' &&
  (trigger.side === 'object'
    ? mention.first >= trigger.last && mention.first - trigger.last <= 2
    : mention.last <= trigger.first && trigger.first - mention.last <= 12) &&
  (mention.case === 'nominative' ||
    mention.form === 'list' ||
    // «Saldus un Talsu novada pašvaldība uzsāks»
    tokens[mention.last]?.lower === 'pašvaldība');

/** Whether a mention may be one of those of whom a trigger speaks. */
function mayBelong(
  located: Located,
  trigger: Trigger,
  here: readonly Located[],
  tokens: RelateContext['doc']['tokens'],
): boolean {
  // what stands before «partneri» is whose partners they are
  if (trigger.relation === 'PARTNER_OF') return located.mention.first >= trigger.last;
  if (trigger.side === 'passive') return isVenue(located, here);
  // «dzīvokļu Gulbenē nebūs: būvnieks atteicās»: who refuses does not stand in the locative
  // «Ludzā darbojas projekta konsultāciju punkts»: nor does who takes part
  // «Valmierā sprieda tīkla dalībnieki»: and before a word that announces them
  const isPlace = located.mention.kind === 'municipality' && located.mention.case === 'locative';
  if (isPlace && (trigger.side === 'subject' || located.mention.last <= trigger.first)) return false;
  return trigger.relation !== 'IMPLEMENTS' || carriesOut(located, trigger, tokens);
}

const RELATIVES = new Set(['kuru', 'kuriem', 'kurām']);
/** `biedrība, ar kuru reģions noslēdza līgumu`: the other side of a contract. */
const isCounterpart = ({ doc: { tokens } }: RelateContext, { mention: { last } }: Located): boolean =>
  tokens[last]?.text === ',' && tokens[last + 1]?.lower === 'ar' && RELATIVES.has(tokens[last + 2]?.lower ?? '');

/** Municipalities and institutions of a clause, those inside an institution's name counted with it. */
export function participantsIn(
  { doc: { tokens } }: RelateContext,
  joining: Joining,
  here: readonly Located[],
): string[] {
  const { trigger } = joining;
  const ids: string[] = [];
  for (const located of here) {
    if (!mayBelong(located, trigger, here, tokens)) continue;
    if (isMunicipality(located) && !here.some((other) => isInstitution(other) && covers(other, located))) {
      ids.push(located.entity.id);
    }
    if (isInstitution(located)) {
      const { id, type, owner } = located.entity;
      const stands = STANDS_FOR_OWNER.has(type);
      // far from the project's name only municipalities, and councils that stand for them, are sure to be meant
      const sure = joining.near || joining.back || stands;
      if (NOT_PARTICIPANTS.has(type) || !sure) continue;
      if (owner && (stands || trigger.relation !== 'PARTNER_OF')) ids.push(owner);
      if (!stands && trigger.relation !== 'PARTNER_OF') ids.push(id);
    }
  }
  return ids;
}

const UNDECIDED: ReadonlySet<string> = new Set(readList('lexicon/undecided.txt'));
/** `…, bet Ciblas novads vēl domā`: a clause of its own that says nothing of taking part. */
const isUndecided = ({ doc: { tokens } }: RelateContext, [from, to]: readonly [number, number]): boolean =>
  tokens.slice(from, to).some(({ lower }) => UNDECIDED.has(lower));

const RELATIVE = new Set(['ko', 'kuru']);
/** `… darbojas projektā, ko reģions īsteno kopā ar centru`: who stands in the relative clause only shares the project. */
function isRelated(
  tokens: RelateContext['doc']['tokens'],
  joinings: readonly Joining[],
  { mention }: Located,
): boolean {
  const takesPart = joinings.find(({ trigger }) => trigger.relation === 'PARTICIPATES_IN')?.trigger;
  const carries = joinings.find(({ trigger }) => trigger.relation === 'IMPLEMENTS')?.trigger;
  if (!takesPart || !carries || takesPart.last > carries.first) return false;
  const relative = tokens.findIndex(
    ({ lower }, i) => i > takesPart.last && i <= carries.first && RELATIVE.has(lower) && tokens[i - 1]?.text === ',',
  );
  return relative !== -1 && mention.first > relative;
}

/**
 * `no projekta izstājās Limbaži, savukārt Gulbene vēl domā`: what is set against a verb has one of its own, but for what
 * is added to it, `bet no oktobra arī Pļaviņas`.
 */
function isSetAgainst(
  tokens: RelateContext['doc']['tokens'],
  clauses: readonly (readonly [number, number])[],
  { mention }: Located,
  trigger: Trigger,
): boolean {
  if (tokens[mention.first - 1]?.lower === 'arī') return false;
  const [before, behind] = [Math.min(trigger.first, mention.first), Math.max(trigger.first, mention.first)];
  return clauses.some(([from]) => from > before && from <= behind && CONTRASTS.has(tokens[from]?.lower ?? ''));
}

/** The trigger that a participant belongs to: of those that it may belong to one in its own clause, else the nearest. */
export function ownTrigger(
  context: RelateContext,
  clauses: readonly (readonly [number, number])[],
  joinings: readonly Joining[],
  here: readonly Located[],
  located: Located,
): Joining | undefined {
  const clause = clauses.find(([from, to]) => from <= located.mention.first && located.mention.first < to);
  const inClause = joinings.filter(({ trigger }) => clause && clause[0] <= trigger.first && trigger.first < clause[1]);
  const { tokens } = context.doc;
  const isAside = clause && (isUndecided(context, clause) || explains(tokens, clause[0]));
  if (isAside && inClause.length === 0 && clauses.length > 1) return undefined;
  if (isRelated(tokens, joinings, located)) return undefined;
  const possible =
    inClause.length > 0 ? inClause : joinings.filter(({ trigger }) => !isSetAgainst(tokens, clauses, located, trigger));
  const fitting = possible.filter(({ trigger }) => mayBelong(located, trigger, here, tokens));
  // «piedalās … kopā ar citām»: companions take part as well; what follows «partneri ir» does not
  const joining = fitting.filter(
    ({ trigger }) => trigger.relation === 'PARTICIPATES_IN' || (trigger.alone && trigger.relation === 'PARTNER_OF'),
  );
  return (joining.length > 0 ? joining : fitting).toSorted(
    (a, b) => distance(located, a.trigger.first) - distance(located, b.trigger.first),
  )[0];
}

/** Who tells is not who takes part: `Ogres novada dienesta vadītāja Anna Kalniņa stāsta, ka projektā piedalās Ādažu novads`. */
export function withoutSpeakers(context: RelateContext, sentence: Sentence): readonly Located[] {
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
export function reportedFrom({ doc: { tokens } }: RelateContext, sentence: Sentence): number | undefined {
  const at = tokens.findIndex(
    ({ lower }, i) => i > sentence.first && i < sentence.last && lower === 'ka' && tokens[i - 1]?.text === ',',
  );
  return at === -1 ? undefined : at + 1;
}

/** Who reports what is said behind `, ka` does not do it. */
export const isReporter = ({ mention }: Located, reported: number | undefined, trigger: Trigger): boolean =>
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
