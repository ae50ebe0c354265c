import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataPath, packageRoot } from '../pipeline/0-contract/root.js';
import { commandIn, copyData } from './command.js';

/** Each `$ npx saites …` of the README, with what it is to print; `…` stands for anything, also for whole lines. */
interface Shown {
  readonly command: string;
  readonly lines: readonly string[];
}

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');

function shownIn(text: string): Shown[] {
  const blocks = [...text.matchAll(/^```\n(\$ [\s\S]*?)^```$/gmu)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ npx saites /mu)
      .slice(1)
      .map((one) => {
        const [command = '', ...lines] = one.trimEnd().split('\n');
        return { command, lines: lines.filter((line) => line.trim() !== '…') };
      }),
  );
}

/** `ask x --project "a b" > file` → its words; the file is where a shell would put what this test reads itself. */
const wordsOf = (command: string): string[] =>
  [...command.replace(/ > \S+$/u, '').matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Whether a line of the README is one of the output. */
const isLike = (line: string, shown: string): boolean => {
  const pieces = shown.split('…');
  let from = 0;
  return (
    line.startsWith(pieces[0] ?? '') &&
    (pieces.length > 1 || line === shown) &&
    pieces.every((piece) => {
      const at = line.indexOf(piece, from);
      from = at + piece.length;
      return at >= 0;
    })
  );
};

describe('the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-readme-'));
  const saites = commandIn(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    copyData(folder);
    expect((await saites(['run', dataPath('articles')])).code).toBe(0);
  }, 60_000);

  const all = shownIn(readme);

  it('shows commands', () => {
    expect(all.map(({ command }) => command.split(' ')[0])).toEqual(
      expect.arrayContaining(['ask', 'run', 'review', 'correct']),
    );
  });

  // in order: a later one goes on from what an earlier one did
  it.each(all)('shows what $command prints', { timeout: 60_000 }, async ({ command, lines }) => {
    const words = wordsOf(command).map((word) =>
      word.startsWith('test/') ? join(packageRoot, ...word.split('/')) : word,
    );
    const { out, err } = await saites(words, { env: { SAITES_DATA: join(folder, 'data'), COLUMNS: '100' } });
    const printed = `${err}${out}`.split('\n').map((line) => line.trimEnd());
    let from = 0;
    for (const shown of lines) {
      const at = printed.findIndex((line, i) => i >= from && isLike(line, shown));
      expect(at, `«${shown}» in what is printed:\n${printed.slice(from).join('\n')}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
});
