import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { RELEASES, type ReleaseName } from './releases.js';
import { mavenTrouble, runMaven } from './tools.js';

/** Where programs of this user keep what can be fetched again. */
export function userCache(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'saites');
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local', 'saites', 'Cache');
  return join(homedir(), '.cache', 'saites');
}

/**
 * Fetches a server's parts through Maven, once: 214 jars and more.
 * @returns the folder of the jars
 * @throws Stop when Maven is missing, or cannot fetch them
 */
export function provision(cache: string, release: ReleaseName, tell: (message: string) => void): Promise<string> {
  const { version, size } = RELEASES[release];
  return fetchJars(
    {
      folder: join(cache, `neo4j-${version}`),
      pom: join(packageRoot, 'graph', 'local', 'pom.xml'),
      properties: { 'neo4j.version': version },
      ...{ what: `Neo4j ${version}`, size },
    },
    tell,
  );
}

export interface Parts {
  /** Where they are kept. */
  readonly folder: string;
  /** Names them. */
  readonly pom: string;
  /** What the pom leaves open. */
  readonly properties?: Readonly<Record<string, string>>;
  /** For messages. */
  readonly what: string;
  readonly size: string;
}

/**
 * Fetches Java programs through Maven, once.
 * @returns the folder of the jars
 * @throws Stop when Maven is missing, or cannot fetch them
 */
export async function fetchJars(
  { folder, pom, properties = {}, what, size }: Parts,
  tell: (message: string) => void,
): Promise<string> {
  const jars = join(folder, 'jars');
  if (existsSync(jars)) return jars;
  const trouble = await mavenTrouble();
  if (trouble !== undefined) throw new Stop(`cannot fetch ${what}: ${trouble}`);
  tell(`Fetching ${what} through Maven (${size}, once)`);
  // A folder of this process's own, renamed when it is complete: two that fetch at once do not disturb each other.
  const work = join(folder, `fetching-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    copyFileSync(pom, join(work, 'pom.xml'));
    const defined = Object.entries({ outputDirectory: 'jars', ...properties }).map(
      ([name, value]) => `-D${name}=${value}`,
    );
    const ended = await runMaven(['-B', '-q', 'dependency:copy-dependencies', ...defined], work);
    if (ended?.code !== 0) {
      const fault = /^\[ERROR\] (.*)$/mu.exec(ended?.output ?? '')?.[1] ?? 'Maven gave no reason';
      throw new Stop(`Maven cannot fetch ${what}: ${fault}; look at the network and at Maven's settings.xml`);
    }
    if (!existsSync(jars)) renameSync(join(work, 'jars'), jars);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return jars;
}
