import { createHash } from 'node:crypto';
import { type PropertyType, schema } from '../schema.js';
import type { GraphStore, NodeValue, Row, Value } from '../store.js';
import { byCodePoint, nodesOf, readStretches } from './pages.js';
import { csvWriter, type Separator } from './tables.js';
import { type SinkFile, textOf } from './values.js';

export const EVIDENCE_FORMATS = ['csv', 'jsonl', 'markdown'] as const;
export type EvidenceFormat = (typeof EVIDENCE_FORMATS)[number];

/** A fact as one sentence of one article gives it, with all that is needed to cite and to check it. */
export type EvidenceRow = { readonly [column: string]: Value };

/** Properties of a claim that stand under other names, or that its fact says already. */
const RENAMED: Readonly<Record<string, string>> = {
  id: 'claim',
  type: 'fact',
  sinceValue: 'since',
  untilValue: 'until',
  since: 'sinceDay',
  until: 'untilDay',
  sentence: 'quote',
  start: 'quoteStart',
  end: 'quoteEnd',
  evidence: 'furtherQuotes',
};
const FIRST = [
  ...['subject', 'fact', 'object', 'status', 'role', 'since', 'until', 'quote', 'furtherQuotes', 'title', 'source'],
  ...[
    'author',
    'published',
    'publishedMethod',
    'url',
    'article',
    'quoteStart',
    'quoteEnd',
    'textHash',
    'loaded',
    'rule',
  ],
  ...['rules', 'confidence', 'run', 'knownFrom', 'subjectKind', 'subjectId', 'objectKind', 'objectId', 'claim'],
  ...['sinceDay', 'untilDay', 'time'],
];
/** What else the schema gives a claim stands behind these. */
const OF_CLAIMS = Object.entries(schema.labels.Claim?.properties ?? {}).filter(([name]) => name !== 'fact');
const NAMES = OF_CLAIMS.map(([name]) => RENAMED[name] ?? name);
const KNOWN = new Set([
  ...NAMES,
  ...['subject', 'object', 'title', 'source', 'author', 'published', 'publishedMethod', 'url', 'article', 'textHash'],
  ...['loaded', 'rules', 'subjectKind', 'subjectId', 'objectKind', 'objectId'],
]);
const COLUMNS = [...FIRST.filter((name) => KNOWN.has(name)), ...NAMES.filter((name) => !FIRST.includes(name))];

const CLAIMS = `MATCH (article:Article)-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(subject:Entity)
WHERE claim.fact >= $first AND claim.fact <= $last
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN claim, subject, object, article.id AS article, article.title AS title, article.url AS url, article.source AS source,
  article.author AS author, article.published AS published, article.publishedMethod AS publishedMethod,
  article.loadedAt AS loaded, article.rules AS rules`;

const kindOf = (node: NodeValue | null): string | null => node?.labels.find((label) => label !== 'Entity') ?? null;

/** SHA-256 of each article's text (UTF-8), by id. */
async function textHashes(store: GraphStore): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for await (const page of nodesOf(store, 'Article'))
    for (const { id, properties } of page)
      hashes.set(
        id,
        createHash('sha256')
          .update(String(properties.text ?? ''))
          .digest('hex'),
      );
  return hashes;
}

/** As it is; a time as short as it can be, the same from both stores. */
const plain = (value: Value | undefined, type: PropertyType): Value =>
  (type === 'datetime' ? textOf(value, type) : value) ?? null;

function evidenceRow({ claim, subject, object, ...article }: Row, hashes: ReadonlyMap<string, string>): EvidenceRow {
  const { properties } = claim as NodeValue;
  const whom = object as NodeValue | null;
  const who = subject as NodeValue;
  return {
    ...article,
    ...Object.fromEntries(OF_CLAIMS.map(([name, { type }]) => [RENAMED[name] ?? name, plain(properties[name], type)])),
    loaded: plain(article.loaded, 'datetime'),
    textHash: hashes.get(String(article.article)) ?? null,
    subject: who.properties.name ?? null,
    subjectKind: kindOf(who),
    subjectId: who.properties.id ?? null,
    object: whom?.properties.name ?? null,
    objectKind: kindOf(whom),
    objectId: whom?.properties.id ?? null,
  };
}

/** Claims, a page of facts at a time: those of one fact together, by date of publication. */
async function* evidenceRows(store: GraphStore): AsyncGenerator<EvidenceRow[]> {
  const hashes = await textHashes(store);
  for await (const rows of readStretches(store, { label: 'Claim', property: 'fact' }, CLAIMS)) {
    const key = ({ claim, published, article }: Row): string => {
      const { fact, start, id } = (claim as NodeValue).properties;
      return [fact, published ?? '', article, String(start).padStart(9, '0'), id].join('\0');
    };
    yield rows
      .map((row) => ({ row, key: key(row) }))
      .sort((a, b) => byCodePoint(a.key, b.key))
      .map(({ row }) => evidenceRow(row, hashes));
  }
}

/** The table of all claims: what is said, in which words, where these stand, who found them and how. */
export async function exportEvidence(
  store: GraphStore,
  file: SinkFile,
  format: EvidenceFormat,
  separator: Separator,
): Promise<void> {
  if (format === 'csv') {
    const write = await csvWriter(file, COLUMNS, separator);
    for await (const rows of evidenceRows(store))
      await write(rows.map((row) => COLUMNS.map((column) => textOf(row[column]))));
    return;
  }
  let fact = '';
  if (format === 'markdown') await file.write('# Evidence\n');
  for await (const rows of evidenceRows(store))
    for (const row of rows) {
      if (format === 'jsonl') {
        await file.write(
          `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null])))}\n`,
        );
        continue;
      }
      const heading = [row.subject, row.fact, row.object].filter((part) => part).join(' · ');
      await file.write(`${heading === fact ? '' : `\n## ${markdown(heading)}\n`}\n${citation(row)}`);
      fact = heading;
    }
}

/** Characters that Markdown or HTML would read as their own. */
const markdown = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>&#|~]/gu, '\\$&');

/** The quotation, and below it where it stands and how it was found. */
function citation(row: EvidenceRow): string {
  const text = (column: string): string => markdown(textOf(row[column]) ?? '');
  const quotes = [row.quote, ...(Array.isArray(row.furtherQuotes) ? row.furtherQuotes : [])];
  const since = text('since');
  const until = text('until');
  const when = since || until ? `${since || '…'} to ${until || '…'}` : '';
  const where = [text('title'), text('source'), text('published'), text('url')]
    .filter((part) => part !== '')
    .join(', ');
  const lines = [
    ...[[text('status'), text('role'), when].filter((part) => part !== '').join(', ')].filter((line) => line !== ''),
    ...quotes.map((quote) => `“${markdown(textOf(quote) ?? '')}”`),
    `— ${where}; characters ${text('quoteStart')} to ${text('quoteEnd')} of the text with SHA-256 \`${row.textHash}\`, loaded ${text('loaded')}; rule \`${row.rule}\`, confidence ${text('confidence')}${row.run ? `, run \`${row.run}\`` : ''}`,
  ];
  return `${lines.map((line) => `> ${line}`).join('  \n')}\n`;
}
