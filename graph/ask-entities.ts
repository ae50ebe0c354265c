import distance from 'natural/lib/natural/distance/index.js';
import { Stop } from '../pipeline/0-contract/errors.js';
import { fold } from '../pipeline/0-contract/fold.js';
import type { EntityType } from './queries.js';
import type { GraphStore, Row } from './store.js';

/** An entity or article that something typed may mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** Label, lower case: `municipality`. */
  readonly kind: string;
  /** Kind within the kind: `novads`, `pilot`; empty where there is none. */
  readonly type: string;
  /** Number of articles that name it. */
  readonly articles: number;
  /** Of a municipality: `2009–2021`, `until 2009`, `since 2021`. */
  readonly years?: string;
}

interface Found extends Candidate {
  /** An article names it or claims something of it; false for a municipality that only reference data know. */
  readonly spokenOf: boolean;
  /** Of a project. */
  readonly number?: string;
  readonly aliases: readonly string[];
  readonly forms: readonly string[];
}

type Fit = (found: Found, typed: string, folded: string) => boolean;

const isId: Fit = ({ id }, typed) => typed === id;
/** Ways in which a name fits, best first. */
const NAMES: readonly Fit[] = [
  ({ name }, _, folded) => fold(name) === folded,
  ({ aliases }, _, folded) => aliases.some((alias) => fold(alias) === folded),
  ({ number }, _, folded) => number !== undefined && bareNumber(number) === bareNumber(folded),
  ({ forms }, _, folded) => forms.includes(folded),
];
/** Part of a name: a surname, the first words of a title. */
const isPart: Fit = ({ forms }, _, folded) =>
  forms.some((form) => wordsOf(folded).every((word) => ` ${form}`.includes(` ${word}`)));

/** Territories without a council of their own since 2009: whoever types `tukums` means Tukuma novads, if it is there. */
const PARTS_OF_MUNICIPALITIES: readonly string[] = ['pilsēta', 'pagasts'];
const whole = ({ type }: Found): boolean => !PARTS_OF_MUNICIPALITIES.includes(type);

const both =
  (condition: (found: Found) => boolean, measure: Fit): Fit =>
  (found, typed, folded) =>
    condition(found) && measure(found, typed, folded);

/**
 * The first that fits any candidate is what is meant. What articles speak of comes before what only reference data know;
 * but a city of its own is not the novads around it: `Daugavpils` is no Daugavpils novads.
 */
const FITS: readonly Fit[] = [
  isId,
  ...NAMES.map((measure) => both((found) => whole(found) && found.spokenOf, measure)),
  ...NAMES.map((measure) => both(({ spokenOf }) => spokenOf, measure)),
  ...NAMES,
  both(({ spokenOf }) => spokenOf, isPart),
  isPart,
];

/** How many names are offered when none fits. */
const SUGGESTED = 5;

const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}./-]+/u).filter((word) => word !== '');

/** `Nr. 9.2.1.1./15/I/001` and `9.2.1.1/15/i/001` are one number. */
const bareNumber = (text: string): string =>
  fold(text)
    .replace(/^(?:projekt\p{L}* )?nr\.?/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const LABELS: Readonly<Record<Exclude<EntityType, 'article'>, string>> = {
  entity: 'Entity',
  municipality: 'Municipality',
  project: 'Project',
  person: 'Person',
  institution: 'Institution',
  event: 'Event',
};

/**
 * What a typed name means: `$name` of a query takes an id, or a name that several nodes share (a municipality before and
 * after a reform).
 * @returns the value for the query, and what else the typed name might have meant, less well
 * @throws Stop when nothing fits (with the nearest names) or several fit equally well (with all of them)
 */
export async function matchEntity(
  store: GraphStore,
  type: EntityType,
  typed: string,
): Promise<{ value: string; name: string; others: readonly Candidate[] }> {
  const folded = fold(typed);
  const all = await candidatesFor(store, type, typed, folded);
  for (const [rank, fits] of FITS.entries()) {
    const fitting = all.filter((found) => fits(found, typed, folded));
    const [first] = fitting;
    if (!first) continue;
    if (!sameThing(fitting)) {
      throw new Stop(`«${typed}» may be any of these; say which by its name or id:\n${listed(fitting)}`);
    }
    const others = FITS.slice(rank + 1).flatMap((looser) =>
      all.filter((found) => found.spokenOf && !fitting.includes(found) && looser(found, typed, folded)),
    );
    return {
      value: fitting.length === 1 ? first.id : first.name,
      name: first.name,
      others: [...new Set(others)],
    };
  }
  const nearest = await suggestions(store, type, folded);
  throw new Stop(
    nearest.length === 0
      ? `no ${type} is named «${typed}»; the graph holds none at all`
      : `no ${type} is named «${typed}»; the nearest:\n${listed(nearest)}`,
  );
}

/** One node, or municipalities of one name: the same place in the boundaries of other years. */
const sameThing = (fitting: readonly Found[]): boolean =>
  fitting.length === 1 ||
  (fitting.every(({ name, kind }) => name === fitting[0]?.name && kind === 'municipality') &&
    new Set(fitting.map(({ id }) => periodOf(id))).size === fitting.length);

/** The last part of a municipality's id (`novads-tukuma-2009`): two pagasti of one name have one in common. */
const periodOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1);

/** All that could fit by any measure of `FITS`; which does, is decided there. */
async function candidatesFor(store: GraphStore, type: EntityType, typed: string, folded: string): Promise<Found[]> {
  if (type === 'article') return allArticles(store);
  const longest = wordsOf(folded).sort((a, b) => b.length - a.length)[0] ?? folded;
  const rows = await store.read(
    `MATCH (entity:${LABELS[type]})
     WHERE $typed IN [entity.id, entity.name] OR any(form IN entity.forms WHERE form CONTAINS $longest)
       OR entity.number IS NOT NULL
     RETURN entity.id AS id, entity.name AS name, entity.number AS number, entity.type AS type, labels(entity) AS labels, entity.aliases AS aliases,
       entity.forms AS forms, ${ABOUT}`,
    { typed, longest },
  );
  return rows.map(foundOf);
}

/** How much articles speak of `entity`, and when there was such a municipality. */
const ABOUT = `entity.reference IS NULL OR EXISTS { (entity)<-[:MENTIONS|SUBJECT|OBJECT]-() } AS spokenOf,
  CASE WHEN entity:Municipality THEN left(toString(entity.from), 4) END AS from,
  CASE WHEN entity:Municipality THEN left(toString(entity.until), 4) END AS until,
  COUNT { (entity)<-[:MENTIONS]-(:Article) } AS articles`;

const foundOf = (row: Row): Found => ({
  id: row.id as string,
  name: row.name as string,
  kind: ((row.labels as string[]).find((label) => label !== 'Entity') ?? 'Entity').toLowerCase(),
  type: (row.type as string | null) ?? '',
  articles: row.articles as number,
  spokenOf: row.spokenOf as boolean,
  ...yearsOf(row),
  ...(row.number ? { number: row.number as string } : {}),
  aliases: (row.aliases as string[] | null) ?? [],
  forms: (row.forms as string[] | null) ?? [],
});

function yearsOf({ from, until }: Row): { years?: string } {
  if (from && until) return { years: `${String(from)}–${String(until)}` };
  if (from) return { years: `since ${String(from)}` };
  return until ? { years: `until ${String(until)}` } : {};
}

async function allArticles(store: GraphStore): Promise<Found[]> {
  const rows = await store.read(
    'MATCH (article:Article) RETURN article.id AS id, article.title AS title, article.url AS url',
  );
  return rows.map(({ id, title, url }) => ({
    id: id as string,
    name: title as string,
    kind: 'article',
    type: '',
    articles: 1,
    spokenOf: true,
    aliases: url ? [url as string] : [],
    forms: [fold(title as string)],
  }));
}

/** The nearest names by Jaro-Winkler, which favours a common beginning, where Latvian words keep their stem. */
async function suggestions(store: GraphStore, type: EntityType, folded: string): Promise<Candidate[]> {
  const all =
    type === 'article'
      ? await allArticles(store)
      : (
          await store.read(
            `MATCH (entity:${LABELS[type]})
             RETURN entity.id AS id, entity.name AS name, entity.type AS type, labels(entity) AS labels, entity.aliases AS aliases,
               ${ABOUT}`,
          )
        ).map(foundOf);
  return all
    .map((found) => ({
      found,
      // a name that articles know first, where others are as near
      near:
        (found.spokenOf ? 0.01 : 0) +
        Math.max(...[found.name, ...found.aliases].map((name) => distance.JaroWinklerDistance(folded, fold(name), {}))),
    }))
    .sort((a, b) => b.near - a.near || (a.found.name < b.found.name ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ found }) => found);
}

const listed = (candidates: readonly Candidate[]): string =>
  [...candidates]
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
    .slice(0, 20)
    .map(
      ({ id, name, kind, type, years, articles }) =>
        `  ${name}  (${[type || kind, ...(years ? [years] : [])].join(' ')}, ${articles} ${articles === 1 ? 'article' : 'articles'}, id ${id})`,
    )
    .join('\n');
