import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { NOTHING_CORRECTED } from '../corrections/match.js';
import { identityIn } from '../identity/identity.js';
import { factKey } from '../rows.js';
import { groupBy, readingOf } from '../statements.js';
import type { GraphStore, Row } from '../store.js';
import { type ClaimOfFact, factSum } from '../sum.js';
import type { Span } from './span.js';

/** Facts below it are told as uncertain. */
export const UNCERTAIN = 0.6;

/** Where something stands. */
export interface Quoted {
  readonly title: string;
  readonly published: string | null;
  readonly url: string | null;
  readonly sentence: string;
  readonly evidence: readonly string[];
}

/** As the claims together say. */
export interface FactState {
  readonly since: string | null;
  readonly until: string | null;
  readonly status: string | null;
  readonly role: string | null;
  readonly confidence: number;
}

export interface FactChange {
  readonly subject: string;
  readonly type: string;
  /** Absent with PERIOD. */
  readonly object: string | null;
  /** Absent for what is new. */
  readonly before: FactState | null;
  /** Absent for what is gone. */
  readonly after: FactState | null;
  /** Of what is new or changed the words of the runs, of what is gone those that said so. */
  readonly sources: readonly Quoted[];
}

export interface Diff {
  readonly span: Span;
  /** Articles: `change` is new, changed or removed. */
  readonly articles: readonly Row[];
  readonly joined: readonly FactChange[];
  readonly posts: readonly FactChange[];
  readonly facts: readonly FactChange[];
  readonly changed: readonly FactChange[];
  readonly gone: readonly FactChange[];
  /** People whom no article named before: `name`, `position`, `institution`, `source`. */
  readonly people: readonly Row[];
  /** Answers of queries/contradictions.cypher of which the runs brought one side. */
  readonly contradictions: readonly Row[];
  /** Numbers that do not fit what was found: `text`, `value`, `found`, `of` and where. */
  readonly counts: readonly Row[];
}

/** What runs brought: the difference between what was known just before the first and just after the last. */
export async function diff(store: GraphStore, span: Span): Promise<Diff> {
  const { first, last } = span;
  const read = (name: string, params = {}): Promise<Row[]> => store.read(readingOf(name), { first, last, ...params });
  const changes = await factChanges(store, span);
  const added = changes.filter(({ before }) => before === null);
  const known = new Set((await read('span-named')).map(({ id }) => id));
  return {
    span,
    articles: articleChanges(await read('span-articles'), span),
    joined: added.filter(({ type }) => type === 'PARTICIPATES_IN'),
    posts: added.filter(({ type }) => POSTS.includes(type)),
    facts: added.filter(({ type }) => type !== 'PARTICIPATES_IN' && !POSTS.includes(type)),
    changed: changes.filter(({ before, after }) => before !== null && after !== null),
    gone: changes.filter(({ after }) => after === null),
    people: (await read('span-people')).filter(({ id }) => !known.has(id)),
    contradictions: await store.read(contradictions(), {
      entity: null,
      on: null,
      confidence: 0,
      firstRun: first,
      lastRun: last,
    }),
    counts: await read('span-counts'),
  };
}

const contradictions = (): string => readFileSync(join(packageRoot, 'queries', 'contradictions.cypher'), 'utf8');

const POSTS: readonly string[] = ['HEADS', 'WORKS_AT'];

export const isEmpty = ({ span: _, ...lists }: Diff): boolean =>
  Object.values(lists).every(({ length }) => length === 0);

interface Version {
  readonly run: string;
  /** Absent for what still stands. */
  readonly closedBy?: string | null;
}
const knownBefore = ({ run, closedBy }: Version, first: string): boolean => run < first && (closedBy ?? first) >= first;
const knownAfter = ({ run, closedBy }: Version, last: string): boolean => run <= last && (!closedBy || closedBy > last);

/** Articles that are there before and not after, or the other way, or in another version. */
function articleChanges(versions: readonly Row[], { first, last }: Span): Row[] {
  return [...groupBy(versions, 'id').values()]
    .flatMap((all): Row[] => {
      const before = all.find((one) => knownBefore(one as unknown as Version, first));
      const after = all.find((one) => knownAfter(one as unknown as Version, last));
      const shown = after ?? before;
      if (shown === undefined) return [];
      const { id, title, published, url } = shown;
      const change = before === undefined ? 'new' : after === undefined ? 'removed' : 'changed';
      return [{ change, id, title, published, url } as Row];
    })
    .sort((a, b) => ((a.id as string) < (b.id as string) ? -1 : 1));
}

interface Said extends ClaimOfFact, Version {
  readonly type: string;
  readonly subjectKey: string;
  readonly objectKey?: string;
  readonly sentence: string;
  readonly evidence: readonly string[];
  readonly subject: string;
  readonly object: string | null;
  readonly title: string;
  readonly url: string | null;
}

async function factChanges(store: GraphStore, { first, last }: Span): Promise<FactChange[]> {
  const identity = identityIn((cypher, params) => store.read(cypher, params), NOTHING_CORRECTED);
  /** The fact in the entities of today: keys may have come to stand for others since a claim was closed. */
  const factNow = async (rows: readonly Row[]): Promise<Map<Row, string>> => {
    await identity.learn(
      rows.flatMap(
        ({ subjectKey, objectKey }) =>
          [subjectKey, objectKey].filter((key) => key !== null && key !== undefined) as string[],
      ),
    );
    return new Map(
      rows.map((row) => {
        const object = (row.objectKey ?? null) as string | null;
        const to = object === null ? null : identity.entityOf(object);
        return [row, factKey(identity.entityOf(row.subjectKey as string), row.type as string, to)];
      }),
    );
  };
  const touched = await store.read(readingOf('span-facts'), { first, last });
  const facts = new Set([...touched.map(({ fact }) => fact as string), ...(await factNow(touched)).values()]);
  const rows = await store.read(readingOf('fact-history'), { facts: [...facts] });
  const claims = rows.map(({ claim, ...where }) => ({ ...(claim as Row), ...where }));
  const factOf = await factNow(claims);
  const byFact = new Map<string, Said[]>();
  for (const claim of claims) {
    const fact = factOf.get(claim) as string;
    byFact.set(fact, [...(byFact.get(fact) ?? []), { ...ABSENT, ...claim } as unknown as Said]);
  }
  return [...byFact.values()].flatMap((all) => changeOf(all, first, last)).sort(inOrder);
}

/** A property that is not there is none. */
const ABSENT = { since: null, until: null, sinceValue: null, untilValue: null, status: null, role: null };

const inOrder = (a: FactChange, b: FactChange): number => {
  const key = ({ type, object, subject }: FactChange): string => JSON.stringify([type, object, subject]);
  return key(a) < key(b) ? -1 : 1;
};

function changeOf(all: readonly Said[], first: string, last: string): FactChange[] {
  const known = all.filter((one) => knownBefore(one, first));
  const now = all.filter((one) => knownAfter(one, last));
  const before = stateOf(known);
  const after = stateOf(now);
  if (before === null && after === null) return [];
  if (before !== null && after !== null && STATE.every((key) => before[key] === after[key])) return [];
  const brought = now.filter(({ run }) => run >= first);
  // what changed because something is not said any more rests on what is still said
  const said = after === null ? known : brought.length > 0 ? brought : now;
  const { subject, type, object } = (now.at(-1) ?? known.at(-1)) as Said;
  return [{ subject, type, object, before, after, sources: quotesOf(said) }];
}

const STATE = ['since', 'until', 'status', 'role'] as const;

function stateOf(claims: readonly Said[]): FactState | null {
  if (claims.length === 0) return null;
  const sum = factSum(claims) as Record<string, string | null>;
  const { sinceValue = null, untilValue = null, status = null, role = null } = sum;
  return { since: sinceValue, until: untilValue, status, role, confidence: Number(sum.confidence) };
}

function quotesOf(claims: readonly Said[]): Quoted[] {
  const quotes = claims.map(({ title, published, url, sentence, evidence }) => ({
    title,
    published,
    url,
    sentence,
    evidence,
  }));
  const different = new Map(quotes.map((quote) => [JSON.stringify(quote), quote]));
  return [...different].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quote]) => quote);
}
