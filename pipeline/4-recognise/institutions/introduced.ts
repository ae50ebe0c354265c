import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { headForms } from '../../0-latvian/phrases.js';
import { spanOf } from '../mention.js';
import type { Candidate } from './candidate.js';
import { headByLemma } from './heads.js';

const DASH = /^[-–—:]$/u;

/** The short name that is introduced right after a name: «(SPA)», «(turpmāk – Dienests)», «, turpmāk – Centrs». */
export function introducedAfter(doc: SegmentedArticle, last: number): string | undefined {
  const { tokens } = doc;
  let i = last;
  const bracket = tokens[i]?.text === '(';
  if (bracket || tokens[i]?.text === ',') i++;
  else return undefined;
  const further = tokens[i]?.lower === 'turpmāk';
  if (further) {
    i++;
    while (/^(?:tekstā|arī|saukts|saukta)$/u.test(tokens[i]?.lower ?? '')) i++;
    if (DASH.test(tokens[i]?.text ?? '')) i++;
  } else if (!bracket) return undefined;
  if (/^["“”„«]$/u.test(tokens[i]?.text ?? '')) i++;
  const name = tokens[i];
  if (name?.kind !== 'word' || !name.capital || (!further && !isAbbreviation(name.text))) return undefined;
  const closed = /^[)"”“»,]$/u.test(tokens[i + 1]?.text ?? '');
  return closed ? name.text : undefined;
}

/** Two capitals at least: LPS, IeM, VSAA. */
const isAbbreviation = (text: string): boolean => text.length <= 10 && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;

/** Adds a candidate wherever a short name that the article introduces stands. */
export function withIntroduced(doc: SegmentedArticle, candidates: readonly Candidate[]): Candidate[] {
  const byForm = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { introduces } = candidate;
    if (!introduces) continue;
    const head = headByLemma(introduces.toLowerCase());
    for (const form of head && !isAbbreviation(introduces) ? headForms(head).keys() : []) {
      byForm.set(form.charAt(0).toUpperCase() + form.slice(1), candidate);
    }
    byForm.set(introduces, candidate);
  }
  if (byForm.size === 0) return [...candidates];
  const more = doc.tokens.flatMap((token, i): Candidate[] => {
    const source = token.capital ? byForm.get(token.text) : undefined;
    if (!source?.introduces || i < source.last || isPartOfName(token, doc.tokens[i + 1])) return [];
    const { introduces, owner: _, ...rest } = source;
    const { type } = source;
    return [
      {
        ...rest,
        ...spanOf(doc, i, i + 1),
        rule: 'institution.introduced',
        name: introduces,
        type,
        needsOwner: true,
        confidence: 0.9,
      },
    ];
  });
  return [...candidates, ...more];
}

/** «SPA-2»: a hyphen makes it part of something else. */
const isPartOfName = (token: Token, next: Token | undefined): boolean =>
  token.caps && next?.text === '-' && next.gap === Gap.none;
