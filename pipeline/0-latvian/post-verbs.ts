import { oneOf, text } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';

const KINDS = ['leads', 'is', 'becomes', 'leaves', 'works'] as const;
export type VerbKind = (typeof KINDS)[number];

/** Forms of the verbs that give somebody a post, by kind. */
export const POST_VERBS: Readonly<Record<VerbKind, ReadonlySet<string>>> = (() => {
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
