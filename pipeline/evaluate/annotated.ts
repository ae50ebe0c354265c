import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SkipArticle, Stop } from '../0-contract/errors.js';
import type { Notes } from '../0-contract/notes.js';
import type { Article } from '../0-contract/types.js';
import { collect } from '../1-collect/collect.js';
import { clean } from '../2-clean/clean.js';
import { type Gold, goldSchema } from './gold.js';

export interface Annotated {
  readonly name: string;
  readonly article: Article;
  readonly gold: Gold;
}

const GOLD = /^(.+)\.gold\.json$/u;

/**
 * Articles that have a `NAME.gold.json` in `goldFolder`; NAME is the stem of the article's file, or its id in a JSONL file.
 * Gold without an article is noted.
 * @returns in the order of their names
 * @throws Stop when the folder has no gold, or a file of gold is broken
 */
export async function readAnnotated(inputs: readonly string[], goldFolder: string, notes: Notes): Promise<Annotated[]> {
  const wanted = new Set(namesIn(goldFolder));
  if (wanted.size === 0)
    throw new Stop(`${goldFolder}: no NAME.gold.json in this folder; say with --gold where it lies`);
  const found = new Map<string, Annotated>();
  for await (const page of collect(inputs, notes)) {
    const stem = page.path.replace(/^.*\//u, '').replace(/\.[a-z]+(?::\d+)?$/u, '');
    const name = [stem, page.given.id ?? ''].find((one) => wanted.has(one));
    if (name === undefined || found.has(name)) continue;
    try {
      found.set(name, { name, article: clean(page), gold: readGold(join(goldFolder, `${name}.gold.json`)) });
    } catch (error) {
      if (!(error instanceof SkipArticle)) throw error;
      notes.error(page.from, error.message);
    }
  }
  for (const name of wanted) {
    if (!found.has(name))
      notes.warn(join(goldFolder, `${name}.gold.json`), `there is no article ${name} to compare it with`);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((file) => GOLD.exec(file)?.[1] ?? []);
  } catch (error) {
    throw new Stop(`${folder}: cannot be read (${(error as NodeJS.ErrnoException).code}); name a folder`);
  }
}

function readGold(file: string): Gold {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Stop(`${file}: is not JSON (${(error as Error).message}); mend it`);
  }
  const checked = goldSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Stop(`${file}: ${issue?.path.join('.')}: ${issue?.message}; mend it`);
}
