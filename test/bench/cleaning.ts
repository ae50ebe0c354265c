import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { glob } from 'tinyglobby';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { decode } from '../../pipeline/1-collect/decode.js';
import { clean } from '../../pipeline/2-clean/clean.js';

/**
 * `npm run bench:clean`: milliseconds a page for cleaning, beside Readability over linkedom alone in the same run: on the pages of `test/pages`,
 * or on those of a folder given as the first argument.
 */
const ROUNDS = 5;

const folder = process.argv[2];
const files = await glob('**/*.html', {
  cwd: folder ?? packageRoot,
  absolute: true,
  ignore: ['node_modules/**', 'dist/**'],
});
const pages = files.sort().map((file) => ({ file, text: decode(readFileSync(file), 'text/html') }));

function readable(text: string): void {
  const { document } = parseHTML(text);
  new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
}
function cleaned(file: string, text: string): void {
  clean({ from: file, path: 'page.html', mediaType: 'text/html', text, given: {} });
}
/** Total of all pages, without those that the one or the other refuses. */
function time(run: (file: string, text: string) => void): number {
  const start = performance.now();
  for (const { file, text } of pages) {
    try {
      run(file, text);
    } catch {
      // a page without text
    }
  }
  return performance.now() - start;
}

const ways = { 'saites clean': cleaned, 'Readability over linkedom': (_: string, text: string) => readable(text) };
const best = Object.entries(ways).map(([name, run]) => {
  const times = Array.from({ length: ROUNDS }, () => time(run));
  return [name, Math.min(...times) / pages.length] as const;
});
const lines = [
  `cleaning ${pages.length} pages, best of ${ROUNDS} rounds`,
  ...best.map(([name, milliseconds]) => `${name.padEnd(28)}${milliseconds.toFixed(1).padStart(8)} ms a page`),
  `memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
];
process.stdout.write(`${lines.join('\n')}\n`);
