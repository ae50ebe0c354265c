import { join, resolve } from 'node:path';
import { config } from 'dotenv';
import type { StoreConfig } from '../../graph/open.js';
import { packageRoot } from '../0-contract/root.js';

/** Options that every command takes. */
export interface GlobalOptions {
  /** Folder of the embedded graph. */
  readonly store?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** Where `saites neo4j` keeps its server unless told otherwise. */
export const NEO4J_FOLDER = join(packageRoot, 'data', 'out', 'neo4j');

/** Of the commands that write. */
export interface CorrectionOptions {
  /** File of corrections. */
  readonly corrections?: string;
}

export const CORRECTIONS_OPTION = [
  '--corrections <file>',
  'corrections to follow (default data/corrections.yaml)',
] as const;

/** Reads `.env` of the working folder; what the environment says already stands. */
export function readEnvironmentFile(): void {
  config({ quiet: true });
}

const set = (name: string): string | undefined => process.env[name]?.trim() || undefined;

/**
 * Where the graph is: the folder of `--store`, else the Neo4j of NEO4J_URI, else the folder of SAITES_STORE, else
 * `data/out/graph` of this package.
 */
export function storeConfig({ store }: GlobalOptions, readOnly: boolean): StoreConfig {
  const uri = set('NEO4J_URI');
  if (store === undefined && uri !== undefined) {
    return {
      kind: 'neo4j',
      uri,
      username: set('NEO4J_USERNAME'),
      password: set('NEO4J_PASSWORD'),
      database: set('NEO4J_DATABASE'),
      readOnly,
    };
  }
  const folder = store ?? set('SAITES_STORE');
  return {
    kind: 'embedded',
    folder: folder === undefined ? join(packageRoot, 'data', 'out', 'graph') : resolve(folder),
    readOnly,
  };
}
