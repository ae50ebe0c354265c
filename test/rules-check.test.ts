import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { allRules } from '../pipeline/evaluate/examples.js';

const program = join(packageRoot, 'dist', 'pipeline', 'cli', 'main.js');
const work = mkdtempSync(join(tmpdir(), 'saites-rules-'));
const FOLDERS = ['lexicon', 'names', 'noise', 'pages', 'rules', 'territories'];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const saites = (parameters: readonly string[], data?: string): Promise<Ended> =>
  new Promise((resolve) => {
    const { SAITES_DATA: _, COLUMNS: __, ...env } = process.env;
    const child = execFile(
      process.execPath,
      [program, ...parameters],
      { cwd: work, env: data === undefined ? env : { ...env, SAITES_DATA: data }, encoding: 'utf8' },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });

let copies = 0;
/** A copy of data/ in which something is changed. */
function dataWith(change: (folder: string) => void): string {
  const folder = join(work, `data-${copies++}`);
  for (const name of FOLDERS) cpSync(join(packageRoot, 'data', name), join(folder, name), { recursive: true });
  change(folder);
  return folder;
}

const linesOf = (path: string): number =>
  readFileSync(join(packageRoot, 'data', path), 'utf8')
    .trimEnd()
    .split('\n').length;

beforeAll(() => {
  expect(existsSync(program), `${program} is not built: npm run build`).toBe(true);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('saites rules', () => {
  it('lists every rule with its reason', async () => {
    const { out, code } = await saites(['rules', '--json']);
    const listed = JSON.parse(out) as { id: string; finds: string; why: string }[];
    expect(listed.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id));
    expect(listed.find(({ id }) => id === 'participation.verb')?.finds).toBe('facts');
    expect(listed.find(({ id }) => id === 'date.year')?.finds).toBe('mentions');
    expect(code).toBe(0);
    const text = (await saites(['rules'])).out;
    expect(text).toMatch(/^\d+ rules that find mentions\n\ndate\.\S+\n {4}\S/u);
    expect(text).toMatch(/^\d+ rules that find facts$/mu);
  });
});

describe('saites rules check', () => {
  it('reads the files and runs the examples', async () => {
    const { out, err, code } = await saites(['rules', 'check']);
    expect(out).toMatch(
      new RegExp(`^data/ is readable; \\d{3,} examples of ${allRules.length} rules: all hold\n$`, 'u'),
    );
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  const appended: readonly (readonly [path: string, line: string | Buffer, message: string])[] = [
    ['lexicon/months.csv', '13,abc', '2 columns, expected '],
    ['lexicon/posts.csv', 'vadītājs,vadītāja,BOSS', 'column relation: unexpected «BOSS»'],
    ['lexicon/known-institutions.csv', 'Xyz Abc,,fund,,', 'column head: unknown head noun of «Xyz Abc»; '],
    ['names/given.csv', 'Anna,x,extended', 'unexpected «Anna,x,extended», expected name,m or name,f'],
    ['names/stems.csv', 'kš,kšs,7', 'column weight: '],
    ['territories/kinds.csv', 'ciems,village', 'column means: '],
    ['noise/icons.txt', Buffer.from([0x61, 0xe2, 0x28]), 'is not UTF-8; '],
  ];
  it.each(appended)('names file and line of a broken line in %s', async (path, line, message) => {
    const data = dataWith((folder) => appendFileSync(join(folder, path), line));
    const { out, err, code } = await saites(['rules', 'check'], data);
    expect(err.split('\n')).toHaveLength(2);
    expect(err.startsWith(`saites: data/${path}:${linesOf(path) + 1}: ${message}`), err).toBe(true);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('names the line of a broken pattern, and what is wrong in other files too', async () => {
    const data = dataWith((folder) => {
      const dates = join(folder, 'rules', 'dates.txt');
      writeFileSync(dates, readFileSync(dates, 'utf8').replace(/^(pattern +)(\{\{legal\}\})/mu, '$1($2'));
      appendFileSync(join(folder, 'lexicon', 'counted.csv'), 'x');
    });
    const { err, code } = await saites(['rules', 'check'], data);
    const at = readFileSync(join(packageRoot, 'data', 'rules', 'dates.txt'), 'utf8')
      .split('\n')
      .findIndex((line) => /^pattern +\{\{legal\}\}/u.test(line));
    expect(err).toContain(`data/rules/dates.txt:${at + 1}: pattern: Unterminated group\n`);
    expect(err).toContain(`data/lexicon/counted.csv:${linesOf('lexicon/counted.csv') + 1}: `);
    expect(code).toBe(2);
  });

  it('stops other commands with the same line', async () => {
    const data = dataWith((folder) => appendFileSync(join(folder, 'names', 'stems.csv'), 'kš,kšs,7'));
    writeFileSync(join(work, 'article.txt'), 'Ādažu novadā notika sanāksme.\n');
    const { err, code } = await saites(['explain', 'article.txt'], data);
    expect(err).toMatch(/^saites: data\/names\/stems\.csv:\d+: column weight: [^\n]+\n$/u);
    expect(code).toBe(2);
  });

  it('tells which examples a change breaks', async () => {
    const data = dataWith((folder) => {
      const posts = join(folder, 'lexicon', 'relation-words.csv');
      writeFileSync(posts, readFileSync(posts, 'utf8').replaceAll('piedalās', 'xpiedalās'));
    });
    const { out, err, code } = await saites(['rules', 'check'], data);
    expect(err).toMatch(/^participation\.verb: «[^»]+»\n {4}expected .+\n {4}found {4}nothing$/mu);
    expect(out).toMatch(/: \d+ fails?\n$/u);
    expect(code).toBe(1);
  });
});

describe('data/RULES.md', () => {
  const page = readFileSync(join(packageRoot, 'data', 'RULES.md'), 'utf8');
  const add = (folder: string, path: string, line: string): void => {
    expect(page).toContain(`\`${path}\``);
    expect(page).toContain(line);
    appendFileSync(join(folder, path), `${line}\n`);
  };
  const replace = (folder: string, path: string, old: string, fresh: string): void => {
    expect(page).toContain(fresh);
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(old);
    writeFileSync(file, text.replace(old, fresh));
  };

  it('teaches what works', async () => {
    const data = dataWith((folder) => {
      add(folder, 'names/given-more.csv', 'Kvintija,f');
      add(folder, 'lexicon/posts.csv', 'kopienotājs,kopienotāja,WORKS_AT');
      add(folder, 'lexicon/institution-heads.csv', 'kopienmāja,f,centre,owner,quoted');
      add(folder, 'lexicon/abbreviations.txt', 'sab');
      replace(folder, 'lexicon/months.csv', 'aprīlī apr', 'aprīlī apriilī apr');
      replace(folder, 'lexicon/relation-words.csv', 'piedalīsies | ', 'piedalīsies | piesliesies | ');
      const [, rule = ''] = /```\n(rule +date\.underscored\n.*?)```/su.exec(page) ?? [];
      add(folder, 'rules/dates.txt', `\n${rule}`.trimEnd());
    });
    const [, article = ''] = /in a file `zina\.txt`:\n\n((?:>.*\n)+)/u.exec(page) ?? [];
    const text = article.replace(/^> ?/gmu, '').replace(/(?<=\S)\n(?=\S)/gu, ' ');
    writeFileSync(join(work, 'zina.txt'), text);
    // confidences change whenever they are fitted anew
    const unrated = (shown: string): string => shown.replace(/ \d\.\d\d$/gmu, '');
    const shown = (out: string): string => unrated(out.trimEnd().split('\n\n').slice(2).join('\n\n'));

    expect((await saites(['rules', 'check'], data)).code).toBe(0);
    const before = shown((await saites(['explain', 'zina.txt'])).out);
    const after = shown((await saites(['explain', 'zina.txt'], data)).out);
    const outputs = [...page.matchAll(/```\n(.*?)\n```/gsu)].map(([, output = '']) => unrated(output));
    expect(outputs).toContain(before);
    expect(outputs).toContain(after);
  });
});
