/**
 * What the stages hand to each other. Imports nothing of ours.
 *
 *   collect → Page → clean → Article → segment → SegmentedArticle → recognise → Mention[]
 *   → resolve → Entity[] → relate → Fact[]; all of one article together: Extraction → load
 */

/** A stretch of an article's text: half-open UTF-16 offsets, `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// ── collect ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export type MediaType = 'text/plain' | 'text/html' | 'text/markdown' | 'application/pdf';

/** Where on a site's pages something stands: CSS selectors, from `data/sources.yaml`. They beat what is guessed. */
export interface Selectors {
  readonly title?: string | undefined;
  /** Its `datetime`, `content` or text. */
  readonly date?: string | undefined;
  readonly author?: string | undefined;
  /** All that fit, in the order of the page, are the main text. */
  readonly body?: string | undefined;
}

/** One article as it was found, before cleaning. `text` is decoded, and not yet NFC; of a PDF it is empty. */
export interface Page {
  /** Where it was read, for people: a path, `file.jsonl:12`, `standard input`. */
  readonly from: string;
  /** Path below the folder that was named, with `/`; the last resort for an id. */
  readonly path: string;
  readonly mediaType: MediaType;
  readonly text: string;
  /** The file, where it is no text (a PDF). */
  readonly bytes?: Uint8Array;
  /** What came with the article and not in it (a JSONL line, a `.url.txt`); beats what the page says of itself. */
  readonly given: { readonly id?: string; readonly url?: string; readonly title?: string; readonly published?: string };
  /** Time of the file's last change, ISO date; absent where there is no file. */
  readonly modified?: string;
  /** Of the source that it was collected from. */
  readonly select?: Selectors;
}

// ── clean ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How a publication date was found (`file`: in the file's name); `unknown` goes with the absence of a date. */
export type PublishedMethod = 'given' | 'metadata' | 'address' | 'text' | 'weekday' | 'file' | 'unknown';

/** An article as it is stored and cited. All offsets of mentions and facts count in `text`. */
export interface Article {
  /** Stable: of the address, else of the id given, else of the path. */
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  /** Who published it: a host name, or a site's own name. */
  readonly source?: string;
  readonly author?: string;
  /** ISO date, possibly partial (`2019-05`). */
  readonly published?: string;
  readonly publishedMethod: PublishedMethod;
  /** ISO 639-1 */
  readonly language: string;
  /** NFC. */
  readonly text: string;
  /** SHA-256 (hex) of everything that extraction and loading depend on. */
  readonly hash: string;
  /** Page noise, in order and apart: kept in `text`, left out of what is mined. */
  readonly noise: readonly Span[];
  /** The headline, captions, bylines and datelines of a web page, a line each: mined, but no part of what is told. */
  readonly margins?: readonly Span[];
}

// ── segment ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What stands between a token and the one before it. */
export const Gap = { none: 0, space: 1, line: 2, paragraph: 3 } as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/** A run of letters and digits, or a single other mark. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Two letters or more, all capitals. */
  readonly caps: boolean;
  readonly gap: Gap;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** A sentence, a headline, a list item or a byline. `first` and `last` are a half-open range of tokens. */
export interface Sentence extends Span {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  /** Index of the paragraph (of the block between blank lines). */
  readonly paragraph: number;
}

export interface SegmentedArticle {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

// ── recognise ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type EntityKind = 'person' | 'municipality' | 'institution' | 'project' | 'date' | 'event';

interface MentionBase extends Span {
  readonly text: string;
  /** Half-open range of tokens. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** Id of the rule that made it. */
  readonly rule: string;
  /** 0–1 */
  readonly confidence: number;
}

export type Gender = 'masculine' | 'feminine';

/** A way to read a form of a name. */
export interface NameReading {
  /** Nominative, as written: `Anna Kalniņa`, `I. Rudzīte`. */
  readonly name: string;
  readonly case: GrammaticalCase;
  readonly gender: Gender;
  /** 0–1, of the readings of this mention relative to each other. */
  readonly weight: number;
}

export interface PersonMention extends MentionBase {
  readonly kind: 'person';
  /** All readings, likeliest first; the resolver decides. Never empty. */
  readonly readings: readonly NameReading[];
  /** `I. Rudzīte`: the given name is only its first letter. */
  readonly initials: boolean;
}

export type TerritoryKind = 'novads' | 'pagasts' | 'pilsēta' | 'republikas pilsēta' | 'valstspilsēta' | 'rajons';

export interface MunicipalityMention extends MentionBase {
  readonly kind: 'municipality';
  /** Ids of `data/territories`, likeliest first; several when only the date or other mentions can tell. Never empty. */
  readonly candidates: readonly string[];
  /** How it is said: with its kind (`Ķekavas novadā`), as an item of a list with a shared head noun, as a bare name. */
  readonly form: 'full' | 'list' | 'bare';
  /** Grammatical case, where the form tells. */
  readonly case?: GrammaticalCase;
}

export interface InstitutionMention extends MentionBase {
  readonly kind: 'institution';
  /** Nominative of what is written, owner included when written. */
  readonly name: string;
  /** Id of `data/lexicon` institution types (`ministry`, `social-service`, …). */
  readonly type: string;
  /** The owner is missing and must come from the sentence or the article (`Sociālais dienests`, `dienests`). */
  readonly needsOwner: boolean;
  /** Territory ids of the municipality mention inside the name, likeliest first. */
  readonly owner?: readonly string[];
  /** The institution of which it is a part, named at its beginning: `Labklājības ministrijas` of `… departaments`. */
  readonly parent?: InstitutionMention;
  /** An abbreviation or short name that the text introduces here: `(SPA)`, `(turpmāk – Dienests)`. */
  readonly introduces?: string;
}

export interface ProjectMention extends MentionBase {
  readonly kind: 'project';
  /** Title without quotes; empty when the project is only referred to (`projekts`, `Nr. …`). */
  readonly title: string;
  /** Normalised: `9.2.1.1/15/I/001`. */
  readonly number?: string;
  readonly type: 'project' | 'pilot' | 'activity' | 'measure';
  /** Refers to a project named elsewhere in the article (`projekts`, `pilotprojektā`). */
  readonly anaphoric: boolean;
}

export interface DateMention extends MentionBase {
  readonly kind: 'date';
  /** ISO 8601, see `value` of DateEntity; null when it cannot be resolved. */
  readonly value: string | null;
  /** 1 Monday … 7 Sunday, where the text names it beside the day: it may tell the year. */
  readonly weekday?: number;
  /** `tā paša gada`: of the year named before. */
  readonly sameYear?: boolean;
}

export interface EventMention extends MentionBase {
  readonly kind: 'event';
  /** Nominative wording. */
  readonly name: string;
  readonly type: string;
  /** Nominative of the noun that says what it is: `sanāksme`. */
  readonly head: string;
  /** What stands in quotes behind it, without them. */
  readonly title?: string;
}

export type Mention =
  | PersonMention
  | MunicipalityMention
  | InstitutionMention
  | ProjectMention
  | DateMention
  | EventMention;

export type GrammaticalCase =
  | 'nominative'
  | 'genitive'
  | 'dative'
  | 'accusative'
  | 'instrumental'
  | 'locative'
  | 'vocative';

/** «16 pašvaldības»: a number of municipalities, partners or institutions that the text claims. */
export interface StatedCount extends Span {
  readonly text: string;
  readonly value: number;
  /** What is counted. */
  readonly of: 'municipality' | 'institution' | 'partner' | 'project';
  /** How many of them the article names where the number speaks of; absent when that cannot be told. */
  readonly found?: number;
  readonly sentence: number;
  readonly rule: string;
}

// ── resolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface EntityBase {
  /** Equal for the same entity in every article: kind and natural key, `person-anna-kalnina`. */
  readonly id: string;
  /** Nominative. */
  readonly name: string;
  /** Other names met in the article, nominative or as written; without `name`. */
  readonly aliases: readonly string[];
  /** In the order of the text; never empty, but for a municipality that is only the parent of one. */
  readonly mentions: readonly Mention[];
  readonly confidence: number;
}

export interface Person extends EntityBase {
  readonly kind: 'person';
  readonly gender?: Gender;
  /** Nominative, with what belongs to it: `padomniece veselības un sociālajos jautājumos`. */
  readonly position?: string;
  /** Name of the institution of that post. */
  readonly institution?: string;
}
export interface Municipality extends EntityBase {
  readonly kind: 'municipality';
  /** The entity's id is that of `data/territories`. */
  readonly type: TerritoryKind;
}
export interface Institution extends EntityBase {
  readonly kind: 'institution';
  readonly type: string;
  /** Id of the municipality entity that owns it. */
  readonly owner?: string;
}
export interface Project extends EntityBase {
  readonly kind: 'project';
  readonly type: 'project' | 'pilot' | 'activity' | 'measure';
  readonly number?: string;
  /** Id of the project it is part of. */
  readonly partOf?: string;
  /** ISO interval, as the text gives it; with the sentences that give it. */
  readonly period?: string;
  readonly periodEvidence?: readonly Evidence[];
}
export interface DateEntity extends EntityBase {
  readonly kind: 'date';
  /** `2019-05-16`, `2019-05`, `2019`, `A/B`, `--12-05`, `--09-27/--09-29`. The id is `date-` and this. */
  readonly value: string;
  /** First and last day, inclusive, ISO; absent when the year is not known. */
  readonly from?: string;
  readonly to?: string;
  readonly precision: 'day' | 'month' | 'year' | 'interval' | 'no year';
}
export interface Event extends EntityBase {
  readonly kind: 'event';
  readonly type: string;
  /** ISO value, as of a date. */
  readonly date?: string;
  /** Name of the municipality or institution. */
  readonly place?: string;
  /** Each municipality in which the article says that it was or will be held. */
  readonly held: readonly Occurrence[];
}
/** An event in a place. */
export interface Occurrence {
  /** Id of the municipality. */
  readonly place: string;
  /** ISO value, as of a date. */
  readonly when?: string;
  readonly planned: boolean;
  /** Said beside the event, or in a list of days and places below it. */
  readonly said: 'beside' | 'list';
  /** The sentence that says it first. */
  readonly sentences: readonly number[];
  readonly confidence: number;
}

export type Entity = Person | Municipality | Institution | Project | DateEntity | Event;

// ── relate ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const RELATION_TYPES = [
  'HEADS',
  'WORKS_AT',
  'PARTICIPATES_IN',
  'IMPLEMENTS',
  'FUNDS',
  'PARTNER_OF',
  'LOCATED_IN',
  'TOOK_PLACE_IN',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export const STATUSES = ['planned', 'began', 'takes part', 'ended', 'declined'] as const;
export type Status = (typeof STATUSES)[number];

/** The words a fact rests on: a sentence, or as much of it as is needed. */
export interface Evidence extends Span {
  readonly text: string;
  readonly sentence: number;
}

/** What an article says: a claim, not yet the truth. */
export interface Fact {
  readonly type: RelationType;
  /** Ids of entities of this extraction. */
  readonly from: string;
  readonly to: string;
  /** ISO value, as of a date. */
  readonly when?: string;
  readonly status?: Status;
  /** Post, for HEADS and WORKS_AT; nominative. */
  readonly role?: string;
  readonly rule: string;
  readonly confidence: number;
  /** The sentence that says it first, then those that complete it (a start, an end). Never empty. */
  readonly evidence: readonly Evidence[];
}

/** All that one article gives. */
export interface Extraction {
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly statedCounts: readonly StatedCount[];
  readonly sentences: readonly Sentence[];
}
