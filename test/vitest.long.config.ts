import { testConfig } from './vitest-config.js';

/** What takes minutes: `npm run test:long`. One file at a time, since these tests measure and kill. */
export default testConfig('vitest-long-report', {
  include: ['test/long/**/*.test.ts'],
  testTimeout: 1_800_000,
  hookTimeout: 600_000,
  fileParallelism: false,
});
