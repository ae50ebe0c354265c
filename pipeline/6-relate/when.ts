import type { Located, RelateContext } from '../0-contract/rule.js';
import type { DateEntity, Project, Sentence } from '../0-contract/types.js';
import type { Trigger } from './triggers.js';

const isDate = (located: Located): located is Located & { entity: DateEntity } => located.entity.kind === 'date';
const FROM = new Set(['no', 'kopš', 'ar']);

/**
 * From when till when somebody takes part, as far as the text says: the date in the sentence (`No 16.05.2019. …
 * piedalās`), completed by the period that the text gives for the project itself.
 */
export function periodOf(
  context: RelateContext,
  sentence: Sentence,
  project: Project,
  trigger: Trigger,
): { value: string; sentences: readonly number[] } | undefined {
  const { tokens } = context.doc;
  const dates = context
    .inSentence(sentence.index)
    .filter(isDate)
    .filter(({ mention }) => !insideTitle(context, sentence, mention.first));
  const starts = dates.filter(
    ({ mention, entity }) => !entity.value.includes('/') && FROM.has(wordAt(tokens, mention.first)),
  );
  const whole = dates.find(({ entity }) => entity.value.includes('/'));
  if (whole && dates.length === 1) return { value: whole.entity.value, sentences: [] };
  const start = starts[0]?.entity.value ?? (isTurn(trigger) && dates.length === 1 ? dates[0]?.entity.value : undefined);
  const [, end] = (project.period ?? '').split('/');
  const hasStart = starts.length > 0 && !start?.startsWith('--');
  if (hasStart && end) return { value: `${start}/${end}`, sentences: evidence(project) };
  if (start) return { value: start, sentences: [] };
  if (project.type === 'pilot' && project.period && dates.length === 0 && !isOver(trigger)) {
    return { value: project.period, sentences: evidence(project) };
  }
  return undefined;
}

/** The preposition may stand inside the mention or before it. */
const wordAt = (tokens: RelateContext['doc']['tokens'], first: number): string => {
  const inside = tokens[first]?.lower ?? '';
  return FROM.has(inside) ? inside : (tokens[first - 1]?.lower ?? '');
};

const evidence = (project: Project): number[] => (project.periodEvidence ?? []).map(({ sentence }) => sentence);
const isTurn = ({ status }: Trigger): boolean => status === 'began' || status === 'declined' || status === 'ended';
const isOver = ({ status }: Trigger): boolean => status === 'declined' || status === 'ended';

const insideTitle = (context: RelateContext, sentence: Sentence, token: number): boolean =>
  context
    .inSentence(sentence.index)
    .some(({ mention, entity }) => entity.kind === 'project' && mention.first <= token && token < mention.last);
