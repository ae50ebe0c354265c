import { Gap, type ProjectMention, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { spanOf, wording } from '../mention.js';
import { type Quoted, quotedBefore, quotedIn } from '../quotes.js';
import { type FoundNumber, numberAt } from './numbers.js';
import { DRAFTS, QUOTED_OTHERS, type Site, TITLE_ENDS, TITLE_HEADS, TITLE_LEADS, TITLE_VERBS } from './words.js';

type Found = Omit<ProjectMention, 'rule' | 'confidence'>;

const DASHES = new Set(['-', '–', '—', ':']);
const lowerAt = (doc: SegmentedArticle, i: number): string => doc.tokens[i]?.lower ?? '';
const textAt = (doc: SegmentedArticle, i: number): string => doc.tokens[i]?.text ?? '';

function mention(
  doc: SegmentedArticle,
  site: Site,
  { first, last }: { first: number; last: number },
  number: FoundNumber | undefined,
): Found {
  return {
    kind: 'project',
    ...spanOf(doc, first, last),
    title: wording(doc, first, last),
    ...(number ? { number: number.number } : {}),
    type: site.type,
    anaphoric: false,
  };
}

/** «9.2.1.1. pasākuma projekta “…”», «projekta “…” (Nr. …)»: the number that stands nearest. */
function numberOf(doc: SegmentedArticle, site: Site, after: number, skipped?: FoundNumber): FoundNumber | undefined {
  if (skipped) return skipped;
  // «“…”, Nr. …», «“…” (turpmāk – Projekts) Nr. …» is too rare to look for
  const skips = textAt(doc, after) === ',' || lowerAt(doc, after) === 'kārtas';
  const follows = numberAt(doc, skips ? after + 1 : after);
  if (follows && /[/-]/u.test(follows.number)) return follows;
  return (
    codeBefore(doc, site.first) ??
    (lowerAt(doc, site.first - 1).startsWith('pasākum') ? codeBefore(doc, site.first - 1) : undefined)
  );
}

/** A code that ends right before token `i`: `4.3.5.4.` of «4.3.5.4. pasākuma». */
function codeBefore(doc: SegmentedArticle, i: number): FoundNumber | undefined {
  let first = i;
  while (first > 0) {
    const token = doc.tokens[first - 1] as Token;
    if (!/^(?:[\p{N}\p{Lu}]+|[./-])$/u.test(token.text)) break;
    if (first < i && (doc.tokens[first] as Token).gap !== Gap.none) break;
    first--;
  }
  if (first === i) return undefined;
  const found = numberAt(doc, first);
  return found && found.last >= i ? found : undefined;
}

/** Of «programmas projekts» only one without a title in quotes is a draft: «Lauku attīstības programmas projekts “…”». */
const isDraft = (doc: SegmentedArticle, site: Site, quoted?: Quoted): boolean =>
  (DRAFTS.has(lowerAt(doc, site.first - 1)) && !(quoted && lowerAt(doc, site.first - 1) === 'programmas')) ||
  (quoted !== undefined && /^(?:grozījumi|par)$/u.test(lowerAt(doc, quoted.inside.first)));

/** Titles in quotes after the word: «projekts “A”», «projektā Nr. 1 „A"», «projekti “A”, “B” un “C”». */
export function quotedAfter(doc: SegmentedArticle, site: Site): Found[] {
  let i = site.last;
  const number = numberAt(doc, i) ?? codeBeforeQuote(doc, i);
  i = number?.last ?? pastPlainNumber(doc, i);
  if (textAt(doc, i) === ',' && /^kuras?$/u.test(lowerAt(doc, i + 1))) i++;
  for (let n = 0; n < 4 && (TITLE_LEADS.has(lowerAt(doc, i)) || DASHES.has(textAt(doc, i))); n++) i++;
  if (textAt(doc, i) === ',' && number) i++;
  const found: Found[] = [];
  for (let quoted = quotedIn(doc).get(i); quoted; quoted = quotedIn(doc).get(i)) {
    if (isDraft(doc, site, quoted) || (doc.tokens[i]?.gap ?? 0) === Gap.paragraph) break;
    const title = trimmed(doc, quoted);
    const own = found.length === 0 ? number : undefined;
    const its = numberOf(doc, site, quoted.last, own);
    if (title.last > title.first) found.push(mention(doc, site, title, its));
    i = its && its.first >= quoted.last ? its.last : quoted.last;
    if (!site.singular) i = pastPlace(doc, i);
    while (textAt(doc, i) === ',' || /^(?:un|kā|arī)$/u.test(lowerAt(doc, i))) i++;
  }
  return found;
}

/** «iepriekš noteiktais projekts Nr. 1 “…”»: counted within a programme, which is no number to know it by. */
const pastPlainNumber = (doc: SegmentedArticle, i: number): number =>
  lowerAt(doc, i) === 'nr' &&
  textAt(doc, i + 1) === '.' &&
  doc.tokens[i + 2]?.kind === 'number' &&
  quotedIn(doc).has(i + 3)
    ? i + 3
    : i;

/** «pilotprojekti “A” Brocēnos un “B” Skrundā»: where each is, between the titles. */
const pastPlace = (doc: SegmentedArticle, i: number): number =>
  doc.tokens[i]?.capital && /^(?:,|un)$/u.test(lowerAt(doc, i + 1)) && quotedIn(doc).has(i + 2) ? i + 1 : i;

/** «projekta LLI-112 „Aprūpe bez robežām”»: a code of letters and a number between the word and its title. */
function codeBeforeQuote(doc: SegmentedArticle, first: number): FoundNumber | undefined {
  const [letters, hyphen, digits] = doc.tokens.slice(first, first + 3);
  if (!letters?.caps || hyphen?.text !== '-' || digits?.kind !== 'number' || digits.gap !== Gap.none) return undefined;
  if (!quotedIn(doc).has(first + 3)) return undefined;
  return { number: `${letters.text}-${digits.text}`, first, last: first + 3 };
}

/** A title in quotes before the word: «“A” projekta vadītāja». Not «programmas “A” projekts». */
export function quotedAhead(doc: SegmentedArticle, site: Site): Found[] {
  const quoted = quotedBefore(doc, site.first);
  if (!quoted || QUOTED_OTHERS.has(lowerAt(doc, quoted.first - 1))) return [];
  if (quotedIn(doc).has(site.last) || doc.tokens[site.first]?.gap === Gap.paragraph) return [];
  return [mention(doc, site, trimmed(doc, quoted), numberOf(doc, site, site.last))];
}

/** Without a full stop or comma before the closing mark. */
function trimmed(doc: SegmentedArticle, { inside }: Quoted): { first: number; last: number } {
  let { last } = inside;
  while (last > inside.first && /^[.,;]$/u.test(textAt(doc, last - 1))) last--;
  return { first: inside.first, last };
}

/** Most tokens of a title without quotes. */
const LONGEST = 45;

/**
 * A title without quotes: «projekta Atver sirdi ietvaros», «aktivitātē Metodiku izstrāde … īstenošanā.», «pilotprojektā –
 * metodikas … aprobēšana kopā ar». It ends at a number, at a bracket, at the sentence's end, at a verb; and after a
 * genitive («projekta X ietvaros») at the noun that the genitive belongs to.
 */
export function unquoted(doc: SegmentedArticle, site: Site): Found[] {
  if (isDraft(doc, site)) return [];
  const labelled = ofLabel(doc, site);
  if (labelled) return [labelled];
  let first = site.last;
  const number = numberAt(doc, first);
  if (number) first = number.last;
  const dash = DASHES.has(textAt(doc, first));
  if (dash) first++;
  const start = doc.tokens[first];
  if (start?.kind !== 'word' || start.sentence !== doc.tokens[site.first]?.sentence) return [];
  if (!start.capital && !(dash && site.type === 'pilot')) return [];
  const called = site.genitive && !dash;
  const { last, by } = endOfTitle(doc, first, called);
  const words = doc.tokens.slice(first, last).filter(({ kind }) => kind === 'word');
  const small = words.filter(({ capital }) => !capital).length;
  const after = numberAt(doc, last) ?? bracketedNumber(doc, last);
  if (words.length < (after ? 2 : 3) || small < (after ? 1 : 2)) return [];
  const strong = by === 'end word' || after !== undefined;
  if (called ? !strong : !endsInAction(words) && !after && !(strong && site.type !== 'project')) return [];
  return [mention(doc, site, { first, last }, numberOf(doc, site, last, number ?? after))];
}

/** «Projekta nosaukums: Pakalpojumu attīstība Ogres novadā»: the rest of the line. */
function ofLabel(doc: SegmentedArticle, site: Site): Found | undefined {
  if (lowerAt(doc, site.last) !== 'nosaukums' || textAt(doc, site.last + 1) !== ':') return undefined;
  const first = site.last + 2;
  const start = doc.tokens[first];
  if (!start?.capital || start.sentence !== doc.tokens[site.first]?.sentence) return undefined;
  const end = doc.tokens.findIndex(
    ({ sentence, gap }, i) => i > first && (sentence !== start.sentence || gap >= Gap.line),
  );
  let last = end === -1 ? doc.tokens.length : end;
  while (/^[.,;]$/u.test(textAt(doc, last - 1))) last--;
  const words = doc.tokens.slice(first, last).filter(({ kind }) => kind === 'word').length;
  if (words < 2 || last - first > LONGEST) return undefined;
  return mention(doc, site, { first, last }, undefined);
}

/** «(JSPA līgums Nr. 2017-3-LV02-KA347)»: a number in a bracket, behind a word or two. */
function bracketedNumber(doc: SegmentedArticle, i: number): FoundNumber | undefined {
  if (textAt(doc, i) !== '(') return undefined;
  for (let k = i + 1; k < i + 5 && textAt(doc, k) !== ')'; k++) {
    const found = lowerAt(doc, k) === 'nr' ? numberAt(doc, k) : undefined;
    if (found && /[/-]/u.test(found.number)) return found;
  }
  return undefined;
}

function endOfTitle(
  doc: SegmentedArticle,
  first: number,
  called: boolean,
): { last: number; by: 'end word' | 'verb' | 'stop' } {
  const { sentence } = doc.tokens[first] as Token;
  let i = first;
  for (; i < first + LONGEST; i++) {
    const token = doc.tokens[i];
    if (!token || token.sentence !== sentence) return { last: i, by: 'stop' };
    if (numberAt(doc, i)) return { last: i, by: 'end word' };
    if (token.kind === 'word' && i > first) {
      if (called && TITLE_ENDS.has(token.lower)) return { last: i, by: 'end word' };
      if (!called && TITLE_VERBS.has(token.lower)) return { last: i, by: 'verb' };
    }
    if (token.kind !== 'mark') continue;
    if (/^[.;!?:"“”„«»(]$/u.test(token.text)) return { last: i, by: 'stop' };
    if (token.text === ',' && !continuesAfterComma(doc, i)) return { last: i, by: 'stop' };
  }
  return { last: i, by: 'stop' };
}

/** A comma inside a title: «…, kā arī …», «A, B un C». */
function continuesAfterComma(doc: SegmentedArticle, comma: number): boolean {
  if (lowerAt(doc, comma + 1) === 'kā' && lowerAt(doc, comma + 2) === 'arī') return true;
  for (let i = comma + 1; i < comma + 6; i++) {
    const token = doc.tokens[i];
    if (
      token?.kind !== 'word' ||
      token.capital ||
      /^(?:k(?:as|o|urā|urš|ura|uru|ad)|lai|jo|ja|bet)$/u.test(token.lower)
    )
      return false;
    if (token.lower === 'un') return true;
  }
  return false;
}

const endsInAction = (words: readonly Token[]): boolean =>
  words.some(({ lower }) => TITLE_HEADS.some((ending) => lower.endsWith(ending)));
