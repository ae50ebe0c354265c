import type { RelateContext } from '../0-contract/rule.js';
import type { Sentence } from '../0-contract/types.js';
import { POST_VERBS, type VerbKind } from '../0-latvian/post-verbs.js';
import { clausesOf } from './scene.js';

/** The verbs of a kind in each clause of a sentence, with the clause: half-open token ranges. */
export const verbsIn = (
  context: RelateContext,
  sentence: Sentence,
  kind: VerbKind,
): { verb: number; from: number; to: number }[] =>
  clausesOf(context, sentence).flatMap(([from, to]) =>
    Array.from({ length: to - from }, (_, k) => from + k)
      .filter((verb) => POST_VERBS[kind].has(context.doc.tokens[verb]?.lower ?? ''))
      .map((verb) => ({ verb, from, to })),
  );
