import { Stop } from '../0-contract/errors.js';
import { type ListLine, readListLines } from '../0-contract/lists.js';
import { Gap, type Gender, type GrammaticalCase, type Token } from '../0-contract/types.js';
import { declensionOf, declineNoun, type GrammaticalNumber, type Form as NounForm } from './declension.js';
import { tokenise } from './tokens.js';

/** What a post says of its holder and the institution named with it; `none` names no employer. */
export type PostRelation = 'HEADS' | 'WORKS_AT' | 'none';

/** One way to read a post that begins at a token. */
export interface PostReading {
  /** Token after its last. */
  readonly last: number;
  /** Nominative singular in the gender read: `valdes locekle`. */
  readonly post: string;
  readonly gender: Gender;
  readonly case: GrammaticalCase;
  readonly number: GrammaticalNumber;
  readonly relation: PostRelation;
}

type Form = Omit<PostReading, 'last'>;
type Entry = { masculine: string; feminine: string; relation: PostRelation };

const FILE = 'lexicon/posts.csv';
const HEADER = 'masculine,feminine,relation';
const RELATIONS: ReadonlySet<string> = new Set<PostRelation>(['HEADS', 'WORKS_AT', 'none']);

/**
 * Rows of `data/lexicon/posts.csv`. Read by hand: no cell holds commas or quotes, and csv-parse would take as long as the
 * declining.
 * @throws Stop naming the file and the line
 */
export function postsOf([header, ...lines]: readonly ListLine[]): Entry[] {
  const refuse = (line: number, what: string): never => {
    throw new Stop(`data/${FILE}:${line}: ${what}; mend that line`);
  };
  if (header?.text !== HEADER) refuse(header?.line ?? 1, `unexpected «${header?.text}», expected ${HEADER}`);
  return lines.map(({ line, text }) => {
    const cells = text.split(',').map((cell) => cell.trim());
    const [masculine = '', feminine = '', relation = ''] = cells;
    if (cells.length !== 3) refuse(line, `unexpected ${cells.length} columns, expected ${HEADER}`);
    if (!masculine && !feminine) refuse(line, 'no post in either gender, expected at least one');
    if (!RELATIONS.has(relation)) {
      refuse(line, `column relation: unexpected «${relation}», expected one of ${[...RELATIONS].join(', ')}`);
    }
    return { masculine, feminine, relation: relation as PostRelation };
  });
}

/** Forms by their words, lower case, joined by a space; and for a first word how many words the longest post has. */
interface Index {
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly longest: ReadonlyMap<string, number>;
}

/** Forms of the words of posts; the same heads come again and again. */
type Declined = Map<string, readonly NounForm[]>;

/** Forms of a post. The words that differ from the other gender's agree with the last one, which is always declined. */
function declinePost(
  post: string,
  other: string,
  gender: Gender,
  declined: Declined,
): { key: string; head: NounForm }[] {
  const words = post.split(' ');
  const others = other.split(' ');
  const tables = words.map((word, k) => {
    if (k < words.length - 1 && (other === '' || word === others[k])) return undefined;
    const key = `${word}/${gender}`;
    const forms = declined.get(key) ?? declineNoun(word, { gender, declension: declensionOf(word, gender) });
    declined.set(key, forms);
    return forms;
  });
  const heads = tables.at(-1) ?? [];
  // the forms of all words come in the same order of cases and numbers, unless one lacks some
  return heads.map((head, n) => {
    const form = words.map((word, k) => {
      const forms = tables[k];
      if (!forms) return word;
      const same = forms[n];
      return (same?.case === head.case && same.number === head.number ? same : undefined)?.form ?? word;
    });
    return { key: keyOf(form.join(' ')), head };
  });
}

const keyOf = (form: string): string =>
  form.includes('.') || form.includes('-')
    ? tokenise(form)
        .map((token) => token.lower)
        .join(' ')
    : form.toLowerCase();

function buildIndex(): Index {
  const forms = new Map<string, Form[]>();
  const longest = new Map<string, number>();
  const declined: Declined = new Map();
  for (const { masculine, feminine, relation } of postsOf(readListLines(FILE))) {
    for (const [post, other, gender] of [
      [masculine, feminine, 'masculine'],
      [feminine, masculine, 'feminine'],
    ] as const) {
      if (!post) continue;
      for (const { key, head } of declinePost(post, other, gender, declined)) {
        const space = key.indexOf(' ');
        const first = space < 0 ? key : key.slice(0, space);
        const count = space < 0 ? 1 : key.split(' ').length;
        if ((longest.get(first) ?? 0) < count) longest.set(first, count);
        const reading = { post, gender, case: head.case, number: head.number, relation };
        const readings = forms.get(key);
        if (readings) readings.push(reading);
        else forms.set(key, [reading]);
      }
    }
  }
  return { forms, longest };
}

let index: Index | undefined;

/**
 * All readings of the longest post that begins at token `i` (`vadītāja`: a woman in the nominative, a man in the
 * genitive); empty where none does. Letter case does not matter; a post does not go over a blank line.
 */
export function postsAt(tokens: readonly Token[], i: number): PostReading[] {
  index ??= buildIndex();
  const first = tokens[i];
  const most = first && index.longest.get(first.lower);
  if (!most) return [];
  let key = first.lower;
  let best: readonly Form[] | undefined = index.forms.get(key);
  let last = i + 1;
  for (let k = i + 1; k < tokens.length && k < i + most; k++) {
    const token = tokens[k] as Token;
    if (token.gap === Gap.paragraph) break;
    key += ` ${token.lower}`;
    const readings = index.forms.get(key);
    if (!readings) continue;
    best = readings;
    last = k + 1;
  }
  return best ? best.map((form) => ({ ...form, last })) : [];
}
