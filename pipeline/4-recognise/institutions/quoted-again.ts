import type { SegmentedArticle } from '../../0-contract/types.js';
import { declineNoun } from '../../0-latvian/declension.js';
import { spanOf } from '../mention.js';
import { quotedIn } from '../quotes.js';
import type { Candidate } from './candidate.js';

/** Words of a quoted name that is called by it alone. */
const MOST_WORDS = 3;

/** `Ritums` of «biedrība “Ritums”». */
const quotedCore = ({ name }: Candidate): string | undefined => /[“]([^“”]+)”+$/u.exec(name)?.[1];

/** The quoted name as it is, and of a single word also in the other cases: «“Rituma” vadītāja». */
function formsOf(core: string): readonly string[] {
  const lower = core.toLowerCase();
  return /\s/u.test(core)
    ? [lower]
    : [lower, ...declineNoun(lower).flatMap(({ form, number }) => (number === 'singular' ? [form] : []))];
}

/**
 * Adds a candidate wherever the quoted part of an institution's name stands alone in quotes, in any case, after the article
 * has named the institution.
 * @param titles tokens of projects' titles, of which none is a name
 */
export function withQuotedAgain(
  doc: SegmentedArticle,
  candidates: readonly Candidate[],
  titles: ReadonlySet<number>,
): Candidate[] {
  const byForm = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const core = quotedCore(candidate);
    if (core === undefined || core.split(' ').length > MOST_WORDS) continue;
    for (const form of formsOf(core)) if (!byForm.has(form)) byForm.set(form, candidate);
  }
  if (byForm.size === 0) return [...candidates];
  const taken = candidates.map(({ first, last }) => [first, last] as const);
  const more = [...quotedIn(doc).values()].flatMap((quoted): Candidate[] => {
    const { first, last, inside } = quoted;
    if (inside.last - inside.first > MOST_WORDS || taken.some(([from, to]) => first < to && from < last)) return [];
    const words = doc.tokens.slice(inside.first, inside.last).map(({ lower }) => lower);
    const source = byForm.get(words.join(' '));
    if (!source || source.last > first || titles.has(inside.first)) return [];
    const { introduces: _, ...rest } = source;
    return [{ ...rest, ...spanOf(doc, first, last), rule: 'institution.quoted-again', confidence: 0.8 }];
  });
  return [...candidates, ...more];
}
