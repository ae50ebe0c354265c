import { oneOf, text } from '../../0-contract/columns.js';
import { readTable } from '../../0-contract/tables.js';
import type { GrammaticalCase, SegmentedArticle, Token } from '../../0-contract/types.js';
import { type HeadNoun, phraseForms } from '../../0-latvian/phrases.js';
import { tokenise } from '../../0-latvian/tokens.js';
import { headByLemma } from './heads.js';

/** An institution that is known everywhere. */
export interface Known {
  /** Nominative. */
  readonly name: string;
  readonly type: string;
  readonly abbreviations: readonly string[];
}

export interface KnownHit {
  readonly known: Known;
  readonly first: number;
  readonly last: number;
  readonly abbreviated: boolean;
  /** Of a name in full. */
  readonly case?: GrammaticalCase;
}

const COLUMNS = {
  name: text(2),
  abbreviations: text(),
  type: text(2),
  head: text(),
  gender: oneOf('m', 'f', 'mp', 'fp', ''),
};

/** Words of a name, and which of them is its head noun: the one given, else the last that is listed as one. */
function headOf(
  name: string,
  head: string,
  gender: string,
): { words: string[]; headIndex: number; noun: HeadNoun } | undefined {
  const words = tokenise(name).map(({ text }) => text);
  const listedWord = words.findLast((word) => headByLemma(word.toLowerCase()));
  const lemma = (head || listedWord || '').toLowerCase();
  const headIndex = words.findLastIndex((word) => word.toLowerCase() === lemma);
  const noun: HeadNoun | undefined = gender
    ? { lemma, gender: gender.startsWith('m') ? 'masculine' : 'feminine', pluralOnly: gender.endsWith('p') }
    : headByLemma(lemma);
  return noun && headIndex >= 0 ? { words, headIndex, noun } : undefined;
}

interface Node {
  readonly next: Map<string, Node>;
  known?: Known;
  case?: GrammaticalCase;
}

const QUOTE = /^["“”„‟«»]$/u;
const key = (lower: string): string => (QUOTE.test(lower) ? '"' : lower);

const root: Node = { next: new Map() };
/** By abbreviation, as written: letters are told from words only by their capitals. */
const abbreviations = new Map<string, Known>();
const byName = new Map<string, Known>();

const rows = readTable('lexicon/known-institutions.csv', COLUMNS, (row, reject) => {
  const { name, abbreviations, type, head, gender } = row;
  const known: Known = { name, type, abbreviations: abbreviations.split(/\s+/u).filter(Boolean) };
  const noun = headOf(name, head, gender) ?? reject('head', `unknown head noun of «${name}»; give head and gender`);
  return { known, ...noun };
});
for (const { known, words, headIndex, noun } of rows) {
  byName.set(known.name.toLowerCase(), known);
  for (const abbreviation of known.abbreviations) abbreviations.set(abbreviation, known);
  for (const [form, grammaticalCase] of phraseForms(words, headIndex, noun)) {
    let node = root;
    for (const word of form.split(' ').map((word) => key(word))) {
      const next = node.next.get(word) ?? { next: new Map() };
      node.next.set(word, next);
      node = next;
    }
    node.known ??= known;
    node.case ??= grammaticalCase;
  }
}

export const knownByName = (name: string): Known | undefined => byName.get(name.toLowerCase());

/** «…/05/NVA/012»: letters in a project's number. */
const isPartOfNumber = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.text === '/' || (tokens[i + 1]?.text === '/' && /\d/u.test(tokens[i + 2]?.text ?? ''));

/** The longest known name, or the abbreviation of one, that begins at token `i`. */
export function knownAt(doc: SegmentedArticle, i: number): KnownHit | undefined {
  const { tokens } = doc;
  const token = tokens[i];
  if (token?.kind !== 'word' || isPartOfNumber(tokens, i)) return undefined;
  let node: Node | undefined = root.next.get(token.lower);
  let hit: KnownHit | undefined;
  for (let k = i; node; k++) {
    if (node.known && node.case)
      hit = { known: node.known, case: node.case, first: i, last: k + 1, abbreviated: false };
    const next = tokens[k + 1];
    node = next && next.sentence === token.sentence ? node.next.get(key(next.lower)) : undefined;
  }
  if (hit) return token.capital || /[“”]/u.test(hit.known.name) ? hit : undefined;
  if (!token.capital) return undefined;
  const plus = tokens[i + 1]?.text === '+' && tokens[i + 1]?.gap === 0 ? `${token.text}+` : undefined;
  const long = plus ? abbreviations.get(plus) : undefined;
  if (long) return { known: long, first: i, last: i + 2, abbreviated: true };
  const short = abbreviations.get(token.text);
  return short && { known: short, first: i, last: i + 1, abbreviated: true };
}
