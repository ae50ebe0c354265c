import { blanked, namesIn } from '../../pipeline/0-contract/names-in.js';
import type { Span } from '../../pipeline/0-contract/types.js';
import type { NodeValue, Run, Value } from '../store.js';
import { MOST, outside } from './forgotten.js';

/** What is to be blanked where. */
export interface Blanking {
  /** Articles that name the person → where. */
  readonly own: ReadonlyMap<string, readonly Span[]>;
  /** Names by their words, in all cases. */
  readonly names: ReadonlySet<string>;
  /** Names of two words or more are blanked in other articles too. */
  readonly everywhere: boolean;
  /** Article → names of others there, and where it names other people. */
  readonly others: ReadonlyMap<string, { readonly names: ReadonlySet<string>; readonly people: readonly Span[] }>;
}

/** Labels whose words are of articles, with the properties that hold them, and where these begin. */
const WORDS: Readonly<Record<string, Readonly<Record<string, 'start' | 'sentenceStart' | undefined>>>> = {
  ClosedArticle: { title: undefined },
  Mention: { text: 'start', sentence: 'sentenceStart' },
  Claim: { sentence: 'start', evidence: undefined },
  RejectedClaim: { sentence: 'start', evidence: undefined },
  ClosedClaim: { sentence: undefined, evidence: undefined },
  StatedCount: { text: 'start', sentence: undefined },
};

/** Articles whose texts are read at a time. */
const CHUNK = 500;

interface Texts {
  readonly before: string;
  readonly after: string;
}

/** Blanks names in all words of articles. @returns nodes in which there was one */
export async function blankWords(run: Run, blanking: Blanking): Promise<number> {
  const texts = new Map<string, Texts>();
  let changed = 0;
  const write = async (label: string, rows: readonly object[]): Promise<void> => {
    changed += rows.length;
    if (rows.length > 0)
      await run(`UNWIND $rows AS row MATCH (node:${label} {id: row.id}) SET node += row.properties`, { rows });
  };
  const ids = blanking.everywhere
    ? (await run('MATCH (article:Article) RETURN article.id AS id ORDER BY id')).map(({ id }) => id as string)
    : [...blanking.own.keys()];
  for (let at = 0; at < ids.length; at += CHUNK) {
    const articles = await run(
      'UNWIND $ids AS id MATCH (article:Article {id: id}) RETURN article.id AS id, article.title AS title, article.author AS author, article.text AS text',
      { ids: ids.slice(at, at + CHUNK) },
    );
    await write(
      'Article',
      articles.flatMap(({ id, title, author, text }) => {
        const article = id as string;
        const stretches = outside(
          stretchesIn(text as string, article, blanking),
          blanking.others.get(article)?.people ?? [],
        );
        const after = blanked(text as string, [...(blanking.own.get(article) ?? []), ...stretches]);
        if (after !== text) texts.set(article, { before: text as string, after });
        const now = {
          title: inWords(title, article, blanking),
          author: inWords(author, article, blanking),
          text: after,
        };
        return now.title === title && now.author === author && after === text ? [] : [{ id, properties: now }];
      }),
    );
  }
  for (const [label, properties] of Object.entries(WORDS)) {
    const nodes = await run(
      label.startsWith('Closed')
        ? `MATCH (node:${label}) RETURN node, node.article AS article`
        : // their words stand in the text
          `UNWIND $ids AS id MATCH (article:Article {id: id})-[]-(node:${label}) RETURN DISTINCT node, id AS article`,
      { ids: [...texts.keys()] },
    );
    await write(
      label,
      nodes.flatMap(({ node, article }) => {
        const { properties: has } = node as NodeValue;
        const now = Object.entries(properties).flatMap(([property, start]) => {
          const before = has[property];
          const at = start === undefined ? undefined : has[start];
          const after = cleaned(before, article as string, blanking, texts.get(article as string), at);
          return JSON.stringify(before) === JSON.stringify(after) ? [] : [[property, after]];
        });
        return now.length === 0 ? [] : [{ id: has.id, properties: Object.fromEntries(now) }];
      }),
    );
  }
  return changed;
}

function stretchesIn(words: string, article: string, { own, names, everywhere, others }: Blanking): Span[] {
  const isOwn = own.has(article);
  if (!isOwn && !everywhere) return [];
  return namesIn(
    words,
    MOST,
    (name) => names.has(name) && (isOwn || name.includes(' ')) && !others.get(article)?.names.has(name),
  );
}

const inWords = (value: Value | undefined, article: string, blanking: Blanking): Value | undefined =>
  typeof value === 'string' ? blanked(value, stretchesIn(value, article, blanking)) : value;

/** Words of an article as its text has them now; of one that is no more there, without the names. */
function cleaned(
  value: Value | undefined,
  article: string,
  blanking: Blanking,
  texts: Texts | undefined,
  at: Value | undefined,
): Value | undefined {
  if (Array.isArray(value)) return value.map((one) => cleaned(one, article, blanking, texts, undefined) as string);
  if (typeof value !== 'string') return value;
  const from = typeof at === 'number' ? at : (texts?.before.indexOf(value) ?? -1);
  if (texts !== undefined && from >= 0 && texts.before.startsWith(value, from))
    return texts.after.slice(from, from + value.length);
  return inWords(value, article, blanking);
}
