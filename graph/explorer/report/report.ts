import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readData } from '../../../pipeline/0-contract/data-file.js';
import { Stop } from '../../../pipeline/0-contract/errors.js';
import { packageRoot } from '../../../pipeline/0-contract/root.js';
import { exportEvidence } from '../../export/evidence.js';
import type { Sink } from '../../export/values.js';
import type { GraphStore } from '../../store.js';
import { BOUNDARIES, type Boundaries, KINDS, type MatrixAnswer } from '../api.js';
import { type Language, SORTS } from '../choices.js';
import { readArticle } from '../read/article.js';
import { readEntity } from '../read/entity.js';
import { readMatrix } from '../read/matrix.js';
import { readOverview } from '../read/overview.js';
import { readTimeline } from '../read/timeline.js';
import { MAPS, pageFolder } from '../server/files.js';
import { articlesOf, holdersOf, joinedIn, madeFrom, namesOf, pagesOf } from './lists.js';
import type { Renderer, ReportPage } from './page.js';
import { articleFile, articlesFile, entityFile, mapFile, matrixFile, namesFile, siteOf } from './site.js';

export interface ReportOptions {
  readonly languages: readonly Language[];
  /** Of this program. */
  readonly version: string;
  /** Told how many pages there will be in all, in each language. */
  readonly onStart: (pages: number) => void | Promise<void>;
  /** Told of each page. */
  readonly onPage: () => void;
}

/** Of what many articles name, the page holds the latest; evidence.csv holds all. */
const LIMITS = { facts: 2000, claims: 1000, articles: 200 } as const;

const YEARS = ['2021', '2009', '2025'] as const;

/**
 * Writes the graph as pages that need no server: matrix, map, timeline, names, articles with the sentences that say facts, and
 * the table of all claims. The same graph gives the same files. Articles are quoted sentence by sentence, never whole.
 * @throws Stop when the program is not built
 */
export async function writeReport(store: GraphStore, sink: Sink, options: ReportOptions): Promise<void> {
  const { render, renderDoor } = await renderer();
  const articles = await articlesOf(store);
  const matrices: MatrixAnswer[] = [];
  for (const boundaries of BOUNDARIES) matrices.push(await readMatrix(store, boundaries));
  const names = await namesOf(store, matrices);
  const lists = KINDS.flatMap((kind) => {
    const all = names.filter((one) => one.kind === kind);
    return all.length === 0 ? [] : [{ kind, all }];
  });
  const in2021 = matrices.find(({ boundaries }) => boundaries === '2021') as MatrixAnswer;
  const maps = joinedIn(in2021);
  const held = {
    entities: new Set(names.map(({ id }) => id)),
    articles: new Set(articles.map(({ id }) => id)),
    kinds: lists.map(({ kind }) => kind),
    holders: await holdersOf(store),
    maps,
  };
  const site = siteOf(held, await madeFrom(store, articles.length, options));

  /** Pages that are known beforehand; those of entities and articles are read one by one. */
  function* known(): Generator<ReportPage> {
    for (const data of matrices)
      for (const sort of SORTS) yield { view: 'matrix', file: matrixFile(data.boundaries, sort), data, sort };
    for (const year of YEARS) yield { view: 'map', file: mapFile(year, ''), ...mapIn(matrices, year), project: '' };
    for (const project of maps)
      yield { view: 'map', file: mapFile('2021', project), ...mapIn(matrices, '2021'), project };
    for (const { kind, all } of lists)
      for (const page of pagesOf(
        all,
        ({ name }) => name,
        (n) => namesFile(kind, n),
      ))
        yield { view: 'names', kind, ...page };
    for (const page of pagesOf(articles, ({ published }) => published ?? '–', articlesFile))
      yield { view: 'articles', ...page };
  }
  async function file(name: string, text: string): Promise<void> {
    const out = sink.open(name);
    await out.write(text);
    await out.end();
  }
  async function put(page: ReportPage): Promise<void> {
    for (const language of options.languages) await file(`${language}/${page.file}`, render(page, language, site));
    options.onPage();
  }

  const pages = [...known()];
  await options.onStart(2 + pages.length + names.length + articles.length);
  await file('style.css', style());
  await file('index.html', renderDoor(site.made));
  await put({ view: 'home', file: 'index.html', data: await readOverview(store) });
  await put({ view: 'timeline', file: 'timeline.html', data: await readTimeline(store) });
  for (const page of pages) await put(page);
  for (const { id } of names) {
    const data = await readEntity(store, id, LIMITS);
    if (data) await put({ view: 'entity', file: entityFile(id), data });
  }
  for (const { id } of articles) {
    const data = await readArticle(store, id);
    if (data) await put({ view: 'article', file: articleFile(id), data });
  }
  const evidence = sink.open('evidence.csv');
  await exportEvidence(store, evidence, 'csv', 'comma');
  await evidence.end();
}

function mapIn(matrices: readonly MatrixAnswer[], year: Exclude<Boundaries, 'then'>) {
  const data = matrices.find(({ boundaries }) => boundaries === year) as MatrixAnswer;
  return { data, year, boundary: boundaryOf(MAPS[year === '2009' ? '2009.json' : '2021.json'] as string) };
}

/** By file: all maps of a year are drawn of one. */
const topologies = new Map<string, object>();

function boundaryOf(file: string): object {
  const topology = topologies.get(file) ?? (JSON.parse(readData(`territories/${file}`)) as object);
  topologies.set(file, topology);
  return topology;
}

const NOT_BUILT = 'the pages of the report are not built: npm run build';

async function renderer(): Promise<Renderer> {
  const file = join(packageRoot, 'dist', 'graph', 'explorer', 'report-page', 'render.js');
  if (!existsSync(file)) throw new Stop(NOT_BUILT);
  return (await import(pathToFileURL(file).href)) as Renderer;
}

/** The style of the explorer's page. */
function style(): string {
  const folder = join(pageFolder, 'assets');
  const name = existsSync(folder) ? readdirSync(folder).find((one) => one.endsWith('.css')) : undefined;
  if (name === undefined) throw new Stop(NOT_BUILT);
  return readFileSync(join(folder, name), 'utf8');
}
