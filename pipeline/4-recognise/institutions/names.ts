import { readList } from '../../0-contract/lists.js';
import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { adjectiveEndings, type HeadReading, nominativePhrase } from '../../0-latvian/phrases.js';
import { leftEdge, type Surroundings } from '../noun-phrase.js';
import type { Reading } from './candidate.js';
import { type HeadForm, headAt, isHeadForm } from './heads.js';

const STREETS: ReadonlySet<string> = new Set(readList('lexicon/street-words.txt'));
const QUOTE = /["“”„‟«»]/gu;

/**
 * The wording of a range of tokens, white space evened out.
 * @param quotes whether marks of any kind become “ and ”, by the spaces around them
 */
export function joined(doc: SegmentedArticle, first: number, last: number, quotes?: 'quotes'): string {
  let text = '';
  for (let i = first; i < last; i++) {
    const token = doc.tokens[i] as Token;
    const space = i > first && token.gap !== Gap.none ? ' ' : '';
    if (quotes && token.text.match(QUOTE)) {
      const next = doc.tokens[i + 1];
      const opens = (space !== '' || i === first || /[“]$/u.test(text)) && next?.gap === Gap.none && i + 1 < last;
      text += space + (opens ? '“' : '”');
    } else text += space + token.text;
  }
  return text;
}

/** The words of a phrase as a list: marks are words of their own. */
const wordsOf = (doc: SegmentedArticle, first: number, last: number): string[] =>
  doc.tokens.slice(first, last).map(({ text }) => text);

/** What the walk left from a head noun asks. */
export const surroundings = ({ municipality }: Reading, form: HeadForm): Surroundings => ({
  isHead: (token) => isHeadForm(token.lower),
  inList: (index) => municipality.has(index),
  agreeing: adjectiveEndings(form.head, form.readings),
});

/** How the form of a head noun is meant where it names one institution; undefined for a plural. */
export function readingOf({ head, readings }: HeadForm): HeadReading | undefined {
  const number = head.pluralOnly ? 'plural' : 'singular';
  return readings.find((reading) => reading.number === number);
}

/** The nominative of the tokens from `first` to the head. */
export function nominativeOf(doc: SegmentedArticle, first: number, head: number, form: HeadForm): string {
  const reading = readingOf(form) ?? { case: 'nominative', number: 'singular' };
  const words = nominativePhrase(wordsOf(doc, first, head + 1), head - first, form.head, reading);
  return words
    .map((word, i) => (i > 0 && (doc.tokens[first + i] as Token).gap !== Gap.none ? ` ${word}` : word))
    .join('');
}

/** A name without quotes after a head noun. */
export interface OpenName {
  readonly name: string;
  readonly last: number;
  /** It holds a head noun of its own: «iestāde Sociālais dienests». */
  readonly complete: boolean;
  readonly type?: string;
}

/** Most words of a name without quotes. */
const LONGEST = 9;

/**
 * «iestādes Sociālais dienests», «nodibinājumu Sociālo pakalpojumu aģentūra», «centrā Saskarsmē», «aģentūra ALDA»: a name
 * in the nominative, or in the case of the head noun.
 */
export function openName(reading: Reading, i: number, how: HeadReading): OpenName | undefined {
  const { doc, municipality } = reading;
  const { tokens } = doc;
  const start = tokens[i + 1];
  if (!start?.capital || start.gap !== Gap.space || start.sentence !== tokens[i]?.sentence) return undefined;
  for (let k = i + 2; k < i + LONGEST && tokens[k]?.sentence === start.sentence; k++) {
    const form = headAt(doc, k);
    if (!form || form.readings.every(({ case: c, number }) => c !== 'nominative' || number === 'plural')) continue;
    const edge = leftEdge(doc, k, surroundings(reading, form));
    if (edge > i + 1) break;
    return { name: joined(doc, i + 1, k + 1), last: k + 1, complete: true, type: form.head.type };
  }
  const next = tokens[i + 2];
  if (municipality.has(i + 1) || isHeadForm(start.lower) || STREETS.has(next?.lower ?? '')) return undefined;
  // two capitalised words are likelier a person
  if (next?.capital && next.sentence === start.sentence && next.gap === Gap.space) return undefined;
  // «asociācijas Īslīces centrs»: a part of it, by its place
  if (next && isHeadForm(next.lower) && /(?:s|u)$/u.test(start.lower)) return undefined;
  // «organizācijas Donbasā»: a place, not a name in the case of its noun
  if (how.case !== 'locative' && !start.caps && /(?:[āēīū]|[oāē]s)$/u.test(start.lower)) return undefined;
  return { name: start.caps ? start.text : uninflected(start.text, how), last: i + 2, complete: false };
}

/** A single name in the case of its head noun, in the nominative: «Saskarsmē» → «Saskarsme». */
function uninflected(name: string, { case: grammaticalCase }: HeadReading): string {
  if (grammaticalCase === 'locative') return name.replace(/ē$/u, 'e').replace(/ā$/u, 'a');
  if (grammaticalCase === 'dative') return name.replace(/([ea])i$/u, '$1');
  return name;
}
