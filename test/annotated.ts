import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Notes } from '../pipeline/0-contract/notes.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { type Annotated, readAnnotated } from '../pipeline/evaluate/annotated.js';

/** Folder of annotated articles beside the project; absent on a user's machine. */
export const sharedArticles = join(packageRoot, '..', 'shared', 'corpus', 'articles');
export const sharedIsThere = existsSync(sharedArticles);

/** Articles of the folders that have a `NAME.gold.json` in `goldFolder`. */
export const annotated = (inputs: readonly string[], goldFolder: string): Promise<Annotated[]> =>
  readAnnotated(inputs, goldFolder, new Notes());

const gold = join(packageRoot, 'test', 'gold');

/** The articles annotated last: a round apart, so that floors of the others need not fall for harder ones. */
export const lastRound = join(packageRoot, 'test', 'gold-last');

/** The project's own annotated articles. */
export const ownAnnotated = (): Promise<Annotated[]> => annotated([join(packageRoot, 'data', 'articles'), gold], gold);
