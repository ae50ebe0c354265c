import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { type HeadWord, headWord, type PlaceForm, placesByForm } from '../../0-latvian/places.js';

/** A name, or a capitalised word that may be one, with the head word right after it. */
export interface Item {
  /** Index of the token of the name. */
  readonly token: number;
  /** First token after the name; a name that a line breaks takes three. */
  readonly nameEnd: number;
  /** What the name is; absent for a capitalised word that is no known place. */
  readonly name?: PlaceForm;
  readonly head?: HeadWord;
  /** First token after the name and its head. */
  readonly end: number;
}

/** Names joined by commas and conjunctions: *Alojas, Ādažu un Tukuma pašvaldības*. Mostly of a single item. */
export interface Run {
  readonly items: readonly Item[];
  /** First token after the last item. */
  readonly end: number;
}

const CONJUNCTIONS = new Set(['un', 'vai', 'gan', 'arī', 'kā', 'bet', 'tāpat']);
const MARKS = new Set([',', ';', '/', '-', '–', '—', '&', '•', '·', '▪', '*', '◦', '●', '►', '✓', '|']);
/** Marks that begin an item of a list. */
const BULLETS = new Set(['•', '·', '▪', '*', '◦', '●', '►', '✓', '-', '–', '—']);

const scans = new WeakMap<SegmentedArticle, readonly Run[]>();

/** All runs of an article that hold a known place, in the order of the text. Worked out once an article. */
export function runsOf(doc: SegmentedArticle): readonly Run[] {
  const known = scans.get(doc);
  if (known) return known;
  const runs: Run[] = [];
  const { tokens } = doc;
  for (let i = 0; i < tokens.length; ) {
    const first = itemAt(tokens, i);
    if (!first?.name) {
      i++;
      continue;
    }
    const items = [first];
    let end = first.end;
    for (;;) {
      const next = nextItem(doc, end);
      if (!next) break;
      items.push(next);
      end = next.end;
    }
    runs.push({ items, end });
    i = end;
  }
  scans.set(doc, runs);
  return runs;
}

function itemAt(tokens: readonly Token[], i: number): Item | undefined {
  const token = tokens[i];
  if (token?.kind !== 'word' || !token.capital) return undefined;
  const whole = placesByForm.get(token.lower);
  const broken = whole ? undefined : brokenAt(tokens, i);
  const name = whole ?? broken;
  const nameEnd = i + (broken ? 3 : 1);
  const head = headAt(tokens, nameEnd);
  return {
    token: i,
    nameEnd,
    ...(name ? { name } : {}),
    ...(head ? { head: head.word, end: head.end } : { end: nameEnd }),
  };
}

/** A name that is broken at the end of a line: *Garkal-* and *nes*. */
function brokenAt(tokens: readonly Token[], i: number): PlaceForm | undefined {
  const [start, hyphen, rest] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!start || hyphen?.text !== '-' || hyphen.gap !== Gap.none) return undefined;
  if (rest?.kind !== 'word' || rest.capital || rest.gap !== Gap.line) return undefined;
  return placesByForm.get(start.lower + rest.lower);
}

/** The head word at a token: *novada*, *nov.*, *republikas pilsētas*. */
function headAt(tokens: readonly Token[], i: number): { word: HeadWord; end: number } | undefined {
  let at = i + othersAt(tokens, i);
  const afterOthers = at > i;
  if (tokens[at]?.lower === 'republikas') at++;
  const token = tokens[at];
  if (token?.kind !== 'word' || token.gap === Gap.paragraph || (token.gap === Gap.none && token.capital))
    return undefined;
  const next = tokens[at + 1];
  const word = headWord(token.lower, next?.lower);
  if (!word || (tokens[at - 1]?.lower === 'republikas' && word.means !== 'pilsēta')) return undefined;
  if (afterOthers && !word.readings.some(({ number }) => number === 'plural')) return undefined;
  return { word, end: at + word.tokens };
}

/** Tokens of *u. c.*, *un citu*, which may stand before a shared head. */
function othersAt(tokens: readonly Token[], i: number): number {
  const [first, second, third, fourth] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (first?.lower === 'u' && second?.text === '.' && third?.lower === 'c' && fourth?.text === '.') return 4;
  return first?.lower === 'un' && /^cit(?:u|i|as|ām|iem|ās|os)$/u.test(second?.lower ?? '') ? 2 : 0;
}

/** The item that a comma, a conjunction, a bullet or a new line joins to what ends before `i`. */
function nextItem({ tokens, sentences }: SegmentedArticle, i: number): Item | undefined {
  let at = i;
  let marks = 0;
  while (at < i + 4) {
    const token = tokens[at];
    if (!token) return undefined;
    const isMark = token.kind === 'mark' && MARKS.has(token.text);
    if (!isMark && !(token.kind === 'word' && (!token.capital || token.caps) && CONJUNCTIONS.has(token.lower))) break;
    // a new paragraph goes on with the list only after a bullet
    if (token.gap === Gap.paragraph && !(isMark && BULLETS.has(token.text))) return undefined;
    marks++;
    at++;
  }
  const token = tokens[at];
  const before = tokens[i - 1];
  if (!token || !before) return undefined;
  if (marks === 0) {
    // one to a line, without any mark
    const sentence = sentences[token.sentence];
    const alone = token.gap === Gap.line && sentence !== undefined && sentence.first === at && sentence.last - at <= 3;
    if (!alone || before.sentence === token.sentence) return undefined;
  } else if (token.gap === Gap.paragraph) return undefined;
  const item = itemAt(tokens, at);
  if (!item) return undefined;
  if (item.name) return item;
  // an unknown name is part of the list only with a known one after it, or as its last before the head
  if (marks === 0 || token.caps) return undefined;
  const after = tokens[item.end];
  const joinsOn = after?.kind === 'mark' ? after.text === ',' : after?.lower === 'un';
  return item.head || joinsOn || (after?.kind === 'word' && !after.capital) ? item : undefined;
}
