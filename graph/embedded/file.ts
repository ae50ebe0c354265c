import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../../pipeline/0-contract/errors.js';

/** The file of a graph in its folder; what the engine writes beside it begins with the same name. */
export const fileIn = (folder: string): string => join(folder, 'graph.grafeo');

/** Figures of the graph that are kept beside it, for as long as nobody opens it for writing. */
export const figuresIn = (folder: string): string => join(folder, 'overview.json');

/** @throws Stop when the folder holds no graph */
export function needGraph(folder: string): void {
  if (!existsSync(fileIn(folder)))
    throw new Stop(`no graph in ${folder}: load articles first (saites run), or name the folder of another one`);
}
