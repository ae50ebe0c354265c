import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../0-contract/root.js';

/** As in `package.json`. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
