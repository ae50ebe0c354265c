import type { SegmentedArticle, Sentence, Token } from '../../0-contract/types.js';
import { months, type TimeWordKind, timeWords } from '../../0-latvian/time-words.js';

const monthForms = [...months.keys()];
const formsOf = (kind: TimeWordKind): string[] => [...timeWords(kind).keys()];
/** The shortest full forms, «marts» and «maijs», have five letters; abbreviations have fewer. */
const monthWords = monthForms.filter((form) => form.length >= 5);

/** The lists that patterns of `data/rules/dates.txt` may name. */
export const patternLists: Readonly<Record<string, readonly string[]>> = {
  month: monthForms,
  'month-word': monthWords,
  'month-locative': monthWords.filter((form) => /[āī]$/u.test(form)),
  weekday: formsOf('weekday'),
  'weekday-adverb': formsOf('weekday').filter((form) => form.endsWith('dien')),
  season: formsOf('season'),
  'season-locative': formsOf('season').filter((form) => /[āī]$/u.test(form)),
  'this-season': formsOf('this-season'),
  year: formsOf('year'),
  day: formsOf('day'),
  week: formsOf('week'),
  'month-relative': formsOf('month'),
  direction: formsOf('direction'),
  ordinal: formsOf('ordinal'),
  part: formsOf('part'),
  'day-part': formsOf('day-part'),
  'year-word': formsOf('year-word'),
  'quarter-word': formsOf('quarter-word'),
  'half-word': formsOf('half-word'),
  'century-word': formsOf('century-word'),
  legal: formsOf('legal'),
  street: formsOf('street'),
};

/** What a rule may ask of a sentence before its pattern is tried: the test is cheap, the pattern is not. */
export const NEEDS = [
  'number',
  'two-numbers',
  'dotted-numbers',
  'four-digits',
  'to',
  'slash',
  'bracket',
  'month',
  'year',
  'weekday',
  'day',
  'week',
  'month-relative',
  'season',
  'quarter',
  'half',
  'part',
  'century',
  'decade',
  'legal',
  'cabinet',
  'street',
  'label',
] as const;
export type Need = (typeof NEEDS)[number];

const bit = (need: Need): number => 1 << NEEDS.indexOf(need);
/** Several needs as one number, to be compared with that of a sentence. */
export const maskOf = (needs: readonly Need[]): number => needs.reduce((mask, need) => mask | bit(need), 0);

/** The first words of the forms of each list, and the marks. */
const wordMasks = new Map<string, number>();
const mark = (need: Need, forms: readonly string[]): void => {
  for (const form of forms) {
    const [first = ''] = form.split(/[\s.]/u);
    wordMasks.set(first, (wordMasks.get(first) ?? 0) | bit(need));
  }
};
mark('month', monthForms);
mark('year', [...formsOf('year'), ...formsOf('year-word'), 'g']);
mark('weekday', formsOf('weekday'));
mark('day', formsOf('day'));
mark('week', formsOf('week'));
mark('month-relative', formsOf('month'));
mark('season', [...formsOf('season'), ...formsOf('this-season')]);
mark('quarter', formsOf('quarter-word'));
mark('half', formsOf('half-word'));
mark('part', formsOf('part'));
mark('century', formsOf('century-word'));
mark('decade', ['gados', 'gadu', 'gadiem', 'gadi']);
mark('legal', formsOf('legal'));
mark('street', formsOf('street'));
mark('cabinet', ['ministru', 'mk']);
mark('label', ['tālr', 'tel', 'nr', 't', 'tālrunis']);
mark('to', ['līdz', '-', '–', '—']);
mark('slash', ['/']);
mark('bracket', ['(']);

const NUMBER = bit('number');
const TWO_NUMBERS = bit('two-numbers');
const DOTTED_NUMBERS = bit('dotted-numbers');
const FOUR_DIGITS = bit('four-digits');

/** The rules go over one article one after the other, so the last one is all that needs to be kept. */
let counted: { readonly doc: SegmentedArticle; readonly masks: readonly number[] } | undefined;

/** What each sentence of an article holds, as masks. */
export function masksOf(doc: SegmentedArticle): readonly number[] {
  if (counted?.doc !== doc) counted = { doc, masks: doc.sentences.map((each) => scan(doc.tokens, each)) };
  return counted.masks;
}

function scan(tokens: readonly Token[], { first, last }: Sentence): number {
  let mask = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'number') {
      mask |= wordMasks.get(token.lower) ?? 0;
      continue;
    }
    mask |= mask & NUMBER ? NUMBER | TWO_NUMBERS : NUMBER;
    if (token.text.length === 4) mask |= FOUR_DIGITS;
    if (tokens[i + 1]?.text === '.' && i + 2 < last && tokens[i + 2]?.kind === 'number') mask |= DOTTED_NUMBERS;
  }
  return mask;
}
