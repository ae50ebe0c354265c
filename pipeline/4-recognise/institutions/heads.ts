import { oneOf, text } from '../../0-contract/columns.js';
import { readList } from '../../0-contract/lists.js';
import { readTable } from '../../0-contract/tables.js';
import type { SegmentedArticle } from '../../0-contract/types.js';
import { type HeadNoun, type HeadReading, headForms, inflectedPhrase } from '../../0-latvian/phrases.js';

export interface InstitutionHead extends HeadNoun {
  readonly type: string;
  readonly needs: 'modifier' | 'owner' | 'specific' | 'name';
  readonly after: 'quoted' | 'open' | 'none';
}

export interface HeadForm {
  readonly head: InstitutionHead;
  /** Lower-case words that stand before it and are part of it. */
  readonly before: readonly string[];
  /** What the form can be, singular before plural. */
  readonly readings: readonly HeadReading[];
}

const GENDERS = { m: 'masculine', f: 'feminine', mp: 'masculine', fp: 'feminine' } as const;

const HEAD = {
  lemma: text(2),
  gender: oneOf('m', 'f', 'mp', 'fp'),
  type: text(2),
  needs: oneOf('modifier', 'owner', 'specific', 'name'),
  after: oneOf('quoted', 'open', 'none'),
};

export const heads: readonly InstitutionHead[] = readTable('lexicon/institution-heads.csv', HEAD).map(
  ({ gender, ...head }) => ({ ...head, gender: GENDERS[gender], pluralOnly: gender.endsWith('p') }),
);

/** Forms of all head nouns, lower case, by their last word; of those that share it the longer first. */
const FORMS: ReadonlyMap<string, readonly HeadForm[]> = (() => {
  const forms = new Map<string, HeadForm[]>();
  for (const head of heads) {
    const words = head.lemma.split(' ');
    const noun = { ...head, lemma: words.at(-1) as string };
    for (const [form, readings] of headForms(noun)) {
      const byBefore = new Map<string, HeadReading[]>();
      for (const reading of readings) {
        const before = inflectedPhrase(words, words.length - 1, noun, reading, form)
          .slice(0, -1)
          .join(' ');
        byBefore.set(before, [...(byBefore.get(before) ?? []), reading]);
      }
      const fresh = [...byBefore].map(([before, its]) => ({
        head: noun,
        before: before.split(' ').filter(Boolean),
        readings: its,
      }));
      forms.set(
        form,
        [...(forms.get(form) ?? []), ...fresh].sort((a, b) => b.before.length - a.before.length),
      );
    }
  }
  return forms;
})();

/** The head noun whose last word stands at token `i`. */
export function headAt({ tokens }: SegmentedArticle, i: number): HeadForm | undefined {
  const token = tokens[i];
  const forms = token?.kind === 'word' ? FORMS.get(token.lower) : undefined;
  return forms?.find(({ before }) => before.every((word, k) => tokens[i - before.length + k]?.lower === word));
}

/** The head noun with that nominative. */
export const headByLemma = (lemma: string): InstitutionHead | undefined => heads.find((head) => head.lemma === lemma);

/** Whether a word is a form of a head noun; lower case. */
export const isHeadForm = (lower: string): boolean => FORMS.has(lower);

const LEGAL = { form: text(1), type: text(2) };

export interface LegalForm {
  readonly type: string;
}

/** Legal forms that are written as letters: SIA, A/S; as written, and in capitals. */
export const LEGAL_FORMS: ReadonlyMap<string, LegalForm> = new Map(
  readTable('lexicon/legal-forms.csv', LEGAL).map(({ form, type }) => [form, { type }]),
);

/** Nominatives, lower case, that look like names of institutions. */
export const NOT_INSTITUTIONS: ReadonlySet<string> = new Set(readList('lexicon/not-institutions.txt'));

/** Words that say what kind of institution a noun is. */
export const KIND_WORDS: ReadonlySet<string> = new Set(readList('lexicon/kind-words.txt'));

/** Names that are the same in every municipality, lower case, nominative. */
export const OWNER_ONLY: ReadonlySet<string> = new Set(readList('lexicon/owner-only.txt'));
