import type { InstitutionMention, MunicipalityMention, SegmentedArticle } from '../../0-contract/types.js';
import { spanOf } from '../mention.js';
import { introducedAfter } from './introduced.js';

/** Ids of the rules, each of which says of itself in `rules.ts` what it is. */
export type RuleId =
  | 'institution.known'
  | 'institution.head-and-modifiers'
  | 'institution.quoted-name'
  | 'institution.name-without-quotes'
  | 'institution.legal-form'
  | 'institution.common-noun'
  | 'institution.introduced'
  | 'institution.quoted-again';

/** What the finders share while they read one article. */
export interface Reading {
  readonly doc: SegmentedArticle;
  /** Municipality mention by each of its tokens. */
  readonly municipality: ReadonlyMap<number, MunicipalityMention>;
}

export type Candidate = InstitutionMention & { readonly rule: RuleId };

export interface Draft {
  readonly rule: RuleId;
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly type: string;
  readonly confidence: number;
  readonly needsOwner?: boolean;
}

/** A mention with the municipality inside it as its owner, and with the short name introduced behind it. */
export function candidate({ doc, municipality }: Reading, draft: Draft): Candidate {
  const { first, last, needsOwner: open = false, ...rest } = draft;
  let owner: readonly string[] | undefined;
  for (let i = first; i < last && !owner; i++) owner = municipality.get(i)?.candidates;
  const introduces = introducedAfter(doc, last);
  return {
    kind: 'institution',
    ...spanOf(doc, first, last),
    ...rest,
    needsOwner: open && !owner,
    ...(owner ? { owner } : {}),
    ...(introduces ? { introduces } : {}),
  };
}
