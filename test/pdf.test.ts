import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { mediaTypeOf, whyNoArticle } from '../pipeline/1-collect/web/media-type.js';
import { linesOf, paragraphsOf } from '../pipeline/2-clean/pdf/layout.js';
import type { PdfPage } from '../pipeline/2-clean/pdf/pdf-pages.js';
import { commandIn, type Ended } from './command.js';

/** Made by Chromium from pages of our own; `locked.pdf` is `columns.pdf` with a password. */
const pdfs = join(packageRoot, 'test', 'pdfs');
const folder = mkdtempSync(join(tmpdir(), 'saites-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => JSON.parse(readFileSync(join(folder, 'out', `${name}.json`), 'utf8'));

describe('saites clean of PDFs', () => {
  let ended: Ended;
  beforeAll(async () => {
    mkdirSync(join(folder, 'in'));
    for (const name of ['release', 'columns', 'picture', 'locked']) {
      copyFileSync(join(pdfs, `${name}.pdf`), join(folder, 'in', `${name}.pdf`));
    }
    writeFileSync(join(folder, 'in', 'cut.pdf'), readFileSync(join(pdfs, 'columns.pdf')).subarray(0, 9000));
    writeFileSync(join(folder, 'in', 'no.pdf'), 'Tas nav PDF.');
    ended = await commandIn(folder)(['clean', 'in', '--out', 'out']);
  });

  it('tells in one line why a file holds no text, and reads the others', () => {
    expect(ended.code).toBe(1);
    const lines = ended.err.trim().split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'in/cut.pdf: is a damaged PDF, or none; fetch it again, or save it anew from the program that made it',
      'in/locked.pdf: is a PDF that asks for a password; save it without one',
      'in/no.pdf: is a damaged PDF, or none; fetch it again, or save it anew from the program that made it',
      'in/picture.pdf: is a PDF of pictures without text, as scanners make; have its text recognised and save that',
    ]);
    expect(lines[4]).toContain('2 pages cleaned');
  });

  it('gives title, date and paragraphs of two pages, without what stands on both', () => {
    const { title, published, publishedMethod, language, text } = read('release');
    expect([title, published, publishedMethod, language]).toEqual([
      'Tukumā atver dienas centru cilvēkiem ar garīga rakstura traucējumiem',
      '2019-05-16',
      'text',
      'lv',
    ]);
    const paragraphs = text.split('\n\n');
    expect(paragraphs.slice(0, 6)).toEqual([
      'TUKUMA NOVADA PAŠVALDĪBA',
      'Preses relīze',
      '2019. gada 16. maijā',
      'Tukumā atver dienas centru cilvēkiem ar garīga rakstura traucējumiem',
      'Tukuma novada Sociālais dienests ceturtdien atvēra dienas centru „Ābeļdārzs”, kurā vietas pietiek četrdesmit cilvēkiem no visa novada. Centrs iekārtots bijušajā skolas ēkā Raiņa ielā 3, un tajā darbosies keramikas, šūšanas un ēdiena gatavošanas nodarbības.',
      '„Mēs esam gaidījuši šo dienu trīs gadus,” saka centra vadītāja Zenta Lauciņa. Pakalpojumu varēs saņemt darbdienās no pulksten 8 līdz 18, un autobuss klientus atvedīs arī no Džūkstes, Slampes un Jaunsātu pagasta.',
    ]);
    expect(paragraphs.filter((one: string) => /^Projekta \d\. posmā .*plānot savu laiku\.$/u.test(one))).toHaveLength(
      8,
    );
    expect(paragraphs.slice(-2)).toEqual([
      'Informāciju sagatavoja:',
      'Vija Ābola, Tukuma novada pašvaldības sabiedrisko attiecību speciāliste',
    ]);
    expect(text).not.toMatch(/tukums\.example|\d \/ \d/u);
  });

  it('reads column after column, makes parted words whole, and takes no name of a file for a title', () => {
    const { title, published, text } = read('columns');
    expect([title, published]).toEqual(['Vidzemes reģions sāk projektu „Tuvāk mājām”', '2017-03-06']);
    expect(text.split('\n\n')).toEqual([
      'Cēsīs, 2017. gada 6. martā',
      'Vidzemes plānošanas reģions kopā ar piecām pašvaldībām sāk projektu „Tuvāk mājām”, kurā cilvēki ar invaliditāti saņems pakalpojumus savā pagastā.',
      'Projektā iesaistījusies Gulbenes novada pašvaldība, Madonas novada pašvaldība un Cēsu novada pašvaldība, kā arī biedrība „Gaismas stars”.',
      'Projekta vadītāja Ilze Liepa uzsver, ka pirmos klientus gaida jau rudenī. „Nevienam vairs nebūs jābrauc uz Rīgu,” viņa teica.',
      'Darba grupa tiksies Alūksnē-Valmierā un citur.',
    ]);
  });

  it('gives saites run articles as others do', async () => {
    const { code, err } = await commandIn(folder)(['run', 'in/columns.pdf', '--store', 'graph']);
    expect([code, err]).toEqual([0, expect.not.stringContaining('PDF')]);
    const { out } = await commandIn(folder)([
      'ask',
      'municipalities-by-project',
      '--project',
      'tuvak majam',
      '--store',
      'graph',
      '--json',
    ]);
    for (const novads of ['Gulbenes novads', 'Madonas novads', 'Cēsu novads']) expect(out).toContain(novads);
  });
});

describe('a PDF that is collected', () => {
  it('is an article by its type, or by its first bytes where nobody says', () => {
    expect(whyNoArticle('application/pdf')).toBeUndefined();
    expect(mediaTypeOf('application/pdf; qs=0.1', Buffer.from('x'))).toBe('application/pdf');
    expect(mediaTypeOf('application/octet-stream', Buffer.from('%PDF-1.4 x'))).toBe('application/pdf');
    expect(mediaTypeOf('application/octet-stream', Buffer.from('PK'))).toBeUndefined();
  });
});

describe('the layout of a PDF', () => {
  const pageOf = (...lines: readonly (readonly [string, number, number?])[]): PdfPage => ({
    height: 800,
    runs: lines.map(([text, y, size = 10]) => ({ text, x: 50, y, width: text.length * 5, size })),
  });
  const texts = (...pages: readonly PdfPage[]): string[] => paragraphsOf(linesOf(pages)).map(({ text }) => text);

  it('has no page numbers and nothing that stands on half of its pages, but keeps a line that is alone at the edge', () => {
    const running = ['Gada pārskats 2019', 780] as const;
    expect(
      texts(
        pageOf(['Pirmā lapa sākas ar šo rindu un beidzas ar citu.', 780], ['Vidus.', 400], ['1. lpp.', 20]),
        pageOf(running, ['Otrā lapa.', 400], ['2. lpp.', 20]),
        pageOf(running, ['Trešā lapa.', 400], ['- 3 -', 20]),
      ),
    ).toEqual(['Pirmā lapa sākas ar šo rindu un beidzas ar citu.', 'Vidus.', 'Otrā lapa.', 'Trešā lapa.']);
  });

  it('joins a sentence over the end of a page, and no headline with the text', () => {
    expect(
      texts(
        pageOf(
          ['Virsraksts', 700, 16],
          ['Dienests atvēra centru, kurā vietas pie-', 680],
          ['tiek četrdesmit cilvēkiem no visa novada un', 668],
        ),
        pageOf(['no kaimiņu novadiem.', 700], ['• Pirmais', 680], ['• Otrais', 668]),
      ),
    ).toEqual([
      'Virsraksts',
      'Dienests atvēra centru, kurā vietas pietiek četrdesmit cilvēkiem no visa novada un no kaimiņu novadiem.',
      '• Pirmais',
      '• Otrais',
    ]);
  });
});
