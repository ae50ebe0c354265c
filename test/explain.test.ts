import { describe, expect, it } from 'vitest';
import type { Nested } from '../pipeline/0-contract/nest.js';
import type { Refusal } from '../pipeline/0-contract/trace.js';
import type { Article } from '../pipeline/0-contract/types.js';
import { plainArticle } from '../pipeline/2-clean/plain.js';
import { explanationPage } from '../pipeline/cli/explain-page.js';
import { explanationText } from '../pipeline/cli/explain-text.js';
import { explain, nestedMentions, type Told } from '../pipeline/cli/explanation.js';
import { extract } from '../pipeline/run.js';

const read = (text: string, more: Partial<Article> = {}): Article => ({
  ...plainArticle('example', text),
  title: 'Ziņa',
  ...more,
});
const plain = (text: string, refused = false): string =>
  explanationText(explain(read(text)), { colour: false, refused });

const PILOT = 'Projektā “Sirdssilta aprūpe” piedalās Ādažu novads.\nPar to stāsta Ogres novada dome.';

describe('what was tried and refused', () => {
  const refusalsIn = (text: string): Refusal[] => {
    const refusals: Refusal[] = [];
    extract(read(text), (refusal) => refusals.push(refusal));
    return refusals;
  };
  const shown = (text: string) =>
    refusalsIn(text).map(({ mention, why, instead }) => [mention.text, mention.rule, why, instead?.text]);

  it('names the longer mention of the same kind', () => {
    expect(shown('Sanāksme bija 2021. gada 3. martā.')).toContainEqual([
      '2021. gada',
      'date.year',
      'another rule found more here',
      '2021. gada 3. martā',
    ]);
  });

  it('names institutions whose owner cannot be told', () => {
    expect(shown('Par to ziņo Sociālais dienests.')).toContainEqual([
      'Sociālais dienests',
      'institution.head-and-modifiers',
      'whose institution this is cannot be told',
      undefined,
    ]);
  });

  it('names dates without a value, and nothing that was kept', () => {
    const refusals = refusalsIn('Šonedēļ Ādažu novadā notika sanāksme.');
    expect(refusals.map(({ mention, why }) => [mention.text, why])).toContainEqual([
      'Šonedēļ',
      'what date this is cannot be told',
    ]);
    expect(refusals.map(({ mention }) => mention.text)).not.toContain('Ādažu novadā');
  });

  it('changes nothing of what is found', () => {
    expect(extract(read(PILOT), () => {})).toEqual(extract(read(PILOT)));
  });
});

describe('saites explain as text', () => {
  it('marks mentions by kind and lists names, rules and facts below their sentence', () => {
    const shown = plain(PILOT);
    expect(shown).toContain('2 sentences, 2 facts;');
    expect(shown).toContain('Projektā “[J Sirdssilta aprūpe]” piedalās [M Ādažu novads].\n');
    expect(shown).toMatch(/^ {4}Ādažu novads +municipality {2}= +municipality\.name-and-kind 0\.\d\d$/mu);
    expect(shown).toMatch(/^ {2}→ Ādažu novads PARTICIPATES_IN Sirdssilta aprūpe.* {2}participation\.verb 0\.\d\d$/mu);
    expect(shown).toContain('[I [M Ogres novada] dome].\n');
    expect(shown).toMatch(/^ {4}Ogres novada +municipality {2}Ogres novads /mu);
  });

  it('says on request what was refused and what stands instead', () => {
    expect(plain('Sanāksme bija 2021. gada 3. martā.')).not.toContain('×');
    expect(plain('Sanāksme bija 2021. gada 3. martā.', true)).toMatch(
      /^ {2}× 2021\. gada +date +refused: another rule found more here \(«2021\. gada 3\. martā», date\.\S+\) +date\.year 0\.\d\d$/mu,
    );
  });

  it('colours only where asked to', () => {
    const ESC = String.fromCharCode(27);
    expect(plain(PILOT)).not.toContain(ESC);
    const coloured = explanationText(explain(read(PILOT)), { colour: true, refused: false });
    expect(coloured).toContain(`${ESC}[1m${ESC}[32mĀdažu novads${ESC}[39m${ESC}[22m`);
    expect(coloured).not.toContain('[M ');
  });

  it('gives other sentences of a fact', () => {
    const shown = plain('Sākas projekts “Sirdssilta aprūpe”. Tajā piedalās Ādažu novads.');
    expect(shown).toMatch(
      /^ {2}→ Ādažu novads PARTICIPATES_IN .*\n {6}with: “Sākas projekts “Sirdssilta aprūpe”\.”$/mu,
    );
  });
});

describe('nested mentions', () => {
  const told = (start: number, end: number): Told => ({ mention: { start, end } }) as Told;
  const shape = (nodes: readonly Nested<Told>[]): unknown[] =>
    nodes.map(({ start, end, inside }) => (inside.length > 0 ? [start, end, shape(inside)] : [start, end]));

  it('lie inside each other', () => {
    expect(shape(nestedMentions([told(0, 10), told(0, 4), told(5, 9), told(6, 7), told(12, 14)]))).toEqual([
      [
        0,
        10,
        [
          [0, 4],
          [5, 9, [[6, 7]]],
        ],
      ],
      [12, 14],
    ]);
  });

  it('are cut where they cross', () => {
    expect(shape(nestedMentions([told(0, 6), told(4, 9), told(8, 11)]))).toEqual([
      [0, 6, [[4, 6]]],
      [6, 9, [[8, 9]]],
      [9, 11],
    ]);
  });
});

describe('saites explain as a page', () => {
  const HOSTILE = `Ādažu novads <script>alert(1)</script> piedalās projektā “<img src=x onerror=alert('2')> & aprūpe”.`;
  const hostile = explanationPage(
    [explain(read(HOSTILE, { title: '</title><script>alert(3)</script>', source: '<b>avots</b>', published: '2024' }))],
    true,
  );

  it('shows what an article says and runs none of it', () => {
    expect(hostile).not.toMatch(/<script|<img|<b>/iu);
    expect(hostile).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(hostile).toContain('<h1 lang="lv">&#60;/title&#62;&#60;script&#62;alert(3)&#60;/script&#62;</h1>');
    expect(hostile).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('needs nothing from elsewhere', () => {
    expect(hostile).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/u);
  });

  const page = explanationPage([explain(read(PILOT))], false);

  it('keeps the text as it is, apart from the marks', () => {
    const text = /<div class="text"[^>]*>(.*?)<\/div>/su.exec(page)?.[1] ?? '';
    expect(text.replace(/<a class="number"[^>]*>\d+<\/a>|<[^>]+>/gu, '').replace(/&#39;/gu, "'")).toBe(PILOT);
  });

  it('tells name, rule and confidence of a mark, and what it lies in', () => {
    expect(page).toMatch(
      /<mark class="municipality" tabindex="0" data-tip="municipality: Ogres novads · municipality\.name-and-kind · 0\.\d\d\n in institution: Ogres novada dome · institution\.\S+ · 0\.\d\d">Ogres novada<\/mark> dome<\/mark>/u,
    );
  });

  it('leads from a sentence to its facts and back', () => {
    expect(page).toContain('<a class="number" href="#a1-f1">1</a>');
    expect(page).toContain('<tr id="a1-f1">');
    expect(page).toMatch(/<a href="#a1-s0" lang="lv">Projektā “Sirdssilta aprūpe” piedalās Ādažu novads\.<\/a>/u);
    expect(page).toContain('<span class="sentence" id="a1-s0">');
    expect(page).not.toContain('Tried and refused');
    expect(hostile).toContain('Tried and refused');
  });
});
