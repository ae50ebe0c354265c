import { oneOf, text } from '../0-contract/columns.js';
import type { RelateContext } from '../0-contract/rule.js';
import { readTable } from '../0-contract/tables.js';
import {
  RELATION_TYPES,
  type RelationType,
  type SegmentedArticle,
  type Sentence,
  STATUSES,
  type Status,
} from '../0-contract/types.js';

/** A word or phrase that announces a relation, found in a sentence. Token indexes, half-open. */
export interface Trigger {
  readonly relation: RelationType;
  readonly status?: Status;
  /** `subject`: who does it stands in the nominative; `object`: who does it follows; `passive`: where it happens. */
  readonly side: Side;
  /** Speaks of a project even when it is named in an earlier sentence. */
  readonly alone: boolean;
  /** Of paying: said of anybody, not only of funds (`finansē`; but `atbalsta` is said of friends too). */
  readonly anyone: boolean;
  readonly first: number;
  readonly last: number;
}
type Side = 'subject' | 'object' | 'passive';

interface Phrase {
  readonly relation: RelationType;
  readonly status?: Status;
  readonly side: Side;
  readonly alone: boolean;
  readonly anyone: boolean;
  /** Lower case; null leaves room for up to MAX_GAP other tokens. */
  readonly words: readonly (string | null)[];
}
const MAX_GAP = 3;

const ROW = {
  relation: oneOf(...RELATION_TYPES),
  status: oneOf(...STATUSES, ''),
  side: oneOf('subject', 'object', 'passive'),
  alone: oneOf('yes', 'no'),
  anyone: oneOf('yes', 'no'),
  forms: text(1),
};

/** Phrases by their first word, longest first. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const byFirst = new Map<string, Phrase[]>();
  for (const { relation, status, side, alone, anyone, forms } of readTable('lexicon/relation-words.csv', ROW)) {
    for (const form of forms.split('|')) {
      const words = form
        .trim()
        .split(/\s+/u)
        .map((word) => (word === '…' ? null : word));
      const first = words[0] as string;
      const phrase = {
        relation,
        side,
        alone: alone === 'yes',
        anyone: anyone === 'yes',
        words,
        ...(status ? { status } : {}),
      };
      byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
})();

/** All triggers of a sentence, in order; of one relation the longest. Words of a name announce nothing. */
export function triggersIn({ doc, inSentence }: RelateContext, sentence: Sentence): Trigger[] {
  const found: Trigger[] = [];
  const names = inSentence(sentence.index).filter(
    ({ entity }) => entity.kind === 'project' || entity.kind === 'institution',
  );
  for (let i = sentence.first; i < sentence.last; i++) {
    const candidates = phrases.get(doc.tokens[i]?.lower ?? '');
    if (
      !candidates ||
      names.some(({ mention }) => mention.first <= i && i < mention.last && mention.last - mention.first > 1)
    )
      continue;
    const here = new Set<string>();
    for (const phrase of candidates) {
      const key = `${phrase.relation} ${phrase.side}`;
      if (here.has(key)) continue;
      const last = matchAt(doc, i, sentence.last, phrase.words);
      if (last === undefined) continue;
      here.add(key);
      const { relation, side, alone, anyone } = phrase;
      const status = isDenied(doc, i, sentence.first) ? denied(phrase) : phrase.status;
      if (status === null) continue;
      found.push({ relation, side, alone, anyone, first: i, last, ...(status ? { status } : {}) });
    }
  }
  return found.filter((one) => !found.some((other) => isWithin(one, other)));
}

/** «noslēdzis» of «līgumu … noslēdzis» ends nothing. */
const isWithin = (one: Trigger, other: Trigger): boolean =>
  one.relation === other.relation && one.side === other.side && other.first < one.first && one.last <= other.last;

const NOT = new Set(['nav', 'nebija', 'nebūs', 'neesot', 'nebūtu']);
/** Words between the auxiliary that denies and its participle: `nav vēl pieteikušās`. */
const BETWEEN = 2;

const isDenied = ({ tokens }: SegmentedArticle, i: number, first: number): boolean =>
  tokens.slice(Math.max(first, i - 1 - BETWEEN), i).some(({ lower }) => NOT.has(lower)) &&
  /(?:is|usi|uši|ušas|usies|ies|ušies|ušās|ts|ta|ti|tas)$/u.test(tokens[i]?.lower ?? '');

/** What is left of a phrase that is denied: who has not joined declined; of other relations nothing (null). */
const denied = ({ relation, status }: Phrase): Status | null =>
  relation !== 'PARTICIPATES_IN' ? null : status === 'declined' || status === 'ended' ? null : 'declined';

function matchAt(
  doc: SegmentedArticle,
  first: number,
  end: number,
  words: readonly (string | null)[],
): number | undefined {
  let at = first;
  let room = 0;
  for (const word of words) {
    if (word === null) {
      room += MAX_GAP;
      continue;
    }
    while (room > 0 && doc.tokens[at]?.lower !== word) {
      at++;
      room--;
    }
    room = 0;
    if (at >= end || doc.tokens[at]?.lower !== word) return undefined;
    at++;
  }
  return at;
}
