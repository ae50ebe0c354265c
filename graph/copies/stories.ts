import { daysOf } from '../when.js';
import { likeness, wordingsOf } from './print.js';

/** Share of equal shingles from which on two texts are one story: a site changes the lead, or adds a paragraph of its own. */
const ALIKE = 0.7;

export interface Published {
  readonly id: string;
  /** ISO, possibly partial. */
  readonly published: string | null;
}
export interface Publication extends Published {
  /** Absent where the article tells nothing. */
  readonly print: string | null;
}

/** What an article is a publication of. */
export interface Story {
  /** Id of the original: of the article itself where it is no copy. */
  readonly story: string;
  /** How alike it is with the original, 0–1; less than 1 only where it is a copy. */
  readonly alike: number;
}

/** The last day it may be of, so that `2019` does not come before `2019-05-16`; without a date last. */
const dayOf = ({ published }: Published): string => daysOf(published ?? undefined).until ?? '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Which of two publications of a story is the original: the earlier, of equal days the one with the lesser id. */
export const comesFirst = (a: Published, b: Published): number => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id);

/** Whether two texts that share a wording are publications of one story; others are not compared. */
export const areAlike = (a: Publication, b: Publication): boolean =>
  a.print !== null && b.print !== null && likeness(a.print, b.print) >= ALIKE;

/**
 * Of which story each publication is. Texts that are alike, and those alike to these, are one story. The order of the
 * publications does not matter.
 */
export function storiesOf(publications: readonly Publication[]): Map<string, Story> {
  const all = [...publications].sort(comesFirst);
  const first = all.map((_, i) => i);
  const originalOf = (i: number): number => {
    let at = i;
    while (first[at] !== at) at = first[at] = first[first[at] as number] as number;
    return at;
  };
  const worded = new Map<string, number[]>();
  for (const [i, one] of all.entries())
    for (const wording of one.print === null ? [] : wordingsOf(one.print)) {
      const others = worded.get(wording) ?? [];
      if (others.length === 0) worded.set(wording, others);
      for (const k of others) {
        if (originalOf(k) === originalOf(i) || !areAlike(all[k] as Publication, one)) continue;
        const [older, younger] = [originalOf(k), originalOf(i)].sort((a, b) => a - b) as [number, number];
        first[younger] = older;
      }
      others.push(i);
    }
  return new Map(
    all.map(({ id, print }, i) => {
      const original = all[originalOf(i)] as Publication;
      const alike = original.id === id ? 1 : likeness(print as string, original.print as string);
      return [id, { story: original.id, alike }];
    }),
  );
}
