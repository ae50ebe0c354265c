import { Stop } from '../../pipeline/0-contract/errors.js';
import { sumUp } from '../batch.js';
import type { Correction } from '../corrections/corrections.js';
import { correctedBy } from '../corrections/match.js';
import { identityIn } from '../identity/identity.js';
import { runFile } from '../statements.js';
import type { GraphStore, NodeValue, Run, Value } from '../store.js';
import { type Forms, readKnown } from '../sum-entities.js';
import { blanked, stretchesOf, withoutNames } from './blank.js';
import { hashOf, readForgotten } from './forgotten.js';

export interface ForgetReport {
  readonly articles: readonly string[];
  readonly mentions: number;
  readonly claims: number;
  /** Nodes in whose words the name was blanked. */
  readonly blanked: number;
  /** The person's names in all case forms, to blank them elsewhere; not to be shown. */
  readonly names: readonly string[];
  /** Articles whose id or address holds the name, which stays. */
  readonly addresses: readonly string[];
}

/** Labels whose words are of articles, with the properties that hold them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  Article: ['title', 'author', 'text'],
  ClosedArticle: ['title'],
  Mention: ['text', 'sentence'],
  Claim: ['sentence', 'evidence'],
  RejectedClaim: ['sentence', 'evidence'],
  ClosedClaim: ['sentence', 'evidence'],
  StatedCount: ['text', 'sentence'],
};

/**
 * Removes a person and all that is said of them, blanks their name in what else is kept, and keeps a salted hash of their
 * names, so that they stay forgotten when an article comes again.
 * @param id of the person's entity
 */
export async function forget(
  store: GraphStore,
  id: string,
  { forms, corrections = [] }: { readonly forms: Forms; readonly corrections?: readonly Correction[] },
): Promise<ForgetReport> {
  const corrected = correctedBy(corrections, forms);
  const { salt } = await readForgotten(store);
  const { result } = await store.transact(async (run) => {
    const [person] = await run('MATCH (person:Person {id: $id}) RETURN properties(person) AS properties', { id });
    if (person === undefined) throw new Stop(`no person has the id ${id}`);
    const { keys, name, aliases, gender } = person.properties as unknown as {
      keys: string[];
      name: string;
      aliases: string[];
      gender?: string;
    };
    const called = [name, ...aliases];
    const names = new Set(
      called.flatMap((one) => [
        ...forms({ id, kind: 'person', name: one, aliases: [], ...(gender === undefined ? {} : { gender }) }),
      ]),
    );
    const mentions = await run(
      'MATCH (:Person {id: $id})<-[:OF]-(mention:Mention)-[:`IN`]->(article:Article) RETURN article.id AS article, mention.start AS start, mention.end AS end',
      { id },
    );
    const [counted] = await run(
      'MATCH (person:Person {id: $id}) RETURN COUNT { (person)<-[:SUBJECT]-(:Claim) } + COUNT { (person)<-[:OBJECT]-(:Claim) } AS claims',
      { id },
    );
    await runFile(run, 'forget', [{ id, keys }]);
    const changed = await blankWords(run, names, mentions as unknown as Spoken[]);

    const identity = identityIn(run, corrected);
    await identity.learn(keys);
    const known = await readKnown(run, [id]);
    const settled = await identity.settle(new Set(keys), []);
    await sumUp(
      run,
      { identity, settled, known, load: [], stories: new Map(), stale: [id], facts: [], rejected: new Set<string>() },
      { forms, corrected },
    );
    await runFile(
      run,
      'forgotten',
      called.map((one) => ({ id: hashOf(salt, one), salt })),
    );
    const articles = [...new Set(mentions.map(({ article }) => article as string))].sort();
    return {
      ...{ articles, mentions: mentions.length, claims: (counted?.claims as number | undefined) ?? 0 },
      blanked: changed,
      names: [...names],
      addresses: articles.filter((one) => keys.some((key) => one.includes(key.replace(/^person-/u, '')))),
    };
  });
  return result;
}

interface Spoken {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** Blanks names in all words of articles, and in those that mention the person what stands at the mentions too. */
async function blankWords(run: Run, names: ReadonlySet<string>, mentions: readonly Spoken[]): Promise<number> {
  let changed = 0;
  for (const [label, properties] of Object.entries(WORDS)) {
    const nodes = await run(
      label === 'Article' || label.startsWith('Closed')
        ? `MATCH (node:${label}) RETURN node, node.article AS article`
        : `MATCH (node:${label})-[]-(article:Article) RETURN DISTINCT node, article.id AS article`,
    );
    const rows = nodes.flatMap(({ node, article }) => {
      const { properties: has } = node as NodeValue;
      const of = label === 'Article' ? has.id : article;
      const spoken = mentions.filter((one) => one.article === of);
      const words = Object.fromEntries(
        properties.flatMap((property) => {
          const before = has[property];
          const after = clean(before, property, has, names, spoken);
          return JSON.stringify(before) === JSON.stringify(after) ? [] : [[property, after]];
        }),
      );
      return Object.keys(words).length === 0 ? [] : [{ id: has.id, properties: words }];
    });
    if (rows.length > 0)
      await run(`UNWIND $rows AS row MATCH (node:${label} {id: row.id}) SET node += row.properties`, { rows });
    changed += rows.length;
  }
  return changed;
}

function clean(
  value: Value | undefined,
  property: string,
  has: NodeValue['properties'],
  names: ReadonlySet<string>,
  spoken: readonly Spoken[],
): Value | undefined {
  if (Array.isArray(value)) return value.map((one) => withoutNames(one as string, names));
  if (typeof value !== 'string') return value;
  // offsets of the article count in its text, in the words of a mention or claim from their beginning
  const from = property === 'text' && has.start === undefined ? 0 : (has.sentenceStart ?? has.start);
  const own = property === 'text' && has.start !== undefined ? has.start : from;
  const at = typeof own === 'number' && property !== 'title' && property !== 'author' ? own : undefined;
  const within =
    at === undefined
      ? []
      : spoken
          .map(({ start, end }) => ({ start: Math.max(0, start - at), end: Math.min(value.length, end - at) }))
          .filter(({ start, end }) => start < end);
  return blanked(value, [...within, ...stretchesOf(value, names)]);
}
