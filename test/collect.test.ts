import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { normaliseAddress } from '../pipeline/0-contract/address.js';
import { SkipArticle, Stop } from '../pipeline/0-contract/errors.js';
import { Notes } from '../pipeline/0-contract/notes.js';
import type { Page } from '../pipeline/0-contract/types.js';
import { type CollectOptions, collect } from '../pipeline/1-collect/collect.js';
import { decode } from '../pipeline/1-collect/decode.js';
import { asPattern, splitPattern } from '../pipeline/1-collect/files.js';
import { LIMIT } from '../pipeline/1-collect/limit.js';
import { lines } from '../pipeline/1-collect/lines.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saites-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function read(inputs: readonly string[], options: CollectOptions = {}) {
  const notes = new Notes();
  const pages: Page[] = [];
  for await (const page of collect(inputs, notes, options)) pages.push(page);
  return { pages, paths: pages.map(({ path }) => path), notes: notes.all };
}

/** Text in windows-1257, of the letters that the tests use. */
const BALTIC: Readonly<Record<string, number>> = {
  ā: 0xe2,
  Ā: 0xc2,
  ē: 0xe7,
  ī: 0xee,
  ķ: 0xed,
  ļ: 0xef,
  ņ: 0xf2,
  š: 0xf0,
  Š: 0xd0,
  ū: 0xfb,
  ž: 0xfe,
  č: 0xe8,
  ģ: 0xec,
  '–': 0x96,
  '„': 0x84,
  '”': 0x94,
};
const baltic = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => BALTIC[c] ?? c.charCodeAt(0)));

async function* chunked(bytes: Uint8Array | string, size = 7): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(bytes);
  for (let i = 0; i < all.length; i += size) yield all.subarray(i, i + size);
}

describe('files', () => {
  it('of a folder are read in the order of their paths, below it and of known kinds only', async () => {
    put({
      'b.txt': 'Otrais',
      'a/z.md': '# Pirmais',
      'c.html': '<p>Trešais',
      'c.url.txt': 'https://c.lv/x',
      'd.json': '{}',
      'x.gold.json': '{}',
    });
    const { pages, notes } = await read([folder]);
    expect(pages.map(({ path, mediaType, text, given }) => [path, mediaType, text, given])).toEqual([
      ['a/z.md', 'text/markdown', '# Pirmais', {}],
      ['b.txt', 'text/plain', 'Otrais', {}],
      ['c.html', 'text/html', '<p>Trešais', { url: 'https://c.lv/x' }],
    ]);
    expect(pages[0]?.modified).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(notes).toEqual([]);
  });

  it('are read of one kind when only that is asked for', async () => {
    put({ 'b.txt': 'Otrais', 'c.html': '<p>Trešais' });
    expect((await read([folder], { extensions: ['.txt'] })).paths).toEqual(['b.txt']);
  });

  it('are found by a glob, whose folder is not part of the path', async () => {
    put({ 'news/2019/a.txt': 'a', 'news/2020/b.txt': 'b', 'news/2020/c.html': 'c', 'old/d.txt': 'd' });
    expect((await read([`${folder}/news/**/*.txt`])).paths).toEqual(['2019/a.txt', '2020/b.txt']);
    expect(splitPattern('news/2019/*.txt')).toEqual({ base: 'news/2019', rest: '*.txt' });
    expect(splitPattern('/*.txt')).toEqual({ base: '/', rest: '*.txt' });
    expect(asPattern('C:\\news\\*.txt', 'win32')).toBe('C:/news/*.txt');
    expect(asPattern('news/\\[1\\].txt', 'linux')).toBe('news/\\[1\\].txt');
  });

  it('with the signs of a glob in their name are read as named', async () => {
    put({ 'a[1].txt': 'a', 'a1.txt': 'b' });
    expect((await read([join(folder, 'a[1].txt')])).paths).toEqual(['a[1].txt']);
  });

  it('named twice are read once', async () => {
    put({ 'a.txt': 'a' });
    const { paths, notes } = await read([folder, join(folder, 'a.txt')]);
    expect([paths, notes]).toEqual([['a.txt'], []]);
  });

  it.each([
    ['a path that does not exist', 'nav', /nav: no such file or folder; look at the spelling/u],
    ['a folder without articles', '.', /no articles in this folder; expected files ending in \.txt \.html/u],
    ['a glob that fits nothing', '*.txt', /no file fits this pattern/u],
    ['a file of another kind', 'a.docx', /unexpected \.docx, expected a file ending in \.txt/u],
  ])('%s stops the run before the first article', async (_, name, message) => {
    put({ 'a.docx': 'x', 'sub/readme.doc': 'x' });
    const found = read([join(folder, name)]);
    await expect(found).rejects.toThrow(Stop);
    await expect(found).rejects.toThrow(message);
  });

  it('that cannot be read are noted in one line, and the others are read', async () => {
    put({
      'a.txt': '',
      'b.txt': ' \n ',
      'c.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      'd.txt': Buffer.alloc(LIMIT + 1, 'a'),
      'e.txt': 'Labs raksts.',
    });
    const { paths, notes } = await read([folder]);
    expect(paths).toEqual(['e.txt']);
    expect(notes.map(({ level, where, message }) => [level, where.slice(-5), message])).toEqual([
      ['error', 'a.txt', 'is empty; put the text of an article in it or remove it'],
      ['error', 'b.txt', 'is empty; put the text of an article in it or remove it'],
      ['error', 'c.txt', 'is neither UTF-8 nor windows-1257; save it as UTF-8'],
      ['error', 'd.txt', 'is larger than 20 MB; an article is never that large, split it'],
    ]);
  });

  it('with a broken address beside them are read without it', async () => {
    put({ 'c.html': '<p>Trešais', 'c.url.txt': 'nav adrese' });
    const { pages, notes } = await read([folder]);
    expect(pages.map(({ given }) => given)).toEqual([{}]);
    expect(notes.map(({ level, message }) => [level, message])).toEqual([
      ['warning', 'unexpected «nav», expected an http(s) address; read without it'],
    ]);
  });
});

describe('JSONL', () => {
  it('is read line by line; a broken line is noted with its number', async () => {
    put({
      'a.jsonl': [
        '\ufeff{"id":"1","text":"Pirmais","url":"https://a.lv/1","title":"T","published":"2019-05-16T10:00:00Z"}',
        '',
        '{"id":"2","text":"Otrais"',
        '{"id":3,"text":"Cietie  atstatumi\\r\\n","url":null}',
        '{"text":"bez id"}',
        '{"id":"5","text":" "}',
        '{"id":"6","text":"x","published":"16.05.2019"}',
        '{"id":"7","text":"x","url":"a.lv"}',
        '["nav objekts"]',
      ].join('\n'),
    });
    const { pages, notes } = await read([join(folder, 'a.jsonl')]);
    expect(pages.map(({ path, given, text }) => [path, given, text])).toEqual([
      ['a.jsonl:1', { id: '1', url: 'https://a.lv/1', title: 'T', published: '2019-05-16' }, 'Pirmais'],
      ['a.jsonl:4', { id: '3' }, 'Cietie  atstatumi\r\n'],
    ]);
    expect(notes.map(({ where }) => where.replace(/^.*a\.jsonl/u, ''))).toEqual([':3', ':5', ':6', ':7', ':8', ':9']);
    const messages = notes.map(({ message }) => message);
    expect(messages[0]).toMatch(/^is not JSON \(.+\); expected \{"id", "text", …\} on one line$/u);
    expect(messages[1]).toMatch(/^unexpected id: /u);
    expect(messages.slice(2, 5)).toEqual([
      'unexpected text: expected text, found none',
      'unexpected published: expected an ISO date like 2019-05-16',
      'unexpected url: expected an http(s) address',
    ]);
  });

  it('is split into lines whatever the chunks, and a line over the limit is passed over', async () => {
    const found: [number, string | undefined][] = [];
    for await (const { number, bytes } of lines(chunked('ab\n\nvery long line\nčd', 3), 6)) {
      found.push([number, bytes && Buffer.from(bytes).toString()]);
    }
    expect(found).toEqual([
      [1, 'ab'],
      [2, ''],
      [3, undefined],
      [4, 'čd'],
    ]);
  });
});

describe('ids', () => {
  it('that come twice: the first is kept, the second noted with both places', async () => {
    put({
      'a.jsonl':
        '{"id":"1","text":"a"}\n{"id":"1","text":"b"}\n{"id":"2","url":"http://www.a.lv/x/","text":"c"}\n{"id":"3","url":"https://a.lv/x?utm_source=y","text":"d"}',
      'x/same.txt': 'a',
      'y/same.txt': 'b',
    });
    const { pages, notes } = await read([join(folder, 'a.jsonl'), join(folder, 'x'), join(folder, 'y')]);
    expect(pages.map(({ text }) => text)).toEqual(['a', 'c', 'a']);
    expect(notes.map(({ where, message }) => `${where} ${message}`.replaceAll(folder, ''))).toEqual([
      expect.stringMatching(/a\.jsonl:2 has the id of .*a\.jsonl:1 \(«1»\) and was left out; give it another id$/u),
      expect.stringMatching(/a\.jsonl:4 has the id of .*a\.jsonl:3 \(«https:\/\/a\.lv\/x»\)/u),
      expect.stringMatching(/y.same\.txt has the id of .*x.same\.txt \(«same\.txt»\)/u),
    ]);
  });

  it.each([
    ['http://WWW.LM.gov.lv/lv/zina/?utm_source=a&id=5&fbclid=b#top', 'https://lm.gov.lv/lv/zina?id=5'],
    ['https://lps.lv:8080/', 'https://lps.lv:8080'],
    ['mailto:a@b.lv', undefined],
    ['nav adrese', undefined],
  ])('of the address %s', (address, expected) => expect(normaliseAddress(address)).toBe(expected));
});

describe('standard input', () => {
  const from = async (bytes: Uint8Array | string) => read(['-'], { standardInput: chunked(bytes) });

  it('is one article', async () => {
    const { pages } = await from(' \nTukumā atklāts centrs.\n{"id":1}\n');
    expect(pages).toEqual([
      {
        from: 'standard input',
        path: 'standard-input',
        mediaType: 'text/plain',
        text: ' \nTukumā atklāts centrs.\n{"id":1}\n',
        given: {},
      },
    ]);
  });

  it('is a web page', async () => {
    expect((await from('<!DOCTYPE html><p>Tukumā')).pages[0]?.mediaType).toBe('text/html');
  });

  it('is JSONL when its first line is an object, or a broken one', async () => {
    const { pages, notes } = await from('\n{"id":"1","text":"a"}\n{"id":"2","text":"b"}');
    expect([pages.map(({ given, from: place }) => [given.id, place]), notes]).toEqual([
      [
        ['1', 'standard input:2'],
        ['2', 'standard input:3'],
      ],
      [],
    ]);
    expect((await from('{"id":"1","text":\n{"id":"2","text":"b"}')).notes[0]?.where).toBe('standard input:1');
  });

  it('is told when empty', async () => {
    expect((await from('')).notes).toEqual([
      { level: 'error', where: 'standard input', message: 'is empty; send it an article, or name a file or folder' },
    ]);
  });
});

describe('decoding', () => {
  const text = 'Tukumā Šķūņu ielā – „Ģimenei” ļoti žēl čības'.replace('Ģ', 'ģ').replace('Ķ', 'ķ');
  const html = (charset: string): string => `<html><head><meta charset="${charset}"></head>${text}`;

  it('knows byte-order marks, UTF-8 and windows-1257', () => {
    expect(decode(Buffer.from(text))).toBe(text);
    expect(decode(Buffer.from(`\ufeff${text}`))).toBe(text);
    expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
    expect(decode(baltic(text))).toBe(text);
  });

  it('reads a page as it says, unless it says it is western, or is UTF-8 all the same', () => {
    expect(decode(baltic(html('windows-1257')), 'text/html')).toBe(html('windows-1257'));
    expect(decode(baltic(html('iso-8859-1')), 'text/html')).toBe(html('iso-8859-1'));
    expect(decode(baltic(html('utf-8')), 'text/html')).toBe(html('utf-8'));
    expect(decode(Buffer.from(html('windows-1257')), 'text/html')).toBe(html('windows-1257'));
    const russian = Uint8Array.from([
      ...Buffer.from('<meta charset=windows-1251>'),
      0xcf,
      0xf0,
      0xe8,
      0xe2,
      0xe5,
      0xf2,
    ]);
    expect(decode(russian, 'text/html')).toBe('<meta charset=windows-1251>Привет');
  });

  it.each([
    ['a control character of a broken UTF-8', [0xc4, 0x81, 0x62, 0xff, 0x81]],
    ['a byte that windows-1257 leaves undefined', [0x61, 0xa1, 0xa5]],
    ['more letters beyond ASCII than within', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0x61]],
    ['a NUL in UTF-8', [0x61, 0x00, 0x62]],
  ])('refuses %s', (_, bytes) => expect(() => decode(Uint8Array.from(bytes))).toThrow(SkipArticle));
});
