import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { RELEASE_NAMES, RELEASES, type ReleaseName } from './releases.js';
import { runProgram } from './tools.js';

/** A program `java`: its version, or what is wrong with it. */
type Java = { readonly version: number } | { readonly trouble: string };

async function look(java: string): Promise<Java> {
  const modules = await runProgram(java, ['--list-modules']);
  if (modules === undefined) return { trouble: `no Java found (${java})` };
  const version = Number(/^java\.base@(\d+)/mu.exec(modules.output)?.[1] ?? 0);
  // The launcher is one source file, compiled as it starts.
  return /^jdk\.compiler@/mu.test(modules.output)
    ? { version }
    : { trouble: `Java ${version || 'before 9'} (${java}) is a JRE without a compiler` };
}

const looks = new Map<string, Promise<Java>>();

/** Each is looked at once, as it takes a quarter of a second. */
function javaAt(java: string): Promise<Java> {
  const before = looks.get(java);
  const found = before ?? look(java);
  if (before === undefined) looks.set(java, found);
  return found;
}

/** Folders that hold a folder for each JDK, and where in one its programs are. */
const USUAL: readonly (readonly [folder: string, within: string])[] = [
  ['/usr/lib/jvm', 'bin'],
  ['/opt/java', 'bin'],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home/bin'],
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

const fits = (found: Java, release: ReleaseName): boolean => {
  const { least, newest } = RELEASES[release].java;
  return 'version' in found && found.version >= least && found.version <= newest;
};

/** A JDK that a release is made for, or undefined. */
export async function findJdk(release: ReleaseName): Promise<string | undefined> {
  for (const java of candidates()) if (fits(await javaAt(java), release)) return java;
  return undefined;
}

/**
 * A release, and a JDK that it is made for.
 * @param wanted any of them by default: the first for which there is a JDK
 * @throws Stop when there is none for it
 */
export async function chooseRelease(wanted?: ReleaseName): Promise<{ release: ReleaseName; java: string }> {
  for (const release of wanted === undefined ? RELEASE_NAMES : [wanted]) {
    const java = await findJdk(release);
    if (java !== undefined) return { release, java };
  }
  const name = wanted ?? '5.26';
  const { least, newest } = RELEASES[name].java;
  const onPath = await javaAt('java');
  const there = 'trouble' in onPath ? onPath.trouble : `only Java ${onPath.version} found`;
  throw new Stop(
    `a local Neo4j ${name} needs a JDK ${least} to ${newest}: ${there}; install one (adoptium.net; apt install openjdk-${least}-jdk; brew install openjdk@${least}), or use docker run neo4j:5, or Neo4j Desktop`,
  );
}
