import { fold } from '../../pipeline/0-contract/fold.js';
import { type Candidate, type Comparable, candidate, type Known, nameOf, type Resemblance, unique } from './known.js';
import { digits, othersIn, slips } from './words.js';

/** `9.2.1.1/15/I/001`; not `4.3.5.4`, which is a measure that many projects carry out. */
export const isIdentifying = (number: string): boolean => number.split('/').length >= 2 || /^\p{L}+-\d+$/u.test(number);

const bare = (number: string): string => fold(number).replace(/[^\p{L}\p{N}]/gu, '');

const numbersOf = ({ said }: Known): string[] =>
  unique(said.flatMap(({ says }) => (says.number && isIdentifying(says.number) ? [says.number] : [])));

const typesOf = ({ said }: Known): string[] => unique(said.flatMap(({ says }) => says.type ?? []));

/** A project that articles name by its number only. */
const isUntitled = (known: Known): boolean => /^projekts nr\./u.test(fold(nameOf(known)));

const titleOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Above this share of equal letters two titles are one, misspelt, if they are long enough to tell. */
const NEAR = 0.9;
const LONG = 12;

function nearlyEqual(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (longest < LONG || Math.abs(a.length - b.length) > longest * (1 - NEAR) || digits(a) !== digits(b)) return false;
  // what the letters alone rule out need not be counted, which takes long
  return othersIn(a, b) <= longest * (1 - NEAR) && 1 - slips(a, b) / longest >= NEAR;
}

/** `soli pa solim` of `soli pa solim: jauniešu ar invaliditāti ceļš`. */
const isBeginning = (a: string, b: string): boolean =>
  a.split(' ').length >= 2 && (b.startsWith(`${a} `) || a.startsWith(`${b} `));

/** True when both have numbers and none in common. */
export function numbersDiffer(a: Known, b: Known): boolean {
  const [of, other] = [numbersOf(a).map(bare), numbersOf(b).map(bare)];
  return of.length > 0 && other.length > 0 && !of.some((number) => other.includes(number));
}

/** A project as one article calls it, with all numbers that articles give it. */
export interface Called {
  readonly title: string;
  /** Bare. */
  readonly numbers: readonly string[];
}

/** @param names and `numbers` as articles tell them */
export const calledProjects = (names: readonly string[], numbers: readonly string[]): Called[] => {
  const told = numbers.filter(isIdentifying).map(bare);
  return names.map((name) => ({ title: titleOf(name), numbers: told }));
};

/** False for two projects whatever else articles say of them, true for what `decide` has to look at. */
export const mayBeOneProject = (a: Called, b: Called): boolean =>
  a.numbers.some((number) => b.numbers.includes(number)) ||
  isBeginning(a.title, b.title) ||
  isBeginning(b.title, a.title) ||
  nearlyEqual(a.title, b.title);

/** What projects are compared by. */
interface Read {
  readonly known: Known;
  readonly title: string;
  /** Numbers that tell a project, as articles write them. */
  readonly numbers: readonly string[];
  readonly types: readonly string[];
}

const read = (known: Known): Read => ({
  ...{ known, title: titleOf(nameOf(known)) },
  ...{ numbers: numbersOf(known), types: typesOf(known) },
});

function resemblance(a: Read, b: Read): Resemblance | undefined {
  const found = (sure: boolean, because: string): Resemblance => ({ a: a.known.key, b: b.known.key, sure, because });
  const others = b.numbers.map(bare);
  const number = a.numbers.find((one) => others.includes(bare(one)));
  const names = `«${nameOf(a.known)}» and «${nameOf(b.known)}»`;
  const sameType = a.types.some((type) => b.types.includes(type));
  const alike = nearlyEqual(a.title, b.title);
  const begins = isBeginning(a.title, b.title);
  if (number !== undefined) {
    // an activity or a pilot may be given the number of its project
    if (!sameType && !alike) return undefined;
    const fits = alike || begins || isUntitled(a.known) || isUntitled(b.known) || isBeginning(b.title, a.title);
    return found(sameType && fits, `${names} have one number, ${number}${fits ? '' : ', but other titles'}`);
  }
  if (a.numbers.length > 0 && b.numbers.length > 0) return undefined;
  if (alike) return found(sameType, `the titles ${names} differ by a slip${sameType ? '' : ', but also in kind'}`);
  if (begins) return found(false, `${names}: one title begins with the other`);
  return undefined;
}

/** Pairs of projects that resemble each other. */
export function resemblancesOfProjects(known: readonly Known[], comparable: Comparable): Resemblance[] {
  const all = known.map(read);
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => comparable(a.known, b.known))
      .flatMap((b) => resemblance(a, b) ?? []),
  );
}

/** One title to which articles give different numbers. */
export function projectsOfOneTitle(known: Known): Candidate | undefined {
  const numbers = numbersOf(known);
  const different = unique(numbers.map(bare));
  if (different.length < 2) return undefined;
  const sides = different.map((number) => ({
    key: known.key,
    articles: known.said
      .filter(({ says }) => says.number !== undefined && bare(says.number) === number)
      .map(({ article }) => article),
  }));
  return candidate(known.kind, 'apart', sides, [`one title, different numbers: ${numbers.join(', ')}`]);
}
