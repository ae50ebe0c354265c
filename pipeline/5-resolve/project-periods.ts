import { oneOf, type RowOf, text } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import type {
  DateEntity,
  Entity,
  Evidence,
  Mention,
  Project,
  SegmentedArticle,
  Sentence,
} from '../0-contract/types.js';

const ROW = { form: text(2), says: oneOf('start', 'end', 'both') };
type Says = RowOf<typeof ROW>['says'];
const WORDS: ReadonlyMap<string, Says> = new Map(
  readTable('lexicon/project-period-words.csv', ROW).map(({ form, says }) => [form, says]),
);

/** «projekta ietvaros no 27. līdz 29. septembrim notika …»: the dates are of what happened, not of the project. */
const CIRCUMSTANCE = new Set([
  'ietvaros',
  'ietvarā',
  'laikā',
  'gaitā',
  'sanāksme',
  'seminārs',
  'konference',
  'pasākums',
]);

interface End {
  readonly value: string;
  readonly sentence: number;
}

/** The period of a project, where sentences that speak of it give its start and its end. */
export function periodOf(
  doc: SegmentedArticle,
  project: Project,
  known: readonly Entity[],
): { period: string; periodEvidence: Evidence[] } | Record<string, never> {
  let start: End | undefined;
  let end: End | undefined;
  for (const index of new Set(
    project.mentions.filter((m) => !isCircumstance(doc, m)).map(({ sentence }) => sentence),
  )) {
    const sentence = doc.sentences[index] as Sentence;
    const says = wordsOf(doc, sentence);
    if (says.size === 0) continue;
    for (const { value, mention } of datesIn(index, known)) {
      const [from, to] = value.split('/');
      if (from && to) {
        start ??= { value: from, sentence: index };
        end ??= { value: to, sentence: index };
        continue;
      }
      const role = roleOf(doc, mention, sentence, says);
      if (role === 'start') start ??= { value, sentence: index };
      if (role === 'end') end ??= { value, sentence: index };
    }
  }
  if (!start || !end || start.value > end.value) return {};
  const sentences = [...new Set([start.sentence, end.sentence])].sort((a, b) => a - b);
  return {
    period: `${start.value}/${end.value}`,
    periodEvidence: sentences.map((index) => evidenceOf(doc, index)),
  };
}

function isCircumstance(doc: SegmentedArticle, mention: Mention): boolean {
  for (let i = mention.last; i < mention.last + 3; i++) {
    if (CIRCUMSTANCE.has(doc.tokens[i]?.lower ?? '')) return true;
  }
  return false;
}

const wordsOf = (doc: SegmentedArticle, { first, last }: Sentence): Map<number, Says> =>
  new Map(
    doc.tokens.slice(first, last).flatMap(({ lower }, i) => {
      const says = WORDS.get(lower);
      return says ? [[first + i, says] as const] : [];
    }),
  );

/** Dates with a year in a sentence. */
const datesIn = (sentence: number, known: readonly Entity[]): { value: string; mention: Mention }[] =>
  known
    .filter((entity): entity is DateEntity => entity.kind === 'date' && !entity.value.startsWith('--'))
    .flatMap(({ value, mentions }) => mentions.map((mention) => ({ value, mention })))
    .filter(({ mention }) => mention.sentence === sentence)
    .sort((a, b) => a.mention.start - b.mention.start);

/** «no», «kopš» before a date, or the nearest verb of beginning, make it the start; «līdz» or a verb of ending the end. */
function roleOf(
  doc: SegmentedArticle,
  mention: Mention,
  sentence: Sentence,
  says: ReadonlyMap<number, 'start' | 'end' | 'both'>,
): 'start' | 'end' | undefined {
  const own = doc.tokens[mention.first]?.lower ?? '';
  const before = doc.tokens[mention.first - 1]?.lower ?? '';
  if (own === 'līdz' || before === 'līdz') return 'end';
  if (['no', 'kopš'].includes(own) || ['no', 'kopš'].includes(before)) return 'start';
  for (let i = mention.first - 1; i >= sentence.first && i > mention.first - 6; i--) {
    const said = says.get(i);
    if (said === 'start' || said === 'end') return said;
  }
  return undefined;
}

const evidenceOf = (doc: SegmentedArticle, index: number): Evidence => {
  const { start, end } = doc.sentences[index] as Sentence;
  return { start, end, text: doc.article.text.slice(start, end), sentence: index };
};
