import { oneOf, text } from '../../0-contract/columns.js';
import { readList } from '../../0-contract/lists.js';
import { readTable } from '../../0-contract/tables.js';
import type { Gender, ProjectMention, SegmentedArticle, Token } from '../../0-contract/types.js';
import { declineNoun } from '../../0-latvian/declension.js';

export type ProjectType = ProjectMention['type'];

interface ProjectWord {
  readonly lemma: string;
  readonly type: ProjectType;
  /** The form can only be a singular. */
  readonly singular: boolean;
  readonly genitive: boolean;
}

/** Where a word that announces a project stands. */
export interface Site extends ProjectWord {
  /** Index of its first token (of «pilot» in «pilot-projekts») and the one after it. */
  readonly first: number;
  readonly last: number;
}

const ROW = {
  lemma: text(1),
  gender: oneOf('masculine', 'feminine'),
  type: oneOf('project', 'pilot', 'activity', 'measure'),
};

const WORDS: ReadonlyMap<string, ProjectWord> = (() => {
  const words = new Map<string, ProjectWord>();
  for (const { lemma, gender, type } of readTable('lexicon/project-words.csv', ROW)) {
    for (const { form, number, case: grammaticalCase } of declineNoun(lemma, { gender })) {
      const before = words.get(form);
      words.set(form, {
        lemma,
        type,
        singular: (before?.singular ?? true) && number === 'singular',
        genitive: (before?.genitive ?? false) || (grammaticalCase === 'genitive' && number === 'singular'),
      });
    }
  }
  return words;
})();

/** All forms of the nouns of a list, lower case; each entry is a nominative singular. */
const formsOfList = (path: string): ReadonlySet<string> =>
  new Set(
    readList(path).flatMap((lemma) => {
      const gender: Gender = /[ae]$/u.test(lemma) ? 'feminine' : 'masculine';
      return [lemma, ...declineNoun(lemma, { gender }).map(({ form }) => form)];
    }),
  );

export const TITLE_LEADS: ReadonlySet<string> = new Set(readList('lexicon/project-title-leads.txt'));
export const TITLE_ENDS: ReadonlySet<string> = new Set(readList('lexicon/project-title-ends.txt'));
export const TITLE_VERBS: ReadonlySet<string> = new Set(readList('lexicon/project-title-verbs.txt'));
export const TITLE_HEADS: readonly string[] = readList('lexicon/project-title-heads.txt');
export const TOPICS: ReadonlySet<string> = new Set(readList('lexicon/project-topics.txt'));
export const DRAFTS: ReadonlySet<string> = new Set(readList('lexicon/project-drafts.txt'));
export const OTHERS: ReadonlySet<string> = new Set(readList('lexicon/project-others.txt'));
export const QUOTED_OTHERS: ReadonlySet<string> = formsOfList('lexicon/quoted-others.txt');

const cache = new WeakMap<SegmentedArticle, readonly Site[]>();

/** Every place of an article where a project may be spoken of. */
export function sitesIn(doc: SegmentedArticle): readonly Site[] {
  const known = cache.get(doc);
  if (known) return known;
  const sites: Site[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    const token = doc.tokens[i] as Token;
    if (token.kind !== 'word') continue;
    const word = WORDS.get(token.lower);
    if (!word) continue;
    const pilot = doc.tokens[i - 1]?.text === '-' && doc.tokens[i - 2]?.lower === 'pilot';
    sites.push({ ...word, ...(pilot ? { type: 'pilot' as const } : {}), first: pilot ? i - 2 : i, last: i + 1 });
  }
  cache.set(doc, sites);
  return sites;
}
