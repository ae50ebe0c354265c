import type { SegmentedArticle, Token } from '../../0-contract/types.js';
import { placesByForm } from '../../0-latvian/places.js';
import { postsAt } from '../../0-latvian/posts.js';
import { leftEdge } from '../noun-phrase.js';
import { type Quoted, quotedIn } from '../quotes.js';
import { type Candidate, candidate, type Reading } from './candidate.js';
import { commonNoun } from './common-noun.js';
import { type HeadForm, headAt, KIND_WORDS, NOT_INSTITUTIONS } from './heads.js';
import { knownAt } from './known.js';
import { joined, nominativeOf, openName, readingOf, surroundings } from './names.js';
import { needsOwner, plainIsName } from './plain.js';

/** «Dienesta Sociālo pakalpojumu nodaļa»: the short name of the owner is no part of the name. */
function pastBareHead(doc: SegmentedArticle, first: number, head: number): number {
  if (first === head || !headAt(doc, first)) return first;
  const next = doc.tokens.slice(first + 1, head).findIndex(({ capital }) => capital);
  return next < 0 ? first : first + 1 + next;
}

/** Whether a name known everywhere ends with the head and fills the phrase but for its beginning. */
function endsInKnown(doc: SegmentedArticle, first: number, head: number): boolean {
  for (let k = first + 1; k < head; k++) {
    const hit = doc.tokens[k]?.capital ? knownAt(doc, k) : undefined;
    if (hit && !hit.abbreviated && hit.last === head + 1) return true;
  }
  return false;
}

/** The two words that end at token `i`, as they are: «vasaras skola». */
const isNoInstitution = ({ tokens }: SegmentedArticle, i: number): boolean =>
  NOT_INSTITUTIONS.has(`${tokens[i - 1]?.lower} ${tokens[i]?.lower}`);

/** Companies and papers are known by the quoted name alone. */
const BARE_QUOTED = new Set(['company', 'media', 'hotel', 'bank']);

/** Names that are told by a head noun: with a name after it, with attributes before it, or alone. */
export function withHead(reading: Reading, i: number, form: HeadForm): Candidate[] {
  const { doc } = reading;
  const { head } = form;
  const first = pastBareHead(doc, leftEdge(doc, i, surroundings(reading, form)), i);
  // «Pilotprojektu Labklājības ministrija»: what stands before a known name is no part of it
  if (endsInKnown(doc, first, i)) return [];
  const how = readingOf(form);
  const quoted = head.after === 'none' ? undefined : quotedIn(doc).get(i + 1);
  if (quoted && how && isNameInQuotes(doc, quoted) && !isNoInstitution(doc, i)) {
    return [quotedCandidate(reading, i, withNoun(form, first, i), form, quoted), ...further(reading, form, quoted)];
  }
  if (!how) return [];
  const open = head.after === 'open' ? openName(reading, i, how) : undefined;
  // «Latvijas Samariešu apvienības Balvu atbalsta centrs» is a part of the one that is named in full
  if (open?.complete && how.case === 'genitive' && knownAt(doc, first)?.last === i + 1) return [];
  if (open) {
    const from = withNoun(form, first, i);
    const whole = nominativeOf(doc, from, i, form);
    const full = head.type === 'ngo' && first === i && open.complete ? open.name : `${whole} ${open.name}`;
    if (!reading.municipality.has(first) && open.last === i + 2 && (doc.tokens[i + 1] as Token).caps) {
      const short = { first: i + 1, last: open.last, name: open.name, type: head.type, confidence: 0.7 };
      return [candidate(reading, { ...short, rule: 'institution.name-without-quotes' })];
    }
    const draft = {
      first: from,
      last: open.last,
      type: open.type ?? head.type,
      confidence: open.complete ? 0.9 : 0.75,
    };
    return [candidate(reading, { ...draft, rule: 'institution.name-without-quotes', name: full })];
  }
  if (isBuilding(doc, i, form)) return [];
  if (!plainIsName(reading, first, i, form)) return commonNoun(reading, i, form);
  const name = nominativeOf(doc, first, i, form);
  if (NOT_INSTITUTIONS.has(name.toLowerCase()) || isNoInstitution(doc, i) || isManys(reading, first, i, form))
    return [];
  const open2 = needsOwner(reading, first, i, name, form);
  const draft = { rule: 'institution.head-and-modifiers', first, last: i + 1, name, type: head.type } as const;
  const parent = PARTS.has(head.type) ? parentIn(reading, first, i) : undefined;
  const found = candidate(reading, { ...draft, needsOwner: open2, confidence: open2 ? 0.75 : 0.88 });
  return [parent ? { ...found, parent } : found];
}

/** «Liepājas Latviešu biedrības namā»: a house that is called so. */
const isBuilding = ({ tokens }: SegmentedArticle, i: number, { head }: HeadForm): boolean =>
  head.type === 'ngo' && /^nam(?:s|a|am|u|ā)$/u.test(tokens[i + 1]?.lower ?? '');

/**
 * «Cēsu, Amatas un Līgatnes novadu sociālo dienestu vadītāji»: a plural with several owners names no institution. «Dienestu»
 * is one only where nobody's post follows it.
 */
function isManys({ doc, municipality }: Reading, first: number, head: number, { readings }: HeadForm): boolean {
  const owners = new Set(Array.from({ length: head - first }, (_, k) => municipality.get(first + k)).filter(Boolean));
  const plural = readings.filter(({ number }) => number === 'plural');
  const genitive = ({ case: c }: { readonly case: string }): boolean => c === 'genitive';
  return (
    owners.size > 1 &&
    (plural.length === readings.length ||
      (plural.some(genitive) &&
        !readings.some((one) => genitive(one) && one.number === 'singular') &&
        postsAt(doc.tokens, head + 1).length > 0))
  );
}

/** Types that are parts of other institutions. */
const PARTS: ReadonlySet<string> = new Set(['department', 'committee']);

/** «Labklājības ministrijas … departaments», «Saldus novada Sociālā dienesta Ģimeņu nodaļa»: whose part it is. */
function parentIn(reading: Reading, first: number, head: number): Candidate | undefined {
  const { doc } = reading;
  const hit = knownAt(doc, first);
  if (hit && hit.last < head) {
    const { name, type } = hit.known;
    return candidate(reading, { rule: 'institution.known', first, last: hit.last, name, type, confidence: 0.9 });
  }
  for (let k = head - 2; k > first; k--) {
    const form = headAt(doc, k);
    const isGenitive = form?.readings.some(({ case: c, number }) => c === 'genitive' && number === 'singular');
    if (!form || !isGenitive || !plainIsName(reading, first, k, form)) continue;
    const name = nominativeOf(doc, first, k, form);
    const open = needsOwner(reading, first, k, name, form);
    const draft = { rule: 'institution.head-and-modifiers', first, last: k + 1, name, type: form.head.type } as const;
    return candidate(reading, { ...draft, needsOwner: open, confidence: 0.75 });
  }
  return undefined;
}

/** «tautas namā “Saule”»: the words that make the noun one of an institution are part of it. */
const withNoun = ({ before }: HeadForm, first: number, head: number): number => Math.min(first, head - before.length);

/** «biedrības “A”, “B” un “C”»: one noun for several names. */
function further({ doc, municipality }: Reading, { head }: HeadForm, { last }: Quoted): Candidate[] {
  const candidates: Candidate[] = [];
  let i = last;
  for (;;) {
    const next = doc.tokens[i]?.text === ',' || doc.tokens[i]?.lower === 'un' ? quotedIn(doc).get(i + 1) : undefined;
    if (!next || !isNameInQuotes(doc, next)) return candidates;
    const name = `${head.lemma} ${joined(doc, next.first, next.last, 'quotes')}`;
    const draft = { first: next.first, last: next.last, name, type: head.type, confidence: 0.8 };
    candidates.push(candidate({ doc, municipality }, { ...draft, rule: 'institution.quoted-name' }));
    i = next.last;
  }
}

const isNameInQuotes = (doc: SegmentedArticle, { inside }: Quoted): boolean => {
  const start = doc.tokens[inside.first] as Token;
  return inside.last - inside.first <= 16 && (start.capital || start.kind === 'number');
};

function quotedCandidate(reading: Reading, i: number, first: number, form: HeadForm, quoted: Quoted): Candidate {
  const { doc } = reading;
  const { head } = form;
  const draft = { rule: 'institution.quoted-name', type: head.type, confidence: 0.93 } as const;
  // «viesnīca “Jelgava”» is no town
  if (BARE_QUOTED.has(head.type) && head.needs === 'name' && !isPlace(doc, quoted)) {
    const name = joined(doc, quoted.inside.first, quoted.inside.last);
    return candidate(reading, { ...draft, first: quoted.first, last: quoted.last, name, confidence: 0.8 });
  }
  // “Bauskas novada Sociālais dienests” says all by itself; “Sociālais dienests” and “Saulgrieži” need what stands before
  const complete = completeIn(reading, quoted, form);
  if (complete) return candidate(reading, { ...draft, ...complete, first, last: quoted.last });
  const from = withKind(doc, first);
  const kind = nominativeOf(doc, from, i, form);
  const name = `${from === i ? kind.toLowerCase() : kind} ${joined(doc, quoted.first, quoted.last, 'quotes')}`;
  return candidate(reading, { ...draft, first: from, last: quoted.last, name });
}

const isPlace = ({ tokens }: SegmentedArticle, { inside }: Quoted): boolean =>
  inside.last - inside.first === 1 && placesByForm.has(tokens[inside.first]?.lower ?? '');

/** «krīzes centrs “Rasa”»: lower-case words of kind before a name that no capitalised word begins. */
function withKind(doc: SegmentedArticle, first: number): number {
  let from = first;
  if (doc.tokens[first]?.capital) return first;
  while (
    KIND_WORDS.has(doc.tokens[from - 1]?.lower ?? '') &&
    doc.tokens[from - 1]?.sentence === doc.tokens[first]?.sentence
  )
    from--;
  while (doc.tokens[from]?.lower === 'un') from++;
  // «atbalsta» is a verb too: «fonds atbalsta biedrību “Rasa”»
  if (doc.tokens[from]?.lower === 'atbalsta' && !/^(?:centr|nodaļ)/u.test(doc.tokens[from + 1]?.lower ?? '')) from++;
  return from;
}

/** A quoted name that holds a head noun and what it belongs to; inflected, it follows the noun before the quotes. */
function completeIn(reading: Reading, { inside }: Quoted, outer: HeadForm): { name: string; type: string } | undefined {
  const { doc, municipality } = reading;
  for (let k = inside.last - 1; k > inside.first; k--) {
    const form = headAt(doc, k);
    if (!form) continue;
    const proper = doc.tokens.slice(inside.first + 1, k).some(({ capital }) => capital);
    const owned = form.head.needs !== 'owner' || municipality.has(inside.first) || proper;
    if (!owned) return undefined;
    const same = form.readings.some((a) => outer.readings.some((b) => a.case === b.case && a.number === b.number));
    const isNominative = form.readings.some((a) => a.case === 'nominative' && a.number === 'singular');
    const rest = joined(doc, k + 1, inside.last, 'quotes');
    const start = isNominative || !same ? joined(doc, inside.first, k + 1) : nominativeOf(doc, inside.first, k, form);
    return { name: rest ? `${start} ${rest}` : start, type: form.head.type };
  }
  return undefined;
}
