/**
 * What the rest of `graph` knows of a database: a door for reading and one for writing. `open.ts` gives one.
 */

/** A value as it comes out of a store, whichever store: plain data, nothing of a driver. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | NodeValue
  | RelationshipValue
  | { readonly [key: string]: Value };

/** Labels in alphabetical order. */
export interface NodeValue {
  readonly labels: readonly string[];
  readonly properties: { readonly [key: string]: Value };
}

export interface RelationshipValue {
  readonly type: string;
  readonly properties: { readonly [key: string]: Value };
}

/**
 * Column → value, in the order of RETURN. Dates and times are ISO strings, integers numbers; a path is the list of the
 * names of its nodes (`name`, else `title`, else `id`) with the types of its relationships between them.
 */
export type Row = { readonly [column: string]: Value };

/** What a parameter may be. A date goes in as an ISO string and becomes one by `date($text)`. */
export type Parameters = { readonly [name: string]: unknown };

export interface Statement {
  readonly cypher: string;
  readonly params: Parameters;
}

/** What a transaction changed, by the store's own count. */
export interface WriteCounts {
  readonly nodesCreated: number;
  readonly nodesDeleted: number;
  readonly relationshipsCreated: number;
  readonly relationshipsDeleted: number;
  readonly propertiesSet: number;
}

/**
 * Runs one statement within a transaction, which it reads and writes. Statements run in the order in which they are sent; the
 * next may be sent before the one before it has answered, and fails with it.
 */
export type Run = (cypher: string, params?: Parameters) => Promise<Row[]>;

/**
 * Errors that a person can mend (server down, wrong password, store locked) are `Stop`; any other error is that of the
 * statement, as the store words it.
 */
export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j';
  /** Where it is, for people: a folder, or `bolt://host:port/database`. */
  readonly address: string;
  /** Read only: a statement that writes is refused before or by the store. */
  read(cypher: string, params?: Parameters): Promise<Row[]>;
  /** All in one transaction, in this order: whole or not at all. */
  write(statements: readonly Statement[]): Promise<WriteCounts>;
  /**
   * A transaction whose later statements depend on what earlier ones found. A passing fault of the server (a deadlock with
   * another loader) runs `work` again from the start, so it must change nothing but the graph.
   */
  transact<T>(work: (run: Run) => Promise<T>): Promise<{ readonly result: T; readonly counts: WriteCounts }>;
  /** Name and version of the server or engine: `Neo4j 5.26.20 community`, `Grafeo 0.6.0`. */
  version(): Promise<string>;
  /**
   * @param traceless leaves nothing in the files of an embedded graph of what was deleted or written over; a server keeps that
   * in its own logs as long as it is set up to
   */
  close(how?: { readonly traceless: boolean }): Promise<void>;
}
