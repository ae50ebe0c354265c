import type { Span } from '../../pipeline/0-contract/types.js';
import { naturalKey } from '../corrections/parting.js';
import { kindOfKey, unique } from '../identity/known.js';
import { runFile } from '../statements.js';
import type { Run } from '../store.js';
import { type Forms, kindOfLabels } from '../sum-entities.js';
import { MARKS, wordsOf } from './forgotten.js';
import type { Blanking } from './words.js';

/** Where somebody is named. */
export interface Naming {
  readonly article: string;
  readonly url: string | null;
  readonly id: string;
  readonly labels: readonly string[];
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly gender: string | null;
}

export interface Spoken extends Span {
  readonly article: string;
}

/** What tells a person again, hashed. */
export function marksOf({
  keys,
  within,
  namings,
  closed,
  called,
  names,
  everywhere,
}: {
  readonly keys: readonly string[];
  /** Of them those that a correction makes in some articles only. */
  readonly within: readonly string[];
  readonly namings: readonly Naming[];
  /** Articles that named the person and are no more there. */
  readonly closed: readonly string[];
  readonly called: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly everywhere: boolean;
}): string[] {
  // in these articles whatever corrections come and go
  const known = namings.flatMap(({ article, key, name, aliases }) => [
    ...[name, ...(aliases ?? [])].map((one) => MARKS.inArticle(article, kindOfKey(naturalKey(key)), one)),
    ...(within.includes(key) ? [...names].map((words) => MARKS.wordsIn(article, words)) : []),
  ]);
  const kinds = unique(
    keys.filter((key) => !within.includes(key)).map((key) => kindOfKey(naturalKey(key))),
  ) as ReturnType<typeof kindOfKey>[];
  return [
    ...known,
    ...closed.flatMap((article) =>
      within.flatMap((key) => called.map((one) => MARKS.inArticle(article, kindOfKey(naturalKey(key)), one))),
    ),
    ...kinds.flatMap((kind) => called.map((one) => (kind === 'person' ? MARKS.name(one) : MARKS.ofKind(kind, one)))),
    // whoever was made a person by a correction is one by its words too, should it go
    ...(everywhere ? [...names].map(MARKS.words) : []),
    ...unique([...names].map(MARKS.first)),
  ];
}

/** Who else is named in the articles of a person, or by the person's names elsewhere. */
export async function othersAmong(
  run: Run,
  {
    id,
    articles,
    forms,
    names,
    searched,
  }: {
    readonly id: string;
    readonly articles: readonly string[];
    readonly forms: Forms;
    readonly names: ReadonlySet<string>;
    readonly searched: readonly string[];
  },
): Promise<{ readonly in: Blanking['others']; readonly namesakes: readonly Naming[] }> {
  const rows = (await runFile(run, 'others-named', [{ id, articles, forms: searched }])) as unknown as Naming[];
  const named = rows.map((one) => {
    const { id: entity, labels, name, aliases, gender } = one;
    const kind = kindOfLabels(labels) ?? 'event';
    const own = { id: entity, kind, name, aliases: aliases ?? [], ...(gender === null ? {} : { gender }) };
    return { one, words: wordsOf(forms, own) };
  });
  const spoken = (await runFile(
    run,
    'people-spoken-of',
    unique(rows.map(({ article }) => article)).map((article) => ({ article, id })),
  )) as unknown as Spoken[];
  const found = new Map<string, { names: Set<string>; people: Span[] }>();
  const within = (article: string) => {
    const there = found.get(article) ?? { names: new Set<string>(), people: [] };
    found.set(article, there);
    return there;
  };
  for (const { one, words } of named) for (const name of words) within(one.article).names.add(name);
  for (const { article, ...span } of spoken) within(article).people.push(span);
  return {
    in: found,
    namesakes: named.filter(({ words }) => words.some((one) => names.has(one))).map(({ one }) => one),
  };
}
