import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Session } from 'neo4j-driver';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { refuseWrites, TooMuch } from '../reading.js';
import type { GraphStore, Parameters, Row, Run, Statement, WriteCounts } from '../store.js';
import { NOTHING_WRITTEN, sumOf } from '../write-counts.js';
import { plainValue, sentParameters } from './values.js';

export interface Neo4jAddress {
  /** `neo4j://`, `bolt://`, or with `+s` for an encrypted connection. */
  readonly uri: string;
  readonly username?: string | undefined;
  /** Absent: the server asks for none. */
  readonly password?: string | undefined;
  /** Absent: the user's home database. */
  readonly database?: string | undefined;
}

/** Milliseconds. A question that runs longer than the last is ended by the server. */
const CONNECTION_TIMEOUT = 5_000;
const READ_TIMEOUT = 60_000;

/**
 * Two that begin with an empty database make one index at once, and for all `IF NOT EXISTS` the slower one is refused, without
 * a retry by the driver: the next attempt finds it there.
 */
const MADE_MEANWHILE: ReadonlySet<string> = new Set(
  ['EquivalentSchemaRuleAlreadyExists', 'IndexAlreadyExists', 'ConstraintAlreadyExists'].map(
    (name) => `Neo.ClientError.Schema.${name}`,
  ),
);
const ATTEMPTS = 5;

/** As the driver has it. */
const FETCH_ALL = -1;

const NOT_THERE = /^(?:ServiceUnavailable|SessionExpired|N\/A)$/u;
const HOW_TO_START = 'start the server (saites neo4j start, Neo4j Desktop, docker) or mend NEO4J_URI';

/** In words what a person can mend; any other error as it is. */
function forPeople(error: unknown, { uri, username, database }: Neo4jAddress): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'Neo.ClientError.Security.Unauthorized' || code === 'Neo.ClientError.Security.TokenExpired')
    return new Stop(
      username === undefined
        ? `Neo4j at ${uri} asks for a user: set NEO4J_USERNAME and NEO4J_PASSWORD`
        : `Neo4j at ${uri} refuses user ${username} with this password: mend NEO4J_USERNAME and NEO4J_PASSWORD`,
    );
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit')
    return new Stop(`Neo4j at ${uri} saw too many wrong passwords: mend NEO4J_PASSWORD, wait a minute and try again`);
  if (code === 'Neo.ClientError.Security.Forbidden')
    return new Stop(
      `Neo4j at ${uri} does not let ${username ?? 'this user'} do that: ${firstLine(message)}; use another user`,
    );
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return new Stop(
      `Neo4j at ${uri} has no database ${database ?? ''}: mend NEO4J_DATABASE, or leave it out for the default`,
    );
  if (NOT_THERE.test(code)) return new Stop(`no Neo4j answers at ${uri}: ${HOW_TO_START}`);
  return error;
}

/** Of questions only: what is to be written is tried again in smaller portions. */
function tooMuch(error: unknown, { uri }: Neo4jAddress): TooMuch | undefined {
  const { code = '' } = error as { code?: string };
  if (code.includes('TransactionTimedOut'))
    return new TooMuch(`Neo4j ended the question after ${READ_TIMEOUT / 1000} seconds`);
  if (code.includes('OutOfMemory')) return new TooMuch(`Neo4j at ${uri} has too little memory for the answer`);
  return undefined;
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

const rowsOf = (result: QueryResult): Row[] =>
  result.records.map((record) =>
    Object.fromEntries(record.keys.map((column) => [String(column), plainValue(record.get(column))])),
  );

const countsOf = (result: QueryResult): WriteCounts => {
  const updates = result.summary.counters.updates();
  return {
    nodesCreated: updates.nodesCreated ?? 0,
    nodesDeleted: updates.nodesDeleted ?? 0,
    relationshipsCreated: updates.relationshipsCreated ?? 0,
    relationshipsDeleted: updates.relationshipsDeleted ?? 0,
    propertiesSet: updates.propertiesSet ?? 0,
  };
};

function driverFor({ uri, username, password }: Neo4jAddress): Driver {
  const token = password === undefined ? undefined : neo4j.auth.basic(username ?? 'neo4j', password);
  try {
    return neo4j.driver(uri, token, {
      connectionTimeout: CONNECTION_TIMEOUT,
      connectionAcquisitionTimeout: 2 * CONNECTION_TIMEOUT,
      disableLosslessIntegers: true,
      // each statement runs to its end before the one sent behind it: in portions, the rest of an answer would be read
      // after that one, and tell what it wrote
      fetchSize: FETCH_ALL,
      userAgent: 'saites',
    });
  } catch (error) {
    throw new Stop(
      `NEO4J_URI ${uri} is no address: ${firstLine((error as Error).message)}; expected neo4j://host:7687 or bolt://host:7687`,
    );
  }
}

/**
 * A Neo4j server, version 5 or later. It is asked once for a sign of life, so that a wrong setting is told at once and not
 * after the driver's retries.
 * @throws Stop when nothing answers, or refuses the user, the password or the database
 */
export async function openNeo4j(address: Neo4jAddress): Promise<GraphStore> {
  const driver = driverFor(address);
  const where = address.database === undefined ? {} : { database: address.database };
  const session = (mode: 'READ' | 'WRITE'): Session => driver.session({ ...where, defaultAccessMode: mode });

  async function during<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const open = session(mode);
    try {
      return await work(open);
    } catch (error) {
      throw (mode === 'READ' ? tooMuch(error, address) : undefined) ?? forPeople(error, address);
    } finally {
      await open.close();
    }
  }

  const transact = <T>(work: (run: Run) => Promise<T>): Promise<{ result: T; counts: WriteCounts }> =>
    during('WRITE', (open) =>
      open.executeWrite(async (transaction: ManagedTransaction) => {
        let counts = NOTHING_WRITTEN;
        const result = await work(async (cypher, params = {}) => {
          const answer = await transaction.run(cypher, sentParameters(params));
          counts = sumOf(counts, countsOf(answer));
          return rowsOf(answer);
        });
        return { result, counts };
      }),
    );

  try {
    await during('READ', (open) => open.run('RETURN 1'));
  } catch (error) {
    await driver.close();
    throw error;
  }

  return {
    kind: 'neo4j',
    address: address.database === undefined ? address.uri : `${address.uri}/${address.database}`,
    async read(cypher: string, params: Parameters = {}): Promise<Row[]> {
      refuseWrites(cypher);
      return during('READ', (open) =>
        open.executeRead(async (transaction) => rowsOf(await transaction.run(cypher, sentParameters(params))), {
          timeout: READ_TIMEOUT,
        }),
      );
    },
    async write(statements: readonly Statement[]): Promise<WriteCounts> {
      for (let attempt = 1; ; attempt++) {
        try {
          const { counts } = await transact(async (run) => {
            for (const { cypher, params } of statements) await run(cypher, params);
          });
          return counts;
        } catch (error) {
          if (attempt === ATTEMPTS || !MADE_MEANWHILE.has((error as { code?: string }).code ?? '')) throw error;
        }
      }
    },
    transact,
    async version(): Promise<string> {
      const [row] = await during('READ', async (open) =>
        rowsOf(await open.run('CALL dbms.components() YIELD versions, edition RETURN versions[0] AS version, edition')),
      );
      return `Neo4j ${row?.version} ${row?.edition}`;
    },
    close: () => driver.close(),
  };
}
