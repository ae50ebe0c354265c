import { stringify } from 'csv-stringify/sync';
import { schema } from '../schema.js';
import type { GraphStore } from '../store.js';
import { nodesOf, type Properties, relationshipsOf } from './pages.js';
import { labelsIn, type Scope, typesIn } from './scope.js';
import { unspokenIn } from './unspoken.js';
import { type Sink, type SinkFile, textOf } from './values.js';

export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Separator = keyof typeof SEPARATORS;

/**
 * A file that Excel and LibreOffice open by a click: with the mark that says UTF-8, without which Excel garbles Latvian
 * letters. A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or return) gets a `'`
 * before it: what articles say must never run.
 */
export async function csvWriter(
  file: SinkFile,
  header: readonly string[],
  separator: Separator,
): Promise<(rows: readonly (readonly (string | undefined)[])[]) => Promise<void>> {
  const lines = (rows: readonly (readonly (string | undefined)[])[]): string =>
    stringify(rows as string[][], { delimiter: SEPARATORS[separator], escape_formulas: true });
  await file.write(`\ufeff${lines([header])}`);
  return (rows) => file.write(lines(rows));
}

const cellsOf = (properties: Properties, of: (typeof schema.labels)[string]['properties']): (string | undefined)[] =>
  Object.entries(of).map(([name, { type }]) => textOf(properties[name], type));

/**
 * One table a label, one a relationship type (`from` and `to` are ids, with the names beside them); without municipalities that
 * no article speaks of.
 */
export async function exportTables(store: GraphStore, sink: Sink, scope: Scope, separator: Separator): Promise<void> {
  const left = await unspokenIn(store, 'domain');
  for (const label of labelsIn(scope)) {
    const { properties } = schema.labels[label] as (typeof schema.labels)[string];
    const file = sink.open(`${label}.csv`);
    const write = await csvWriter(file, Object.keys(properties), separator);
    for await (const page of nodesOf(store, label, left))
      await write(page.map((node) => cellsOf(node.properties, properties)));
    await file.end();
  }
  for (const type of typesIn(scope)) {
    const { properties, from, to } = schema.relationships[type] as (typeof schema.relationships)[string];
    const header = ['from', 'fromName', 'to', 'toName', ...Object.keys(properties)];
    const file = sink.open(`${type}.csv`);
    const write = await csvWriter(file, header, separator);
    for await (const page of relationshipsOf(store, type, left)) {
      const froms = await captionsOf(
        store,
        from,
        page.map((one) => one.from),
      );
      const tos = await captionsOf(
        store,
        to,
        page.map((one) => one.to),
      );
      await write(
        page.map((one) => [
          one.from,
          froms.get(one.from),
          one.to,
          tos.get(one.to),
          ...cellsOf(one.properties, properties),
        ]),
      );
    }
    await file.end();
  }
}

/** What the nodes of these ids are shown by. */
async function captionsOf(
  store: GraphStore,
  label: string,
  ids: readonly string[],
): Promise<Map<string, string | undefined>> {
  const rows = await store.read(
    `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id, n.${schema.labels[label]?.caption} AS caption`,
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map(({ id, caption }) => [String(id), textOf(caption)]));
}
