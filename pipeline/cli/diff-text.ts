import { stringify } from 'csv-stringify/sync';
import {
  type Diff,
  type FactChange,
  type FactState,
  isEmpty,
  type Quoted,
  UNCERTAIN,
} from '../../graph/history/diff.js';
import type { Row } from '../../graph/store.js';
import { textOf } from './answer-sources.js';
import { runText } from './runs.js';

interface Line {
  readonly text: string;
  readonly sources: readonly Quoted[];
}

interface Style {
  readonly markdown: boolean;
  /** With the sentences. */
  readonly evidence: boolean;
}

/** What runs brought, in words or as Markdown. */
export function diffText(diff: Diff, { markdown, evidence }: Style): string {
  const { span } = diff;
  const title =
    span.runs === 1
      ? `${span.run.id}, ${span.run.command}: ${runText(span.run)}`
      : `${span.runs} runs, ${span.first} to ${span.last}`;
  const head = markdown ? `# ${title}` : title;
  if (isEmpty(diff)) return `${head}\n\nNothing changed: the graph is what it was before.`;
  const sections = sectionsOf(diff).filter(({ lines }) => lines.length > 0);
  return [
    head,
    ...sections.map(({ name, lines }) =>
      [
        markdown ? `## ${name} (${lines.length})\n` : `${name} (${lines.length})`,
        ...lines.flatMap(({ text, sources }) => [
          markdown ? `- ${text}` : `  ${text}`,
          ...(evidence ? sources.flatMap((source) => quoted(source, markdown)) : []),
        ]),
      ].join('\n'),
    ),
  ].join('\n\n');
}

interface Section {
  readonly name: string;
  readonly lines: readonly Line[];
}

function sectionsOf(diff: Diff): Section[] {
  const articles = (change: string): Line[] =>
    diff.articles.filter((one) => one.change === change).map((one) => ({ text: articleText(one), sources: [] }));
  return [
    { name: 'New articles', lines: articles('new') },
    { name: 'Changed articles', lines: articles('changed') },
    { name: 'Retracted articles', lines: articles('removed') },
    { name: 'Joined', lines: diff.joined.map(lineOf) },
    { name: 'New posts', lines: diff.posts.map(lineOf) },
    { name: 'New facts', lines: diff.facts.map(lineOf) },
    { name: 'Changed', lines: diff.changed.map(lineOf) },
    { name: 'No article says any more', lines: diff.gone.map(lineOf) },
    { name: 'New people', lines: diff.people.map(personLine) },
    { name: 'Contradictions', lines: diff.contradictions.map(contradictionLine) },
    { name: 'Numbers that do not fit', lines: diff.counts.map(countLine) },
  ];
}

const articleText = ({ title, published }: Row): string =>
  [title, published].filter((part) => part !== null && part !== undefined).join(', ');

/** `HEADS` → `heads` */
const words = (type: string): string => type.toLowerCase().replaceAll('_', ' ');

const stateText = ({ since, until, status, role }: FactState): string =>
  [role, status, since && `since ${since}`, until && `until ${until}`].filter((part) => part).join(', ');

function lineOf({ subject, type, object, before, after, sources }: FactChange): Line {
  const fact = type === 'PERIOD' ? `${subject}, period` : `${subject} ${words(type)} ${object}`;
  const state = (after ?? before) as FactState;
  const told =
    before && after
      ? `${stateText(before) || 'without dates'} → ${stateText(after) || 'without dates'}`
      : stateText(state);
  const sure = state.confidence < UNCERTAIN ? `uncertain, ${Math.round(state.confidence * 100) / 100}` : '';
  return { text: `${fact}${told === '' ? '' : `: ${told}`}${sure === '' ? '' : ` (${sure})`}`, sources };
}

function personLine({ name, position, institution, source }: Row): Line {
  const post = [position, institution].filter((part) => part).join(', ');
  return {
    text: `${name}${post === '' ? '' : `: ${post}`}`,
    sources: [{ evidence: [], ...(source as object) } as unknown as Quoted],
  };
}

const contradictionLine = (row: Row): Line => ({
  text: `${[row.about, row.subject].filter((part) => part).join(', ')} (${row.kind}): ${row.first} – ${row.second}`,
  sources: [
    { title: row.title, published: row.published, url: row.url, sentence: row.sentence, evidence: [] },
    {
      title: row.secondTitle,
      published: row.secondPublished,
      url: row.secondUrl,
      sentence: row.secondSentence,
      evidence: [],
    },
  ] as unknown as Quoted[],
});

const countLine = (row: Row): Line => ({
  text: `«${row.text}», found ${row.found}`,
  sources: [{ evidence: [], ...row } as unknown as Quoted],
});

function quoted({ title, published, url, sentence, evidence }: Quoted, markdown: boolean): string[] {
  const where = [title, published, url].filter((part) => part !== null && part !== undefined).join(', ');
  const quotes = [sentence, ...evidence].map((quote) => `“${quote.replace(/\s+/gu, ' ').trim()}”`);
  return [...quotes, where].map((text) => (markdown ? `  > ${text}\n  >` : `      ${text}`));
}

const COLUMNS = [
  ...['change', 'subject', 'relation', 'object', 'since', 'until', 'status', 'role', 'sinceBefore', 'untilBefore'],
  ...['statusBefore', 'roleBefore', 'confidence', 'title', 'published', 'url', 'sentence'],
];

/** What runs brought as comma-separated values: a line for each change and source. */
export function diffCsv(diff: Diff): string {
  const facts = (change: string, all: readonly FactChange[]): Row[] =>
    all.flatMap(({ subject, type, object, before, after, sources }) =>
      sources.map((source) => {
        const { confidence = null, ...state } = after ?? ({} as Partial<FactState>);
        const { since = null, until = null, status = null, role = null } = before ?? ({} as Partial<FactState>);
        const was = { sinceBefore: since, untilBefore: until, statusBefore: status, roleBefore: role };
        return { change, subject, relation: type, object, ...state, ...was, confidence, ...source };
      }),
    );
  const rows: Row[] = [
    ...diff.articles.map(({ change, ...article }) => ({ ...article, change: `${change} article` })),
    ...facts('joined', diff.joined),
    ...facts('post', diff.posts),
    ...facts('fact', diff.facts),
    ...facts('changed', diff.changed),
    ...facts('gone', diff.gone),
    ...diff.people.map(({ name, position, source }) => ({
      ...{ change: 'person', subject: name, role: position },
      ...(source as Row),
    })),
    ...diff.contradictions.flatMap((row) => {
      const what = {
        change: 'contradiction',
        subject: row.subject ?? row.about,
        relation: row.kind,
        object: row.about,
      } as Row;
      const { secondTitle: title, secondPublished: published, secondUrl: url, secondSentence: sentence } = row;
      return [{ ...row, ...what }, { ...what, title, published, url, sentence } as Row];
    }),
    ...diff.counts.map((row) => ({ ...row, change: 'number', subject: row.text, object: row.found })),
  ] as Row[];
  return stringify(
    rows.map((row) => COLUMNS.map((column) => textOf(row[column]))),
    { header: true, columns: COLUMNS, escape_formulas: true },
  ).trimEnd();
}
