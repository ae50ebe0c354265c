import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { Stop } from '../../0-contract/errors.js';
import { dataPath } from '../../0-contract/root.js';
import { SOURCES_FILE } from './sources.js';

/** An entry as it is written: what is usual is left out. */
export interface SourceEntry {
  readonly name: string;
  readonly title?: string;
  readonly start: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

/** As it stands in the file. */
export const entryText = (entry: SourceEntry): string =>
  stringify([entry], { lineWidth: 0 })
    .trimEnd()
    .replace(/^(?=.)/gmu, '  ');

/** Adds an entry at the end; everything that stands in the file stays as it is. */
export function appendSource(entry: SourceEntry): void {
  const text = read();
  const body = text.replace(/^sources:\s*\[\s*\]\s*$/mu, 'sources:').trimEnd();
  write(`${body}\n${entryText(entry)}\n`);
}

/** Writes down the day on which a source was found to work; nothing else of the file changes. */
export function markTried(name: string, day: string): void {
  const text = read();
  const document = parseDocument(text);
  const sources = document.get('sources');
  const entry = isSeq(sources)
    ? sources.items.find((item): item is YAMLMap => isMap(item) && item.get('name') === name)
    : undefined;
  if (!entry) return;
  const place = (key: string): Place | undefined =>
    entry.items.find((pair) => String(pair.key) === key) as unknown as Place | undefined;
  const [old, named] = [place('tried'), place('name')];
  if (old) {
    const [start, end] = old.value.range;
    write(text.slice(0, start) + day + text.slice(end));
  } else if (named) {
    const [start] = named.key.range;
    const [, end] = named.value.range;
    const indent = ' '.repeat(start - (text.lastIndexOf('\n', start) + 1));
    write(`${text.slice(0, end)}${entry.flow ? ', ' : `\n${indent}`}tried: ${day}${text.slice(end)}`);
  }
}

/** Where a key and its value stand. */
interface Place {
  readonly key: { readonly range: readonly [number, number, number] };
  readonly value: { readonly range: readonly [number, number, number] };
}

const file = (): string => dataPath(SOURCES_FILE);
const read = (): string => readFileSync(file(), 'utf8');

function write(text: string): void {
  try {
    writeFileSync(`${file()}.part`, text);
    renameSync(`${file()}.part`, file());
  } catch (error) {
    throw new Stop(
      `data/${SOURCES_FILE}: cannot be written (${(error as NodeJS.ErrnoException).code}); look at its permissions`,
    );
  }
}
