import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startExplorer } from '../../graph/explorer/server/serve.js';
import { openStore } from '../../graph/open.js';
import { dataPath, packageRoot } from '../../pipeline/0-contract/root.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { stem } from '../../pipeline/0-latvian/stem.js';
import { openBrowser, openPage } from '../browser.js';

/** `npm run screenshots [FOLDER]`: the pictures of the README, from the graph that `npm start` made. */

const VIEWS = [
  { name: 'matrix', path: '/matrix', colorScheme: 'light' },
  { name: 'map', path: '/map?boundaries=2009&project=project-gimenes-asistents-blakus&beside=1', colorScheme: 'light' },
] as const;

const store = await openStore({
  kind: 'embedded',
  folder: process.argv[2] ?? join(packageRoot, 'data', 'out', 'graph'),
  readOnly: true,
});
const explorer = await startExplorer({
  ...{ store, host: '127.0.0.1', port: 0, stem, forms: searchForms, correctionsFile: dataPath('corrections.yaml') },
  today: () => '2026-11-22',
});
const browser = await openBrowser();
const folder = join(packageRoot, 'graph', 'explorer', 'screenshots');
mkdirSync(folder, { recursive: true });
for (const { name, path, colorScheme } of VIEWS) {
  const { page } = await openPage(browser, { viewport: { width: 1100, height: 700 }, colorScheme });
  await page.goto(new URL(path, explorer.address).href, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });
}
await browser.close();
await explorer.close();
await store.close();
