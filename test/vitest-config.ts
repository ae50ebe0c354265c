import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Settings that both runs of tests share. Calling it removes the report of that name, so no run calls it for another's.
 * @param name of the report in `node_modules/.cache`, which CI adds up
 */
export function testConfig(name: string, test: NonNullable<ViteUserConfig['test']>): ViteUserConfig {
  const report = `${root}node_modules/.cache/${name}.json`;
  // a report of an earlier run must never stand for this one
  if (process.env.CI) rmSync(report, { force: true });
  return defineConfig({
    test: {
      root,
      globalSetup: ['test/neo4j.ts'],
      testTimeout: 30_000,
      hookTimeout: 30_000,
      reporters: process.env.CI ? ['default', ['json', { outputFile: report }]] : ['default'],
      ...test,
    },
  });
}
