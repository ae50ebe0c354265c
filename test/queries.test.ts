import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, ask, refusalOf, type Typed } from '../graph/ask.js';
import { asKnown } from '../graph/history/known.js';
import { load } from '../graph/load.js';
import { type Query, readQueries } from '../graph/queries.js';
import { TooMuch } from '../graph/reading.js';
import type { GraphStore } from '../graph/store.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { NEW_MEMBERS, PILOT_BEGINS, SENTENCES, sampleExtractions } from './sample-graph.js';
import { expectCounted, expectSentences } from './sentences.js';
import { onEachStore } from './stores.js';

const queries = readQueries();
const named = (name: string): Query => {
  const query = queries.find((one) => one.name === name);
  if (!query) throw new Error(`no question ${name}`);
  return query;
};

/** Which question takes --on and --boundaries; the others say in one line why not. --known goes with all. */
const TIMES: readonly (readonly [string, on: boolean, boundaries: boolean])[] = [
  ['articles-about-entity', false, false],
  ['contradictions', true, false],
  ['counts-that-do-not-fit', false, false],
  ['entities-new-since', false, false],
  ['facts-of-one-article', true, false],
  ['institutions-behind-project', true, false],
  ['municipalities-by-project', true, true],
  ['municipalities-together', true, true],
  ['participation-matrix', true, true],
  ['people-and-posts', true, true],
  ['pilots-and-successors', true, true],
  ['planned-and-begun', true, true],
  ['projects-of-municipality', true, true],
  ['shortest-connection', true, false],
  ['stated-counts-completed', true, true],
  ['timeline-of-entity', false, false],
  ['what-article-says', true, false],
  ['who-headed-what', true, true],
  ['who-shares-projects', true, true],
  ['who-spoke-for-whom', true, false],
];

interface Case {
  readonly query: string;
  readonly typed?: Typed;
  /** Columns compared; the others of these rows are looked at elsewhere. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const { joined, behind, heads, count, ends, declined, late, through, beside, begun, left } = SENTENCES;
const BEGINS = ['Pilots sākas', '2019-05-20', PILOT_BEGINS];
const MEMBERS = ['Jauni dalībnieki', '2020-02', null];
const OLD = ['Senas ziņas', null, null];
const SOURCE = ['title', 'published', 'url', 'sentence'];
const SECOND_SOURCE = ['secondTitle', 'secondPublished', 'secondUrl', 'secondSentence'];
const SERVICE = 'Tukuma novada Sociālais dienests';
const PILOT_DAYS = ['2019-05-16', '2019-10-31', 'takes part'];
const PARTICIPANTS = ['municipality', 'project', 'partOf', 'since', 'until', 'status'];
const MATRIX = [
  'municipality',
  'members',
  'project',
  'state',
  'municipalityArticles',
  'projectArticles',
  'bothArticles',
];
const IN_PILOT = [
  ['Ķekavas novads', 'Soļi', 'Ceļš', null, null, 'declined'],
  ['Rēzekne', 'Soļi', 'Ceļš', ...PILOT_DAYS],
  ['Tukuma novads', 'Soļi', 'Ceļš', ...PILOT_DAYS],
];

const CASES: readonly Case[] = [
  {
    query: 'municipalities-by-project',
    columns: [...PARTICIPANTS, ...SOURCE, 'evidence'],
    rows: [
      ['Siguldas novads', 'Ceļš', null, null, null, null, ...MEMBERS, late, []],
      [...(IN_PILOT[0] ?? []), ...MEMBERS, declined, []],
      [...(IN_PILOT[1] ?? []), ...BEGINS, joined, [ends]],
      [...(IN_PILOT[2] ?? []), ...BEGINS, joined, [ends]],
      ['Ādažu novads', 'Tilts', null, '2019', '2020-10-01', 'ended', ...OLD, left, []],
    ],
  },
  // the whole is asked for: those of the pilot are found too
  {
    query: 'municipalities-by-project',
    typed: { project: '9.2.1.1./15/i/001' },
    columns: PARTICIPANTS,
    rows: [['Siguldas novads', 'Ceļš', null, null, null, null], ...IN_PILOT],
  },
  { query: 'municipalities-by-project', typed: { project: 'soli' }, columns: PARTICIPANTS, rows: IN_PILOT },
  {
    query: 'municipalities-by-project',
    typed: { confidence: '0,85' },
    columns: ['municipality'],
    rows: [['Rēzekne'], ['Tukuma novads']],
  },
  // on a day: an end that one claim leaves open is that of the other
  {
    query: 'municipalities-by-project',
    typed: { on: '2019-11-01' },
    columns: ['municipality', 'project', 'status'],
    rows: [
      ['Siguldas novads', 'Ceļš', null],
      ['Ķekavas novads', 'Soļi', 'declined'],
      ['Ādažu novads', 'Tilts', 'ended'],
    ],
  },
  {
    query: 'municipalities-by-project',
    typed: { on: '2020-10-02' },
    columns: ['municipality'],
    rows: [['Siguldas novads'], ['Ķekavas novads']],
  },
  {
    query: 'municipalities-by-project',
    typed: { project: 'soli', boundaries: '2021' },
    columns: ['municipality', 'named', 'divided', 'status'],
    rows: [
      ['Ķekavas novads', [], [], 'declined'],
      ['Rēzekne', [], [], 'takes part'],
      ['Tukuma novads', [], [], 'takes part'],
    ],
  },
  {
    query: 'participation-matrix',
    typed: { project: 'soli' },
    columns: [...MATRIX, ...SOURCE],
    rows: [
      ['Ādažu novads', [], 'Soļi', 'not covered', 1, 2, 0, null, null, null, null],
      ['Ķekavas novads', [], 'Soļi', 'declined or ended', 1, 2, 1, ...MEMBERS, declined],
      ['Rēzekne', [], 'Soļi', 'takes part', 1, 2, 1, ...BEGINS, joined],
      ['Rēzeknes novads', [], 'Soļi', 'mentioned only', 1, 2, 1, null, null, null, null],
      ['Siguldas novads', [], 'Soļi', 'mentioned only', 1, 2, 1, null, null, null, null],
      ['Tukuma novads', [], 'Soļi', 'takes part', 1, 2, 1, ...BEGINS, joined],
      ['Tukums', [], 'Soļi', 'mentioned only', 1, 2, 1, null, null, null, null],
    ],
  },
  // the town is counted in its novads
  {
    query: 'participation-matrix',
    typed: { project: 'soli', boundaries: '2021' },
    columns: MATRIX.slice(0, 5),
    rows: [
      ['Ādažu novads', ['Ādažu novads'], 'Soļi', 'not covered', 1],
      ['Ķekavas novads', ['Ķekavas novads'], 'Soļi', 'declined or ended', 1],
      ['Rēzekne', ['Rēzekne'], 'Soļi', 'takes part', 1],
      ['Rēzeknes novads', ['Rēzeknes novads'], 'Soļi', 'mentioned only', 1],
      ['Siguldas novads', ['Siguldas novads'], 'Soļi', 'mentioned only', 1],
      ['Tukuma novads', ['Tukuma novads', 'Tukums'], 'Soļi', 'takes part', 2],
    ],
  },
  {
    query: 'projects-of-municipality',
    typed: { municipality: 'tukums' },
    columns: ['project', 'partOf', 'through', 'since', 'until', 'status', ...SOURCE],
    rows: [
      ['Ceļš', null, SERVICE, null, null, null, ...MEMBERS, through],
      ['Soļi', 'Ceļš', null, ...PILOT_DAYS, ...BEGINS, joined],
    ],
  },
  // the day after the pilot; what has no dates is open
  {
    query: 'projects-of-municipality',
    typed: { municipality: 'Tukuma novads', on: '2019-11-01' },
    columns: ['project', 'through'],
    rows: [['Ceļš', SERVICE]],
  },
  // the town lies in the novads of 2021, where what the novads of 2009 joined is counted too
  {
    query: 'projects-of-municipality',
    typed: { municipality: 'pilseta-tukums-2009', boundaries: '2021' },
    columns: ['project', 'named', 'through'],
    rows: [
      ['Ceļš', null, SERVICE],
      ['Soļi', null, null],
    ],
  },
  { query: 'projects-of-municipality', typed: { municipality: 'pilseta-tukums-2009' }, columns: ['project'], rows: [] },
  {
    query: 'people-and-posts',
    typed: { on: '2019-01-01', person: 'Liepkalne' },
    columns: ['person'],
    rows: [['Anna Liepkalne']],
  },
  {
    query: 'institutions-behind-project',
    typed: { project: 'Soļi', on: '2019-01-01' },
    columns: ['does'],
    rows: [['FUNDS'], ['IMPLEMENTS'], ['PARTICIPATES_IN']],
  },
  {
    query: 'what-article-says',
    typed: { article: 'pilots sakas', on: '2019-11-01' },
    columns: ['fact'],
    rows: [['FUNDS'], ['IMPLEMENTS'], ['HEADS'], ['LOCATED_IN']],
  },
  { query: 'who-shares-projects', typed: { on: '2019-11-01' }, columns: ['first'], rows: [['Siguldas novads']] },
  {
    query: 'projects-of-municipality',
    typed: { municipality: 'Rēzekne' },
    columns: ['project'],
    rows: [['Soļi']],
  },
  { query: 'projects-of-municipality', typed: { municipality: 'Rēzeknes novadā' }, columns: ['project'], rows: [] },
  {
    query: 'people-and-posts',
    columns: ['person', 'role', 'heads', 'place', ...SOURCE],
    rows: [
      ['Jānis Liepkalns', 'speciālists', null, 'Siguldas novada dome', ...MEMBERS, beside],
      ['Anna Liepkalne', 'vadītāja', 'yes', SERVICE, ...BEGINS, heads],
    ],
  },
  // a municipality stands for its institutions
  { query: 'people-and-posts', typed: { place: 'Tukuma novadam' }, columns: ['person'], rows: [['Anna Liepkalne']] },
  {
    query: 'people-and-posts',
    typed: { place: 'tukuma novada sociālajā dienestā' },
    columns: ['person'],
    rows: [['Anna Liepkalne']],
  },
  {
    query: 'people-and-posts',
    typed: { person: 'Jānim Liepkalnam' },
    columns: ['person'],
    rows: [['Jānis Liepkalns']],
  },
  {
    query: 'institutions-behind-project',
    typed: { project: 'Soļi' },
    columns: ['institution', 'does', 'project', ...SOURCE],
    rows: [
      ['Eiropas Sociālais fonds', 'FUNDS', 'Ceļš', ...BEGINS, behind],
      ['Labklājības ministrija', 'IMPLEMENTS', 'Ceļš', ...BEGINS, behind],
      [SERVICE, 'PARTICIPATES_IN', 'Ceļš', ...MEMBERS, through],
    ],
  },
  {
    query: 'what-article-says',
    typed: { article: 'pilots sakas' },
    columns: ['subject', 'fact', 'object', 'role', 'since', 'until', 'status', 'confidence', 'rule', 'sentence'],
    rows: [
      ['Rēzekne', 'PARTICIPATES_IN', 'Soļi', null, ...PILOT_DAYS, 0.9, 'test-fact', joined],
      ['Tukuma novads', 'PARTICIPATES_IN', 'Soļi', null, ...PILOT_DAYS, 0.9, 'test-fact', joined],
      ['Eiropas Sociālais fonds', 'FUNDS', 'Ceļš', null, null, null, null, 0.6, 'test-fact', behind],
      ['Labklājības ministrija', 'IMPLEMENTS', 'Ceļš', null, null, null, null, 0.8, 'test-fact', behind],
      ['Anna Liepkalne', 'HEADS', SERVICE, 'vadītāja', null, null, null, 0.8, 'test-fact', heads],
      [SERVICE, 'LOCATED_IN', 'Tukuma novads', null, null, null, null, 0.8, 'test-fact', heads],
    ],
  },
  {
    query: 'what-article-says',
    typed: { article: NEW_MEMBERS, confidence: '0.8' },
    columns: ['fact', 'subject', ...SOURCE],
    rows: [
      ['PARTICIPATES_IN', 'Ķekavas novads', ...MEMBERS, declined],
      ['PARTICIPATES_IN', SERVICE, ...MEMBERS, through],
      ['WORKS_AT', 'Jānis Liepkalns', ...MEMBERS, beside],
    ],
  },
  {
    query: 'articles-about-entity',
    typed: { entity: 'Tukuma novada Sociālo dienestu' },
    columns: ['entity', 'mentions', ...SOURCE],
    rows: [
      [SERVICE, 1, ...MEMBERS, through],
      [SERVICE, 1, ...BEGINS, heads],
    ],
  },
  {
    query: 'who-shares-projects',
    columns: ['first', 'second', 'together', 'project', 'sentence', 'secondSentence'],
    rows: [
      ['Rēzekne', 'Tukuma novads', 1, 'Soļi', joined, joined],
      ['Siguldas novads', SERVICE, 1, 'Ceļš', late, through],
    ],
  },
  {
    query: 'who-shares-projects',
    typed: { entity: 'Siguldas novads' },
    columns: ['first', 'second', 'project', ...SOURCE, 'secondTitle', 'secondPublished', 'secondUrl', 'secondSentence'],
    rows: [['Siguldas novads', SERVICE, 'Ceļš', ...MEMBERS, late, ...MEMBERS, through]],
  },
  { query: 'who-shares-projects', typed: { least: '2' }, columns: ['first'], rows: [] },
  { query: 'who-shares-projects', typed: { confidence: '0.7' }, columns: ['first'], rows: [['Rēzekne']] },
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Soļi' },
    columns: ['day', 'dated', 'subject', 'fact', 'object', 'until', 'status', ...SOURCE],
    rows: [
      ['2019-05-16', 'fact', 'Rēzekne', 'PARTICIPATES_IN', 'Soļi', '2019-10-31', 'takes part', ...BEGINS, joined],
      ['2019-05-16', 'fact', 'Tukuma novads', 'PARTICIPATES_IN', 'Soļi', '2019-10-31', 'takes part', ...BEGINS, joined],
      ['2020-02', 'article', 'Ķekavas novads', 'PARTICIPATES_IN', 'Soļi', null, 'declined', ...MEMBERS, declined],
    ],
  },
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Soļi', since: '31.10.2019.' },
    columns: ['subject'],
    rows: [['Rēzekne'], ['Tukuma novads'], ['Ķekavas novads']],
  },
  // the pilot was over by then
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Soļi', since: '2019-11' },
    columns: ['subject'],
    rows: [['Ķekavas novads']],
  },
  // of February 2020 no more is told: it may have been on the last day
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Soļi', since: '2020-02-29' },
    columns: ['day', 'subject'],
    rows: [['2020-02', 'Ķekavas novads']],
  },
  { query: 'timeline-of-entity', typed: { entity: 'Soļi', since: '2020-03' }, columns: ['day'], rows: [] },
  // a year stays a year, and what ended stands at its end
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Tilts' },
    columns: ['day', 'dated', 'until', 'status', ...SOURCE],
    rows: [
      ['2019', 'fact', null, 'began', ...OLD, begun],
      ['2020-10-01', 'fact', '2020-10-01', 'ended', ...OLD, left],
    ],
  },
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Tilts', since: '2019-12-31', until: '2019' },
    columns: ['day'],
    rows: [['2019']],
  },
  // where an institution lies is no event
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Tukuma novads' },
    columns: ['fact'],
    rows: [['PARTICIPATES_IN']],
  },
  {
    query: 'timeline-of-entity',
    typed: { entity: 'Soļi', until: '2019' },
    columns: ['subject'],
    rows: [['Rēzekne'], ['Tukuma novads']],
  },
  {
    query: 'shortest-connection',
    typed: { from: 'Liepkalne', to: 'rezekne' },
    columns: ['step', 'subject', 'fact', 'object', ...SOURCE],
    rows: [
      [1, 'Anna Liepkalne', 'HEADS', SERVICE, ...BEGINS, heads],
      [2, SERVICE, 'LOCATED_IN', 'Tukuma novads', ...BEGINS, heads],
      [3, 'Tukuma novads', 'PARTICIPATES_IN', 'Soļi', ...BEGINS, joined],
      [4, 'Rēzekne', 'PARTICIPATES_IN', 'Soļi', ...BEGINS, joined],
    ],
  },
  {
    query: 'shortest-connection',
    typed: { from: 'Ķekavas novads', to: 'LM' },
    columns: ['step', 'subject', 'fact', 'object', 'sentence'],
    rows: [
      [1, 'Ķekavas novads', 'PARTICIPATES_IN', 'Soļi', declined],
      [2, 'Soļi', 'PART_OF', 'Ceļš', null],
      [3, 'Labklājības ministrija', 'IMPLEMENTS', 'Ceļš', behind],
    ],
  },
  { query: 'shortest-connection', typed: { from: 'tukums', to: 'tukums' }, columns: ['step'], rows: [] },
  {
    query: 'shortest-connection',
    typed: { from: 'Liepkalne', to: 'rezekne', on: '2019-06-01' },
    columns: ['step', 'subject', 'fact', 'object'],
    rows: [
      [1, 'Anna Liepkalne', 'HEADS', SERVICE],
      [2, SERVICE, 'LOCATED_IN', 'Tukuma novads'],
      [3, 'Tukuma novads', 'PARTICIPATES_IN', 'Soļi'],
      [4, 'Rēzekne', 'PARTICIPATES_IN', 'Soļi'],
    ],
  },
  {
    query: 'shortest-connection',
    typed: { from: 'tukuma novads', to: 'soļi', on: '2019-06-01' },
    columns: ['step', 'subject', 'fact', 'object'],
    rows: [[1, 'Tukuma novads', 'PARTICIPATES_IN', 'Soļi']],
  },
  // the shortest of all does not hold any more
  {
    query: 'shortest-connection',
    typed: { from: 'tukuma novads', to: 'soļi', on: '2020-01-01' },
    columns: ['step', 'subject', 'fact', 'object', 'sentence'],
    rows: [
      [1, SERVICE, 'LOCATED_IN', 'Tukuma novads', heads],
      [2, SERVICE, 'PARTICIPATES_IN', 'Ceļš', through],
      [3, 'Soļi', 'PART_OF', 'Ceļš', null],
    ],
  },
  {
    query: 'shortest-connection',
    typed: { from: 'Liepkalne', to: 'rezekne', on: '2020-01-01' },
    columns: ['step'],
    rows: [],
  },
  {
    query: 'entities-new-since',
    typed: { since: '2019-12' },
    columns: ['kind', 'entity', ...SOURCE],
    rows: [
      ['Institution', 'Siguldas novada dome', ...MEMBERS, beside],
      ['Municipality', 'Ķekavas novads', ...MEMBERS, declined],
      ['Municipality', 'Rēzeknes novads', ...MEMBERS, beside],
      ['Municipality', 'Siguldas novads', ...MEMBERS, late],
      ['Municipality', 'Tukums', ...MEMBERS, beside],
      ['Person', 'Jānis Liepkalns', ...MEMBERS, beside],
    ],
  },
  { query: 'entities-new-since', typed: { since: '2020-02-02' }, columns: ['entity'], rows: [] },
  {
    query: 'counts-that-do-not-fit',
    columns: ['counted', 'said', 'found', 'text', ...SOURCE],
    rows: [['municipality', 3, 2, '3 pašvaldības', ...BEGINS, count]],
  },
  { query: 'counts-that-do-not-fit', typed: { article: NEW_MEMBERS }, columns: ['said'], rows: [] },
  {
    query: 'contradictions',
    columns: ['kind', 'about', 'subject', 'first', 'second', ...SOURCE, ...SECOND_SOURCE],
    rows: [['number', 'Soļi', null, '3 pašvaldības', '4 pašvaldības', ...BEGINS, count, ...MEMBERS, declined]],
  },
  { query: 'contradictions', typed: { entity: 'Ceļš' }, columns: ['kind'], rows: [] },
];

/** Put to another graph, in queries-story.test.ts. */
const OF_STORY = [
  'facts-of-one-article',
  'municipalities-together',
  'pilots-and-successors',
  'planned-and-begun',
  'stated-counts-completed',
  'who-headed-what',
  'who-spoke-for-whom',
];

it('every question is put', () => {
  expect([...new Set([...CASES.map(({ query }) => query), ...OF_STORY])].sort()).toEqual(
    queries.map(({ name }) => name),
  );
});

const values = ({ rows }: Answer, columns: readonly string[]): unknown[][] =>
  rows.map((row) => columns.map((column) => row[column]));

onEachStore('answers', (open) => {
  let store: GraphStore;
  let known: GraphStore;

  beforeAll(async () => {
    store = await open();
    const options = { forms: searchForms, now: '2026-01-01T00:00:00Z', rules: 'test' };
    expect(await load(store, sampleExtractions(), options)).toMatchObject({ new: 3, failed: [] });
    known = await asKnown(store, '2026-01-02T00:00:00Z', { forms: searchForms });
  }, 300_000);

  afterAll(async () => {
    await known?.close();
  });

  it.each(CASES)('$query $typed', async ({ query, typed = {}, columns, rows }) => {
    const answer = await ask(store, named(query), typed);
    expect(values(answer, columns)).toEqual(rows);
  });

  it.each(queries.filter(({ name }) => !OF_STORY.includes(name)))(
    '$name has the columns of its header',
    async (query) => {
      const { typed = {} } = CASES.find((one) => one.query === query.name && one.rows.length > 0) ?? {};
      const { parameters } = await ask(store, query, typed);
      const [row] = await store.read(query.cypher, parameters);
      expect(Object.keys(row ?? {})).toEqual(query.columns.map(({ name }) => name));
    },
  );

  it.each(queries.filter(({ name }) => !OF_STORY.includes(name)))('$name leads to its sentences', async (query) => {
    const { typed = {} } = CASES.find((one) => one.query === query.name && one.rows.length > 0) ?? {};
    const answer = await ask(store, query, typed, { evidence: true });
    await expectSentences(store, answer);
    if (query.evidence) await expectCounted(store, query, answer);
    expect((await ask(store, query, typed)).sources.flat()).toEqual([]);
  });

  it('refuses more sentences than fit, and says how to ask for fewer', async () => {
    const large = { ...named('participation-matrix'), cypher: 'UNWIND [600000, 500000] AS sources RETURN sources' };
    await expect(ask(store, large, {}, { evidence: true })).rejects.toThrow(
      /^--evidence would give 1,100,000 sentences, at most 1,000,000 fit: ask for fewer with --project or --on or --confidence$/u,
    );
  });

  it('says how to ask for less where the store gives a question up', async () => {
    const full: GraphStore = { ...store, read: () => Promise.reject(new TooMuch('the answer takes too long')) };
    await expect(ask(full, named('contradictions'), {})).rejects.toThrow(
      'the answer takes too long: ask for less with --entity or --on or --first-run or --last-run',
    );
    await expect(ask(full, named('entities-new-since'), { since: '2019-05-16' })).rejects.toThrow(
      'the answer takes too long: put it to a smaller graph',
    );
  });

  it.each(TIMES)('%s takes --on: %s, --boundaries: %s, or says why not; and --known', async (name, on, boundaries) => {
    const query = named(name);
    const { typed = {} } = CASES.find((one) => one.query === name && one.rows.length > 0) ?? {};
    for (const [parameter, takes, value] of [
      ['on', on, '2019-06-01'],
      ['boundaries', boundaries, '2021'],
    ] as const) {
      const asked = ask(store, query, { ...typed, [parameter]: value });
      if (takes) expect((await asked).columns.length).toBeGreaterThan(0);
      else await expect(asked).rejects.toThrow(/^\S+ takes no --\S+: [^\n]+$/u);
      expect(refusalOf(query, parameter) === undefined).toBe(takes);
    }
    expect(values(await ask(known, query, typed), ['title'])).toEqual(
      values(await ask(store, query, typed), ['title']),
    );
  });

  it('says how a name was understood', async () => {
    const { understood } = await ask(store, named('projects-of-municipality'), { municipality: 'tukums' });
    expect(understood).toMatchObject([
      {
        parameter: 'municipality',
        typed: 'tukums',
        as: 'Tukuma novads',
        others: [{ name: 'Tukums', type: 'pilsēta' }],
      },
    ]);
  });

  it.each([
    [
      'liepkaln',
      /may be any of these.*\n {2}Anna Liepkalne {2}\(person, 1 article, id person-anna-liepkalne\)\n {2}Jānis Liepkalns/u,
    ],
    ['Anna Liepkalns', /no entity is named «Anna Liepkalns»; the nearest:\n {2}Anna Liepkalne /u],
  ])('lists what «%s» may mean', async (entity, message) => {
    await expect(ask(store, named('timeline-of-entity'), { entity })).rejects.toThrow(message);
  });

  it('takes only the values that a parameter permits', async () => {
    await expect(ask(store, named('municipalities-by-project'), { boundaries: '2015' })).rejects.toThrow(
      /^--boundaries is «2015», expected one of then, 2009, 2021, 2025$/u,
    );
  });

  it.each([
    [{}, /^--entity is missing: /u],
    [{ entity: ' ' }, /^--entity is empty: /u],
    [{ entity: 'Soļi', since: '2019-02-30' }, /^--since is «2019-02-30», expected a date/u],
    [{ entity: 'Soļi', since: 'vakar' }, /expected a date/u],
    [{ entity: 'Soļi', confidence: 'high' }, /^--confidence is «high», expected a number/u],
    [{ entity: 'Soļi', place: 'Rīga' }, /^timeline-of-entity takes no --place/u],
  ])('refuses %j', async (typed, message) => {
    await expect(ask(store, named('timeline-of-entity'), typed)).rejects.toThrow(message);
  });

  it('refuses to write', async () => {
    const writing = { ...named('counts-that-do-not-fit'), parameters: [], cypher: 'MATCH (n) DELETE n' };
    await expect(ask(store, writing, {})).rejects.toThrow(/only read/u);
  });
});
