import type { Entity, Fact, Mention, SegmentedArticle } from './types.js';

/**
 * What every rule says of itself, whether it lies in `data/rules` or is a small object in TypeScript.
 * `test/rules.test.ts` runs the whole extraction over each example.
 */
export interface RuleCard {
  /** `kind.words-with-hyphens`, unique: `person.given-surname`. */
  readonly id: string;
  /** Why the rule exists, or what in the language it rests on. */
  readonly why: string;
  readonly examples: {
    /**
     * Text → what this rule must find in it. For a mention: the canonical name of its entity (a date: its value), or
     * several. For a fact: `From → To`, or `From → To @ when`.
     */
    readonly match: Readonly<Record<string, string | readonly string[]>>;
    /** Texts in which this rule must find nothing. */
    readonly reject: readonly string[];
    /** Publication date (ISO) with which the texts are read; without it they have none. */
    readonly published?: string;
  };
}

/** Finds mentions of one kind. `found` holds what earlier rules of the order in `4-recognise/recognise.ts` found. */
export interface MentionRule extends RuleCard {
  find(doc: SegmentedArticle, found: readonly Mention[]): readonly Mention[];
}

/** What relation rules look at: the article, its entities, and who is where. */
export interface RelateContext {
  readonly doc: SegmentedArticle;
  readonly entities: readonly Entity[];
  /** Mentions of a sentence in the order of the text, each with its entity. */
  inSentence(index: number): readonly Located[];
}
export interface Located {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** Finds facts of one or more relation types. */
export interface FactRule extends RuleCard {
  find(context: RelateContext): readonly Fact[];
}
