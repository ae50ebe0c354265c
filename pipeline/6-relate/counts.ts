import { oneOf, text } from '../0-contract/columns.js';
import { readList } from '../0-contract/lists.js';
import { readTable } from '../0-contract/tables.js';
import type { Entity, SegmentedArticle, StatedCount, Token } from '../0-contract/types.js';
import { declineNoun, type GrammaticalNumber } from '../0-latvian/declension.js';
import { numeralAt } from '../0-latvian/numerals.js';
import { listsOf, type Place, placesOf } from './territory-lists.js';

const RULE = 'count.number-and-noun';
/** More than all units of Latvia at once; above it stand years and sums. */
const MOST = 800;
/** Words that may stand between the number and what it counts: *16 citām Latvijas pašvaldībām*. */
const BETWEEN = 2;

interface Counted {
  readonly of: StatedCount['of'];
  readonly kind: string;
  readonly readings: readonly { readonly case: string; readonly number: GrammaticalNumber }[];
}

const PARTLY = new Set(readList('lexicon/partly.txt'));
const counted: ReadonlyMap<string, Counted> = (() => {
  const rows = readTable('lexicon/counted.csv', {
    word: text(3),
    of: oneOf('municipality', 'institution', 'partner', 'project'),
    kind: oneOf('', 'novads', 'pagasts', 'pilsēta', 'rajons'),
  });
  const forms = new Map<string, Counted>();
  for (const { word, of, kind } of rows) {
    for (const { form, case: grammaticalCase, number } of declineNoun(word)) {
      const readings = [...(forms.get(form)?.readings ?? []), { case: grammaticalCase, number }];
      forms.set(form, { of, kind, readings });
    }
  }
  return forms;
})();

/**
 * Numbers of municipalities, institutions, partners and projects that the article claims, in digits or words. Of
 * municipalities, beside how many it names where the number speaks of them: in the list right after it or before it, else
 * in the lists of the paragraphs around.
 */
export function statedCounts(doc: SegmentedArticle, entities: readonly Entity[]): StatedCount[] {
  const counts: StatedCount[] = [];
  const lists = listsOf(doc, placesOf(entities));
  for (let i = 0; i < doc.tokens.length; i++) {
    const number = numberAt(doc.tokens, i);
    if (!number) continue;
    const noun = nounAfter(doc, i + number.tokens);
    if (!noun) continue;
    const { what, last } = noun;
    const found =
      what.of === 'municipality'
        ? namedBeside(doc, lists, i, last, { kind: what.kind, value: number.value })
        : undefined;
    const first = doc.tokens[i] as Token;
    const { end } = doc.tokens[last - 1] as Token;
    counts.push({
      start: first.start,
      end,
      text: doc.article.text.slice(first.start, end),
      value: number.value,
      of: what.of,
      ...(found === undefined ? {} : { found }),
      sentence: first.sentence,
      rule: RULE,
    });
    i = last - 1;
  }
  return counts;
}

/** A whole number that is no ordinal, year, or part of a code. */
function numberAt(tokens: readonly Token[], i: number): { value: number; tokens: number } | undefined {
  const token = tokens[i] as Token;
  if (token.kind === 'word') {
    const spelt = numeralAt([token.lower, tokens[i + 1]?.lower]);
    return spelt ? { value: spelt.value, tokens: spelt.words } : undefined;
  }
  if (token.kind !== 'number' || !/^\d{1,3}$/u.test(token.text)) return undefined;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (after?.kind !== 'word' || (before?.kind === 'mark' && token.gap === 0 && before.text !== '(')) return undefined;
  const value = Number(token.text);
  return value >= 2 && value <= MOST ? { value, tokens: 1 } : undefined;
}

/**
 * The noun that a number counts. *30 pašvaldību sociālo dienestu pārstāvji* counts people: a genitive with a word after it
 * is not what is counted.
 */
function nounAfter({ tokens }: SegmentedArticle, from: number): { what: Counted; last: number } | undefined {
  const sentence = tokens[from - 1]?.sentence;
  for (let i = from; i <= from + BETWEEN; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.sentence !== sentence) return undefined;
    const what = counted.get(token.lower);
    if (!what) continue;
    const isPlural = what.readings.some(({ number }) => number === 'plural');
    const cases = new Set(what.readings.filter(({ number }) => number === 'plural').map((reading) => reading.case));
    const next = tokens[i + 1];
    const goesOn = next?.kind === 'word' && next.sentence === sentence;
    if (!isPlural || (goesOn && cases.has('genitive'))) return undefined;
    return { what, last: i + 1 };
  }
  return undefined;
}

/**
 * How many municipalities of a kind are named where a number speaks of them; undefined when that cannot be told. Lists
 * farther off are taken for the ones meant only when their size is near the number.
 */
function namedBeside(
  doc: SegmentedArticle,
  lists: readonly (readonly Place[])[],
  first: number,
  last: number,
  { kind, value }: { kind: string; value: number },
): number | undefined {
  const after = lists.find((list) => isNear(doc, last, firstOf(list)));
  if (after) return isPartly(doc, last, firstOf(after)) ? undefined : sizeOf([after], kind) || undefined;
  const before = lists.find((list) => isNear(doc, lastOf(list), first));
  if (before) return sizeOf([before], kind) || undefined;
  const paragraph = paragraphOf(doc, first);
  const around = lists.filter((list) => Math.abs(paragraphOf(doc, firstOf(list)) - paragraph) <= 2);
  const sizes = [...around.map((list) => sizeOf([list], kind)), sizeOf(around, kind)];
  const nearest = sizes.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
  return nearest !== undefined && Math.abs(nearest - value) <= value / 4 ? nearest : undefined;
}

const firstOf = (list: readonly Place[]): number => list[0]?.mention.first ?? 0;
const lastOf = (list: readonly Place[]): number => list.at(-1)?.mention.last ?? 0;
const paragraphOf = ({ tokens, sentences }: SegmentedArticle, token: number): number =>
  sentences[tokens[token]?.sentence ?? 0]?.paragraph ?? 0;

/** At most four tokens lie between, and no full stop. */
const isNear = ({ tokens }: SegmentedArticle, from: number, to: number): boolean =>
  to >= from && to - from <= 4 && tokens.slice(from, to).every(({ text }) => text !== '.');

const isPartly = ({ tokens }: SegmentedArticle, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lower }) => PARTLY.has(lower));

function sizeOf(lists: readonly (readonly Place[])[], kind: string): number {
  const named = lists.flat().filter(({ entity }) => entity.type.endsWith(kind));
  return new Set(named.map(({ entity }) => entity.id)).size;
}
