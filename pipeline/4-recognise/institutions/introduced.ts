import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { declineNoun } from '../../0-latvian/declension.js';
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
  // «turpmāk – Valsts komisija»
  let end = i + 1;
  while (further && end < i + MOST_WORDS && tokens[end]?.kind === 'word') end++;
  const closed = /^[)"”“»,]$/u.test(tokens[end]?.text ?? '');
  if (!closed || (end > i + 1 && !headByLemma(tokens[end - 1]?.lower ?? ''))) return undefined;
  return tokens
    .slice(i, end)
    .map(({ text }) => text)
    .join(' ');
}

/** Words of a short name. */
const MOST_WORDS = 3;

/** Two capitals at least: LPS, IeM, VSAA. */
const isAbbreviation = (text: string): boolean => text.length <= 10 && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;

/** Adds a candidate wherever a short name that the article introduces stands. */
export function withIntroduced(doc: SegmentedArticle, candidates: readonly Candidate[]): Candidate[] {
  const byForm = new Map<string, Candidate>();
  let longest = 1;
  for (const candidate of candidates) {
    const { introduces } = candidate;
    if (!introduces) continue;
    const words = introduces.split(' ');
    const noun = words.pop() ?? '';
    const head = headByLemma(noun.toLowerCase());
    for (const form of isAbbreviation(introduces) ? [] : head ? headForms(head).keys() : nameForms(noun)) {
      byForm.set([...words, noun === noun.toLowerCase() ? form : upperFirst(form)].join(' '), candidate);
    }
    byForm.set(introduces, candidate);
    longest = Math.max(longest, words.length + 1);
  }
  if (byForm.size === 0) return [...candidates];
  const more = doc.tokens.flatMap((token, i): Candidate[] => {
    if (!token.capital) return [];
    let length = longest;
    const wording = (): string =>
      doc.tokens
        .slice(i, i + length)
        .map(({ text }) => text)
        .join(' ');
    while (length > 1 && !byForm.has(wording())) length--;
    const source = byForm.get(wording());
    if (!source?.introduces || i < source.last || isPartOfName(token, doc.tokens[i + 1])) return [];
    const { introduces, owner: _, ...rest } = source;
    const { type } = source;
    return [
      {
        ...rest,
        ...spanOf(doc, i, i + length),
        rule: 'institution.introduced',
        name: introduces,
        type,
        needsOwner: true,
        confidence: 0.9,
      },
    ];
  });
  // «Apeirona valdes priekšsēdētājs»: whose board it is, no institution of its own
  const isBoard = ({ first, last, name }: Candidate): boolean =>
    /^\S+ valde$/u.test(name) && more.some((short) => short.first === first && short.last === last - 1);
  return [...candidates.filter((one) => !isBoard(one)), ...more];
}

/** «turpmāk – Apeirons»: «Apeirona» */
const nameForms = (name: string): string[] =>
  declineNoun(name.toLowerCase()).flatMap(({ form, number }) => (number === 'singular' ? [form] : []));

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** «SPA-2»: a hyphen makes it part of something else. */
const isPartOfName = (token: Token, next: Token | undefined): boolean =>
  token.caps && next?.text === '-' && next.gap === Gap.none;
