import { blocksOf } from './blocks.js';
import { Clusters, joinedByBlocks } from './clusters.js';
import { departmentsOfOneName, resemblancesOfInstitutions } from './institutions.js';
import {
  byCodePoint,
  type Candidate,
  type Comparable,
  candidate,
  isComparedKind,
  type Known,
  nameOf,
  type Resemblance,
  sideOf,
  standsFor,
  unique,
} from './known.js';
import { namesakes, partsOfName, resemblancesInFull, resemblancesOfInitials } from './persons.js';
import { numbersDiffer, projectsOfOneTitle, resemblancesOfProjects } from './projects.js';
import type { Renaming } from './renamed.js';

/** What people ruled. Keys that are not among those to decide on are passed over. */
export interface Rulings {
  readonly same: readonly { readonly a: string; readonly b: string; readonly because: string }[];
  readonly apart: readonly { readonly a: string; readonly b: string }[];
}

export const NO_RULINGS: Rulings = { same: [], apart: [] };

export interface Cluster {
  /** The key that stands for all. */
  readonly id: string;
  /** In order; `id` among them. */
  readonly keys: readonly string[];
  /** Why each was joined; empty for one key. */
  readonly because: readonly string[];
}

export interface Decision {
  readonly clusters: readonly Cluster[];
  /** In the order of their names; worked out when asked for, as loading does not. */
  readonly candidates: readonly Candidate[];
}

/**
 * Keys that hang together by common blocks or by rulings: what is decided of one depends on no key outside its region.
 * @returns keys of each, in order
 */
export function regionsOf(all: readonly Known[], rulings: Rulings, renamings: readonly Renaming[]): string[][] {
  const keys = new Set(all.map(({ key }) => key));
  const regions = joinedByBlocks(all.map((known) => ({ key: known.key, blocks: blocksOf(known, renamings) })));
  for (const { a, b } of [...rulings.same, ...rulings.apart]) if (keys.has(a) && keys.has(b)) regions.join(a, b);
  return regions.all();
}

/**
 * Which natural keys are one entity. Depends on the set of keys, on what is said under them and on the rulings, and on no
 * order; a wrong joining is worse than a missed one, so what is not sure is a candidate for people.
 * @param all keys of any kinds; only those of one kind are compared
 */
export function decide(all: readonly Known[], rulings: Rulings, renamings: readonly Renaming[]): Decision {
  const byKey = new Map(all.map((known) => [known.key, known]));
  const decisions = regionsOf(all, rulings, renamings).map((keys) =>
    decideRegion(
      keys.map((key) => byKey.get(key) as Known),
      rulings,
      renamings,
    ),
  );
  return {
    clusters: decisions.flatMap(({ clusters }) => clusters).sort((a, b) => byCodePoint(a.id, b.id)),
    get candidates() {
      return decisions.flatMap(({ candidates }) => candidates).sort((a, b) => byName(byKey, a, b));
    },
  };
}

function decideRegion(all: readonly Known[], rulings: Rulings, renamings: readonly Renaming[]): Decision {
  const known = new Map(all.map((one) => [one.key, one]));
  const pair = (a: string, b: string): string => [a, b].sort(byCodePoint).join(' ');
  const present = ({ a, b }: { a: string; b: string }): boolean => known.has(a) && known.has(b);
  const ruledSame = rulings.same.filter(present).map((ruling): Resemblance => ({ ...ruling, sure: true }));
  const ruledApart = rulings.apart.filter(present);
  const decided = new Set([...ruledSame, ...ruledApart].map(({ a, b }) => pair(a, b)));
  const blocks = new Map(all.map((one) => [one.key, blocksOf(one, renamings)]));
  const isOpen: Comparable = (a, b) =>
    blocks.get(a.key)?.some((block) => blocks.get(b.key)?.includes(block)) === true && !decided.has(pair(a.key, b.key));

  const kinds = (kind: Known['kind']): Known[] => [...known.values()].filter((one) => one.kind === kind);
  const people = kinds('person');
  const open = [
    ...resemblancesInFull(people, isOpen),
    ...resemblancesOfInstitutions(kinds('institution'), renamings, isOpen),
    ...resemblancesOfProjects(kinds('project'), isOpen),
  ];
  const first = joined(known, ruledSame, open, ruledApart);
  const short = resemblancesOfInitials(people, (key) => first.clusters.of(key), isOpen);
  const { clusters, links, unsure } = joined(known, ruledSame, [...open, ...short], ruledApart);

  const confirmed = new Set(ruledSame.filter(({ a, b }) => a === b).map(({ a }) => a));
  return {
    clusters: clusters.all().map((keys) => ({
      id: canonical(keys.map((key) => known.get(key) as Known)),
      keys,
      because: unique(links.filter(({ a, b }) => a !== b && keys.includes(a)).map(({ because }) => because)),
    })),
    get candidates() {
      const apart = [...known.values()].filter(({ key }) => !confirmed.has(key)).flatMap((one) => severalOf(one) ?? []);
      return [...questions(known, clusters, unsure), ...apart];
    },
  };
}

/** One key that may stand for several. */
function severalOf(known: Known): Candidate | undefined {
  if (known.kind === 'person') return namesakes(known);
  if (known.kind === 'institution') return departmentsOfOneName(known);
  return known.kind === 'project' ? projectsOfOneTitle(known) : undefined;
}

interface Joined {
  readonly clusters: Clusters;
  /** What was joined by. */
  readonly links: readonly Resemblance[];
  /** What is left for people. */
  readonly unsure: readonly Resemblance[];
}

/**
 * Joins what people ruled and what is sure. Where that would bring together what must stay apart, the sure ones of that
 * cluster are left for people; if the rulings alone would do it, they are not followed.
 */
function joined(
  known: ReadonlyMap<string, Known>,
  ruled: readonly Resemblance[],
  open: readonly Resemblance[],
  apart: readonly { readonly a: string; readonly b: string }[],
): Joined {
  const mustStayApart = (keys: readonly string[]): string | undefined => {
    const names = (a: string, b: string): string =>
      `that would make one of «${nameOf(known.get(a) as Known)}» and «${nameOf(known.get(b) as Known)}»`;
    const ruling = apart.find(({ a, b }) => keys.includes(a) && keys.includes(b));
    if (ruling) return names(ruling.a, ruling.b);
    for (const [i, a] of keys.entries())
      for (const b of keys.slice(i + 1))
        if (numbersDiffer(known.get(a) as Known, known.get(b) as Known)) return names(a, b);
    return undefined;
  };
  const unite = (links: readonly Resemblance[]): Clusters => {
    const clusters = new Clusters(known.keys());
    for (const { a, b } of links) clusters.join(a, b);
    return clusters;
  };
  const faultsOf = (clusters: Clusters): Map<string, string> =>
    new Map(
      clusters.all().flatMap((keys) => {
        const fault = keys.length > 1 ? mustStayApart(keys) : undefined;
        return fault === undefined ? [] : [[clusters.of(keys[0] as string), fault] as const];
      }),
    );
  const ruledClusters = unite(ruled);
  const contradicted = new Set(
    ruledClusters
      .all()
      .filter((keys) => apart.some(({ a, b }) => keys.includes(a) && keys.includes(b)))
      .map((keys) => ruledClusters.of(keys[0] as string)),
  );
  const followed = ruled.filter(({ a }) => !contradicted.has(ruledClusters.of(a)));
  const sure = open.filter((link) => link.sure);
  const wishes = unite([...followed, ...sure]);
  const faults = faultsOf(wishes);
  const kept = sure.filter(({ a }) => !faults.has(wishes.of(a)));
  const dropped = sure
    .filter(({ a }) => faults.has(wishes.of(a)))
    .map((link) => ({ ...link, because: `${link.because}; but ${faults.get(wishes.of(link.a))}` }));
  const links = [...followed, ...kept];
  return { clusters: unite(links), links, unsure: [...open.filter((link) => !link.sure), ...dropped] };
}

/** One question for two clusters, however many of their keys resemble each other. */
function questions(known: ReadonlyMap<string, Known>, clusters: Clusters, unsure: readonly Resemblance[]): Candidate[] {
  const between = new Map<string, Resemblance[]>();
  for (const link of unsure) {
    const [of, other] = [clusters.of(link.a), clusters.of(link.b)].sort(byCodePoint);
    if (of === other) continue;
    const id = `${of} ${other}`;
    between.set(id, [...(between.get(id) ?? []), link]);
  }
  return [...between.values()].map((links) => {
    const [first] = [...links].sort((x, y) => byCodePoint(`${x.a} ${x.b}`, `${y.a} ${y.b}`)) as [Resemblance];
    const sides = [first.a, first.b].map((key) => sideOf(known.get(key) as Known));
    return candidate(
      known.get(first.a)?.kind ?? 'person',
      'same',
      sides,
      links.map(({ because }) => because),
    );
  });
}

const byName = (known: ReadonlyMap<string, Known>, a: Candidate, b: Candidate): number => {
  const name = ({ sides: [side] }: Candidate): string => nameOf(known.get(side?.key ?? '') as Known);
  return byCodePoint(name(a), name(b)) || byCodePoint(a.id, b.id);
};

/** A name in full before initials, one with a title before a number, the longer of an institution; then the first. */
function canonical(cluster: readonly Known[]): string {
  const [one] = cluster as [Known];
  if (!isComparedKind(one.kind)) return standsFor(one.key);
  const rank = (one: Known): number => {
    const name = nameOf(one);
    if (one.kind === 'person') return partsOfName(name).initials ? 1 : 0;
    if (one.kind === 'project') return /^Projekts Nr\./u.test(name) ? 1 : 0;
    return /^\p{Lu}{2,8}(?:\s|$)/u.test(name) ? 1 : 0;
  };
  return [...cluster].sort((a, b) => rank(a) - rank(b) || byCodePoint(a.key, b.key))[0]?.key as string;
}
