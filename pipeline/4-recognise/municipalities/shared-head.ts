import type { GrammaticalCase, SegmentedArticle, Token } from '../../0-contract/types.js';
import {
  type HeadMeaning,
  type HeadWord,
  headWord,
  isStateCity,
  type Place,
  type Sense,
  unitsOf,
} from '../../0-latvian/places.js';
import type { Item, Run } from './scan.js';

/** What the names of a list are under a head. */
export const senseOf = (means: HeadMeaning): Sense => (means === 'body' ? 'municipality' : means);

/** Whether the head can belong to one name alone. */
export const canBeSingular = ({ readings }: HeadWord): boolean =>
  // «novadu», «pagastu» after a list is the plural's genitive, not the singular's accusative
  readings.length === 0 ||
  readings.some(({ case: c, number }) => number === 'singular' && !(c === 'accusative' && readings.length > 1));

const isOpen = (item: Item | undefined): boolean =>
  item !== undefined && !item.head && (!item.name || item.name.cases.has('genitive'));

/** The head that a name without one shares: that of the first item after it, when all between are bare genitives too. */
export function governingHead(items: readonly Item[], k: number): { head: HeadWord; index: number } | undefined {
  const [before, own] = [items[k - 1]?.name?.cases, items[k]?.name?.cases];
  if (items[k]?.head) return undefined;
  // «Liepāja un Ventspils, kā arī Aizputes novads»: Ventspils is a nominative like the name before it
  if (own?.has('nominative') && before?.has('nominative') && !before.has('genitive')) return undefined;
  let j = k;
  while (isOpen(items[j])) j++;
  const found = items[j];
  if (!found?.head || (found.name && !found.name.cases.has('genitive'))) return undefined;
  return { head: found.head, index: j };
}

/** Whether the head of an item is shared by names before it. */
export const governs = (items: readonly Item[], k: number): boolean =>
  k > 0 && isOpen(items[k - 1]) && items[k - 1]?.name !== undefined;

/**
 * Under a singular head whose kind does not fit all names, the cities stand for themselves: *Rīgas, Daugavpils un Ķekavas
 * novada*.
 */
export function sharedSense(items: readonly Item[], k: number, last: number, head: HeadWord, place: Place): Sense {
  const sense = senseOf(head.means);
  if (unitsOf(place, sense).length === 0) return isStateCity(place) ? 'state city' : sense;
  if (!canBeSingular(head) || !isStateCity(place) || sense === 'municipality') return sense;
  const first = items.slice(0, k).findLastIndex((item) => !isOpen(item)) + 1;
  const misfit = items.slice(first, last).some(({ name }) => name && unitsOf(name.place, sense).length === 0);
  return misfit ? 'state city' : sense;
}

/** The plural head that a list follows: *16 pašvaldībās – Aizputes …*, *novados (Alojas, Ādažu)*, *pilsētās Rīgā un Ogrē*. */
export function headBefore({ tokens }: SegmentedArticle, run: Run): HeadMeaning | undefined {
  const item = run.items[0] as Item;
  let at = item.token - 1;
  let announced = false;
  while (at >= 0 && item.token - at <= 4 && tokens[at]?.kind === 'mark') {
    const mark = (tokens[at] as Token).text;
    // «– Kuri pagasti piedalās?\n– Kabiles, Laidu un Padures.»: an answer
    if (mark === '?' && announced) break;
    if ([':', '(', '–', '-', '—'].includes(mark)) announced = true;
    else if (!['•', '·', '▪', '*', '●'].includes(mark)) return undefined;
    at--;
  }
  const reach = announced ? 7 : 1;
  for (let k = at; k > at - reach && k >= 0; k--) {
    const token = tokens[k] as Token;
    const asked = announced && token.text === '?' && k === at;
    if (token.kind === 'mark' && !asked && !(token.text === ',' && k < at)) return undefined;
    if (token.kind !== 'word') continue;
    const head = headWord(token.lower, undefined);
    if (!head || head.means === 'body' || !head.readings.some(({ number }) => number === 'plural')) continue;
    if (announced) return head.means;
    // beside each other without a mark they must agree: «pilsētās Rīgā un Ogrē», not «pašvaldības Rīgas reģionā»
    const isApposed =
      !item.name?.cases.has('genitive') &&
      head.readings.some((r) => r.number === 'plural' && item.name?.cases.has(r.case));
    return isApposed ? head.means : undefined;
  }
  return undefined;
}

/** Beside novadi named in full a bare city is the city: *… Tukuma novads un Valmiera*. */
export function senseAfterHead(
  run: Run,
  place: Place,
  cases: ReadonlySet<GrammaticalCase>,
  before: HeadMeaning,
): Sense {
  const sense = senseOf(before);
  const named = run.items.some(({ head }) => head?.means === 'novads');
  if (named && isStateCity(place) && cases.has('nominative')) return 'state city';
  return unitsOf(place, sense).length > 0 ? sense : 'place';
}
