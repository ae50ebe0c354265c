import type { Located, RelateContext } from '../0-contract/rule.js';
import { Gap, type Mention, type Person, type Token } from '../0-contract/types.js';
import { type PostReading, postsAt } from '../0-latvian/posts.js';
import { covers, isInstitution, isMunicipality, isProject } from './scene.js';

export type PersonHere = Located & { readonly entity: Person };

/** A person with a post, and where: `institution` or, for heads of a territory, `municipality`. */
export interface Holding {
  readonly person: PersonHere;
  readonly post: PostReading;
  /** Half-open range of the post's tokens, what belongs to it included (`padomniece veselības jautājumos`). */
  readonly first: number;
  readonly last: number;
  readonly place?: Located;
  readonly sentences: readonly number[];
}

export const isPerson = (located: Located): located is PersonHere => located.entity.kind === 'person';

/** The reading that agrees with the person; a plural may be shared by two. */
export function agreeing(readings: readonly PostReading[], person: Person, plural = false): PostReading | undefined {
  const fits = readings.filter(
    ({ number, gender }) => (number === 'plural') === plural && (!person.gender || gender === person.gender),
  );
  return fits.find((reading) => reading.case === 'nominative') ?? fits[0];
}

const MAX_TAIL = 7;
/** What belongs to a post ends in an oblique case (`… sociālajos jautājumos`, `darbā ar jauniešiem`), a verb does not. */
const TAIL_END = /(?:os|ās|ā|ē|ī|iem|ām|ēm|īm|u|ai|am)$/u;
const ATTRIBUTES = 3;

/** Whether tokens from..to hold only lower-case words: what may stand between a post and its name. */
export function onlyPlainWords(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.capital || token.gap === Gap.paragraph) return false;
  }
  return true;
}

/** The post that ends before token `end`, with at most a plain tail between; searched backwards to `start`. */
export function postBefore(
  tokens: readonly Token[],
  start: number,
  end: number,
): { first: number; readings: PostReading[] } | undefined {
  for (let first = end - 1; first >= Math.max(start, end - MAX_TAIL - 4); first--) {
    const readings = postsAt(tokens, first).filter(({ last }) => last <= end);
    if (readings.length === 0) continue;
    const last = (readings[0] as PostReading).last;
    if (!onlyPlainWords(tokens, last, end)) return undefined;
    if (last < end && !TAIL_END.test(tokens[end - 1]?.lower ?? '')) return undefined;
    // the longest post may begin earlier: «sociālā darba speciāliste» before «speciāliste»
    for (let earlier = first - 1; earlier >= Math.max(start, first - 4); earlier--) {
      const longer = postsAt(tokens, earlier).filter((reading) => reading.last === last);
      if (longer.length > 0) return { first: earlier, readings: longer };
    }
    return { first, readings };
  }
  return undefined;
}

/**
 * The institution whose genitive stands before a post: plain words or a bracket may part them. A municipality only where
 * it stands right before the post, or with its council: what is between might be a body that was not recognised.
 */
export function placeBefore(
  context: RelateContext,
  sentence: number,
  start: number,
  post: number,
): Located | undefined {
  const { tokens } = context.doc;
  const here = context.inSentence(sentence);
  const titles = here.filter(isProject).map(({ mention }) => mention);
  const near = here.filter(
    ({ mention }) => mention.first >= start && mention.last <= post && parted(tokens, mention.last, post, titles),
  );
  const institution = near
    .filter(isInstitution)
    .findLast((located) => !isElsewhere(tokens, located.mention) && !isObject(tokens, located));
  if (institution) return institution;
  // «Viļānu pilsētas mērs»: the kind word is a part of the post too
  const shared = here.find(
    (located) => isMunicipality(located) && located.mention.first < post && located.mention.last > post,
  );
  if (shared && shared.mention.first >= start) return shared;
  const municipality = near.filter(isMunicipality).at(-1);
  if (!municipality || near.some((other) => isInstitution(other) && covers(other, municipality))) return undefined;
  return tokens.slice(municipality.mention.last, post).every(({ lower }) => COUNCIL.has(lower))
    ? municipality
    : undefined;
}

/** `fondam`, `komisijā`: to whom something is given or where somebody is, not whose post it is. */
const isElsewhere = (tokens: readonly Token[], { first, last }: Mention): boolean =>
  tokens.slice(first, last).some(({ kind, lower, capital }) => kind === 'word' && !capital && DATIVE.test(lower)) ||
  LOCATIVE.test(tokens[last - 1]?.lower ?? '');
/** `ar aģentūru`: an accusative; the genitive of a plural ends so too. */
const isObject = (tokens: readonly Token[], { mention, entity }: Located): boolean =>
  /[^aeiou]u$/u.test(tokens[mention.last - 1]?.lower ?? '') && !/(?:i|as|es)$/u.test(entity.name);
const DATIVE = /(?:[^t]am|[^t]im|[aei]i)$/u;
const LOCATIVE = /(?:ij|[^jaeiouāēīū])ā$|ē$/u;

const COUNCIL = new Set(['domes', 'padomes', 'pašvaldības']);

/** Up to three plain words, a comma or a closing quote; brackets and titles of projects do not count. */
function parted(tokens: readonly Token[], from: number, to: number, titles: readonly Mention[]): boolean {
  let words = 0;
  for (let i = from; i < to; i++) {
    const title = titles.find(({ first, last }) => first <= i && i < last && last <= to);
    if (title) i = title.last - 1;
    if (title) continue;
    const token = tokens[i] as Token;
    if (token.text === '(') {
      const close = tokens.findIndex(({ text }, k) => k > i && text === ')');
      // «institution (vadītāja Anna Kalniņa)»: the bracket is still open at the post
      if (close !== -1 && close < to) i = close;
      continue;
    }
    if (token.kind === 'word' ? token.capital : !/^[)“”"„«»,:–-]$/u.test(token.text)) return false;
    if (token.kind === 'word') words++;
    if (words > ATTRIBUTES || (words > 0 && VERB_LIKE.has(token.lower))) return false;
  }
  return true;
}

/** Words after which another clause begins, so that the institution is no longer the owner of the post. */
const VERB_LIKE = new Set(['un', 'bet', 'ir', 'bija', 'kas', 'ka', 'ar', 'par', 'no', 'pie', 'uz']);

/** The nearest institution after a token, when it follows at once: `direktore Labklājības ministrijā`. */
export function placeAfter(context: RelateContext, sentence: number, token: number): Located | undefined {
  return context.inSentence(sentence).find((located) => isInstitution(located) && located.mention.first === token);
}
