import { readFileSync, writeFileSync } from 'node:fs';
import { isSeq, parseDocument, stringify } from 'yaml';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { parseCorrections } from './corrections.js';

export interface NewCorrection {
  readonly action: 'same' | 'not-same';
  readonly names: readonly [string, string];
  readonly kind: string;
  readonly who: string;
  readonly why: string;
  /** ISO day. */
  readonly date: string;
}

const entryOf = ({ action, names, kind, who, why, date }: NewCorrection) => ({
  [action]: names,
  ...{ kind, who, why, date },
});

/** As it stands in the file. */
export const correctionText = (correction: NewCorrection): string =>
  stringify([entryOf(correction)], { collectionStyle: 'any', lineWidth: 0 }).trimEnd();

/**
 * Adds an entry at the end of a file of corrections, all else left as it is, comments too.
 * @throws Stop when the file is not as it should be, or would not be with the entry
 */
export function addCorrection(file: string, correction: NewCorrection): void {
  let source = '';
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Stop(`${file}: cannot be read`);
  }
  parseCorrections(source, file);
  const document = parseDocument(source);
  if (isSeq(document.contents)) document.contents.flow = false;
  else document.contents = document.createNode([]) as never;
  document.add(document.createNode(entryOf(correction)));
  const text = document.toString({ lineWidth: 0 });
  parseCorrections(text, file);
  writeFileSync(file, text);
}
