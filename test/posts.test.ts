import { describe, expect, test } from 'vitest';
import type { Article } from '../pipeline/0-contract/types.js';
import { postsAt, postsOf } from '../pipeline/0-latvian/posts.js';
import { segment } from '../pipeline/3-segment/segment.js';

const article = (text: string): Article => ({
  id: 'x',
  title: '',
  publishedMethod: 'unknown',
  language: 'lv',
  text,
  hash: '',
  noise: [],
});
const readings = (text: string, i = 0) =>
  postsAt(segment(article(text)).tokens, i).map(
    (r) => `${r.post} ${r.gender} ${r.case} ${r.number} ${r.relation} ${r.last}`,
  );

describe('postsAt', () => {
  test('keeps both readings of vadītāja', () => {
    expect(readings('vadītāja')).toEqual([
      'vadītājs masculine genitive singular HEADS 1',
      'vadītāja feminine nominative singular HEADS 1',
    ]);
  });
  test('takes the longest post, and the project manager for an employee', () => {
    expect(readings('projekta vadītāja Anna')).toEqual([
      'projekta vadītājs masculine genitive singular WORKS_AT 2',
      'projekta vadītāja feminine nominative singular WORKS_AT 2',
    ]);
    expect(readings('vadītājas vietniecei')).toEqual(['vadītājas vietniece feminine dative singular WORKS_AT 2']);
  });
  test('declines the adjectives of a post with its head, and leaves its genitives', () => {
    expect(readings('Vecākajai ekspertei')).toEqual(['vecākā eksperte feminine dative singular WORKS_AT 2']);
    expect(readings('sociālā darba speciālistu')).toContain(
      'sociālā darba speciālists masculine accusative singular WORKS_AT 3',
    );
    expect(readings('priekšsēdētāja 1. vietnieks')).toEqual([
      'priekšsēdētāja 1. vietnieks masculine nominative singular WORKS_AT 4',
    ]);
  });
  test('knows plurals, softening and men in -a', () => {
    expect(readings('speciālistes')).toContain('speciāliste feminine nominative plural WORKS_AT 1');
    expect(readings('valdes locekļiem')).toEqual(['valdes loceklis masculine dative plural WORKS_AT 2']);
    expect(readings('galvam')).toEqual(['galva masculine dative singular HEADS 1']);
  });
  test('finds nothing where there is no post, nor over a blank line', () => {
    expect(readings('valdes sēde')).toEqual([]);
    expect(readings('valdes\n\nloceklis')).toEqual([]);
    expect(readings('valdes loceklis', 5)).toEqual([]);
  });
});

describe('postsOf', () => {
  const lines = (...rows: string[]) => rows.map((text, i) => ({ line: i + 5, text }));
  const header = 'masculine,feminine,relation';
  test('names the file and the line of an error', () => {
    expect(() => postsOf(lines(header, 'mērs,mēre,LEADS'))).toThrow('data/lexicon/posts.csv:6: column relation');
    expect(() => postsOf(lines(header, 'mērs,mēre,HEADS', 'mērs,HEADS'))).toThrow('posts.csv:7: unexpected 2 columns');
    expect(() => postsOf(lines(header, ',,HEADS'))).toThrow('posts.csv:6: no post');
    expect(() => postsOf(lines('post,relation'))).toThrow('posts.csv:5: unexpected «post,relation»');
  });
  test('reads a post of one gender', () => {
    expect(postsOf(lines(header, 'aukle,,none'))).toEqual([{ masculine: 'aukle', feminine: '', relation: 'none' }]);
  });
});
