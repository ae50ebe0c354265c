import { readList } from '../0-contract/lists.js';
import { Gap, type SegmentedArticle, type Token } from '../0-contract/types.js';

const STOPS: ReadonlySet<string> = new Set(readList('lexicon/phrase-stops.txt'));
const BRIDGES: ReadonlySet<string> = new Set(readList('lexicon/phrase-bridges.txt'));

/** No attribute of a name that we met lies farther from its head, but in a list of municipalities. */
const LONGEST = 14;
const LONGEST_LIST = 60;

/** Endings of genitives (also of the first, sixth and indeclinable kind: Daugavpils, valsts) and of definite adjectives. */
const ATTRIBUTE = /(?:[aou]|as|es|us|[^aeiouāēīūš]s|[āo]s|ais|ais|aj(?:am|ai|ā|ām|iem|os|ās)|ēj(?:am|ai|ā))$/u;
const ADJECTIVE_ONLY = /(?:ais|aj(?:am|ai|ā|ām|iem|os|ās)|ēj(?:am|ai))$/u;
/** Participles and agent nouns: a deed (*īstenotā*, *vadītājas*), not a part of a name. */
const DEED = /(?:[āēīo]t(?:ā|ās|o|ais|ajā|ajai|ajam)|(?:[āēīo]|in)ja)$/u;
const INSTRUMENTAL = /(?:ām|iem|ēm|īm|āti|ību|umu|šanu)$/u;

/**
 * Walks left from a head noun over what can belong to its name and returns the index of the first token of the name: the
 * leftmost capitalised word that is reached. Without one: `head` itself.
 * @param isHead whether a token is the head of another name: reached over «un» or a comma, it ends the walk
 * @param inList whether a token belongs to a municipality, of which a name may list many (*Amatas, Raunas un Cēsu novadu bāriņtiesa*)
 */
export function leftEdge(
  doc: SegmentedArticle,
  head: number,
  isHead: (token: Token) => boolean,
  inList: (index: number) => boolean,
): number {
  const { tokens } = doc;
  const { sentence } = tokens[head] as Token;
  let edge = head;
  let joined = false;
  for (let i = head - 1; i >= 0 && i >= head - (joined ? LONGEST_LIST : LONGEST); i--) {
    const token = tokens[i] as Token;
    const right = tokens[i + 1] as Token;
    if (token.sentence !== sentence || right.gap === Gap.paragraph) break;
    if (token.kind === 'number') break;
    if (token.kind === 'mark') {
      const ordinal = token.text === '.' && tokens[i - 1]?.kind === 'number' && token.gap === Gap.none;
      if (ordinal && (tokens[i - 1]?.text.length ?? 9) < 4 && isSchool(tokens[head] as Token)) {
        edge = i - 1;
        i--;
        continue;
      }
      if (token.text === '-' && token.gap === Gap.none && right.gap === Gap.none && tokens[i - 1]?.kind === 'word')
        continue;
      const left = tokens[i - 1];
      const listed = token.text === ',' && joined && left && isAttribute(left, right) && !isHead(left);
      if (listed && (!right.capital || (inList(i - 1) && inList(i + 1)))) continue;
      break;
    }
    if (token.lower === 'un') {
      const left = tokens[i - 1];
      if (!left || left.sentence !== sentence || !isAttribute(left, right) || isHead(left)) break;
      if (right.capital && !left.capital) break;
      if (right.capital && inList(i - 1) && inList(i + 1) && !sharesHead(doc, i + 1, head)) break;
      if (right.capital && !inList(i - 1) && !/(?:[ou]|[āaeī]s)$/u.test(left.lower)) break;
      joined = true;
      continue;
    }
    if (token.lower === 'ar' && INSTRUMENTAL.test(tokens[i + 1]?.lower ?? '')) continue;
    if (token.lower === 'ar' && INSTRUMENTAL.test(tokens[i + 2]?.lower ?? '')) continue;
    if (STOPS.has(token.lower)) break;
    if (token.caps && !/\d/u.test(token.text)) {
      edge = i;
      // «LPS Veselības … komiteja»: an abbreviation opens a name, but for «Latvijas SOS …», «Baltijas HIV …»
      const left = tokens[i - 1];
      if (!left?.capital || left.caps || !/(?:as|es|[^aeiouāēīū]s|u)$/u.test(left.lower) || left.sentence !== sentence)
        break;
      continue;
    }
    const instrumental = tokens[i - 1]?.lower === 'ar' || tokens[i - 2]?.lower === 'ar';
    if (!isAttribute(token, right) && !(INSTRUMENTAL.test(token.lower) && instrumental)) break;
    if (!token.capital && DEED.test(token.lower)) break;
    // between two capitalised words only certain lower-case ones are part of a name
    if (!token.capital && right.capital && !BRIDGES.has(token.lower)) break;
    if (token.capital) edge = i;
  }
  return edge;
}

const isSchool = (token: Token): boolean => /(?:skol|ģimnāzij|bērnudārz|slimnīc|licej|nodaļ)/u.test(token.lower);

function isAttribute(token: Token | undefined, right: Token): boolean {
  if (token?.kind !== 'word') return false;
  if (token.caps) return true;
  if (!ATTRIBUTE.test(token.lower) || token.text.length < 3) return false;
  // a locative looks like an adjective in -ā: only an adjective stands before a word that agrees with it
  if (/[^j]ā$/u.test(token.lower) && !ADJECTIVE_ONLY.test(token.lower)) {
    return /(?:[ā]|[^aeiouāēīū]a|ja|us|šana|ība|cija|e|a)$/u.test(right.lower) && right.kind === 'word' && !right.caps;
  }
  return true;
}

/** «… un Vecpiebalgas novadu bāriņtiesa»: after the list stands a plural that all its items share. */
function sharesHead(doc: SegmentedArticle, i: number, head: number): boolean {
  for (let k = i + 1; k < head; k++)
    if (/^(?:novadu|pilsētu|pagastu|rajonu)$/u.test(doc.tokens[k]?.lower ?? '')) return true;
  return false;
}
