import { fold } from '../../pipeline/0-contract/fold.js';
import { type Candidate, type Comparable, candidate, type Known, nameOf, type Resemblance, unique } from './known.js';
import { digits, slips } from './words.js';

/** `9.2.1.1/15/I/001`; not `4.3.5.4`, which is a measure that many projects carry out. */
export const isIdentifying = (number: string): boolean => number.split('/').length >= 2 || /^\p{L}+-\d+$/u.test(number);

const bare = (number: string): string => fold(number).replace(/[^\p{L}\p{N}]/gu, '');

const numbersOf = ({ said }: Known): string[] =>
  unique(said.flatMap(({ says }) => (says.number && isIdentifying(says.number) ? [says.number] : [])));

const typesOf = ({ said }: Known): string[] => unique(said.flatMap(({ says }) => says.type ?? []));

/** A project that articles name by its number only. */
const isUntitled = (known: Known): boolean => /^projekts nr\./u.test(fold(nameOf(known)));

const titleOf = (known: Known): string =>
  fold(nameOf(known))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Above this share of equal letters two titles are one, misspelt, if they are long enough to tell. */
const NEAR = 0.9;
const LONG = 12;

function nearlyEqual(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (longest < LONG || Math.abs(a.length - b.length) > longest * (1 - NEAR) || digits(a) !== digits(b)) return false;
  return 1 - slips(a, b) / longest >= NEAR;
}

/** `soli pa solim` of `soli pa solim: jauniešu ar invaliditāti ceļš`. */
const isBeginning = (a: string, b: string): boolean =>
  a.split(' ').length >= 2 && (b.startsWith(`${a} `) || a.startsWith(`${b} `));

/** True when both have numbers and none in common. */
export function numbersDiffer(a: Known, b: Known): boolean {
  const [of, other] = [numbersOf(a).map(bare), numbersOf(b).map(bare)];
  return of.length > 0 && other.length > 0 && !of.some((number) => other.includes(number));
}

function resemblance(a: Known, b: Known): Resemblance | undefined {
  const found = (sure: boolean, because: string): Resemblance => ({ a: a.key, b: b.key, sure, because });
  const others = numbersOf(b).map(bare);
  const number = numbersOf(a).find((one) => others.includes(bare(one)));
  const [title, other] = [titleOf(a), titleOf(b)];
  const names = `«${nameOf(a)}» and «${nameOf(b)}»`;
  const sameType = typesOf(a).some((type) => typesOf(b).includes(type));
  const alike = nearlyEqual(title, other);
  if (number !== undefined) {
    // an activity or a pilot may be given the number of its project
    if (!sameType && !alike) return undefined;
    const untitled = isUntitled(a) || isUntitled(b);
    const fits = alike || untitled || isBeginning(title, other) || isBeginning(other, title);
    return found(sameType && fits, `${names} have one number, ${number}${fits ? '' : ', but other titles'}`);
  }
  if (numbersDiffer(a, b)) return undefined;
  if (alike) return found(sameType, `the titles ${names} differ by a slip${sameType ? '' : ', but also in kind'}`);
  if (isBeginning(title, other)) return found(false, `${names}: one title begins with the other`);
  return undefined;
}

/** Pairs of projects that resemble each other. */
export const resemblancesOfProjects = (all: readonly Known[], comparable: Comparable): Resemblance[] =>
  all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => comparable(a, b))
      .flatMap((b) => resemblance(a, b) ?? []),
  );

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
