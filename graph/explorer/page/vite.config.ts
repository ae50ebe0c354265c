import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page of the explorer. */
export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  build: {
    outDir: here('../../../dist/graph/explorer/page'),
    emptyOutDir: true,
    // icons and the like within the page would be refused by its own policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // how long plugins take is nobody's concern who installs
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  worker: { format: 'es' },
});
