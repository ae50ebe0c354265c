import { type Stats, statSync } from 'node:fs';
import { basename, extname, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { Stop } from '../0-contract/errors.js';

/** What can be read, by the end of the name. */
export const EXTENSIONS = ['.txt', '.html', '.htm', '.md', '.pdf', '.jsonl'] as const;
export type Extension = (typeof EXTENSIONS)[number];

export interface InputFile {
  /** Absolute. */
  readonly file: string;
  /** As people know it: below the working folder where it lies there. */
  readonly from: string;
  /** Below the folder that was named, with `/`. */
  readonly path: string;
  readonly extension: Extension;
}

/**
 * The articles' files behind a file's name, a folder or a glob, in the order of their paths.
 * @throws Stop when there is no such file, or none that can be read
 */
export async function findFiles(input: string, extensions: readonly Extension[] = EXTENSIONS): Promise<InputFile[]> {
  const stats = stat(input);
  if (stats?.isDirectory()) {
    const found = await below('**/*', resolve(input), extensions);
    if (found.length === 0) {
      throw new Stop(`${input}: no articles in this folder; expected files ending in ${extensions.join(' ')}`);
    }
    return found;
  }
  if (stats) {
    const extension = extensionOf(input, extensions);
    if (!extension) {
      throw new Stop(
        `${input}: unexpected ${extname(input) || 'name'}, expected a file ending in ${extensions.join(' ')}`,
      );
    }
    return [{ file: resolve(input), from: shown(resolve(input)), path: basename(input), extension }];
  }
  const pattern = asPattern(input);
  if (!isDynamicPattern(pattern)) {
    throw new Stop(`${input}: no such file or folder; look at the spelling, or name the folder your articles lie in`);
  }
  const { base, rest } = splitPattern(pattern);
  const found = await below(rest, resolve(base), extensions);
  if (found.length === 0) {
    throw new Stop(`${input}: no file fits this pattern; expected files ending in ${extensions.join(' ')}`);
  }
  return found;
}

/** On Windows people write globs with backslashes, which mean something else in a pattern. */
export const asPattern = (input: string, platform: string = process.platform): string =>
  platform === 'win32' ? input.replaceAll('\\', '/') : input;

/** `news/2019/*.txt` → `news/2019` and `*.txt`: the folder is not part of the article's path. */
export function splitPattern(pattern: string): { base: string; rest: string } {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const base = parts.slice(0, first).join('/');
  return { base: base === '' && pattern.startsWith('/') ? '/' : base || '.', rest: parts.slice(first).join('/') };
}

async function below(pattern: string, folder: string, extensions: readonly Extension[]): Promise<InputFile[]> {
  const files = await glob(pattern, { cwd: folder, absolute: true, ignore: ['**/node_modules/**'], onlyFiles: true });
  const names = new Set(files);
  return files
    .filter((file) => !isAddressOf(file, names))
    .flatMap((file) => {
      const extension = extensionOf(file, extensions);
      if (!extension) return [];
      return [
        { file: resolve(file), from: shown(file), path: relative(folder, file).replaceAll('\\', '/'), extension },
      ];
    })
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const extensionOf = (file: string, extensions: readonly Extension[]): Extension | undefined =>
  extensions.find((extension) => file.toLowerCase().endsWith(extension));

/** `NAME.url.txt` beside `NAME.html` holds its address and is no article. */
const isAddressOf = (file: string, names: ReadonlySet<string>): boolean =>
  file.endsWith('.url.txt') && EXTENSIONS.some((extension) => names.has(file.slice(0, -'.url.txt'.length) + extension));

function stat(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
