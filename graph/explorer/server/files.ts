import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import { Stop } from '../../../pipeline/0-contract/errors.js';
import { dataPath, packageRoot } from '../../../pipeline/0-contract/root.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/** Where `npm run build` puts the page. */
export const pageFolder = join(packageRoot, 'dist', 'graph', 'explorer', 'page');

export const startPage = join(pageFolder, 'index.html');

/** Boundaries of municipalities, by year, of data/territories. */
export const MAPS: Readonly<Record<string, string>> = {
  '2009.json': 'boundaries-2009.topojson',
  '2021.json': 'boundaries-2021.topojson',
};

/**
 * The page: its files, and the page itself for every other address, which the page reads.
 * @throws Stop when it is not built
 */
export function files(): Hono {
  if (!existsSync(startPage)) throw new Stop(`the page of the explorer is not built (${startPage}): npm run build`);
  const page = readFileSync(startPage, 'utf8');
  const app = new Hono();
  app.get('/maps/:file', async (context) => {
    const file = MAPS[context.req.param('file')];
    if (file === undefined) return context.json({ error: 'there is no such map' }, 404);
    context.header('Content-Type', 'application/json; charset=utf-8');
    context.header('Cache-Control', 'max-age=3600');
    return context.body(await readFile(dataPath('territories', file)));
  });
  app.get('/assets/*', async (context) => {
    const path = normalize(join(pageFolder, decodeURIComponent(context.req.path)));
    const type = TYPES[extname(path)];
    if (!path.startsWith(pageFolder + sep) || type === undefined || !existsSync(path))
      return context.json({ error: 'there is no such file' }, 404);
    context.header('Content-Type', type);
    // their names change with what is in them
    context.header('Cache-Control', 'max-age=31536000, immutable');
    return context.body(await readFile(path));
  });
  app.get('*', (context) => {
    context.header('Cache-Control', 'no-cache');
    return context.html(page);
  });
  return app;
}
