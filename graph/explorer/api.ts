/**
 * What the server of the explorer answers and its page reads: plain data, as JSON. Dates are ISO, as exact as the article
 * (`2019`, `2019-05`, `2019-05-16`).
 */
import type { QueryColumn, QueryParameter } from '../queries.js';
import type { Question as ReviewQuestion } from '../review.js';
import type { Row } from '../store.js';

export const KINDS = ['person', 'municipality', 'institution', 'project', 'event', 'date'] as const;
export type Kind = (typeof KINDS)[number];

export interface EntityRef {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** Kind within the kind (`novads`, `pilot`); empty where there is none. */
  readonly type: string;
}

export interface ArticleRef {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly source: string | null;
}

/** How long a fact holds and with what status. */
export interface Holding {
  readonly role: string | null;
  readonly status: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Overview {
  readonly store: string;
  readonly version: string;
  readonly articles: number;
  readonly undated: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly loaded: string | null;
  readonly entities: Readonly<Record<Kind, number>>;
  readonly claims: number;
  readonly latest: readonly ArticleRef[];
  /** With the most participants first. */
  readonly projects: readonly (EntityRef & { readonly members: number })[];
}

/** What `/api/state` answers; its header says what state the graph is in, once it is open. */
export interface ServerState {
  /** Absent when the graph is open. */
  readonly opening?: {
    /** Milliseconds that it has been going on. */
    readonly since: number;
    /** Milliseconds that it took the last time; null when that is not known of this graph. */
    readonly lasts: number | null;
  };
}

export interface SearchAnswer {
  readonly entities: readonly (EntityRef & { readonly articles: number; readonly aliases: readonly string[] })[];
  readonly articles: readonly (ArticleRef & { readonly excerpt: Excerpt })[];
  /** How many articles fit in all. */
  readonly found: number;
  /** Share of the texts that can be searched already, 0 to 1: they are read after the start. */
  readonly ready: number;
}

/** A stretch of a text; `marks` are half-open offsets within it. */
export interface Excerpt {
  readonly text: string;
  /** Where it begins in the article's text. */
  readonly start: number;
  readonly marks: readonly (readonly [number, number])[];
}

export interface ClaimAnswer extends Holding {
  readonly id: string;
  readonly type: string;
  readonly fact: string;
  readonly subject: EntityRef;
  readonly object: EntityRef | null;
  readonly rule: string;
  readonly sentence: string;
  /** Offsets of the sentence in the article's text. */
  readonly start: number;
  readonly end: number;
  readonly evidence: readonly string[];
  readonly article: ArticleRef;
}

/** The sum of claims. */
export interface FactAnswer extends Holding {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly articles: number;
}

/** A fact of an entity, with who or what is at its other end. */
export interface EntityFact extends FactAnswer {
  readonly other: EntityRef;
}

export interface EntityAnswer extends EntityRef {
  readonly aliases: readonly string[];
  /** The words by which articles name it, the most frequent first. */
  readonly words: readonly string[];
  readonly confidence: number;
  /** What else is known of it, by the names of graph/schema.yaml. */
  readonly properties: Readonly<Record<string, string>>;
  readonly wholes: readonly EntityRef[];
  readonly parts: readonly EntityRef[];
  /** Of a municipality: what it came from, and what came of it. */
  readonly earlier: readonly EntityRef[];
  readonly later: readonly EntityRef[];
  readonly facts: readonly EntityFact[];
  /** The latest article first, at most some hundred. */
  readonly claims: readonly ClaimAnswer[];
  readonly claimCount: number;
  readonly articles: readonly NamingArticle[];
  readonly articleCount: number;
}

export interface NamingArticle extends ArticleRef {
  readonly url: string | null;
  readonly mentions: number;
  /** The first sentence that names it, and the words in it. */
  readonly excerpt: Excerpt;
}

export interface MentionAnswer {
  readonly start: number;
  readonly end: number;
  readonly entity: EntityRef;
  readonly rule: string;
  readonly confidence: number;
}

export interface ArticleAnswer extends ArticleRef {
  readonly url: string | null;
  readonly author: string | null;
  readonly language: string;
  readonly publishedMethod: string;
  readonly loadedAt: string;
  readonly text: string;
  readonly mentions: readonly MentionAnswer[];
  readonly claims: readonly ClaimAnswer[];
  /** The other publications of its story: the original first, where it is itself a copy; then in the order of publication. */
  readonly copies: readonly (ArticleRef & { readonly url: string | null; readonly original: boolean })[];
  readonly counts: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly value: number;
    readonly found: number | null;
    readonly of: string;
  }[];
}

export interface QuestionAnswer {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly Row[];
  /** There were more rows than are given. */
  readonly cut: boolean;
  readonly understood: readonly { readonly parameter: string; readonly typed: string; readonly as: string }[];
  /** Name in a cell → entity; its id is empty where several have the name. */
  readonly entities: Readonly<Record<string, EntityRef>>;
  /** Title in a cell → id of the article. */
  readonly articles: Readonly<Record<string, string>>;
}

export interface Question {
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly parameters: readonly QueryParameter[];
  readonly columns: readonly QueryColumn[];
  readonly cypher: string;
}

export interface GraphNode extends EntityRef {
  /** Number of facts that it stands in, shown or not. */
  readonly degree: number;
}
export interface GraphEdge extends FactAnswer {
  readonly id: string;
}
export interface GraphAnswer {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** There were more than are given. */
  readonly cut: boolean;
}

/**
 * joined: articles say that it takes or will take part; declined: that it declined or left; mentioned: both are named in one
 * article and no more is said; absent from the cells: no article names both.
 */
export const STATES = ['joined', 'declined', 'mentioned', 'uncovered'] as const;
export type State = (typeof STATES)[number];

export const BOUNDARIES = ['then', '2009', '2021', '2025'] as const;
export type Boundaries = (typeof BOUNDARIES)[number];

export interface MatrixCell {
  readonly municipality: string;
  readonly project: string;
  readonly state: Exclude<State, 'uncovered'>;
  readonly status: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly articles: number;
}
export interface MatrixAnswer {
  readonly boundaries: Boundaries;
  readonly municipalities: readonly (EntityRef & { readonly region: string; readonly sortKey: string })[];
  readonly projects: readonly (EntityRef & { readonly whole: string | null; readonly sortKey: string })[];
  readonly cells: readonly MatrixCell[];
  /** Articles that name each project: the denominator behind «uncovered». */
  readonly articles: Readonly<Record<string, number>>;
}

/** What stands behind a cell of the matrix. */
export interface CellAnswer {
  readonly claims: readonly ClaimAnswer[];
  /** Articles that name both, with the first sentence that names the municipality. */
  readonly articles: readonly NamingArticle[];
}

export interface TimelineAnswer {
  readonly projects: readonly TimelineProject[];
}
export interface TimelineProject extends EntityRef {
  readonly whole: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly members: readonly (EntityRef & Holding)[];
}

/** A page of what is too close to call. */
export interface ReviewAnswer {
  readonly questions: readonly ReviewQuestion[];
  /** On all pages. */
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Sides of each question that come with passages. */
  readonly sides: number;
}

/** In place of a page, while all names are being compared. */
export interface ReviewUnderWay {
  /** Share of the names, 0 to 1. */
  readonly compared: number;
}

/** Any answer that is not 2xx. */
export interface Fault {
  readonly error: string;
}

/** An entry of data/corrections.yaml. */
export interface CorrectionLine {
  readonly id: string;
  /** What it rules, as JSON: `{"rename":"Jūras bērnī","to":"Jūras bērni"}`. */
  readonly what: string;
  readonly who: string;
  readonly why: string;
  readonly date: string | null;
}

export interface RunLine {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly command: string;
  readonly new: number | null;
  readonly changed: number | null;
  readonly unchanged: number | null;
  readonly failed: number | null;
  readonly removed: number | null;
}
