import { describe, expect, it } from 'vitest';
import { Gap, type Span } from '../pipeline/0-contract/types.js';
import { tokenise } from '../pipeline/0-latvian/tokens.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { segment } from '../pipeline/3-segment/segment.js';

const sentencesOf = (text: string, noise: readonly Span[] = []): string[] =>
  segment({ ...plainArticle('a', text), noise }).sentences.map(({ start, end }) => text.slice(start, end));

/** Sentences are written one after the other, parted by `¦`, which is not part of the text. */
const expectSplit = (marked: string): void => {
  const text = marked.replace(/¦/gu, '');
  expect(sentencesOf(text)).toEqual(marked.split('¦').map((sentence) => sentence.trim()));
};

describe('tokens', () => {
  it('are runs of letters and digits, and single marks', () => {
    expect(tokenise('Nr.9.2.1.1/15 „Ģimene”, 2019.gada').map(({ text }) => text)).toEqual(
      'Nr . 9 . 2 . 1 . 1 / 15 „ Ģimene ” , 2019 . gada'.split(' '),
    );
  });

  it('know their kind, case and what stands before them', () => {
    const text = 'LPS 9f Ēka e\u0304ka\n15\n\n\u00a0x 😀';
    expect(
      tokenise(text).map(({ text, lower, kind, capital, caps, gap }) => [text, lower, kind, capital, caps, gap]),
    ).toEqual([
      ['LPS', 'lps', 'word', true, true, Gap.none],
      ['9f', '9f', 'word', false, false, Gap.space],
      ['Ēka', 'ēka', 'word', true, false, Gap.space],
      ['e\u0304ka', 'e\u0304ka', 'word', false, false, Gap.space],
      ['15', '15', 'number', false, false, Gap.line],
      ['x', 'x', 'word', false, false, Gap.paragraph],
      ['😀', '😀', 'mark', false, false, Gap.space],
    ]);
  });

  it('have offsets in the whole text when only a stretch is read', () => {
    expect(tokenise('viens divi trīs', 6, 10).map(({ text, start, end }) => [text, start, end])).toEqual([
      ['divi', 6, 10],
    ]);
  });

  it('agree with the definition by which speed is measured', () => {
    const text = 'Š.g. 18.maijā — „A” (t.sk. 28 %) e-pasts: a.b@c.lv; ½ 2² №5 \ud83d\ude00!';
    expect(tokenise(text).map((token) => token.text)).toEqual(text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu));
  });
});

describe('sentences', () => {
  it.each([
    ['Sanāksmē runāja Zenta Lauciņa.¦ Viņa vada dienestu!¦ Vai tas ir viss?¦ Jā…¦ Gandrīz.'],
    [
      'Sapulci vadīja A. Krūmkalns un L.Ozolzara, t.sk. Ogres novada u.c. Latvijas pašvaldību vārdā.¦ Tālāk runāja citi.',
    ],
    ['Līgums Nr. 5 un prof. Kalnozola atzinums, sk. Pielikumu.¦ Beigas.'],
    ['Līdz š.g. Lieldienām jāiesniedz pieteikums.'],
    ['Bērniem ir rotaļas, dziesmas utt. ¦Vecākiem ir kafija.'],
    ['Pirmās 5. Saeimas laikā un 2019. gada 16. un 17. maijā notika sanāksmes.'],
    ['Tas bija 2015.¦ Projekts turpinās.'],
    ['No 16.05.2019. Dienesta speciālisti piedalās pilotprojektā.¦ Tas beidzās 31.10.2019.¦ Rezultāti ir labi.'],
    ['16.05.2019. Seminārs Tukumā.'],
    ['Tikšanās notiks Liepu ielā 46.¦ Sanāksmes rīko ministrija.'],
    ['Tālrunis 67021600.¦ Zvaniet darba dienās.'],
    ['Projekts notiks 28 vietvarās.¦Ar to reģions grib palīdzēt.¦Pašlaik rit pirmais posms.'],
    ['Raksti uz liene.liepzeme@tukums.lv vai Liene.Liepzeme@tukums.lv, skati www.Tukums.lv vietnē.'],
    ['“Esam gandarīti.¦ Tas izdevās,” saka vadītāja.¦ “Turpināsim!”¦ Tā viņa solīja.'],
    ['Tie piedalās projektā “Atver durvis! Nāc līdzi” jau gadu.¦ Cits projekts ir “Solis. Vēl solis”.¦ Tas beidzies.'],
    ['Dienests (turpmāk – SPA) strādā.¦ (Pērn tas bija slēgts.)¦ Tagad tas ir atvērts.'],
    ['Atbalstu saņēma 4% (divi).¦ Pārējie gaida...¦ Ilgi.'],
    ['Tā bija XII. Saeima.¦ Beigas.'],
  ])('%s', expectSplit);

  it.each([
    ['a headline and a paragraph', 'Atklāj dienas centru¦\n\nTukumā atklāja centru.¦\n\nTā ir.'],
    [
      'lines that are paragraphs',
      'Atklāj dienas centru¦\nTukumā atklāja centru.¦\nInformāciju sagatavoja:¦\nLiene Liepzeme',
    ],
    ['list items', 'Piedalījās:¦\n• Tukuma novads;¦\n• Ogres novads;¦\n  – Līvānu novads¦\n1. Preiļu novads'],
    [
      'a post below a byline with a comma',
      'Paldies visiem!¦\n\nLiene Liepzeme,\n\nTukuma novada sabiedrisko attiecību speciāliste',
    ],
    ['a post on the next line', 'Liene Liepzeme,\nsabiedrisko attiecību speciāliste'],
    [
      'lines broken by hand, also inside a name and after an initial',
      'Kopš pērnā gada novembra Rojas novada\npašvaldībā durvis ir vaļā visiem, kam Zenta\nLauciņa un viņas kolēģis sociālais darbinieks A.\nKrūmkalns palīdz.¦ Tajā vietas pietiek.¦\n\nCits.',
    ],
  ])('%s', (_, marked) => expectSplit(marked));

  it('leave out noise and do not run across it', () => {
    const text = 'Sākums\nTukumā atklāja centru\nLasi arī: citu\nun Ogrē.';
    const noise = ['Sākums', 'Lasi arī: citu'].map((part) => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
    }));
    expect(sentencesOf(text, noise)).toEqual(['Tukumā atklāja centru', 'un Ogrē.']);
  });

  it('hold their tokens and know their paragraph', () => {
    const doc = segment(plainArticle('a', 'Viens. Divi.\n\nTrīs.'));
    expect(doc.sentences.map(({ first, last, paragraph, index }) => [index, first, last, paragraph])).toEqual([
      [0, 0, 2, 0],
      [1, 2, 4, 0],
      [2, 4, 6, 1],
    ]);
    expect(doc.tokens.map(({ text, sentence }) => text + sentence)).toEqual([
      'Viens0',
      '.0',
      'Divi1',
      '.1',
      'Trīs2',
      '.2',
    ]);
  });

  it('of nothing are none', () => expect(sentencesOf(' \n ')).toEqual([]));
});
