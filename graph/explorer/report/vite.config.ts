import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds what renders the pages of the static report, for Node.js, with all that it needs inside. */
export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: here('../page/report/render.tsx'),
    outDir: here('../../../dist/graph/explorer/report-page'),
    emptyOutDir: true,
  },
});
