import type { Answer } from './ask.js';
import type { QueryColumn } from './queries.js';
import type { Row, Value } from './store.js';

/** What a row rests on: one sentence of an article, with what completes it and where it stands in the article's text. */
const SOURCE: readonly QueryColumn[] = [
  { name: 'article', type: 'text', what: 'id of the article' },
  { name: 'title', type: 'text', what: 'title of the article' },
  { name: 'published', type: 'date', what: 'when the article was published' },
  { name: 'url', type: 'text', what: 'address of the article' },
  { name: 'sentence', type: 'text', what: 'the words that say it' },
  { name: 'evidence', type: 'list', what: 'further words that complete it' },
  { name: 'start', type: 'integer', what: "first character in the article's text" },
  { name: 'end', type: 'integer', what: 'one behind the last' },
];
const NAMES: ReadonlySet<string> = new Set(SOURCE.map(({ name }) => name));
const SECOND = /^second(?<name>Title|Published|Url|Sentence)$/u;

const isMap = (value: Value | undefined): value is { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sources of a row: what the question lists, else those that stand in the row's own columns. */
export function sourcesOf(row: Row, listed: Value | undefined): Row[] {
  if (Array.isArray(listed)) return distinct(listed.filter(isMap));
  const first = Object.fromEntries(Object.entries(row).filter(([name]) => NAMES.has(name)));
  const second = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const part = SECOND.exec(name)?.groups?.name;
      return part === undefined ? [] : [[part.toLowerCase(), value] as const];
    }),
  );
  return distinct([first, second].filter(({ sentence }) => sentence !== null && sentence !== undefined));
}

const distinct = (sources: readonly Row[]): Row[] => [
  ...new Map(
    sources.map((source) => [JSON.stringify(SOURCE.map(({ name }) => source[name] ?? null)), source]),
  ).values(),
];

/** The answer with a row for each sentence that a row rests on; rows that rest on none stay. */
export function perSentence(answer: Answer): Answer {
  const own = answer.columns.filter(({ name }) => !NAMES.has(name) && !SECOND.test(name));
  const rows = answer.rows.flatMap((row, i) => {
    const kept = own.map(({ name }) => [name, row[name] ?? null] as const);
    const sources = answer.sources[i] ?? [];
    return (sources.length > 0 ? sources : [{}]).map((source: Row) =>
      Object.fromEntries([...kept, ...SOURCE.map(({ name }) => [name, source[name] ?? null] as const)]),
    );
  });
  return { ...answer, columns: [...own, ...SOURCE], rows, sources: rows.map(() => []) };
}
