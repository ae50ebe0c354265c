import { Gap, type SegmentedArticle, type Token } from '../../0-contract/types.js';
import { quotedBefore, quotedIn } from '../quotes.js';
import { type Candidate, candidate, type Reading } from './candidate.js';
import { LEGAL_FORMS } from './heads.js';
import { joined } from './names.js';

/** The letters of a/s, A/S, Z/S, p/a, p/i, three tokens; empty where none stands. */
export function slashed({ tokens }: SegmentedArticle, i: number): string {
  const [letter, slash, other] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (slash?.text !== '/' || slash.gap !== Gap.none || other?.gap !== Gap.none) return '';
  const letters = `${letter?.lower}${other.lower}`;
  return /^(?:as|zs|pa|pi)$/u.test(letters) ? letters : '';
}

/** What a municipality's p/a and p/i are short for. */
const OF_MUNICIPALITIES: Readonly<Record<string, string>> = {
  pa: 'pašvaldības aģentūra',
  pi: 'pašvaldības iestāde',
};

/** «SIA “X”», «SIA X Y», «“X” SIA», «“X”, SIA». */
export function company(reading: Reading, i: number, type: string): Candidate[] {
  const { doc } = reading;
  const { tokens } = doc;
  const after = tokens[i + 1]?.text === '/' ? i + 3 : i + 1;
  const draft = { rule: 'institution.legal-form', type, confidence: 0.95 } as const;
  const quoted = quotedIn(doc).get(after);
  const kind = OF_MUNICIPALITIES[slashed(doc, i)];
  if (kind) {
    // «Olaines novada p/a “Sociālais dienests”»
    const owner = reading.municipality.get(i - 1);
    if (!quoted || !owner) return [];
    const [place, title] = [joined(doc, owner.first, owner.last), joined(doc, quoted.first, quoted.last, 'quotes')];
    const serves = /dienest/iu.test(title) ? 'social service' : 'agency';
    return [
      candidate(reading, {
        ...draft,
        type: serves,
        first: owner.first,
        last: quoted.last,
        name: `${place} ${kind} ${title}`,
      }),
    ];
  }
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
