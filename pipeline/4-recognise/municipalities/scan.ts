import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { type HeadWord, headWord, type PlaceForm, placesByForm } from '../../0-latvian/places.js';

/** A name, or a capitalised word that may be one, with the head word right after it. */
export interface Item {
  /** Index of the token of the name. */
  readonly token: number;
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
  const name = placesByForm.get(token.lower);
  const head = headAt(tokens, i + 1);
  return { token: i, ...(name ? { name } : {}), ...(head ? { head: head.word, end: head.end } : { end: i + 1 }) };
}

/** The head word at a token: *novada*, *nov.*, *republikas pilsētas*. */
function headAt(tokens: readonly Token[], i: number): { word: HeadWord; end: number } | undefined {
  let at = i;
  if (tokens[at]?.lower === 'republikas') at++;
  const token = tokens[at];
  if (token?.kind !== 'word' || token.gap === Gap.paragraph || (token.gap === Gap.none && token.capital))
    return undefined;
  const next = tokens[at + 1];
  const word = headWord(token.lower, next?.lower);
  if (!word || (at > i && word.means !== 'pilsēta')) return undefined;
  return { word, end: at + word.tokens };
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
