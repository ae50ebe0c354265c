import { spawn } from 'node:child_process';
import { Stop } from '../../pipeline/0-contract/errors.js';

interface Ended {
  readonly code: number | null;
  /** Standard output and error together. */
  readonly output: string;
}

/** Runs a program to its end. @returns undefined when there is no such program */
export function runProgram(
  program: string,
  parameters: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<Ended | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(undefined) : reject(error)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Neo4j 5.26 is made for 17 and 21; newer ones run it with warnings. */
const LEAST_JAVA = 17;

const GET_JAVA = 'install a JDK 17 or 21 (adoptium.net; apt install openjdk-17-jdk; brew install openjdk@17)';
const GET_MAVEN = 'install Maven (maven.apache.org; apt install maven; brew install maven)';

/**
 * What is wrong with Java, or undefined when it can run the server.
 * @param java program: `java`, or the path of another one
 */
export async function javaTrouble(java: string): Promise<string | undefined> {
  const modules = await runProgram(java, ['--list-modules']);
  if (modules === undefined) return `no Java found (${java}): ${GET_JAVA}`;
  const version = Number(/^java\.base@(\d+)/mu.exec(modules.output)?.[1] ?? 0);
  if (version < LEAST_JAVA) return `Java ${version || 'before 9'} (${java}) does not run Neo4j 5.26: ${GET_JAVA}`;
  // The launcher is one source file, compiled as it starts.
  if (!/^jdk\.compiler@/mu.test(modules.output))
    return `Java ${version} (${java}) is a JRE without a compiler: ${GET_JAVA}`;
  return undefined;
}

/** Maven is a script; on Windows one that only the command interpreter starts. Parameters must need no quoting. */
export const runMaven = (parameters: readonly string[], cwd: string): Promise<Ended | undefined> =>
  process.platform === 'win32'
    ? runProgram('cmd.exe', ['/d', '/c', 'mvn.cmd', ...parameters], { cwd })
    : runProgram('mvn', parameters, { cwd });

export async function mavenTrouble(): Promise<string | undefined> {
  const answer = await runMaven(['--version'], '.');
  return answer === undefined || answer.code !== 0 ? `no Maven found: ${GET_MAVEN}` : undefined;
}

/** @throws Stop with all that is missing and how to get it */
export async function needTools(java: string, { maven }: { maven: boolean }): Promise<void> {
  const troubles = [await javaTrouble(java), maven ? await mavenTrouble() : undefined].filter(
    (one) => one !== undefined,
  );
  if (troubles.length > 0)
    throw new Stop(
      `a local Neo4j needs Java 17 and Maven: ${troubles.join('; ')}; or use docker run neo4j:5, or Neo4j Desktop`,
    );
}
