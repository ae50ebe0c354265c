import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}node_modules/.cache/vitest-report.json`;
// a report of an earlier run must never stand for this one
if (process.env.CI) rmSync(report, { force: true });

export default defineConfig({
  test: {
    root,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/neo4j.ts'],
    testTimeout: 30_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
