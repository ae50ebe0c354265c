import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { Stop } from '../pipeline/0-contract/errors.js';
import type { RawPage } from '../pipeline/1-collect/web/archive.js';
import { isDue } from '../pipeline/1-collect/web/due.js';
import type { Known, Version } from '../pipeline/1-collect/web/known.js';
import { openLog, readLog } from '../pipeline/1-collect/web/log.js';
import { PageStore } from '../pipeline/1-collect/web/page-store.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (i: number, body = `<p>Ziņa ${i}: ģimenes asistents</p>`): RawPage => ({
  ...{
    key: `https://a.lv/${i}`,
    url: `http://www.a.lv/${i}`,
    source: 'a',
    at: `2026-11-0${1 + (i % 9)}T10:00:00.000Z`,
  },
  headers: { 'content-type': 'text/html', etag: `"${i}"`, 'content-encoding': 'br', 'set-cookie': 'x' },
  body: Buffer.from(body),
});
const log = (): string => join(folder, 'log.jsonl');
const archive = (): string => join(folder, 'a-2026-11.warc.gz');

function write(count: number): void {
  const store = PageStore.open(folder);
  for (let i = 0; i < count; i++) store.keep(page(i));
  store.close();
}
function bodies(): string[] {
  const store = PageStore.open(folder);
  const all = Array.from(store.all(), ({ versions }) =>
    versions.map((version) => store.page(version).body.toString()).join('|'),
  );
  store.close();
  return all;
}
const wanted = (count: number): string[] => Array.from({ length: count }, (_, i) => page(i).body.toString());

describe('the pages that are kept', () => {
  it('are read by another program', async () => {
    write(3);
    const read: unknown[] = [];
    const bytes = readFileSync(archive());
    for await (const record of new WARCParser([bytes])) {
      const body = Buffer.from(await record.readFully(true)).toString();
      read.push([record.warcType, record.warcTargetURI, record.httpHeaders?.headers.get('content-type'), body]);
    }
    expect(read).toEqual(
      [0, 1, 2].map((i) => ['response', `http://www.a.lv/${i}`, 'text/html', page(i).body.toString()]),
    );
  });

  it('are kept once as long as they are the same, and in each of their versions', () => {
    const store = PageStore.open(folder);
    expect(store.keep(page(1))).toMatchObject({ etag: '"1"', offset: 0 });
    expect(store.keep(page(1))).toBeUndefined();
    store.keep(page(1, 'cits'));
    store.close();
    expect(bodies()).toEqual([`${page(1).body}|cits`]);
  });

  it('are not lost, whatever is cut off at the ends of the files', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ofLog, ofArchive) => {
          rmSync(folder, { recursive: true, force: true });
          write(6);
          const records: { offset: number; length: number }[] = [];
          readLog<{ offset: number; length: number }>(log(), (record) => records.push(record));
          const archiveSize = Math.floor(statSync(archive()).size * ofArchive);
          truncateSync(archive(), archiveSize);
          truncateSync(log(), Math.floor(statSync(log()).size * ofLog));
          // every page that lies whole in the archive is known again, and the log is whole
          const whole = records.filter(({ offset, length }) => offset + length <= archiveSize).length;
          expect(bodies().filter((body) => body !== '')).toEqual(wanted(whole));
          write(6);
          expect(bodies()).toEqual(wanted(6));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are known again when the log is gone', () => {
    write(4);
    rmSync(log());
    expect(bodies()).toEqual(wanted(4));
  });

  it('are refused when somebody changed them', () => {
    write(1);
    const bytes = readFileSync(archive());
    bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 255;
    writeFileSync(archive(), bytes);
    expect(bodies).toThrow(/cannot be read .* collect it again/u);
  });

  it('are due again when they are found to be damaged', () => {
    write(2);
    const bytes = readFileSync(archive());
    bytes[20] = (bytes[20] ?? 0) ^ 255;
    writeFileSync(archive(), bytes);
    const store = PageStore.open(folder);
    const { key, versions } = store.get('https://a.lv/0') as Known;
    expect(() => store.pageOrLost(key, versions[0] as Version)).toThrow(/cannot be read/u);
    store.close();
    const again = PageStore.open(folder);
    const due = { now: new Date('2026-11-02T00:00:00Z'), recheck: 30, all: false, named: true };
    expect([...again.all()].map((known) => [known.key, known.versions.length, isDue(known, due)])).toEqual([
      ['https://a.lv/0', 0, true],
      ['https://a.lv/1', 1, false],
    ]);
    again.close();
  });
});

describe('the log', () => {
  it('leaves out damaged lines, keeps the others and tells how many', () => {
    const written = openLog<{ n: number }>(log());
    for (let n = 0; n < 4; n++) written.append({ n });
    written.close();
    const lines = readFileSync(log(), 'utf8').split('\n');
    lines[1] = lines[1]?.replace('1', '7') ?? '';
    writeFileSync(log(), `${lines.slice(0, 4).join('\n')}\n12345678 {"n":`);
    const again = openLog<{ n: number }>(log());
    again.append({ n: 9 });
    again.close();
    const entries: unknown[] = [];
    expect(readLog(log(), (entry) => entries.push(entry))).toEqual({ entries: 4, damaged: 2 });
    expect(entries).toEqual([{ n: 0 }, { n: 2 }, { n: 3 }, { n: 9 }]);
  });

  it('is written anew when it has grown long, and says the same', () => {
    write(2);
    const store = PageStore.open(folder);
    for (let i = 0; i < 21_000; i++)
      store.note({ kind: 'same', key: 'https://a.lv/1', at: '2026-11-09T10:00:00.000Z' });
    const before = [...store.all()];
    store.close();
    const long = statSync(log()).size;
    const again = PageStore.open(folder);
    expect([...again.all()]).toEqual(before);
    again.close();
    expect(statSync(log()).size).toBeLessThan(long / 100);
    expect(bodies()).toEqual(wanted(2));
  });

  it('belongs to one collector at a time; what a killed one left is taken over', () => {
    const store = PageStore.open(folder);
    writeFileSync(join(folder, 'lock'), String(process.ppid));
    expect(() => PageStore.open(folder)).toThrow(Stop);
    store.close();
    // no process has this number
    writeFileSync(join(folder, 'lock'), '4194305');
    PageStore.open(folder).close();
    // a process has it, but the computer was started since
    writeFileSync(join(folder, 'lock'), `${process.ppid} 00000000-0000-0000-0000-000000000000`);
    if (process.platform !== 'linux') rmSync(join(folder, 'lock'));
    PageStore.open(folder).close();
    expect(readdirSync(folder)).not.toContain('lock');
  });
});

describe('who is forgotten', () => {
  const NAMES = ['jānis rutks', 'jāņa rutka', 'j. rutks'];
  const told = (_: unknown, { body }: RawPage): string => body.toString().replaceAll('&#257;', 'ā');
  const everything = (): string =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.warc.gz'))
      .map((name) => gunzipSync(readFileSync(join(folder, name))).toString())
      .join('') + readFileSync(log(), 'utf8');

  it('is blanked in pages, kept out of the log, and stays so when the page comes again', () => {
    const named = '<p>Jānis&nbsp;Rutks un J.\u00a0Rutks, par JĀŅA RUTKA amatu; Jānis Rutkis ir cits</p>';
    const store = PageStore.open(folder);
    store.keep(page(0));
    store.keep(page(1, named));
    store.keep(page(2, '<p>J&#257;nis Rutks</p>'));
    store.noteRead('https://a.lv/1', { article: { id: '1', title: 'Jānis Rutks', hash: 'h', text: 't' } });
    expect(store.forget(NAMES, told)).toBe(2);
    store.close();
    const blanked = `<p>${'█'.repeat(16)} un ████████, par ██████████ amatu; Jānis Rutkis ir cits</p>`;
    expect(bodies()).toEqual([page(0).body.toString(), blanked, '']);
    expect(everything()).not.toMatch(/Rutks|RUTKA|rutks/u);
    expect(readFileSync(join(folder, 'forgotten.json'), 'utf8')).not.toMatch(/rutk/iu);

    const again = PageStore.open(folder);
    expect(again.get('https://a.lv/1')?.versions[0]?.article?.title).toBe('███████████');
    expect(again.keep(page(1, named))).toBeUndefined();
    again.keep(page(3, named));
    expect(again.forget([], told)).toBe(0);
    again.close();
    expect(bodies()[3]).toBe(blanked);
    expect(everything()).not.toMatch(/Rutks|RUTKA/u);
  });
});
