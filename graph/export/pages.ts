import { Stop } from '../../pipeline/0-contract/errors.js';
import { schema } from '../schema.js';
import type { GraphStore, NodeValue, RelationshipValue, Row, Value } from '../store.js';

export interface ExportedNode {
  readonly id: string;
  /** The one that says its kind: Person, not Entity. */
  readonly label: string;
  /** In the order of the schema. */
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface ExportedRelationship {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

export type Properties = { readonly [name: string]: Value };

/** Nodes in one answer; an article can be long. */
const PAGE = 200;
/** Keys in one answer: a store without an ordered index sorts all of them for each. */
const STRIDE = 100 * PAGE;

/**
 * The values of a property of a label, in stretches of about a page, in ascending order: so that a store of any size is read
 * in pieces.
 */
async function* stretches(
  store: GraphStore,
  label: string,
  property: string,
): AsyncGenerator<{ readonly first: string; readonly last: string }> {
  const keys = (after: string): Promise<Row[]> =>
    store.read(
      `MATCH (n:${label}) WHERE n.${property} > $after WITH DISTINCT n.${property} AS key RETURN key ORDER BY key LIMIT $most`,
      { after, most: STRIDE },
    );
  for (let rows = await keys(''); rows.length > 0; ) {
    for (let at = 0; at < rows.length; at += PAGE) {
      const page = rows.slice(at, at + PAGE);
      yield { first: String(page[0]?.key), last: String(page.at(-1)?.key) };
    }
    rows = rows.length < STRIDE ? [] : await keys(String(rows.at(-1)?.key));
  }
}

/**
 * The answers of a statement for one stretch after the other.
 * @param cypher takes `$first` and `$last`, both included
 */
export async function* readStretches(
  store: GraphStore,
  of: { readonly label: string; readonly property: string },
  cypher: string,
): AsyncGenerator<Row[]> {
  for await (const stretch of stretches(store, of.label, of.property)) yield store.read(cypher, stretch);
}

/** By code points, as the stores sort. */
export const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const kindsOf = (label: string): string[] =>
  Object.keys(schema.labels).filter((one) => schema.labels[one]?.base === label);

const NONE: ReadonlySet<string> = new Set();

/**
 * Those whose kind a label is, so not those of a more special one, by id.
 * @param left ids of those to leave out
 */
export async function* nodesOf(
  store: GraphStore,
  label: string,
  left: ReadonlySet<string> = NONE,
): AsyncGenerator<ExportedNode[]> {
  const special = kindsOf(label);
  const pages = readStretches(
    store,
    { label, property: 'id' },
    `MATCH (n:${label}) WHERE n.id >= $first AND n.id <= $last RETURN n ORDER BY n.id`,
  );
  for await (const rows of pages) {
    const nodes = rows
      .map(({ n }) => n as NodeValue)
      .filter(
        ({ labels, properties }) => !labels.some((one) => special.includes(one)) && !left.has(String(properties.id)),
      );
    if (nodes.length > 0) yield nodes.map((node) => exportedNode(label, node));
  }
}

const exportedNode = (label: string, { labels, properties }: NodeValue): ExportedNode => ({
  id: String(properties.id),
  label,
  labels: Object.keys(schema.labels).filter((one) => labels.includes(one)),
  properties,
});

/**
 * Of a type of the schema, by the ids of both ends.
 * @param left ids of nodes that are left out
 */
export async function* relationshipsOf(
  store: GraphStore,
  type: string,
  left: ReadonlySet<string> = NONE,
): AsyncGenerator<ExportedRelationship[]> {
  const { from = '', to = '' } = schema.relationships[type] ?? {};
  const pages = readStretches(
    store,
    { label: from, property: 'id' },
    `MATCH (a:${from})-[r:\`${type}\`]->(b:${to}) WHERE a.id >= $first AND a.id <= $last RETURN a.id AS from, r, b.id AS to`,
  );
  for await (const rows of pages) {
    const page = rows
      .map(({ from, r, to }) => ({ ...(r as RelationshipValue), from: String(from), to: String(to) }))
      .filter(({ from, to }) => !left.has(from) && !left.has(to));
    // two of one type between the same nodes differ in their properties
    const key = ({ from, to, properties }: ExportedRelationship): string =>
      `${from}\0${to}\0${JSON.stringify(Object.entries(properties).sort(([a], [b]) => byCodePoint(a, b)))}`;
    if (page.length > 0)
      yield page
        .map((one) => ({ one, key: key(one) }))
        .sort((a, b) => byCodePoint(a.key, b.key))
        .map(({ one }) => one);
  }
}

/** How much there is of every label and type, and when it was loaded last: differs when something was written. */
async function stateOf(store: GraphStore): Promise<string> {
  const { sizeOf } = await import('../counts.js');
  const [row] = await store.read('MATCH (article:Article) RETURN max(article.loadedAt) AS last');
  return JSON.stringify([await sizeOf(store), row?.last ?? null]);
}

/**
 * Pages are read one after the other, so nothing may be written between the first and the last.
 * @throws Stop when something was
 */
export async function undisturbed<T>(store: GraphStore, work: () => Promise<T>): Promise<T> {
  const before = await stateOf(store);
  const result = await work();
  if ((await stateOf(store)) !== before)
    throw new Stop('the graph changed while it was exported: export again when nothing is being loaded');
  return result;
}
