import { createHash } from 'node:crypto';
import type {
  Article,
  DateEntity,
  Entity,
  Evidence,
  Extraction,
  Fact,
  Institution,
  Municipality,
  Person,
  Project,
  Sentence,
  StatedCount,
} from '../pipeline/0-contract/types.js';

/**
 * Extractions made by hand, so that tests of the graph depend on no rule. A line of the text is a sentence; words are found
 * in the text by themselves, so offsets are right by construction.
 */

/** @param lines the text, one sentence each */
export function article(id: string, lines: readonly string[], more: Partial<Article> = {}): Article {
  const text = lines.join('\n');
  const base = {
    id,
    title: lines[0] ?? '',
    publishedMethod: 'given' as const,
    language: 'lv',
    text,
    noise: [],
    ...more,
  };
  return { ...base, hash: createHash('sha256').update(JSON.stringify(base)).digest('hex') };
}

export function sentences({ text }: Article): Sentence[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const sentence = { index, paragraph: index, first: index, last: index + 1, start, end: start + line.length };
    start += line.length + 1;
    return sentence;
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: number;
}

/** Where the words stand first, and in which sentence. */
export function place(of: Article, words: string): Place {
  const start = of.text.indexOf(words);
  if (start < 0) throw new Error(`«${words}» is not in article ${of.id}`);
  const sentence = of.text.slice(0, start).split('\n').length - 1;
  return { start, end: start + words.length, text: words, sentence };
}

const mentionOf = (of: Article, words: string, rule: string) => ({
  ...place(of, words),
  first: 0,
  last: 1,
  rule,
  confidence: 0.9,
});

type More<T> = Partial<Omit<T, 'kind' | 'mentions'>>;

export const person = (
  of: Article,
  id: string,
  name: string,
  words: readonly string[],
  more: More<Person> = {},
): Person => ({
  ...{ kind: 'person', id, name, aliases: [], confidence: 0.9, gender: 'feminine' },
  mentions: words.map((word) => ({
    ...mentionOf(of, word, 'test-person'),
    kind: 'person' as const,
    readings: [{ name, case: 'nominative' as const, gender: 'feminine' as const, weight: 1 }],
    initials: false,
  })),
  ...more,
});

export const municipality = (
  of: Article,
  id: string,
  name: string,
  words: readonly string[],
  more: More<Municipality> = {},
): Municipality => ({
  ...{ kind: 'municipality', id, name, aliases: [], confidence: 0.95, type: 'novads' },
  mentions: words.map((word) => ({
    ...mentionOf(of, word, 'test-municipality'),
    kind: 'municipality' as const,
    candidates: [id],
    form: 'full' as const,
  })),
  ...more,
});

export const institution = (
  of: Article,
  id: string,
  name: string,
  words: readonly string[],
  more: More<Institution> = {},
): Institution => ({
  ...{ kind: 'institution', id, name, aliases: [], confidence: 0.8, type: 'agency' },
  mentions: words.map((word) => ({
    ...mentionOf(of, word, 'test-institution'),
    kind: 'institution' as const,
    name,
    type: 'agency',
    needsOwner: false,
  })),
  ...more,
});

export const project = (
  of: Article,
  id: string,
  name: string,
  words: readonly string[],
  more: More<Project> = {},
): Project => ({
  ...{ kind: 'project', id, name, aliases: [], confidence: 0.85, type: 'project' },
  mentions: words.map((word) => ({
    ...mentionOf(of, word, 'test-project'),
    kind: 'project' as const,
    title: name,
    type: 'project' as const,
    anaphoric: false,
  })),
  ...more,
});

export const day = (of: Article, value: string, words: readonly string[], more: More<DateEntity> = {}): DateEntity => ({
  ...{
    kind: 'date',
    id: `date-${value}`,
    name: words[0] ?? value,
    aliases: [],
    confidence: 1,
    value,
    precision: 'day',
  },
  ...{ from: value, to: value },
  mentions: words.map((word) => ({ ...mentionOf(of, word, 'test-date'), kind: 'date' as const, value })),
  ...more,
});

export function evidence(of: Article, words: string): Evidence {
  const { start, end, text, sentence } = place(of, words);
  return { start, end, text, sentence };
}

export const fact = (
  of: Article,
  type: Fact['type'],
  from: string,
  to: string,
  words: readonly string[],
  more: Partial<Fact> = {},
): Fact => ({
  ...{ type, from, to, rule: 'test-fact', confidence: 0.8 },
  evidence: words.map((word) => evidence(of, word)),
  ...more,
});

export const statedCount = (of: Article, words: string, value: number, found?: number): StatedCount => ({
  ...place(of, words),
  ...{ value, of: 'municipality', rule: 'test-count' },
  ...(found === undefined ? {} : { found }),
});

export const extraction = (
  of: Article,
  entities: readonly Entity[],
  facts: readonly Fact[] = [],
  statedCounts: readonly StatedCount[] = [],
): Extraction => ({ article: of, entities, facts, statedCounts, sentences: sentences(of) });
