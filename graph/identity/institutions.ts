import { fold, slug } from '../../pipeline/0-contract/fold.js';
import { type Candidate, type Comparable, candidate, type Known, nameOf, type Resemblance, unique } from './known.js';
import type { Renaming } from './renamed.js';
import { differByOneSlip, digits, placeOf, stem, unitOf, withoutFillers, wordsOf } from './words.js';

interface Read {
  readonly known: Known;
  readonly name: string;
  readonly words: readonly string[];
  /** Units that own it, each without its period. */
  readonly owners: readonly string[];
  /** The name without its owner and what may be left out. */
  readonly own: string;
  readonly types: readonly string[];
  /** Other names that articles give it: those in quotes or in capitals, slugs. */
  readonly telling: readonly string[];
}

/** Companies, which their legal form tells apart. */
const COMPANY: ReadonlySet<string> = new Set(['sia', 'as', 'vsia', 'vas', 'ik']);

/** `SPA`, `LM`: capitals only. */
const isAbbreviation = (name: string): boolean => /^\p{Lu}{2,8}$/u.test(name);

function read(known: Known): Read {
  const name = nameOf(known);
  const words = wordsOf(name);
  const owners = unique(known.said.flatMap(({ says }) => (says.owner === undefined ? [] : [unitOf(says.owner)])));
  const [owner] = owners;
  const ownerFirst = owner !== undefined && words.length > 1 && stem(words[0] ?? '') === placeOf(owner);
  const aliases = unique(known.said.flatMap(({ says }) => says.aliases));
  return {
    known,
    name,
    words,
    owners,
    own: withoutFillers(ownerFirst ? words.slice(1) : words).join(' '),
    types: unique(known.said.flatMap(({ says }) => says.type ?? [])),
    telling: aliases.filter((alias) => isAbbreviation(alias) || /[“"„]/u.test(alias)).map(slug),
  };
}

/** The innermost name in quotes. */
export const coreOf = (name: string): string | undefined => {
  const inner = /[“„"]([^“”„"]+)[”“"]+$/u.exec(name)?.[1];
  return inner === undefined ? undefined : fold(inner);
};

/** First letters of words, with and without «un». */
const initialsOf = (words: readonly string[]): string[] =>
  [words, words.filter((word) => word !== 'un')].map((some) => some.map((word) => word.charAt(0)).join(''));

/** `LM Sociālo pakalpojumu departaments` and `Labklājības ministrijas Sociālo pakalpojumu departaments`. */
function spellsOut(short: Read, long: Read): boolean {
  const [letters = '', ...rest] = short.words;
  const first = short.name.split(' ')[0] ?? '';
  if (!isAbbreviation(first) || COMPANY.has(letters) || rest.length === 0) return false;
  const lead = long.words.slice(0, long.words.length - rest.length);
  return (
    lead.length >= 2 &&
    long.words.slice(lead.length).join(' ') === rest.join(' ') &&
    initialsOf(lead).includes(letters) &&
    lead.join(' ') !== letters
  );
}

const ownersDiffer = (a: Read, b: Read): boolean =>
  a.owners.length > 0 && b.owners.length > 0 && !a.owners.some((owner) => b.owners.includes(owner));

const sameOwner = (a: Read, b: Read): boolean => a.owners.some((owner) => b.owners.includes(owner));

/** Shorter names differ by one letter too easily. */
const LONG = 12;

function resemblance(a: Read, b: Read, all: readonly Read[], renamings: readonly Renaming[]): Resemblance | undefined {
  const found = (sure: boolean, because: string): Resemblance => ({ a: a.known.key, b: b.known.key, sure, because });
  const names = `«${a.name}» and «${b.name}»`;
  const renamed = renamings.find(
    ({ from, to }) => (from === a.known.key && to === b.known.key) || (from === b.known.key && to === a.known.key),
  );
  if (renamed) return found(true, `renamed on ${renamed.on}: ${renamed.source}`);
  if (ownersDiffer(a, b)) return undefined;
  if (sameOwner(a, b) && a.own === b.own)
    return found(true, `${names} have one owner and differ only in words that may be left out`);
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    if (spellsOut(short, long)) {
      const others = all.filter((other) => spellsOut(short, other));
      return found(others.length === 1, `«${short.name}» may be short for «${long.name}»`);
    }
    if (long.telling.includes(slug(short.name))) {
      if (!isAbbreviation(short.name)) return found(true, `one article calls «${long.name}» also «${short.name}»`);
      const others = all.filter(({ telling }) => telling.includes(slug(short.name)));
      const spelt = initialsOf(long.words).includes(slug(short.name));
      return found(
        others.length === 1 && spelt,
        `an article introduces «${short.name}» for «${long.name}»${others.length > 1 ? `; ${others.length} bodies are called so` : ''}`,
      );
    }
  }
  const slip =
    Math.min(a.own.length, b.own.length) >= LONG && digits(a.own) === digits(b.own) && differByOneSlip(a.own, b.own);
  if (slip) return found(sameOwner(a, b), `${names} differ by one letter${sameOwner(a, b) ? ', with one owner' : ''}`);
  const core = coreOf(a.name);
  if (core !== undefined && core === coreOf(b.name) && a.types.some((type) => b.types.includes(type)))
    return found(false, `${names} have one name in quotes`);
  return undefined;
}

/** Pairs of institutions that resemble each other. */
export function resemblancesOfInstitutions(
  known: readonly Known[],
  renamings: readonly Renaming[],
  comparable: Comparable,
): Resemblance[] {
  const all = known.map(read);
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => comparable(a.known, b.known))
      .flatMap((b) => resemblance(a, b, all, renamings) ?? []),
  );
}

/** Parts of a body: whose they are must be told. */
const PARTS: ReadonlySet<string> = new Set(['department', 'committee']);

/** A department whose owner no article tells, named by several: each may mean its own. */
export function departmentsOfOneName(known: Known): Candidate | undefined {
  const { owners, types, words, name } = read(known);
  const articles = unique(known.said.map(({ article }) => article));
  const ownerless = owners.length === 0 && types.some((type) => PARTS.has(type)) && words.length <= 4;
  if (!ownerless || articles.length < 2 || isAbbreviation(name.split(' ')[0] ?? '')) return undefined;
  const sides = articles.map((article) => ({ key: known.key, articles: [article] }));
  return candidate(known.kind, 'apart', sides, [`no article tells whose «${name}» it means`]);
}
