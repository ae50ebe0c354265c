import { readList } from '../../0-contract/lists.js';
import type { SegmentedArticle, Token } from '../../0-contract/types.js';
import { postsAt } from '../../0-latvian/posts.js';
import type { Reading } from './candidate.js';
import { type HeadForm, headAt, isHeadForm, OWNER_ONLY } from './heads.js';
import { knownByName } from './known.js';

const isQuote = (token: Token | undefined): boolean => token !== undefined && /^["“”„«»]$/u.test(token.text);

/** Types of which one speaks in the plural: «Bērnu slimnīcas», «Nevalstiskās organizācijas». */
const COMMON: ReadonlySet<string> = new Set([
  'ngo',
  'school',
  'hospital',
  'care home',
  'social service',
  'council',
  'centre',
  'company',
  'committee',
  'library',
  'club',
]);

/** Types of which a country has many. */
const MANY: ReadonlySet<string> = new Set([...COMMON, 'court', 'university', 'media', 'culture', 'bank', 'party']);

const WIDE: ReadonlySet<string> = new Set(readList('lexicon/wide-places.txt'));

/** Whether what stands from `first` to the head noun, without a name after it, names one institution. */
export function plainIsName(reading: Reading, first: number, head: number, form: HeadForm): boolean {
  if (first === head || form.head.needs === 'name') return false;
  const { doc, municipality } = reading;
  const { tokens } = doc;
  const start = tokens[first] as Token;
  if (form.head.lemma === 'pašvaldība' && !isWholeMunicipality(reading, first, head)) return false;
  const how = form.readings.find(({ number }) => number === 'singular')?.case;
  const mayBePlural = form.readings.some(({ number }) => number === 'plural');
  if (mayBePlural && isSharedHead(reading, first)) return false;
  // «novada sociālo dienestu vadītāji»: several, each with its own
  const isOf = form.readings.some(({ case: c, number }) => c === 'genitive' && number === 'singular');
  const posts = mayBePlural && !isOf && COMMON.has(form.head.type) ? postsAt(tokens, head + 1) : [];
  if (posts.length > 0 && posts.every(({ number }) => number === 'plural')) return false;
  const opens = tokens[first - 1]?.sentence !== start.sentence;
  const others = tokens.slice(first + 1, head).some(({ capital }) => capital);
  // «“Atbalsta centru” izveide»: a kind in quotes, not a name
  const next = tokens[head + 1];
  if (mayBePlural && isQuote(tokens[first - 1]) && isQuote(next)) return false;
  // a capital that only begins the sentence proves nothing: «Sabiedriskās organizācijas aicina», «Milzīga armija»
  if (opens && !others && !municipality.has(first) && !start.caps) {
    if (mayBePlural && COMMON.has(form.head.type)) return false;
    // «Skolu akadēmija rīko»: the school is what is held, where the article names an academy in full
    if (first === head - 1 && start.lower.endsWith('u') && namesOther(doc, head, form)) return false;
    if (first === head - 1 && /[^u]a$/u.test(start.lower) && form.head.lemma.endsWith('a') && how === 'nominative')
      return false;
  }
  // «Latvijas augstskolas»: many of a country, not one
  const isWide = first === head - 1 && WIDE.has(start.lower);
  if (isWide && mayBePlural && MANY.has(form.head.type)) return false;
  // a part of an institution is told apart only by what it is a part of: «LPS komunikācijas nodaļa»; where someone works
  // in it, the article has named that
  if (form.head.type === 'department' && form.head.needs === 'specific' && !hasOwner(reading, first, head)) {
    if (postsAt(tokens, head + 1).length === 0) return false;
  }
  if (form.head.needs !== 'specific') return true;
  return tokens.slice(first, head).some(({ lower, kind }, i) => {
    return kind === 'word' && lower !== 'un' && !WIDE.has(lower) && !municipality.has(first + i);
  });
}

/** Whether the article names another institution by the same noun, with a capitalised word inside a sentence before it. */
const namesOther = (doc: SegmentedArticle, head: number, { head: { lemma } }: HeadForm): boolean =>
  doc.tokens.some(
    ({ sentence }, k) =>
      k !== head &&
      doc.tokens[k - 1]?.capital &&
      doc.tokens[k - 1]?.lower !== doc.tokens[head - 1]?.lower &&
      doc.tokens[k - 2]?.sentence === sentence &&
      headAt(doc, k)?.head.lemma === lemma,
  );

const hasOwner = ({ doc, municipality }: Reading, first: number, head: number): boolean =>
  municipality.has(first) ||
  isHeadForm(doc.tokens[first - 1]?.lower ?? '') ||
  doc.tokens
    .slice(first, head)
    .some(({ caps, text, lower }, i) => caps || /\p{Lu}.*\p{Lu}/u.test(text) || (i > 0 && isHeadForm(lower)));

/** «Cēsu novada pašvaldība», not «Cēsu pašvaldības ēka»: the latter says no more than the municipality. */
function isWholeMunicipality(reading: Reading, first: number, head: number): boolean {
  const before = reading.doc.tokens[head - 1] as Token;
  // «Talsu, Ventspils un Viļakas novada pašvaldība»: one word for all of the list
  if (isSharedHead(reading, first)) return false;
  return first < head - 1 && /^(?:novada|pilsētas|pagasta|rajona)$/u.test(before.lower);
}

/** «Siguldas un Ikšķiles domes»: a plural that several municipalities share. */
function isSharedHead({ doc, municipality }: Reading, first: number): boolean {
  const before = doc.tokens[first - 1];
  return (before?.lower === 'un' || before?.text === ',') && municipality.has(first) && municipality.has(first - 2);
}

/** Whether a name without a municipality in it belongs to one that must be found: «Sociālais dienests», «Bāriņtiesa». */
export function needsOwner(
  reading: Reading,
  first: number,
  head: number,
  name: string,
  { head: { type, needs } }: HeadForm,
): boolean {
  if (type === 'department' && needs === 'specific') return !hasOwner(reading, first, head);
  const { doc, municipality } = reading;
  if (needs !== 'owner' || knownByName(name)) return false;
  for (let i = first; i < head; i++) if (municipality.has(i)) return false;
  return OWNER_ONLY.has(name.toLowerCase()) || (doc.tokens[first] as Token).lower === 'pašvaldības';
}
