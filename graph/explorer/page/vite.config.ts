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
    // light-dark() of its style is younger than that
    target: 'es2022',
    // icons and the like within the page would be refused by its own policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
