import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';

const files = ['pipeline', 'graph'].flatMap((folder) => filesBelow(folder));
const sources = files.map((file) => ({ file, text: readFileSync(join(packageRoot, file), 'utf8') }));

function filesBelow(folder: string): string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => posix.join(folder, name.split(sep).join('/')));
}

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import\()\s*'([^']+)'/gu)].map((match) => match[1] as string);
const target = (file: string, name: string): string =>
  relative(packageRoot, resolve(packageRoot, dirname(file), name))
    .split(sep)
    .join(posix.sep)
    .replace(/\.js$/u, '.ts');
const stageOf = (file: string): string | undefined => /^pipeline\/([1-9]-[a-z]+)\//u.exec(file)?.[1];

/** Why an import is not allowed, or undefined. */
function objection(from: string, to: string): string | undefined {
  const stage = stageOf(from);
  if (from.startsWith('pipeline/0-contract/') && !to.startsWith('pipeline/0-contract/'))
    return 'the contract imports nothing of ours';
  if (from.startsWith('pipeline/0-latvian/') && !/^pipeline\/0-/u.test(to)) return 'the language module knows no stage';
  if (stage && !(to.startsWith(`pipeline/${stage}/`) || /^pipeline\/0-/u.test(to)))
    return 'a stage imports its own folder, 0-contract and 0-latvian';
  if (to.startsWith('graph/') && !(from.startsWith('graph/') || from.startsWith('pipeline/cli/')))
    return 'only pipeline/cli joins pipeline and graph';
  if (from.startsWith('graph/') && to.startsWith('pipeline/') && !to.startsWith('pipeline/0-contract/'))
    return 'graph knows the contract only';
  if (from.startsWith('pipeline/') && !from.startsWith('pipeline/cli/') && to.startsWith('pipeline/cli/'))
    return 'nothing imports the command';
  if (to.startsWith('test/')) return 'nothing imports tests';
  return undefined;
}

describe('direction of dependency', () => {
  it('finds the source files', () => expect(files).toContain('pipeline/run.ts'));

  it('knows a wrong import', () => {
    expect(objection('pipeline/4-recognise/x.ts', 'pipeline/5-resolve/y.ts')).toMatch(/its own folder/u);
    expect(objection('graph/load.ts', 'pipeline/0-latvian/forms.ts')).toMatch(/contract only/u);
    expect(objection('pipeline/run.ts', 'graph/store.ts')).toMatch(/joins/u);
  });

  it('imports go one way', () => {
    const wrong = sources.flatMap(({ file, text }) =>
      importsOf(text)
        .filter((name) => name.startsWith('.'))
        .map((name) => ({ file, to: target(file, name) }))
        .map(({ file, to }) => ({ file, to, why: objection(file, to) }))
        .filter(({ why }) => why !== undefined),
    );
    expect(wrong).toEqual([]);
  });

  const outside = (allowed: RegExp, pattern: RegExp): string[] =>
    sources.filter(({ file, text }) => !allowed.test(file) && pattern.test(text)).map(({ file }) => file);

  it('only graph/ imports a database driver', () => {
    expect(outside(/^graph\//u, /from '(?:neo4j-driver|@grafeo-db\/js)'/u)).toEqual([]);
  });

  it('starts the rules without any package: they would take longer to load than the rules', () => {
    const text = new Map(sources.map((source) => [source.file, source.text]));
    const reached = new Set(['pipeline/run.ts']);
    const packages = new Set<string>();
    for (const file of reached) {
      const loaded = (text.get(file) ?? '').replace(/^import type [^;]*;/gmu, '').replace(/import\('[^']*'\)/gu, '');
      for (const name of importsOf(loaded)) {
        if (name.startsWith('.')) reached.add(target(file, name));
        else if (!name.startsWith('node:')) packages.add(name);
      }
    }
    expect(reached.size).toBeGreaterThan(80);
    expect([...packages]).toEqual([]);
  });

  it('speaks with the web only where pages are collected, and with this computer in the local servers', () => {
    expect(
      outside(
        /^pipeline\/1-collect\/web\/|^graph\/(?:local|explorer|browser)\//u,
        /from '(?:undici|robots-parser|node:(?:https?|http2|net|tls|dgram|dns(?:\/promises)?))'|(?<![.\p{L}])fetch\(/u,
      ),
    ).toEqual([]);
  });

  it('builds regular expressions out of data in one place', () => {
    expect(outside(/^pipeline\/0-latvian\/pattern\.ts$/u, /new RegExp\(/u)).toEqual([]);
  });

  it('never uses \\b or \\w, which do not know Latvian letters', () => {
    expect(
      outside(/^pipeline\/0-latvian\/pattern\.ts$/u, /\/(?:[^/\n]*[^\\/\n])?\\[bBwW][^/\n]*\/[dgimsuy]+/u),
    ).toEqual([]);
  });

  it('reads the clock only in the command and in the local server', () => {
    expect(outside(/^pipeline\/cli\/|^graph\/local\//u, /Date\.now\(\)|new Date\(\)/u)).toEqual([]);
  });

  it('never lets text become a page’s own markup', () => {
    expect(outside(/^$/u, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/u)).toEqual([]);
  });

  it('exports nothing by default and re-exports nothing', () => {
    expect(outside(/\/vite\.config\.ts$/u, /^export (?:default|\*|\{[^}]*\} from)/mu)).toEqual([]);
  });
});
