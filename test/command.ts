import { type ChildProcess, execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dataPath, packageRoot } from '../pipeline/0-contract/root.js';

/** The built command, as users start it. */
export const program = join(packageRoot, 'dist', 'pipeline', 'cli', 'main.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of this process without the settings that the command would read from it. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { NEO4J_URI: _, NEO4J_USERNAME: __, NEO4J_PASSWORD: ___, NEO4J_DATABASE: ____, ...rest } = process.env;
  const { SAITES_STORE: _____, COLUMNS: ______, ...own } = rest;
  return own;
}

/** Runs the command in a folder; `input` is its standard input. */
export const commandIn =
  (folder: string) =>
  (
    parameters: readonly string[],
    { env = {}, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
  ): Promise<Ended> => {
    expect(existsSync(program), `${program} is not built: npm run build`).toBe(true);
    return new Promise((resolve) => {
      const child: ChildProcess = execFile(
        process.execPath,
        [program, ...parameters],
        { cwd: folder, env: { ...ownEnvironment(), ...env }, encoding: 'utf8', maxBuffer: 2 ** 26 },
        (_error, out, err) => resolve({ code: child.exitCode, out, err }),
      );
      child.stdin?.end(input);
    });
  };

/** An error for people: one line or a list behind it, what it is about, no trace. */
export function expectFault({ code, out, err }: Ended, exit: number, message: RegExp): void {
  expect(err).toMatch(message);
  expect(err).not.toMatch(/^\s+at .*:\d+/mu);
  expect(out).toBe('');
  expect(code).toBe(exit);
}

/** Writes files into a folder. @returns the path */
export const writerIn =
  (folder: string) =>
  (path: string, content: string | Uint8Array): string => {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return file;
  };

/** Gives a folder a `data/` of its own, without what was collected and made. */
export const copyData = (folder: string): void =>
  cpSync(dataPath(), join(folder, 'data'), {
    recursive: true,
    filter: (from) => !/[\\/](?:out|cache)(?:[\\/]|$)/u.test(from),
  });
