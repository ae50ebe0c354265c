import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Answer, ask, type Typed } from '../graph/ask.js';
import { perSentence } from '../graph/evidence.js';
import { load } from '../graph/load.js';
import { type Query, readQueries } from '../graph/queries.js';
import { sheetOf } from '../graph/sheet.js';
import type { GraphStore, Row } from '../graph/store.js';
import { Notes } from '../pipeline/0-contract/notes.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { formatAnswer } from '../pipeline/cli/answer-formats.js';
import { extract, readArticles } from '../pipeline/run.js';
import { onEachStore } from './stores.js';

/**
 * What the questions answer of data/articles, to the letter, on both stores: test/answers/NAME.csv, read by people before they
 * were kept. `npx vitest run --config test/vitest.config.ts test/answers.test.ts -u` writes them anew; look at what changed
 * before you keep it.
 */

const ANSWERS = join(packageRoot, 'test', 'answers');
const PILOT = 'gimenes asistents blakus';
const RAMPS = 'Mājas bez sliekšņiem';
const LATGALE = 'Sociālo pakalpojumu pieejamība Latgales laukos';

type As = 'rows' | 'evidence' | 'sheet';
/** Name of the file, question, what is typed. */
const CASES: readonly (readonly [string, string, Typed, As?])[] = [
  ['articles-about-entity', 'articles-about-entity', { entity: 'jekabpils' }],
  ['articles-about-entity-evidence', 'articles-about-entity', { entity: RAMPS }, 'evidence'],
  ['contradictions', 'contradictions', {}],
  ['counts-that-do-not-fit', 'counts-that-do-not-fit', {}],
  ['counts-that-do-not-fit-evidence', 'counts-that-do-not-fit', {}, 'evidence'],
  ['entities-new-since', 'entities-new-since', { since: '2025' }],
  ['entities-new-since-evidence', 'entities-new-since', { since: '2025' }, 'evidence'],
  ['facts-of-one-article', 'facts-of-one-article', { fact: 'HEADS' }],
  ['facts-of-one-article-on', 'facts-of-one-article', { entity: 'Strenču novads', on: '2021-01-01' }],
  ['facts-of-one-article-evidence', 'facts-of-one-article', { entity: 'Madonas novads' }, 'evidence'],
  ['institutions-behind-project', 'institutions-behind-project', { project: PILOT }],
  ['institutions-behind-project-evidence', 'institutions-behind-project', { project: 'Dzīve kopienā' }, 'evidence'],
  ['municipalities-by-project', 'municipalities-by-project', {}],
  ['municipalities-by-project-on', 'municipalities-by-project', { project: PILOT, on: '2020-10-01' }],
  ['municipalities-by-project-on-2021', 'municipalities-by-project', { on: '2020-10-02', boundaries: '2021' }],
  ['municipalities-by-project-2009', 'municipalities-by-project', { project: RAMPS, boundaries: '2009' }],
  ['municipalities-by-project-2021', 'municipalities-by-project', { project: LATGALE, boundaries: '2021' }],
  ['municipalities-by-project-2025', 'municipalities-by-project', { project: LATGALE, boundaries: '2025' }],
  ['municipalities-by-project-evidence', 'municipalities-by-project', { project: RAMPS }, 'evidence'],
  ['municipalities-together', 'municipalities-together', { boundaries: '2021', least: '2' }],
  ['municipalities-together-on', 'municipalities-together', { municipality: 'Ādažu novads', on: '2024-06-01' }],
  ['participation-matrix', 'participation-matrix', { project: RAMPS, boundaries: '2021' }],
  ['participation-matrix-on', 'participation-matrix', { project: RAMPS, on: '2024-01-01' }],
  ['participation-matrix-sheet', 'participation-matrix', { boundaries: '2021' }, 'sheet'],
  ['people-and-posts', 'people-and-posts', {}],
  ['people-and-posts-on', 'people-and-posts', { place: 'jekabpils', on: '2018-01-01' }],
  ['people-and-posts-evidence', 'people-and-posts', { person: 'Jānis Rutks' }, 'evidence'],
  ['pilots-and-successors', 'pilots-and-successors', {}],
  ['pilots-and-successors-on', 'pilots-and-successors', { on: '2019-12-31', boundaries: 'then' }],
  ['planned-and-begun', 'planned-and-begun', {}],
  ['planned-and-begun-on', 'planned-and-begun', { entity: 'Strenču novads', on: '2020-01-01' }],
  ['planned-and-begun-2021', 'planned-and-begun', { entity: 'Valmieras novads', boundaries: '2021' }],
  ['planned-and-begun-ended', 'planned-and-begun', { outcome: 'ended' }, 'evidence'],
  ['projects-of-municipality', 'projects-of-municipality', { municipality: 'madona' }],
  ['projects-of-municipality-2021', 'projects-of-municipality', { municipality: 'cēsu novads', boundaries: '2021' }],
  ['projects-of-municipality-evidence', 'projects-of-municipality', { municipality: 'madona' }, 'evidence'],
  ['shortest-connection', 'shortest-connection', { from: 'Inga Sproģe', to: 'valmiera' }],
  ['stated-counts-completed', 'stated-counts-completed', {}],
  ['stated-counts-completed-on', 'stated-counts-completed', { project: PILOT, on: '2019-01-01' }],
  ['stated-counts-completed-2021', 'stated-counts-completed', { project: PILOT, boundaries: '2021' }],
  ['timeline-of-entity', 'timeline-of-entity', { entity: RAMPS }],
  ['what-article-says', 'what-article-says', { article: 'Rampas brauc uz Varakļāniem' }],
  ['who-headed-what', 'who-headed-what', {}],
  ['who-headed-what-on', 'who-headed-what', { place: 'jekabpils', on: '2018-01-01' }],
  ['who-shares-projects', 'who-shares-projects', { entity: 'Madonas novads' }],
  ['who-shares-projects-2021', 'who-shares-projects', { entity: 'cēsu novads', boundaries: '2021', least: '2' }],
  ['who-spoke-for-whom', 'who-spoke-for-whom', {}],
  ['who-spoke-for-whom-on', 'who-spoke-for-whom', { place: 'Strenču novada dome', on: '2020-09-01' }, 'evidence'],
];

/** Fitted anew with each change of the rules. */
const FITTED = ['confidence', 'rule'];

function shownAs(answer: Answer, { name, sheet }: Query, as: As): Answer {
  const steady = { ...answer, columns: answer.columns.filter((column) => !FITTED.includes(column.name)) };
  if (as === 'sheet' && sheet !== undefined) return sheetOf(steady, sheet);
  if (as === 'evidence') return perSentence(steady);
  const inOrder = (row: Row): string => JSON.stringify([row.subject, row.fact, row.object]);
  // the least certain come first
  const rows =
    name === 'facts-of-one-article' ? steady.rows.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)) : steady.rows;
  return { ...steady, rows };
}

const queries = readQueries();
let extractions: Extraction[];
beforeAll(async () => {
  extractions = [];
  for await (const { article } of readArticles([join(packageRoot, 'data', 'articles')], new Notes()))
    extractions.push(extract(article));
});

it('every question is asked, and every answer kept', () => {
  expect(readdirSync(ANSWERS).sort()).toEqual(CASES.map(([file]) => `${file}.csv`).sort());
  expect([...new Set(CASES.map(([, name]) => name))]).toEqual(queries.map(({ name }) => name));
});

onEachStore('answers of data/articles', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await load(store, extractions, { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
  }, 300_000);

  const cases = CASES.map(([file, name, typed, as = 'rows']) => ({ file, name, typed, as }));
  it.each(cases)('$file', async ({ file, name, typed, as }) => {
    const query = queries.find((one) => one.name === name) as Query;
    const answer = await ask(store, query, typed, { evidence: as === 'evidence' });
    const path = join(ANSWERS, `${file}.csv`);
    await expect(`${formatAnswer(shownAs(answer, query, as), 'csv', 0)}\n`).toMatchFileSnapshot(path);
  });
});
