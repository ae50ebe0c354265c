import { fold } from '../../pipeline/0-contract/fold.js';
import {
  byCodePoint,
  type Candidate,
  type Comparable,
  candidate,
  inOneArticle,
  type KeySaying,
  type Known,
  nameOf,
  type Resemblance,
  unique,
} from './known.js';
import { bodyOf, differByOneSlip, placeOfBody, stem, wordsOf } from './words.js';

/** A person's name and what articles say of where they work. */
interface Read extends Name {
  readonly known: Known;
  readonly context: Context;
}

interface Context {
  readonly bodies: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Stems of the words of posts. */
  readonly roles: ReadonlySet<string>;
}

const INITIAL = /^\p{L}{1,2}\.$/u;

/** A person's name in its parts, folded. */
export interface Name {
  readonly given: string;
  readonly surname: string;
  /** Both without their endings. */
  readonly stems: string;
  /** `J. Bērziņš`: the given name is only its first letters. */
  readonly initials: boolean;
}

/** `j. p. berzins` → j, berzins. The surname is the last word, the given name the first. */
export function partsOfName(name: string): Name {
  const words = fold(name)
    .replace(/\.(?=\S)/gu, '. ')
    .split(' ');
  const [first = ''] = words;
  const initials = INITIAL.test(first);
  const given = initials ? first.slice(0, -1) : first;
  const surname = words.at(-1) ?? '';
  return { given, surname, stems: `${stem(given)} ${stem(surname)}`, initials };
}

function contextOf(said: readonly KeySaying[]): Context {
  // a person of many articles is in few places
  const at = new Set<string>();
  const roles = new Set<string>();
  for (const { says, posts } of said) {
    for (const body of [says.institution, ...posts.map((post) => post.at)]) if (body !== undefined) at.add(body);
    for (const role of [says.position, ...posts.map((post) => post.role)]) if (role !== undefined) roles.add(role);
  }
  return {
    bodies: new Set([...at].map(bodyOf)),
    places: new Set([...at].flatMap((body) => placeOfBody(body) ?? [])),
    roles: new Set([...roles].flatMap((role) => wordsOf(role).map(stem))),
  };
}

/** The context is worked out where names are alike enough to ask for it, which few are. */
function read(known: Known): Read {
  let context: Context | undefined;
  return {
    known,
    ...partsOfName(nameOf(known)),
    get context(): Context {
      context ??= contextOf(known.said);
      return context;
    },
  };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => unique(a).filter((one) => b.has(one));

/** How the contexts of two names agree, in words; `firm` when that is enough to take initials for a name. */
function agreement(a: Context, b: Context): { firm: boolean; same: boolean; words: string } | undefined {
  const bodies = shared(a.bodies, b.bodies);
  const places = shared(a.places, b.places);
  const roles = shared(a.roles, b.roles);
  if (bodies.length > 0)
    return {
      firm: true,
      same: roles.length > 0,
      words: `both at «${bodies[0]}»${roles.length > 0 ? ' in the same post' : ''}`,
    };
  if (places.length > 0 && roles.length > 0)
    return { firm: true, same: false, words: `posts of one name in one place («${places[0]}»)` };
  if (places.length > 0) return { firm: false, same: false, words: `both in one place («${places[0]}»)` };
  return undefined;
}

const gendersOf = ({ said }: Known): Set<string> => new Set(said.flatMap(({ says }) => says.gender ?? []));

function gendersDiffer(a: Known, b: Known): boolean {
  const [of, other] = [gendersOf(a), gendersOf(b)];
  return of.size === 1 && other.size === 1 && [...of][0] !== [...other][0];
}

/** The endings tell gender and case, so a slip in them tells nothing. */
const sameEnding = (a: string, b: string): boolean => a.slice(-2) === b.slice(-2);

/** Names shorter than this differ by one letter too easily. */
const LONG = 5;

/** How two names in full differ, in words. */
interface Difference {
  readonly because: string;
  /** One person where both are in one post; in all other cases people decide. */
  readonly isSlip?: boolean;
  /** Tells something only where both are firmly at one place. */
  readonly asksFirm?: boolean;
}

const near = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= LONG && sameEnding(one, other) && differByOneSlip(one, other);

const haveSameStems = (a: Name, b: Name): boolean => a.stems === b.stems;

function shareOneSurname(a: Name, b: Name): boolean {
  const [short, long] = a.surname.length < b.surname.length ? [a.surname, b.surname] : [b.surname, a.surname];
  return a.given === b.given && long.split('-').includes(short);
}

/** False for names of two people whatever articles say of them, true for what `decide` has to look at. */
export function mayBeOneName(a: Name, b: Name): boolean {
  return (
    a.initials ||
    b.initials ||
    (a.given === b.given && near(a.surname, b.surname)) ||
    (a.surname === b.surname && near(a.given, b.given)) ||
    haveSameStems(a, b) ||
    shareOneSurname(a, b)
  );
}

/** A slip of the pen, a surname more, a case that reads two ways; undefined for names of two people. */
function difference(a: Read, b: Read): Difference | undefined {
  const names = `«${nameOf(a.known)}» and «${nameOf(b.known)}»`;
  if (gendersDiffer(a.known, b.known))
    return haveSameStems(a, b) ? { because: `${names} may be cases of one name` } : undefined;
  if (a.given === b.given && near(a.surname, b.surname))
    return { because: `${names} differ by one letter`, isSlip: true };
  if (a.surname === b.surname && near(a.given, b.given))
    return { because: `${names} differ by one letter of the given name`, asksFirm: true };
  return shareOneSurname(a, b) ? { because: `${names} share one of two surnames` } : undefined;
}

/** Two names in full. The names come first: what articles say of where people work takes longer to compare. */
function inFull(a: Read, b: Read): Resemblance | undefined {
  const { because, isSlip = false, asksFirm = false } = difference(a, b) ?? {};
  if (because === undefined) return undefined;
  const agree = agreement(a.context, b.context);
  if (agree === undefined || (asksFirm && !agree.firm)) return undefined;
  const told = inOneArticle(a.known, b.known);
  return {
    a: a.known.key,
    b: b.known.key,
    sure: isSlip && agree.same && !told,
    because: `${because}; ${agree.words}${told ? '; but one article names both' : ''}`,
  };
}

/** Pairs of names in full that resemble each other. */
export function resemblancesInFull(all: readonly Known[], comparable: Comparable): Resemblance[] {
  const people = all.map(read).filter(({ initials }) => !initials);
  return people.flatMap((a, i) =>
    people
      .slice(i + 1)
      .filter((b) => comparable(a.known, b.known))
      .flatMap((b) => inFull(a, b) ?? []),
  );
}

/**
 * Initials and the full names that fit them. They are taken for one when only one person fits and the context agrees.
 * @param clusterOf which names in full are one person already
 */
export function resemblancesOfInitials(
  all: readonly Known[],
  clusterOf: (key: string) => string,
  comparable: Comparable,
): Resemblance[] {
  const people = all.map(read);
  const full = people.filter(({ initials }) => !initials);
  return people
    .filter(({ initials }) => initials)
    .flatMap((short) => {
      const fitting = full.filter(
        (one) =>
          one.surname === short.surname && one.given.startsWith(short.given) && !gendersDiffer(one.known, short.known),
      );
      const persons = new Set(fitting.map(({ known }) => clusterOf(known.key)));
      const compared = fitting.filter((one) => comparable(short.known, one.known));
      return compared.map((one): Resemblance => {
        const agree = agreement(short.context, one.context);
        const told = inOneArticle(short.known, one.known);
        const why = [
          `«${nameOf(short.known)}» may be short for «${nameOf(one.known)}»`,
          agree?.words ?? 'nothing says that they are at one place',
          ...(persons.size > 1 ? [`${persons.size} people fit the initials`] : []),
          ...(told ? ['but one article names both'] : []),
        ];
        const sure = persons.size === 1 && agree?.firm === true && !told;
        return {
          ...{ a: short.known.key, b: one.known.key, sure },
          because: sure
            ? `«${nameOf(short.known)}» is short for «${nameOf(one.known)}», the only one who fits; ${agree.words}`
            : why.join('; '),
        };
      });
    });
}

/** Years apart up to which two posts count as of one time. */
const ONE_TIME = 1;

/** A name that different articles give posts in different places at one time, or that is a man's and a woman's. */
export function namesakes(known: Known): Candidate | undefined {
  const groups = groupsOf(known.said);
  const [a, b] = farPair(groups) ?? [];
  if (a === undefined || b === undefined) return undefined;
  const where = (context: Context): string => [...unique(context.bodies)].join(', ');
  return candidate(
    known.kind,
    'apart',
    groups.map(({ said }) => ({ key: known.key, articles: said.map(({ article }) => article) })),
    [`one name, posts in different places at one time: «${where(a.context)}» and «${where(b.context)}»`],
  );
}

interface Group {
  readonly said: readonly KeySaying[];
  readonly context: Context;
}

/** Articles that give a name a post, together when they share a body or a place. */
function groupsOf(said: readonly KeySaying[]): Group[] {
  const inOrder = [...said].sort((a, b) => byCodePoint(a.article, b.article));
  let groups: Group[] = inOrder
    .map((one) => ({ said: [one], context: contextOf([one]) }))
    .filter(({ context }) => context.bodies.size > 0);
  for (let joined = true; joined; ) {
    joined = false;
    for (const [i, a] of groups.entries()) {
      const b = groups.slice(i + 1).find((other) => isOnePlace(a.context, other.context));
      if (b === undefined) continue;
      const both = [...a.said, ...b.said];
      groups = groups.map((group) => (group === a ? { said: both, context: contextOf(both) } : group));
      groups = groups.filter((group) => group !== b);
      joined = true;
      break;
    }
  }
  return groups;
}

const isOnePlace = (a: Context, b: Context): boolean =>
  shared(a.bodies, b.bodies).length > 0 || shared(a.places, b.places).length > 0;

const yearsOf = ({ said }: Group): number[] =>
  said.flatMap(({ published }) => (published === null ? [] : [Number(published.slice(0, 4))]));

function farPair(groups: readonly Group[]): [Group, Group] | undefined {
  for (const [i, a] of groups.entries())
    for (const b of groups.slice(i + 1)) {
      const far = a.context.places.size > 0 && b.context.places.size > 0;
      const atOnce = yearsOf(a).some((year) => yearsOf(b).some((other) => Math.abs(year - other) <= ONE_TIME));
      if (far && atOnce) return [a, b];
    }
  return undefined;
}
