import { readList } from '../0-contract/lists.js';
import { Gap, type SegmentedArticle, type Token } from '../0-contract/types.js';
import { isAfterGivenName, isInitial, joinsCouple } from './given-name.js';

const listed = readList('lexicon/phrase-stops.txt');
const STOPS: ReadonlySet<string> = new Set(listed.filter((word) => !word.endsWith('*')));
const STOP_STEMS: readonly string[] = listed.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
const BRIDGES: ReadonlySet<string> = new Set(readList('lexicon/phrase-bridges.txt'));

/** No attribute of a name that we met lies farther from its head, but in a list of municipalities. */
const LONGEST = 14;
const LONGEST_LIST = 60;

/** Endings of genitives and of definite adjectives; -s is a genitive in few nouns (valsts, Daugavpils, ūdens). */
const ATTRIBUTE =
  /(?:[aouā]|[aeuāo]s|(?:pils|valsts|zivs|govs|pirts|nakts|krūts|sirds|acs|balss|dzelzs|ens|uns)|ais|aj(?:am|ai|iem|os|ās|ām)|ēj(?:am|ai))$/u;
/** Not genitives: *noslēgusies*, *atbildīgie* … and nominatives like *Otrs*, *Robsons* fall out by the above. */
const NOT_ATTRIBUTE = /(?:ies|usi)$/u;
const ADJECTIVE = /(?:[āo]|[āo]s|ais|aj(?:am|ai|iem|os|ām)|ēj(?:am|ai))$/u;
/** Participles and agent nouns: a deed (*īstenotā*, *vadītājas*), not a part of a name. */
const DEED = /(?<!^apvien)(?:[āēīo]t(?:ā|ās|o|ais|ajā|ajai|ajam)|(?:[āēīo]|in)ja)$/u;
const ACCUSATIVE = /[^aeiouāēīū]us$/u;
const GENITIVE_US = /^(?:tirg|med|led|al|vid|apvid|klep|liet|krog)us$/u;
const INSTRUMENTAL = /(?:ām|iem|ēm|īm|āti|ību|umu|šanu)$/u;
const LETTERS_OF_CAPS = /^\p{L}+$/u;

/** What the walk asks of its surroundings. */
export interface Surroundings {
  /** Whether a token is the head of another name: reached over «un» or a comma, it ends the walk. */
  isHead(token: Token): boolean;
  /** Whether a token belongs to a municipality: a name may list many (*Amatas, Raunas un Cēsu novadu bāriņtiesa*). */
  inList(index: number): boolean;
  /** Endings of the adjectives that agree with the head as it stands there. */
  readonly agreeing: readonly string[];
}

/**
 * Walks left from a head noun over what can belong to its name and returns the index of the first token of the name: the
 * leftmost capitalised word that is reached. Without one: `head` itself.
 */
export function leftEdge(doc: SegmentedArticle, head: number, around: Surroundings): number {
  const { tokens } = doc;
  const { sentence } = tokens[head] as Token;
  let edge = head;
  let joined = false;
  for (let i = head - 1; i >= 0 && i >= head - (joined ? LONGEST_LIST : LONGEST); i--) {
    const token = tokens[i] as Token;
    const right = tokens[i + 1] as Token;
    if (token.sentence !== sentence || right.gap === Gap.paragraph || token.kind === 'number') break;
    if (token.kind === 'mark') {
      if (isOrdinal(tokens, i, tokens[head] as Token)) {
        edge = --i;
        continue;
      }
      const left = tokens[i - 1];
      // «J. Krūmiņa pamatskola»: who it is named after
      if (token.text === '.' && token.gap === Gap.none && edge === i + 1 && isInitial(left)) return i - 1;
      if (token.text === '-' && token.gap === Gap.none && right.gap === Gap.none && left?.kind === 'word') continue;
      const inSeries =
        token.text === ',' && joined && left && !around.isHead(left) && isAttribute(doc, i - 1, head, around);
      if (inSeries && (!right.capital || (around.inList(i - 1) && around.inList(i + 1)))) continue;
      break;
    }
    if (token.lower === 'un') {
      if (!joins(doc, i, head, around)) break;
      joined = true;
      continue;
    }
    if (token.lower === 'ar' && (isInstrumental(right) || isInstrumental(tokens[i + 2]))) continue;
    if (isStop(token.lower)) break;
    // «ar Edgaru Staltu apvienība vienojusies»: a person in the accusative owns nothing
    if (token.lower.endsWith('u') && tokens[i - 1]?.lower.endsWith('u') && isAfterGivenName(tokens, i)) break;
    // in a line of capitals no word is an abbreviation
    if (token.caps && !isShouted(tokens[head]) && LETTERS_OF_CAPS.test(token.text)) {
      edge = i;
      // «LPS Veselības … komiteja»: an abbreviation opens a name, but for «Latvijas SOS …», «Baltijas HIV …»
      const left = tokens[i - 1];
      const opens =
        !left?.capital || left.caps || left.sentence !== sentence || !/(?:[aeā]s|pils|u)$/u.test(left.lower);
      if (opens) break;
      continue;
    }
    const ofInstrumental = tokens[i - 1]?.lower === 'ar' || tokens[i - 2]?.lower === 'ar';
    if (!isAttribute(doc, i, head, around) && !(isInstrumental(token) && ofInstrumental)) break;
    // a capital that only begins the sentence may be a verb's: «Aicina Cēsu novada dome»
    const opens = tokens[i - 1]?.sentence !== sentence;
    if (opens && around.inList(i + 1) && !around.inList(i)) break;
    if ((!token.capital || opens) && DEED.test(token.lower)) break;
    // between two capitalised words only certain lower-case ones are part of a name
    if (!token.capital && right.capital && !BRIDGES.has(token.lower)) break;
    if (token.capital) edge = i;
  }
  return edge;
}

/** Whether a word is never part of a name; lower case. */
export const isStop = (lower: string): boolean => STOPS.has(lower) || STOP_STEMS.some((stem) => lower.startsWith(stem));

/** «VESELĪBAS KOMITEJA»: a noun in capitals. */
const isShouted = (token: Token | undefined): boolean => token?.caps === true && token.text.length > 4;

const isInstrumental = (token: Token | undefined): boolean => token !== undefined && INSTRUMENTAL.test(token.lower);

/** «Rīgas 24. vidusskola». */
function isOrdinal(tokens: readonly Token[], stop: number, head: Token): boolean {
  const number = tokens[stop - 1];
  // but not «01.09. skolā»
  const inDate = tokens[stop - 2]?.text === '.' && number?.gap === Gap.none;
  const isNumber = tokens[stop]?.text === '.' && number?.kind === 'number' && tokens[stop]?.gap === Gap.none && !inDate;
  return Boolean(
    isNumber &&
      number.text.length < 4 &&
      /(?:skol|ģimnāzij|bērnudārz|slimnīc|licej|nodaļ|koledž|poliklīnik|klīnik|patversm)/u.test(head.lower),
  );
}

/** Whether «un» at `i` joins two attributes of one head, and not two names. */
function joins(doc: SegmentedArticle, i: number, head: number, around: Surroundings): boolean {
  const left = doc.tokens[i - 1];
  const right = doc.tokens[i + 1] as Token;
  // «LM un biedrība», «… un biedrības valde»: another name begins after «un»; but «Pilsētu un pašvaldību asociācija»
  const isMany = i + 2 === head && !right.capital && /[^u]u$/u.test(right.lower);
  if (i + 1 === head || (around.isHead(right) && !(isMany && /u$/u.test(left?.lower ?? '')))) return false;
  if (left?.sentence !== right.sentence || around.isHead(left) || isStop(left.lower)) return false;
  if (!isAttribute(doc, i - 1, head, around)) return false;
  if (!right.capital) return true;
  if (!left.capital) return false;
  if (joinsCouple(doc.tokens, i)) return true;
  // «no Annas Ozolas un Saldus novada domes»: a person stands before «un»
  if (isAfterGivenName(doc.tokens, i - 1)) return false;
  if (around.inList(i - 1) && around.inList(i + 1)) return sharesHead(doc, i + 1, head);
  // «biedrība no Somijas un Kuldīgas novada aģentūra»: an institution's own municipality begins its name
  if (around.inList(i + 1)) return false;
  return around.inList(i - 1) || /(?:[ou]|[aeāī]s)$/u.test(left.lower);
}

function isAttribute(doc: SegmentedArticle, i: number, head: number, { agreeing }: Surroundings): boolean {
  const token = doc.tokens[i];
  if (token?.kind !== 'word') return false;
  if (token.caps && !isShouted(doc.tokens[head])) return true;
  const { lower } = token;
  // «pieteikumus komisija noraidīja»: an accusative, but for the few genitives that end so
  if (!token.capital && ACCUSATIVE.test(lower) && !GENITIVE_US.test(lower)) return false;
  if (lower.length < 3 || !ATTRIBUTE.test(lower) || NOT_ATTRIBUTE.test(lower)) return false;
  if (!ADJECTIVE.test(lower)) return true;
  // people: «Latvijas Neredzīgo biedrība», «pieaugušo izglītības centrs»; verbs end in -o too (*veido*)
  if (lower.endsWith('o') && (token.capital || /(?:uš|dzīg|dīg)o$/u.test(lower))) return true;
  // a locative looks like an adjective in -ā, a verb like one in -ās: an adjective agrees with a noun after it
  if (agreeing.some((ending) => lower.endsWith(ending))) return true;
  // «Sociālo un izglītības jautājumu»: the noun stands after the other attribute
  const joined = doc.tokens[i + 1]?.lower === 'un';
  for (let k = i + 1; k <= head; k++) {
    const next = doc.tokens[k] as Token;
    if (next.kind === 'mark' || next.lower === 'un' || ADJECTIVE.test(next.lower)) continue;
    if (agrees(lower, next.lower)) return true;
    if (!joined) return false;
  }
  return false;
}

/** Whether a genitive adjective can belong to the genitive noun after it. */
function agrees(adjective: string, noun: string): boolean {
  if (adjective.endsWith('ās')) return /(?:[ae]s|sts|vs|pils)$/u.test(noun);
  if (adjective.endsWith('o')) return /u$/u.test(noun);
  if (adjective.endsWith('ā')) return /(?:a|us|ens|ns)$/u.test(noun);
  return false;
}

/** «… un Vecpiebalgas novadu bāriņtiesa»: after the list stands a plural that all its items share. */
function sharesHead(doc: SegmentedArticle, i: number, head: number): boolean {
  for (let k = i + 1; k < head; k++) {
    if (/^(?:novadu|pilsētu|pagastu|rajonu)$/u.test(doc.tokens[k]?.lower ?? '')) return true;
  }
  return false;
}
