import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { needTools, runMaven } from './tools.js';

const NEO4J_VERSION = '5.26.20';

/** Where programs of this user keep what can be fetched again. */
export function userCache(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'saites');
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local', 'saites', 'Cache');
  return join(homedir(), '.cache', 'saites');
}

/**
 * Fetches the server's parts through Maven, once: 214 jars, 130 MB.
 * @returns the folder of the jars
 * @throws Stop when Java or Maven are missing, or Maven cannot fetch them
 */
export const provision = (cache: string, java: string, tell: (message: string) => void): Promise<string> =>
  fetchJars(
    {
      folder: join(cache, `neo4j-${NEO4J_VERSION}`),
      pom: join(packageRoot, 'graph', 'local', 'pom.xml'),
      what: `Neo4j ${NEO4J_VERSION}`,
      size: '130 MB',
    },
    java,
    tell,
  );

export interface Parts {
  /** Where they are kept. */
  readonly folder: string;
  /** Names them. */
  readonly pom: string;
  /** For messages. */
  readonly what: string;
  readonly size: string;
}

/**
 * Fetches Java programs through Maven, once.
 * @returns the folder of the jars
 * @throws Stop when Java or Maven are missing, or Maven cannot fetch them
 */
export async function fetchJars(
  { folder, pom, what, size }: Parts,
  java: string,
  tell: (message: string) => void,
): Promise<string> {
  const jars = join(folder, 'jars');
  await needTools(java, { maven: !existsSync(jars) });
  if (existsSync(jars)) return jars;
  tell(`Fetching ${what} through Maven (${size}, once)`);
  // A folder of this process's own, renamed when it is complete: two that fetch at once do not disturb each other.
  const work = join(folder, `fetching-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    copyFileSync(pom, join(work, 'pom.xml'));
    const ended = await runMaven(['-B', '-q', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], work);
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
