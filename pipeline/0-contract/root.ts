import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package: the nearest one above this file that holds `package.json`, whether run from source or `dist/`. */
export const packageRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${import.meta.url}`);
    folder = parent;
  }
  return folder;
})();

/** Absolute path of a file of `data/`: that of the package, or the folder of SAITES_DATA (a copy to try changes in). */
export const dataPath = (...parts: string[]): string =>
  join(process.env.SAITES_DATA ? resolve(process.env.SAITES_DATA) : join(packageRoot, 'data'), ...parts);
