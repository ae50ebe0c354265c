import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { RELEASE_NAMES, RELEASES, type Release, type ReleaseName } from './releases.js';
import { runProgram } from './tools.js';

const GET_JAVA = 'install a JDK 17 or 21 (adoptium.net; apt install openjdk-17-jdk; brew install openjdk@17)';

/** What a program `java` is, or what is wrong with it. */
export type Java = { readonly version: number } | { readonly trouble: string };

/** @param java `java`, or the path of another one */
export async function javaOf(java: string): Promise<Java> {
  const modules = await runProgram(java, ['--list-modules']);
  if (modules === undefined) return { trouble: `no Java found (${java}): ${GET_JAVA}` };
  const version = Number(/^java\.base@(\d+)/mu.exec(modules.output)?.[1] ?? 0);
  const { least } = RELEASES['5.26'].java;
  if (version < least)
    return { trouble: `Java ${version || 'before 9'} (${java}) does not run Neo4j 5.26: ${GET_JAVA}` };
  // The launcher is one source file, compiled as it starts.
  if (!/^jdk\.compiler@/mu.test(modules.output))
    return { trouble: `Java ${version} (${java}) is a JRE without a compiler: ${GET_JAVA}` };
  return { version };
}

/** Folders that hold a folder for each JDK, and where in one its programs are. */
const USUAL: readonly (readonly [folder: string, within: string])[] = [
  ['/usr/lib/jvm', 'bin'],
  ['/opt/java', 'bin'],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home/bin'],
  ['/opt/homebrew/opt', 'bin'],
  [join(homedir(), '.sdkman', 'candidates', 'java'), 'bin'],
  [join(homedir(), '.jdks'), 'bin'],
  ...['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto'].map(
    (maker) => [join(process.env.ProgramFiles ?? 'C:\\Program Files', maker), 'bin'] as const,
  ),
];

const PROGRAM = process.platform === 'win32' ? 'java.exe' : 'java';

/** Programs that may be there: what the user set first, then the path, then where JDKs are usually put. */
function* candidates(): Generator<string> {
  const { JAVA_HOME } = process.env;
  if (JAVA_HOME) yield join(JAVA_HOME, 'bin', PROGRAM);
  yield 'java';
  for (const [folder, within] of USUAL) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      const program = join(folder, name, within, PROGRAM);
      if (existsSync(program)) yield program;
    }
  }
}

const known = new Map<string, Promise<Java>>();

/** Each is asked once, as it takes a quarter of a second. */
function versionOf(java: string): Promise<Java> {
  const before = known.get(java);
  const found = before ?? javaOf(java);
  if (before === undefined) known.set(java, found);
  return found;
}

/** A JDK that a release is made for, or undefined. */
export async function findJdk({ java: { least, newest } }: Release): Promise<string | undefined> {
  for (const java of candidates()) {
    const found = await versionOf(java);
    if ('version' in found && found.version >= least && found.version <= newest) return java;
  }
  return undefined;
}

/**
 * A release and a JDK that it is made for.
 * @param wanted any of them by default: the first for which there is a JDK
 * @throws Stop when there is no JDK for it
 */
export async function chooseRelease(wanted?: ReleaseName): Promise<{ release: ReleaseName; java: string }> {
  for (const release of wanted === undefined ? RELEASE_NAMES : [wanted]) {
    const java = await findJdk(RELEASES[release]);
    if (java !== undefined) return { release, java };
  }
  const { least, newest } = RELEASES[wanted ?? '5.26'].java;
  const onPath = await versionOf('java');
  const there = 'trouble' in onPath ? onPath.trouble : `Java ${onPath.version} is here`;
  throw new Stop(
    `a local Neo4j${wanted === undefined ? '' : ` ${wanted}`} needs a JDK ${least} to ${newest}: ${there}; or use docker run neo4j:5, or Neo4j Desktop`,
  );
}
