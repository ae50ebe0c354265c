import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';

/** Processor time of importing the built rules in a fresh process, in milliseconds: less of a busy machine than the clock. */
function startUp(): number {
  const rules = pathToFileURL(join(packageRoot, 'dist', 'pipeline', 'run.js')).href;
  const script = `const start = process.cpuUsage();
await import(${JSON.stringify(rules)});
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}

// the quickest of several; about 250 ms on two quiet cores
it('the rules start within 500 ms of processor time', () => {
  expect(Math.min(...Array.from({ length: 7 }, startUp))).toBeLessThan(500);
});
