import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, printOf, wordingsOf } from '../graph/copies/print.js';
import { type Publication, storiesOf } from '../graph/copies/stories.js';

const RELEASE = Array.from({ length: 160 }, (_, i) => `vārds${i}`).join(' ');
const print = (text: string, title = ''): string | null => printOf({ text, title, noise: [] }) ?? null;
const publication = (id: string, text: string, published: string | null = null, title = ''): Publication => ({
  id,
  published,
  print: print(text, title),
});
/** Copy → its original. */
const copiesOf = (all: readonly Publication[]): Map<string, string> =>
  new Map([...storiesOf(all)].flatMap(([id, { story }]) => (story === id ? [] : [[id, story] as const])));

/** Texts of a small vocabulary, so that some are alike. */
const text = fc.array(fc.constantFrom('dome', 'novads', 'centrs', 'projekts', 'bērni', 'līdz', 'sāk'), {
  minLength: 30,
  maxLength: 60,
});

describe('copies', () => {
  it('are texts that differ in case, marks, a lead or a closing line', () => {
    const found = copiesOf([
      publication('b', `Sociālais dienests ziņo. ${RELEASE}`, '2019-05-17'),
      publication('a', RELEASE, '2019-05-16'),
      publication('c', `${RELEASE.toUpperCase().replaceAll(' ', ', ')}. Informāciju sagatavoja Zenta Lauciņa.`, '2019'),
      publication('d', RELEASE),
      publication('e', RELEASE.split(' ').toReversed().join(' '), '2019-05-16'),
    ]);
    expect([...found].sort()).toEqual([
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'a'],
    ]);
  });

  it('are of the earliest, of equal days of the one with the lesser id', () => {
    expect([...copiesOf([publication('b', RELEASE, '2019-05-16'), publication('a', RELEASE, '2019-05-16')])]).toEqual([
      ['b', 'a'],
    ]);
    expect([...copiesOf([publication('b', RELEASE, '2019-05-16'), publication('a', RELEASE, '2019-05-17')])]).toEqual([
      ['a', 'b'],
    ]);
  });

  it('of a short text are only the same words', () => {
    const short = 'Tukumā atver dienas centru visiem novada iedzīvotājiem';
    expect(copiesOf([publication('a', short), publication('b', `${short}!`)]).get('b')).toBe('a');
    expect(copiesOf([publication('a', short), publication('b', `${short} šodien`)]).size).toBe(0);
    expect(copiesOf([publication('a', short, null, 'Ziņas'), publication('b', short, null, 'Tukums')]).size).toBe(0);
    expect(copiesOf([publication('a', ''), publication('b', ' ')]).size).toBe(0);
  });

  it('are told by what is read: not by page noise, headline, captions and bylines', () => {
    const line = 'Mājaslapa izmanto sīkdatnes. '.repeat(20);
    const text = `Virsraksts\n${line}${RELEASE}\nFoto: Zenta Lauciņa`;
    const noise = [{ start: 11, end: 11 + line.length }];
    const margins = [{ start: text.indexOf('Foto'), end: text.length }];
    expect(printOf({ text, title: 'Virsraksts', noise, margins })).toBe(print(RELEASE));
    expect(likeness(print(text) as string, print(RELEASE) as string)).toBeLessThan(1);
    expect(printOf({ text: line, title: '', noise: [{ start: 0, end: line.length }] })).toBeUndefined();
  });

  it('share a wording, and hardly any other text does', () => {
    const words = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, i) => `v${from + i}`).join(' ');
    const shared = (a: string, b: string): number => {
      const others = wordingsOf(print(b) as string);
      return wordingsOf(print(a) as string).filter((one) => others.includes(one)).length;
    };
    const texts = Array.from({ length: 100 }, (_, n) => n * 10_000);
    // of 200 words 29 are others: .74 of the sequences are common; of 200 words 115 are others: .26
    const changed = (n: number, others: number): string =>
      `${words(n + others, n + 200)} ${words(5_000_000 + n, 5_000_000 + n + others)}`;
    const found = texts.filter((n) => shared(words(n, n + 200), changed(n, 29)) > 0);
    expect(found.length).toBeGreaterThanOrEqual(96);
    const wrong = texts.filter((n) => shared(words(n, n + 200), changed(n, 115)) > 0);
    expect(wrong.length).toBeLessThanOrEqual(12);
  });

  it('are the same in any order, and no original is a copy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ words: text, day: fc.constantFrom('2019-05-16', '2019-05', '2020', null) }), {
          maxLength: 12,
        }),
        fc.infiniteStream(fc.nat()),
        (texts, random) => {
          const all = texts.map(({ words, day }, i) => publication(`p${i}`, words.join(' '), day));
          const shuffled = all
            .map((one) => ({ one, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const found = copiesOf(all);
          expect([...copiesOf(shuffled)].sort()).toEqual([...found].sort());
          for (const original of found.values()) expect(found.has(original)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are estimated within .15 of the share of equal shingles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (shared) => {
        const words = (from: number, to: number): string[] =>
          Array.from({ length: Math.max(0, to - from) }, (_, i) => `v${from + i}`);
        const a = words(0, 400);
        const b = [...words(0, shared), ...words(1000, 1400 - shared)];
        const shingles = (list: readonly string[]): Set<string> =>
          new Set(list.slice(4).map((_, i) => list.slice(i, i + 5).join(' ')));
        const [one, other] = [shingles(a), shingles(b)];
        const both = [...one].filter((shingle) => other.has(shingle)).length;
        const share = both / (one.size + other.size - both);
        expect(Math.abs(likeness(print(a.join(' ')) as string, print(b.join(' ')) as string) - share)).toBeLessThan(
          0.15,
        );
      }),
      { numRuns: 40 },
    );
  });
});
