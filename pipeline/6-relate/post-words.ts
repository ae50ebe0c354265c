import { oneOf, text } from '../0-contract/columns.js';
import type { RelateContext } from '../0-contract/rule.js';
import { readTable } from '../0-contract/tables.js';
import type { Sentence } from '../0-contract/types.js';
import { clausesOf } from './scene.js';

const KINDS = ['leads', 'is', 'becomes', 'leaves', 'works'] as const;
export type VerbKind = (typeof KINDS)[number];

/** Forms of the verbs that give somebody a post, by kind. */
export const VERBS: Readonly<Record<VerbKind, ReadonlySet<string>>> = (() => {
  const verbs = {
    leads: new Set<string>(),
    is: new Set<string>(),
    becomes: new Set<string>(),
    leaves: new Set<string>(),
    works: new Set<string>(),
  };
  for (const { kind, forms } of readTable('lexicon/post-verbs.csv', { kind: oneOf(...KINDS), forms: text(1) })) {
    for (const form of forms.split(/\s+/u)) verbs[kind].add(form);
  }
  return verbs;
})();

/** The verbs of a kind in each clause of a sentence, with the clause: half-open token ranges. */
export const verbsIn = (
  context: RelateContext,
  sentence: Sentence,
  kind: VerbKind,
): { verb: number; from: number; to: number }[] =>
  clausesOf(context, sentence).flatMap(([from, to]) =>
    Array.from({ length: to - from }, (_, k) => from + k)
      .filter((verb) => VERBS[kind].has(context.doc.tokens[verb]?.lower ?? ''))
      .map((verb) => ({ verb, from, to })),
  );
