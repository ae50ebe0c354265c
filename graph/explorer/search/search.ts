import { setImmediate as pause } from 'node:timers/promises';
import type { GraphStore, Row } from '../../store.js';
import type { SearchAnswer } from '../api.js';
import { readWith } from '../read/cypher.js';
import { articleOf, entityOf, numberOf, textsOf } from '../read/values.js';
import { type Named, type Names, namesIn } from './names.js';
import { emptyTexts, type Stem } from './texts.js';

/** How many entities and articles an answer lists at most. */
const LISTED = 20;
/** Rows that one statement reads: small, so that pages are answered between them. */
const NAMES_AT_ONCE = 5_000;
const TEXTS_AT_ONCE = 200;

/** Names and texts of a graph, held in memory for finding as one types. */
export interface Search {
  /** All names; waits until they are read. */
  names(): Promise<Names>;
  search(typed: string): Promise<SearchAnswer>;
  /** Done when all texts can be searched. */
  readonly complete: Promise<void>;
  /** Reads what was changed, in the background. */
  refresh(): void;
  stop(): void;
}

/** Begins to read at once, names first. A fault of the store is thrown to whoever asks. */
export function startSearch(store: GraphStore, stem: Stem): Search {
  let stopped = false;
  /** Of the graph; absent until they are counted. */
  let articles: number | undefined;
  const isStopped = (): boolean => stopped;
  const texts = emptyTexts(stem);
  /** Article → the run that brought it as it is here. */
  const runs = new Map<string, string>();

  async function add(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      const { id } = row;
      if (runs.has(String(id))) texts.remove(String(id));
      texts.add([{ ...articleOf(row), text: String(row.text) }]);
      runs.set(String(id), String(row.run));
      await pause();
    }
  }
  async function readAll(): Promise<void> {
    const [counted] = await readWith(store, 'overview');
    articles = numberOf(counted?.articles);
    for await (const rows of inParts(store, 'texts', TEXTS_AT_ONCE, isStopped)) await add(rows);
    articles = texts.size;
  }
  async function readChanged(): Promise<void> {
    const gone = new Set(runs.keys());
    const changed: string[] = [];
    for await (const rows of inParts(store, 'article-runs', NAMES_AT_ONCE, isStopped))
      for (const { id, run } of rows) {
        gone.delete(String(id));
        if (runs.get(String(id)) !== run) changed.push(String(id));
      }
    if (stopped) return;
    for (const id of gone) {
      texts.remove(id);
      runs.delete(id);
    }
    articles = texts.size + changed.filter((id) => !runs.has(id)).length;
    for (let at = 0; at < changed.length && !stopped; at += TEXTS_AT_ONCE)
      await add(await readWith(store, 'some-texts', { ids: changed.slice(at, at + TEXTS_AT_ONCE) }));
    articles = texts.size;
  }

  let names = readNames(store, isStopped);
  const complete = names.then(readAll);
  // whoever asks is told; nobody need ask
  names.catch(() => {});
  complete.catch(() => {});
  let reading = complete;
  return {
    complete,
    names: () => names,
    refresh() {
      const again = reading
        .catch(() => {})
        .then(async () => {
          const fresh = await readNames(store, isStopped);
          names = Promise.resolve(fresh);
          await readChanged();
        });
      again.catch(() => {});
      reading = again;
    },
    stop() {
      stopped = true;
    },
    async search(typed) {
      const entities = (await names).find(typed, LISTED, ({ kind, articles: of }) => kind !== 'date' && of > 0);
      const hits = texts.find(typed, LISTED);
      const rows = await readWith(store, 'some-texts', { ids: hits.articles.map(({ id }) => id) });
      const found = new Map(rows.map((row) => [row.id, String(row.text)]));
      return {
        entities: entities.map(({ forms: _, ...entity }) => entity),
        articles: hits.articles.map((article) => ({
          ...article,
          excerpt: texts.excerpt(found.get(article.id) ?? '', typed, article.title),
        })),
        found: hits.found,
        ready: articles === undefined ? 0 : articles === 0 ? 1 : Math.min(1, texts.size / articles),
      };
    },
  };
}

async function readNames(store: GraphStore, stopped: () => boolean): Promise<Names> {
  const all: Named[] = [];
  for await (const rows of inParts(store, 'names', NAMES_AT_ONCE, stopped)) all.push(...rows.map(namedOf));
  return namesIn(all);
}

const namedOf = (row: Row): Named => ({
  ...entityOf(row.id, row.name, row.kind, row.type),
  aliases: textsOf(row.aliases),
  articles: numberOf(row.articles),
  forms: `\n${[...textsOf(row.forms), ...(row.number ? [String(row.number)] : [])].join('\n')}\n`,
});

async function* inParts(
  store: GraphStore,
  name: string,
  rows: number,
  stopped: () => boolean,
): AsyncGenerator<readonly Row[]> {
  let after = '';
  while (!stopped()) {
    const part = await readWith(store, name, { after, rows });
    if (part.length > 0) yield part;
    if (part.length < rows) return;
    after = String(part.at(-1)?.id);
    await pause();
  }
}
