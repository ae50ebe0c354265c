import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { RELATION_TYPES } from '../../pipeline/0-contract/types.js';
import type { CorrectionLine } from '../explorer/api.js';
import { correctionsFile, parseCorrections } from './corrections.js';
import { CHANGEABLE } from './kinds.js';

const text = z.string().trim().min(1).max(1000);
const signed = { who: text, why: text };
const kind = z.enum(['person', 'institution', 'project']).optional();

/** An entry to be written, without its date. */
export const correctionInput = z.union([
  z.strictObject({ same: z.tuple([text, text]), kind, ...signed }),
  z.strictObject({
    'not-same': z.tuple([text, text]),
    article: z.union([text, z.array(text).min(1)]).optional(),
    kind,
    ...signed,
  }),
  z.strictObject({
    reject: z.strictObject({
      ...{ subject: text, relation: z.enum([...RELATION_TYPES, 'PERIOD']), object: text.optional(), article: text },
    }),
    ...signed,
  }),
  z.strictObject({ rename: text, to: text, kind, ...signed }),
  z.strictObject({
    'kind-of': text,
    is: text,
    kind: z.enum(CHANGEABLE),
    article: z.union([text, z.array(text).min(1)]).optional(),
    ...signed,
  }),
]);
export type CorrectionInput = z.infer<typeof correctionInput>;

const HEAD = '# What people know better than the rules; each entry is undone by removing it.\n';

const idOf = (entry: unknown): string => createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 12);

const written = (entry: object): string => stringify([entry], { lineWidth: 0 });

/** An entry as it stands in the file. */
export const correctionText = (correction: CorrectionInput, day: string): string =>
  written({ ...correction, date: day }).trimEnd();

/** The file of corrections, read and written: comments and what others wrote stay as they are. */
export interface Corrections {
  list(): CorrectionLine[];
  /** @throws Stop when the same entry is there already, or one that it contradicts */
  add(correction: CorrectionInput, day: string): CorrectionLine;
  /** @throws Stop when there is no such entry */
  remove(id: string): void;
}

/** @param file its path; it is made with the first entry */
export function correctionsIn(file: string): Corrections {
  const where = file === correctionsFile() ? 'data/corrections.yaml' : file;
  function read() {
    const source = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
    const document = parseDocument(source);
    const [fault] = document.errors;
    if (fault) throw new Stop(`${where}: ${fault.message.split('\n')[0]}; mend the file first`);
    const list = document.contents;
    if (list !== null && !(isSeq(list) && (list.flow !== true || list.items.length === 0)))
      throw new Stop(`${where}: expected a list with an entry on each «- »; mend the file first`);
    return { source, list, entries: (document.toJS() ?? []) as Record<string, unknown>[] };
  }
  function write(content: string): void {
    // an entry that contradicts another is refused before it is written
    parseCorrections(content, where);
    // whoever reads it meanwhile sees the old file or the new one
    const beside = `${file}.${process.pid}.new`;
    writeFileSync(beside, content);
    renameSync(beside, file);
  }
  const lineOf = (entry: Record<string, unknown>): CorrectionLine => {
    const { who, why, date, ...what } = entry;
    const day = date instanceof Date ? date.toISOString().slice(0, 10) : date;
    return {
      ...{ id: idOf(entry), what: JSON.stringify(what), who: String(who), why: String(why) },
      date: day ? String(day) : null,
    };
  };
  return {
    list: () => read().entries.map(lineOf),
    add(correction, day) {
      const { source, list, entries } = read();
      const entry = { ...correction, date: day };
      if (entries.some((one) => idOf(one) === idOf(entry))) throw new Stop('this correction is in the file already');
      // an empty list is written «[]», which gives way to the first entry
      const [from = source.length, , to = source.length] = list?.items.length === 0 ? (list.range ?? []) : [];
      const before = `${source.slice(0, from)}${source.slice(to)}`;
      write(`${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${written(entry)}`);
      return lineOf(entry);
    },
    remove(id) {
      const { source, list, entries } = read();
      const item = list?.items[entries.findIndex((entry) => idOf(entry) === id)];
      if (!isMap(item) || !item.range) throw new Stop('this correction is not in the file any more');
      const [start, , end] = item.range;
      write(source.slice(0, source.lastIndexOf('\n', start) + 1) + source.slice(end));
    },
  };
}
