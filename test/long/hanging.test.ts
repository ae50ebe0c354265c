import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandIn, writerIn } from '../command.js';
import { hangingPage, newsPage } from '../site.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a page that keeps its parsers busy is given up, and those beside it are cleaned and loaded', async () => {
  const write = writerIn(folder);
  write('pages/a.html', newsPage('Pirmā', 'Pilotprojektam pievienojas Tukuma novads.'));
  write('pages/b.html', hangingPage);
  write('pages/c.html', newsPage('Trešā', 'Pilotprojektam pievienojas Talsu novads.'));
  const run = commandIn(folder);
  const [cleaned, loaded] = await Promise.all([
    run(['clean', 'pages', '--out', 'out']),
    run(['run', 'pages', '--store', 'graph']),
  ]);
  for (const { code, err } of [cleaned, loaded]) {
    expect(err).toMatch(/^pages.b\.html: cannot be cleaned \(takes longer than 30 s\)$/mu);
    expect(code).toBe(1);
  }
  expect(readdirSync(join(folder, 'out'))).toEqual(['a.json', 'c.json']);
  expect(loaded.out).toMatch(/^articles {2}2 new, 0 changed, 0 unchanged, 1 failed$/mu);
}, 180_000);
