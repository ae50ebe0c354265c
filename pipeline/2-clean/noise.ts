import { readList } from '../0-contract/lists.js';
import type { Span } from '../0-contract/types.js';
import { dayOf, labelledDayOf } from './dateline.js';
import { type TextLine, textLines } from './lines.js';
import { isNotice } from './notices.js';
import { markPageHead } from './page-head.js';
import { Phrases, wordsOf } from './phrases.js';

const phrases = (name: string): Phrases => new Phrases(readList(`noise/${name}.txt`));
const ICON_NAMES = readList('noise/icons.txt');
const MENU = new Phrases([...readList('noise/whole-lines.txt'), ...ICON_NAMES]);
const ICONS = new Set(ICON_NAMES);
const STARTS = phrases('line-starts');
const COLON_STARTS = phrases('colon-starts');
const RELATED = phrases('related-headings');
const KEPT = phrases('kept-starts');

/** Icons of two words: `format_size`. */
const SNAKE_CASE = /(?<![\p{L}\p{N}_])[a-z]+(?:_[a-z]+)+(?![\p{L}\p{N}_])/gu;
/** A name-day line: given names alone, `Atvars, Gvido`. */
const NAMES = /^\p{Lu}\p{Ll}+(?:\s*,\s*\p{Lu}\p{Ll}+){0,6}$/u;
/** Longest paragraph that a cookie notice takes as a whole; of a longer one only the sentence is noise. */
const NOTICE_LENGTH = 300;
/** Longest headline in a list of links. */
const LINK_LENGTH = 160;
/** How many lines at either end may hold counters, the day of the view and breadcrumbs. */
const EDGE = 8;
/** A longer line is a paragraph of the article: the head of the page is over. */
const PARAGRAPH = 100;

/**
 * Page noise of an article's text: menus, breadcrumbs, cookie notices, share lines, links to other articles, name days,
 * the day of the view, icons, counters, tags, footers. Titles, datelines, bylines, captions and contacts are none.
 * @returns spans in order and apart, each of whole lines but for cookie notices inside a long paragraph
 */
export function findNoise(text: string): Span[] {
  const lines = textLines(text);
  const noisy = lines.map((line, i) => isNoise(line, i, lines));
  markViewHeader(lines, noisy);
  markPageHead(lines, noisy);
  markMenuRuns(lines, noisy);
  markRelated(lines, noisy);
  const spans: Span[] = [];
  let open: { start: number; end: number } | undefined;
  lines.forEach((line, i) => {
    if (noisy[i]) {
      if (open) open.end = line.end;
      else open = { start: line.start, end: line.end };
      return;
    }
    if (open) spans.push(open);
    open = undefined;
    if (line.text.length > NOTICE_LENGTH) spans.push(...noticesIn(line));
  });
  if (open) spans.push(open);
  return spans;
}

function isNoise({ text }: TextLine, i: number, lines: readonly TextLine[]): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const atEdge = i < EDGE || i >= lines.length - EDGE;
  const bare = text.replace(SNAKE_CASE, ' ').trim();
  const words = wordsOf(bare);
  if (!/\p{L}/u.test(bare)) {
    // only icons, or a counter (`38`, `2/3`), or a time (`00:00`)
    return (
      bare === '' || words.length === 0 || (atEdge && /^(?:\d{1,6}|\d{1,3}\s?\/\s?\d{1,3}|\d{1,2}:\d\d)$/u.test(bare))
    );
  }
  if (KEPT.at(words, 0) > 0 && words.length > KEPT.at(words, 0)) return false;
  if (isMenu(bare, words)) return true;
  if (isBreadcrumb(bare) && (i < EDGE || isMenu('', wordsOf(bare.split(/[»›>\\→]/u)[0] as string)))) return true;
  if (startsNoise(bare, words) || isViewBar(bare)) return true;
  if (isArrowLink(bare)) return true;
  if (/^©/u.test(bare) && !/foto/iu.test(bare)) return true;
  return text.length <= NOTICE_LENGTH && isNotice(text, words);
}

/** Nothing but menu words; or a row of three or more short entries of which half are. */
function isMenu(text: string, words: readonly string[]): boolean {
  const letters = words.filter((word) => !/^\d{1,3}$/u.test(word));
  if (MENU.cover(letters)) return true;
  const entries = menuEntries(text);
  return (
    entries.length >= 3 &&
    entries.every((entry) => entry.length <= 4) &&
    entries.filter((entry) => MENU.cover(entry)).length * 2 >= entries.length
  );
}

/** `Sākums | Par mums | Kontakti` */
const menuEntries = (text: string): string[][] => text.split(/\s*\|\s*|\s+[•·/]\s+/u).map(wordsOf);

/** Whether a line of noise is a row of a menu, as stands under the name of the site. */
export const isMenuRow = (text: string): boolean => menuEntries(text).length >= 3;

/** `Mēs palīdzam » Pabeigtie projekti`; a closing quotation mark is no separator. */
function isBreadcrumb(text: string): boolean {
  if (text.length > LINK_LENGTH || text.includes('«') || /[.!?]$/u.test(text)) return false;
  const parts = text.split(/\s+[»›>\\→]\s+/u);
  return parts.length >= 2 && parts.every((part) => wordsOf(part).length <= 7);
}

/** `← Koncerts mežaparkā    Vakars Ādažos →`: the article before and the one after. */
const isArrowLink = (text: string): boolean =>
  text.length <= LINK_LENGTH && (/^[←⟵]/u.test(text) || /[→⟶]$/u.test(text));

function startsNoise(text: string, words: readonly string[]): boolean {
  const beforeColon = text.length <= LINK_LENGTH ? /^[^:]+(?=:)/u.exec(text)?.[0] : undefined;
  if (beforeColon && COLON_STARTS.cover(wordsOf(beforeColon))) return true;
  const length = STARTS.at(words, 0);
  if (length === 0) return false;
  if (length > 1 || words.length === length) return true;
  return /^\p{L}+\s*(?:[:(]|\d)/u.test(text);
}

/** `Otrdiena, 12. aprīlis | Vārda dienas: Jūlijs`: the day of the view beside other noise, in one line. */
function isViewBar(text: string): boolean {
  const parts = text.split(/\s*[|•·]\s*/u);
  const isDay = (part: string): boolean => dayOf(part)?.weekday !== undefined;
  const rest = parts.filter((part) => !isDay(part)).map((part) => ({ part, words: wordsOf(part) }));
  return (
    rest.length < parts.length &&
    rest.length > 0 &&
    rest.every(({ part, words }) => MENU.cover(words) || startsNoise(part, words))
  );
}

/** `Piektdiena, 31.marts` at the head of the page, with the names of that day or without, is the day of the view. */
function markViewHeader(lines: readonly TextLine[], noisy: boolean[]): void {
  for (let i = 0; i < Math.min(lines.length, EDGE); i++) {
    const line = lines[i] as TextLine;
    const next = lines[i + 1];
    if (line.text.length > PARAGRAPH) return;
    const day = dayOf(line.text);
    if (day?.weekday === undefined) continue;
    // «Otrdiena, 2007. gada 22. maijs» and «Sabiedrība»: a paper's day and section
    const isSection = MENU.cover(wordsOf(next?.text ?? ''));
    const names =
      next !== undefined && !isSection && (areNames(next.text) || (noisy[i + 1] === true && isNameDay(next.text)));
    if (names) noisy[i + 1] = true;
    if (names || (day.year === undefined && i < 2)) noisy[i] = true;
  }
}

const isNameDay = (text: string): boolean => /vārd(?:a|u)?\s?dien/iu.test(text);

/** Names alone, after the name of an icon or not: `redeem Atvars, Gvido`. */
function areNames(text: string): boolean {
  const [first = '', ...rest] = text.split(' ');
  return NAMES.test(text) ? text.includes(',') || text.length < 15 : ICONS.has(first) && NAMES.test(rest.join(' '));
}

/** A menu with an entry a line, at the head of the page: of three short lines or more, two thirds are known. */
function markMenuRuns(lines: readonly TextLine[], noisy: boolean[]): void {
  let first = 0;
  for (let i = 0; i <= lines.length && first < 2 * EDGE; i++) {
    const line = lines[i];
    if (line && wordsOf(line.text).length <= 3 && !/[\d.,:;!?]/u.test(line.text)) continue;
    const entries = lines.slice(first, i).flatMap(({ text }, k) => (/\p{L}/u.test(text) ? [noisy[first + k]] : []));
    if (entries.length >= 3 && entries.filter(Boolean).length * 3 >= entries.length * 2) noisy.fill(true, first, i);
    first = i + 1;
  }
}

/**
 * Under `Lasi arī` alone on a line: headlines of other articles, to a paragraph, a date, a byline; in the middle of an
 * article only to the next blank line.
 */
function markRelated(lines: readonly TextLine[], noisy: boolean[]): void {
  const lastParagraph = lines.findLastIndex(({ text }, i) => !noisy[i] && text.length > 60 && /[.!?”"]$/u.test(text));
  lines.forEach((line, i) => {
    const words = wordsOf(line.text);
    if (words.length === 0 || RELATED.at(words, 0) !== words.length) return;
    noisy[i] = true;
    for (let k = i + 1; k < lines.length; k++) {
      const { text, afterBlank } = lines[k] as TextLine;
      if (afterBlank && k > i + 1 && k <= lastParagraph) return;
      if (text.length > LINK_LENGTH || /[.:;,]$/u.test(text) || /@/u.test(text)) return;
      if (dayOf(text) || labelledDayOf(text) || KEPT.at(wordsOf(text), 0) > 0) return;
      noisy[k] = true;
    }
  });
}

/** Sentences of a long paragraph that are a cookie notice. */
function noticesIn(line: TextLine): Span[] {
  const spans: Span[] = [];
  for (const match of line.text.matchAll(/[^.!?]+(?:[.!?]+|$)/gu)) {
    if (!isNotice(match[0], wordsOf(match[0]))) continue;
    const start = line.start + match.index + (match[0].length - match[0].trimStart().length);
    spans.push({ start, end: line.start + match.index + match[0].length });
  }
  return spans;
}
