import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../pipeline/0-contract/root.js';
import type { GraphStore, Parameters, Row } from '../../store.js';

const texts = new Map<string, string>();

/** The text of a file of `graph/explorer/cypher/`. */
export function cypherOf(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(packageRoot, 'graph', 'explorer', 'cypher', `${name}.cypher`), 'utf8');
  texts.set(name, text);
  return text;
}

/** Reads with a file of `graph/explorer/cypher/`. */
export const readWith = (store: GraphStore, name: string, params: Parameters = {}): Promise<Row[]> =>
  store.read(cypherOf(name), params);
