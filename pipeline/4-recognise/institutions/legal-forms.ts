import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { quotedBefore, quotedIn } from '../quotes.js';
import { type Candidate, candidate, type Reading } from './candidate.js';
import { LEGAL_FORMS } from './heads.js';
import { joined } from './names.js';

/** a/s, A/S, Z/S: three tokens. */
export const isSlashed = ({ tokens }: SegmentedArticle, i: number): boolean =>
  tokens[i + 1]?.text === '/' &&
  tokens[i + 1]?.gap === Gap.none &&
  tokens[i + 2]?.gap === Gap.none &&
  /^[az]$/u.test(tokens[i]?.lower ?? '') &&
  tokens[i + 2]?.lower === 's';

/** «SIA “X”», «SIA X Y», «“X” SIA», «“X”, SIA». */
export function company(reading: Reading, i: number, type: string): Candidate[] {
  const { doc } = reading;
  const { tokens } = doc;
  const after = tokens[i + 1]?.text === '/' ? i + 3 : i + 1;
  const draft = { rule: 'institution.legal-form', type, confidence: 0.95 } as const;
  const quoted = quotedIn(doc).get(after);
  if (quoted) {
    return [candidate(reading, { ...draft, first: i, last: quoted.last, name: joined(doc, i, quoted.last, 'quotes') })];
  }
  const ahead = quotedBefore(doc, tokens[i - 1]?.text === ',' ? i - 1 : i);
  if (ahead) {
    const name = `${joined(doc, i, after)} ${joined(doc, ahead.first, ahead.last, 'quotes')}`;
    return [candidate(reading, { ...draft, first: ahead.first, last: after, name })];
  }
  let last = after;
  while (isNamePart(tokens[last]) && tokens[last]?.sentence === tokens[i]?.sentence && last < after + 4) last++;
  if (last === after) return [];
  return [candidate(reading, { ...draft, first: i, last, name: joined(doc, i, last), confidence: 0.8 })];
}

const isNamePart = (token: Token | undefined): boolean =>
  token?.capital === true && token.gap === Gap.space && !LEGAL_FORMS.has(token.text);
