import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';

/** Importing the built rules in a fresh process, in milliseconds. */
function startUp(): number {
  const rules = pathToFileURL(join(packageRoot, 'dist', 'pipeline', 'run.js')).href;
  const script = `const start = performance.now();
await import(${JSON.stringify(rules)});
console.log(performance.now() - start);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}

// the quickest of several: on a busy machine any one of them may take long
it('the rules start within 500 ms', () => {
  expect(Math.min(...Array.from({ length: 7 }, startUp))).toBeLessThan(500);
});
