import { fold } from '../pipeline/0-contract/fold.js';

/** Behind every letter: what follows it in the alphabet is a letter of its own (a, ā, b, c, č …). */
const WITH_MARK = '~';
/** Y follows i and comes before ī. */
const Y = 'i}';

/**
 * Two names sort by the code points of their keys as in the Latvian alphabet: `Ādažu novads` → `a~daz~u novads`, `Ķekava` →
 * `k~ekava`, behind `kuldi~ga`. Case and quotation marks do not count.
 */
export const sortKey = (name: string): string =>
  fold(name.normalize('NFD').replace(/\p{M}/gu, WITH_MARK)).replaceAll('y', Y);
