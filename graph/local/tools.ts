import { spawn } from 'node:child_process';

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

const GET_MAVEN = 'install Maven (maven.apache.org; apt install maven; brew install maven)';

/** Maven is a script; on Windows one that only the command interpreter starts. Parameters must need no quoting. */
export const runMaven = (parameters: readonly string[], cwd: string): Promise<Ended | undefined> =>
  process.platform === 'win32'
    ? runProgram('cmd.exe', ['/d', '/c', 'mvn.cmd', ...parameters], { cwd })
    : runProgram('mvn', parameters, { cwd });

export async function mavenTrouble(): Promise<string | undefined> {
  const answer = await runMaven(['--version'], '.');
  return answer === undefined || answer.code !== 0 ? `no Maven found: ${GET_MAVEN}` : undefined;
}
