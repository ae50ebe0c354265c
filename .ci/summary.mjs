// Prints the closing line of a CI run from the reports of both test commands; a skipped test is a failure here.
import { existsSync, readFileSync } from 'node:fs';

/** A run that left no report failed. */
const BROKEN = { numPassedTests: 0, numFailedTests: 1, testResults: [] };

const reports = ['vitest-report', 'vitest-long-report'].map((name) => {
  const path = `node_modules/.cache/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : BROKEN;
});
const files = reports.flatMap(({ testResults }) => testResults);
const skipped = files
  .flatMap((file) => file.assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed');
for (const test of skipped) process.stdout.write(`skipped: ${test.fullName}\n`);
const brokenFiles = files.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const passed = reports.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0);
const failed =
  reports.reduce((sum, { numFailedTests }) => sum + numFailedTests, 0) + skipped.length + brokenFiles.length;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
