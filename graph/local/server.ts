import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { chooseRelease } from './jdk.js';
import { provision } from './provision.js';
import { RELEASE_NAMES, type ReleaseName } from './releases.js';

export interface LocalNeo4jOptions {
  /** Settings, data and log; kept between starts. */
  readonly folder: string;
  /** Where the server's parts are kept, for all folders together. */
  readonly cache: string;
  /**
   * Which Neo4j; by default that which the folder was made by, else the first for which there is a JDK. A folder can go on to
   * a later one, and not back.
   */
  readonly release?: ReleaseName;
  /** Number of a process whose end, however it ends, ends the server too. */
  readonly until?: number;
  /** Settings of neo4j.conf, over our own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Options of the Java machine, over our own. */
  readonly jvm?: readonly string[];
  readonly tell?: (message: string) => void;
}

export interface LocalNeo4j {
  /** For NEO4J_URI; no user, no password. */
  readonly boltUri: string;
  /** Neo4j Browser. */
  readonly browserUrl: string;
  readonly pid: number;
  /** It was running before. */
  readonly already: boolean;
  stop(): Promise<void>;
}

/** A cold start takes 6–20 s, more on a busy machine. */
const START_SECONDS = 180;
const STOP_SECONDS = 60;

const stateSchema = z.object({
  boltPort: z.number(),
  httpPort: z.number(),
  pid: z.number(),
  /** Before there was a choice it was 5.26. */
  release: z.enum(RELEASE_NAMES).default('5.26'),
});
type State = z.infer<typeof stateSchema>;

const paths = (folder: string) => ({
  /** Its presence keeps the server running; it says where. */
  running: join(folder, 'running'),
  /** The ports used last, taken again when they are free, so that an address written down stays right. */
  ports: join(folder, 'ports.json'),
  settings: join(folder, 'conf', 'neo4j.conf'),
  log: join(folder, 'server.log'),
});

function readState(file: string): State | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Loopback only, hence no password; and no HTTP access to the data, which any page in a browser could try. */
const settingsText = (
  { boltPort, httpPort }: Pick<State, 'boltPort' | 'httpPort'>,
  more: Readonly<Record<string, string>>,
): string =>
  Object.entries({
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${boltPort}`,
    'server.bolt.advertised_address': `localhost:${boltPort}`,
    'server.http.enabled': 'true',
    'server.http.listen_address': `127.0.0.1:${httpPort}`,
    'server.http.advertised_address': `localhost:${httpPort}`,
    'server.http_enabled_modules': 'BROWSER',
    'server.https.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    'dbms.security.auth_enabled': 'false',
    'server.memory.pagecache.size': '128m',
    ...more,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

/** @returns the port asked for when it is free, else any that is */
function freePort(wanted = 0): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', (error) => (wanted === 0 ? fail(error) : freePort().then(done, fail)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** The version of the server that answers, or undefined. */
async function answers({ httpPort }: State): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${httpPort}/`, { signal: AbortSignal.timeout(2_000) });
    const found = z.object({ neo4j_version: z.string() }).safeParse(await response.json());
    return found.success ? found.data.neo4j_version : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const lastLines = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ') : '';

const running = (folder: string, state: State, already: boolean): LocalNeo4j => ({
  boltUri: `bolt://localhost:${state.boltPort}`,
  browserUrl: `http://localhost:${state.httpPort}/browser/?dbms=bolt://localhost:${state.boltPort}&preselectAuthMethod=NO_AUTH`,
  pid: state.pid,
  already,
  stop: () => stop(folder).then(() => undefined),
});

/**
 * Starts a real Neo4j community server with Neo4j Browser, on free ports of this machine only, and waits until it answers.
 * One that runs in the folder is taken as it is.
 * @throws Stop when a JDK or Maven are missing, or the server does not come up
 */
export async function start(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const { until, tell = () => undefined } = options;
  const folder = resolve(options.folder);
  const { running: file, ports, settings: settingsFile, log } = paths(folder);

  const before = readState(file);
  if (before && (await answers(before))) return running(folder, before, true);
  // Coming up, or going down; or a stranger got its number, then it makes no difference.
  if (before) await gone(folder, before.pid, 20);

  const last = readState(ports);
  const { release, java } = await chooseRelease(options.release ?? last?.release);
  if (last && RELEASE_NAMES.indexOf(release) < RELEASE_NAMES.indexOf(last.release))
    throw new Stop(`${folder} was made by Neo4j ${last.release}, which ${release} cannot read: name another folder`);
  const jars = await provision(resolve(options.cache), release, tell);
  mkdirSync(join(folder, 'conf'), { recursive: true });
  const boltPort = await freePort(last?.boltPort);
  const httpPort = await freePort(last?.httpPort);
  writeFileSync(settingsFile, settingsText({ boltPort, httpPort }, options.settings ?? {}));
  writeFileSync(file, '');

  tell(`Starting Neo4j ${release}`);
  const out = openSync(log, 'w');
  const child = spawn(
    java,
    [
      '-Xmx512m',
      ...OPENED,
      ...(options.jvm ?? []),
      ...['-cp', join(jars, '*'), join(packageRoot, 'graph', 'local', 'Launcher.java'), folder],
      ...(until === undefined ? [] : [String(until)]),
    ],
    { cwd: folder, detached: true, stdio: ['ignore', out, out], windowsHide: true },
  );
  closeSync(out);
  child.unref();
  if (child.pid === undefined) throw new Stop(`cannot start ${java}: look at ${log}`);

  const state: State = { boltPort, httpPort, pid: child.pid, release };
  writeFileSync(file, JSON.stringify(state));
  writeFileSync(ports, JSON.stringify(state));
  for (let tries = 0; tries < START_SECONDS * 2; tries++) {
    if (await answers(state)) return running(folder, state, false);
    if (child.exitCode !== null) break;
    await wait(500);
  }
  rmSync(file, { force: true });
  const why = child.exitCode === null ? `did not answer within ${START_SECONDS} s` : 'ended at once';
  throw new Stop(`the local Neo4j ${why}: ${lastLines(log)}; the whole log is ${log}`);
}

/** Tells the server to end, and waits. @returns whether it ended in time */
async function gone(folder: string, pid: number, seconds: number): Promise<boolean> {
  rmSync(paths(folder).running, { force: true });
  for (let tries = 0; tries < seconds * 5 && isAlive(pid); tries++) await wait(200);
  return !isAlive(pid);
}

/**
 * Stops the server of a folder in order, and waits for its end.
 * @returns false when none was running
 * @throws Stop when it does not end
 */
export async function stop(folder: string): Promise<boolean> {
  const state = readState(paths(resolve(folder)).running);
  if (state === undefined || !isAlive(state.pid)) return false;
  if (await gone(resolve(folder), state.pid, STOP_SECONDS)) return true;
  throw new Stop(`the local Neo4j does not stop: if process ${state.pid} is still a Java one, end it by hand`);
}

/** The server of a folder and its version, or undefined when none answers. */
export async function status(folder: string): Promise<(LocalNeo4j & { readonly version: string }) | undefined> {
  const state = readState(paths(resolve(folder)).running);
  const version = state && (await answers(state));
  return state && version ? { ...running(resolve(folder), state, true), version } : undefined;
}
