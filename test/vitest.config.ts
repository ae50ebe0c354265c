import { testConfig } from './vitest-config.js';

/** What `npm test` runs. */
export default testConfig('vitest-report', { include: ['test/**/*.test.ts'], exclude: ['test/long/**'] });
