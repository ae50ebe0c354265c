import { Stop } from '../../pipeline/0-contract/errors.js';
import type { Span } from '../../pipeline/0-contract/types.js';
import { sumUp } from '../batch.js';
import type { Correction } from '../corrections/corrections.js';
import { correctedBy } from '../corrections/match.js';
import { correctionOf, naturalKey } from '../corrections/parting.js';
import { identityIn } from '../identity/identity.js';
import { kindOfKey, unique } from '../identity/known.js';
import { runFile } from '../statements.js';
import type { GraphStore } from '../store.js';
import { type Forms, readKnown } from '../sum-entities.js';
import { hashOf, MARKS, readForgotten, wordsOf } from './forgotten.js';
import { marksOf, type Naming, othersAmong, type Spoken } from './namesakes.js';
import { blankWords } from './words.js';

export interface ForgetReport {
  readonly articles: readonly string[];
  readonly mentions: number;
  readonly claims: number;
  /** Nodes in whose words the name was blanked. */
  readonly blanked: number;
  /** Articles whose id or address holds the name, which stays. */
  readonly addresses: readonly string[];
  /** Corrections that tell the person from others of that name, and so must stay: `data/corrections.yaml:12`. */
  readonly needed: readonly string[];
  /** To blank the person elsewhere; not to be shown. */
  readonly elsewhere: {
    /** The person's names in all case forms. */
    readonly names: readonly string[];
    /** Addresses of articles that name the person, and of those that name somebody else so. */
    readonly own: readonly string[];
    readonly others: readonly string[];
    /** Also in what names neither. */
    readonly everywhere: boolean;
  };
}

/**
 * Removes a person and all that is said of them, blanks their name in what else is kept, and keeps salted hashes of their
 * names, so that they stay forgotten when an article comes again. Others of that name stay, where a correction parts them.
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
    const own = { id, kind: 'person' as const, name, aliases, ...(gender === undefined ? {} : { gender }) };
    const namings = (await runFile(run, 'namings', [{ id }])) as unknown as Naming[];
    const mentions = (await run(
      'MATCH (:Person {id: $id})<-[:OF]-(mention:Mention)-[:`IN`]->(article:Article) RETURN article.id AS article, mention.start AS start, mention.end AS end',
      { id },
    )) as unknown as Spoken[];
    const [counted] = await run(
      'MATCH (person:Person {id: $id}) RETURN COUNT { (person)<-[:SUBJECT]-(:Claim) } + COUNT { (person)<-[:OBJECT]-(:Claim) } AS claims',
      { id },
    );
    const beside = await runFile(run, 'claimed-beside', [{ id }]);
    // whom articles know by a post that this one was taken for
    const subjects = beside.flatMap(({ subjectKey }) => (subjectKey === null ? [] : [subjectKey as string]));
    const articles = unique(namings.map(({ article }) => article));
    const closed = unique((await runFile(run, 'closed-namings', [{ id }])).map(({ article }) => article as string));
    const names = new Set(wordsOf(forms, own));
    const within = keys.filter(corrected.isWithinArticles);
    const everywhere = within.length < keys.length;
    const among = await othersAmong(run, { id, articles, forms, names, searched: [...forms(own)] });

    await runFile(run, 'forget', [{ id, keys, natural: keys.map(naturalKey), articles }]);
    const blanked = await blankWords(run, {
      own: byArticle([...articles, ...closed], mentions),
      names,
      everywhere,
      others: among.in,
    });
    const identity = identityIn(run, corrected);
    await identity.learn([...keys, ...subjects]);
    const known = await readKnown(run, [id]);
    const settled = await identity.settle(new Set([...keys, ...subjects]), []);
    await sumUp(
      run,
      {
        identity,
        settled,
        known,
        load: [],
        stories: new Map(),
        stale: [id, ...beside.map(({ id: other }) => other as string)],
        facts: [],
        rejected: new Set<string>(),
      },
      { forms, corrected },
    );
    const marks = [
      ...marksOf({ keys, within, namings, closed, called, names, everywhere }),
      ...among.namesakes.map(({ article, key, name }) => MARKS.other(article, kindOfKey(naturalKey(key)), name)),
    ];
    await runFile(
      run,
      'forgotten',
      [
        ...marks.map((mark) => ({ mark, correction: null })),
        ...within.map((key) => ({ mark: MARKS.key(key), correction: correctionOf(key) })),
      ].map(({ mark, correction }) => ({ id: hashOf(salt, mark), salt, correction })),
    );
    const people = among.namesakes.filter(({ labels }) => labels.includes('Person'));
    const urls = (of: readonly Naming[]): string[] => unique(of.flatMap(({ url }) => url ?? []));
    return {
      ...{ articles, mentions: mentions.length, claims: (counted?.claims as number | undefined) ?? 0, blanked },
      addresses: articles.filter((one) => keys.some((key) => one.includes(naturalKey(key).replace(/^[a-z]+-/u, '')))),
      needed: unique([...keys, ...people.map(({ key }) => key)].flatMap((key) => corrected.whereOf(key))),
      elsewhere: { names: [...forms(own)], own: urls(namings), others: urls(people), everywhere },
    };
  });
  return result;
}

function byArticle(articles: readonly string[], spoken: readonly Spoken[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>(articles.map((article) => [article, []]));
  for (const { article, start, end } of spoken) spans.set(article, [...(spans.get(article) ?? []), { start, end }]);
  return spans;
}
