// Prints the closing line of a CI run from vitest's report; a skipped test is a failure here.
import { existsSync, readFileSync } from 'node:fs';

const path = 'node_modules/.cache/vitest-report.json';
const report = existsSync(path)
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, testResults: [] };
const skipped = report.testResults
  .flatMap((file) => file.assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed');
for (const test of skipped) process.stdout.write(`skipped: ${test.fullName}\n`);
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const failed = report.numFailedTests + skipped.length + brokenFiles.length;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;
