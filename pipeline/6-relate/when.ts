import type { Located, RelateContext } from '../0-contract/rule.js';
import type { DateEntity, Mention, Project, Sentence } from '../0-contract/types.js';
import { clausesOf, distance } from './scene.js';
import type { Trigger } from './triggers.js';

type DateHere = Located & { entity: DateEntity };

const isDate = (located: Located): located is DateHere => located.entity.kind === 'date';
const FROM = new Set(['no', 'kopš', 'ar']);
const TILL = new Set(['līdz']);

/** A time, and the sentences beside the trigger's that give it. */
interface Period {
  readonly value: string;
  readonly sentences: readonly number[];
}

/**
 * From when till when somebody takes part, as far as the text says: the date nearest to the verb (`No 16.05.2019. …
 * piedalās`), completed by the period that the text gives for a pilot. An end that is not known is `..` (ISO 8601-2).
 */
export function periodOf(
  context: RelateContext,
  sentence: Sentence,
  project: Project,
  trigger: Trigger,
): Period | undefined {
  const dates = context
    .inSentence(sentence.index)
    .filter(isDate)
    .filter((date) => !insideTitle(context, date) && inOneClause(context, sentence, date, trigger))
    .toSorted((a, b) => distance(a, trigger.first) - distance(b, trigger.first));
  const [nearest] = dates;
  if (!nearest) return lentBy(project, trigger);
  if (nearest.entity.value.includes('/'))
    return dates.length === 1 ? { value: nearest.entity.value, sentences: [] } : undefined;
  const { value } = nearest.entity;
  if (trigger.status === 'declined') return { value, sentences: [] };
  if (trigger.status === 'ended') return { value: open('..', value), sentences: [] };
  const start = dates.find((date) => FROM.has(wordAt(context, date)) && !date.entity.value.includes('/'));
  if (start) return from(start.entity.value, project);
  if (TILL.has(wordAt(context, nearest))) return { value: open('..', value), sentences: [] };
  return trigger.status === 'takes part' ? undefined : from(value, project);
}

const RELATIVE = /^(?:kas|ko|kam|kur|kurš|kuram|kura|kurai|kuru|kurā|kuras|kuri|kuriem|kuros|kurus|kurām|kurās)$/u;

/** `… izstāties ar 1. oktobri no projekta, kurā novads iesaistījās 2018. gadā`: each day is of its own verb. */
function inOneClause(context: RelateContext, sentence: Sentence, { mention }: DateHere, { first }: Trigger): boolean {
  const { tokens } = context.doc;
  const [from, to] = mention.first < first ? [mention.last, first] : [first + 1, mention.first];
  if (clausesOf(context, sentence).some(([start]) => from <= start && start <= to && start > sentence.first))
    return false;
  const between = tokens.slice(from, to);
  const relative = between.findLastIndex(({ lower }, i) => RELATIVE.test(lower) && between[i - 1]?.text === ',');
  if (endsRelative(context, sentence, mention, first)) return false;
  // a relative clause that has ended in between parts nothing
  return relative === -1 || between.slice(relative).some(({ text }) => text === ',');
}

/** `No pieteikumiem, kas saņemti līdz 13. augustam, izraudzīta Liepāja`: the day is of the relative clause, over at the verb. */
function endsRelative({ doc: { tokens } }: RelateContext, sentence: Sentence, date: Mention, verb: number): boolean {
  const between = tokens.slice(date.last, Math.max(date.last, verb));
  // «kuru aicināja jūnijā, toreiz atteicās»
  if (!between.some(({ text }) => text === ',') || between.some(({ lower }) => lower === 'toreiz')) return false;
  const comma = tokens.findLastIndex(({ text }, i) => i > sentence.first && i < date.first && text === ',');
  return comma !== -1 && RELATIVE.test(tokens[comma + 1]?.lower ?? '');
}

/** The end of a pilot is the end of taking part in it; a project goes on without some. */
function from(start: string, project: Project): Period {
  const [, end] = project.type === 'pilot' ? (project.period ?? '').split('/') : [];
  return end && !start.startsWith('--')
    ? { value: `${start}/${end}`, sentences: evidence(project) }
    : { value: open(start, '..'), sentences: [] };
}

const lentBy = (project: Project, { status }: Trigger): Period | undefined =>
  project.type === 'pilot' && project.period && status !== 'declined' && status !== 'ended'
    ? { value: project.period, sentences: evidence(project) }
    : undefined;

/** An interval with one end; a day without a year stays as it is, since nothing can be counted from it. */
const open = (start: string, end: string): string =>
  start.startsWith('--') || end.startsWith('--') ? (start === '..' ? end : start) : `${start}/${end}`;

/** The preposition may stand inside the mention or before it. */
function wordAt({ doc: { tokens } }: RelateContext, { mention }: DateHere): string {
  const inside = tokens[mention.first]?.lower ?? '';
  return FROM.has(inside) || TILL.has(inside) ? inside : (tokens[mention.first - 1]?.lower ?? '');
}

const evidence = (project: Project): number[] => (project.periodEvidence ?? []).map(({ sentence }) => sentence);

const insideTitle = (context: RelateContext, { mention }: DateHere): boolean =>
  context
    .inSentence(mention.sentence)
    .some(
      ({ mention: other, entity }) =>
        entity.kind === 'project' && other.first <= mention.first && mention.first < other.last,
    );
