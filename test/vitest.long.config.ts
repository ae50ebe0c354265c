import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findJdk } from '../graph/local/jdk.js';
import { testConfig } from './vitest-config.js';

/** Tests that say what a store does, run again on the Neo4j after the long-term one, where a JDK for it is found. */
const LATER = '2025.10';
const ON_LATER = ['store', 'load', 'any-graph', 'queries', 'queries-story'].map((name) => `${name}.test.ts`);
// a pattern that fits nothing would pass unnoticed
for (const file of ON_LATER)
  if (!existsSync(fileURLToPath(new URL(file, import.meta.url)))) throw new Error(`no test ${file}; mend ON_LATER`);

const jdk = await findJdk(LATER);
if (jdk === undefined)
  process.stderr.write(`\n*** NOT TESTED ON NEO4J ${LATER}: no JDK 21 to 25 found; install one (adoptium.net)\n\n`);

const later = {
  extends: true,
  test: { name: `neo4j-${LATER}`, include: ON_LATER.map((file) => `test/${file}`) },
} as const;

/** What takes minutes: `npm run test:long`. One file at a time, since these tests measure and kill. */
export default testConfig('vitest-long-report', {
  testTimeout: 1_800_000,
  hookTimeout: 600_000,
  fileParallelism: false,
  projects: [
    { extends: true, test: { name: 'long', include: ['test/long/**/*.test.ts'] } },
    ...(jdk === undefined ? [] : [later]),
  ],
});
