import { z } from 'zod';
import { readList } from '../../0-contract/lists.js';
import { readTable } from '../../0-contract/tables.js';
import { type HeadNoun, type HeadReading, headForms } from '../../0-latvian/phrases.js';

export interface InstitutionHead extends HeadNoun {
  readonly type: string;
  readonly needs: 'modifier' | 'owner' | 'specific' | 'name';
  readonly after: 'quoted' | 'open' | 'none';
}

export interface HeadForm {
  readonly head: InstitutionHead;
  /** What the form can be, singular before plural. */
  readonly readings: readonly HeadReading[];
}

const GENDERS = { m: 'masculine', f: 'feminine', mp: 'masculine', fp: 'feminine' } as const;

const HEAD = z
  .object({
    lemma: z.string().min(2),
    gender: z.enum(['m', 'f', 'mp', 'fp']),
    type: z.string().min(2),
    needs: z.enum(['modifier', 'owner', 'specific', 'name']),
    after: z.enum(['quoted', 'open', 'none']),
  })
  .transform(
    ({ gender, ...head }): InstitutionHead => ({
      ...head,
      gender: GENDERS[gender],
      pluralOnly: gender.endsWith('p'),
    }),
  );

export const heads: readonly InstitutionHead[] = readTable('lexicon/institution-heads.csv', HEAD);

/** Forms of all head nouns, lower case. */
export const HEADS: ReadonlyMap<string, HeadForm> = new Map(
  heads.flatMap((head) => [...headForms(head)].map(([form, readings]) => [form, { head, readings }] as const)),
);

const LEGAL = z.object({ form: z.string().min(1), type: z.string().min(2), keep: z.enum(['yes', 'no']) });

export interface LegalForm {
  readonly type: string;
}

/** Legal forms that are written as letters: SIA, A/S; as written, and in capitals. */
export const LEGAL_FORMS: ReadonlyMap<string, LegalForm> = new Map(
  readTable('lexicon/legal-forms.csv', LEGAL)
    .filter(({ form }) => !form.includes(' '))
    .map(({ form, type }) => [form, { type }]),
);

/** Names that are the same in every municipality, lower case, nominative. */
export const OWNER_ONLY: ReadonlySet<string> = new Set(readList('lexicon/owner-only.txt'));
