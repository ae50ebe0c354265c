import { beforeAll, expect, it } from 'vitest';
import { ask, type Typed } from '../graph/ask.js';
import { perSentence } from '../graph/evidence.js';
import { load } from '../graph/load.js';
import { type Query, readQueries } from '../graph/queries.js';
import type { GraphStore } from '../graph/store.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { SPEECH_VERBS } from '../pipeline/4-recognise/persons/lexicon.js';
import { expectCounted, expectSentences } from './sentences.js';
import { onEachStore } from './stores.js';
import { STORY, storyExtractions } from './story-graph.js';

/** Questions about how things went on, asked of a story of three articles. */

const named = (name: string): Query => {
  const query = readQueries().find((one) => one.name === name);
  if (!query) throw new Error(`no question ${name}`);
  return query;
};

interface Case {
  readonly query: string;
  readonly typed?: Typed;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const { plan, part, quote, began, declined, former, later } = STORY;
const SERVICE = 'Alojas novada Sociālais dienests';
const PILOT = 'Tilts mājās';
const SOURCE = ['title', 'published', 'sentence'];
const SECOND_SOURCE = ['secondTitle', 'secondPublished', 'secondSentence'];
const PLANNED = ['Pilots sola', '2019-03-01'];
const BEGUN = ['Pilots sācies', '2019-06'];
const AFTER = ['Durvis', '2022-05-05'];

const CASES: readonly Case[] = [
  {
    query: 'who-headed-what',
    columns: ['place', 'person', 'role', 'since', 'until', 'status', 'articles', 'firstSaid', 'lastSaid', ...SOURCE],
    rows: [
      [SERVICE, 'Ilze Bite', 'vadītāja', null, null, null, 1, '2019-03-01', '2019-03-01', ...PLANNED, quote],
      [SERVICE, 'Jānis Ozols', null, null, '2019-03-31', 'ended', 1, '2019-06', '2019-06', ...BEGUN, former],
    ],
  },
  { query: 'who-headed-what', typed: { on: '2019-04-01' }, columns: ['person'], rows: [['Ilze Bite']] },
  {
    query: 'who-headed-what',
    typed: { place: 'Alojas novads', person: 'ozols' },
    columns: ['person'],
    rows: [['Jānis Ozols']],
  },
  { query: 'who-headed-what', typed: { place: 'Kocēnu novads' }, columns: ['person'], rows: [] },
  // Alojas novads lies in Limbažu novads since 2021
  { query: 'who-headed-what', typed: { place: 'Limbažu novads' }, columns: ['person'], rows: [] },
  {
    query: 'who-headed-what',
    typed: { place: 'Limbažu novads', boundaries: '2021', on: '2019-03-01' },
    columns: ['place', 'person'],
    rows: [
      [SERVICE, 'Ilze Bite'],
      [SERVICE, 'Jānis Ozols'],
    ],
  },
  { query: 'who-headed-what', typed: { place: 'Valmieras novads', boundaries: '2021' }, columns: ['person'], rows: [] },
  {
    query: 'people-and-posts',
    typed: { place: 'Valmieras novads', boundaries: '2021' },
    columns: ['place', 'person', 'role'],
    rows: [['Kocēnu novada dome', 'Kaspars Kalns', 'speciālists']],
  },
  { query: 'people-and-posts', typed: { place: 'Valmieras novads' }, columns: ['person'], rows: [] },
  // by name in the nominative and «X teiktā»; not whom others speak of, not who disagrees, not without a post in the article
  {
    query: 'who-spoke-for-whom',
    columns: ['place', 'person', 'role', 'sentences', ...SOURCE, 'evidence'],
    rows: [[SERVICE, 'Ilze Bite', 'vadītāja', 2, ...PLANNED, quote, []]],
  },
  { query: 'who-spoke-for-whom', typed: { place: 'Kocēnu novada dome' }, columns: ['person'], rows: [] },
  {
    query: 'municipalities-together',
    columns: ['first', 'second', 'together', 'projects', ...SOURCE, ...SECOND_SOURCE],
    rows: [
      ['Alojas novads', 'Kocēnu novads', 1, [PILOT], ...PLANNED, plan, ...BEGUN, began],
      ['Limbažu novads', 'Valmieras novads', 1, ['Durvis'], ...AFTER, later, ...AFTER, later],
    ],
  },
  {
    query: 'municipalities-together',
    typed: { boundaries: '2021' },
    columns: ['first', 'second', 'together', 'projects', ...SOURCE, ...SECOND_SOURCE],
    rows: [['Limbažu novads', 'Valmieras novads', 2, ['Durvis', PILOT], ...AFTER, later, ...AFTER, later]],
  },
  {
    query: 'municipalities-together',
    typed: { municipality: 'novads-kocenu-2010' },
    columns: ['first', 'second'],
    rows: [['Kocēnu novads', 'Alojas novads']],
  },
  {
    query: 'municipalities-together',
    typed: { on: '2019-03-31' },
    columns: ['first', 'projects'],
    rows: [['Limbažu novads', ['Durvis']]],
  },
  { query: 'municipalities-together', typed: { least: '2' }, columns: ['first'], rows: [] },
  {
    query: 'facts-of-one-article',
    columns: ['subject', 'fact', 'object', 'since', 'until', 'status', 'confidence', 'silent', ...SOURCE],
    rows: [
      ['Limbažu novads', 'PARTICIPATES_IN', 'Durvis', null, null, null, 0.6, 0, ...AFTER, later],
      ['Valmieras novads', 'PARTICIPATES_IN', 'Durvis', null, null, null, 0.6, 0, ...AFTER, later],
      ['Ilze Bite', 'HEADS', SERVICE, null, null, null, 0.8, 1, ...PLANNED, quote],
      ['Jānis Ozols', 'HEADS', SERVICE, null, '2019-03-31', 'ended', 0.8, 0, ...BEGUN, former],
      ['Kocēnu novads', 'PARTICIPATES_IN', PILOT, '2019-04-01', null, 'takes part', 0.8, 0, ...BEGUN, began],
      ['Kaspars Kalns', 'WORKS_AT', 'Kocēnu novada dome', null, null, null, 0.8, 0, ...BEGUN, STORY.now],
    ],
  },
  {
    query: 'facts-of-one-article',
    typed: { fact: 'HEADS', on: '2019-04-01' },
    columns: ['subject'],
    rows: [['Ilze Bite']],
  },
  { query: 'facts-of-one-article', typed: { entity: 'Kocēnu novads' }, columns: ['object'], rows: [[PILOT]] },
  {
    query: 'planned-and-begun',
    columns: ['subject', 'fact', 'object', 'planned', 'outcome', 'day', ...SOURCE, ...SECOND_SOURCE],
    rows: [
      [
        'Alojas novads',
        'PARTICIPATES_IN',
        PILOT,
        '2019-04-01',
        'began',
        '2019-04-01',
        ...PLANNED,
        plan,
        ...BEGUN,
        began,
      ],
      [
        'Salacgrīvas novads',
        'PARTICIPATES_IN',
        PILOT,
        '2019-04-01',
        'declined',
        null,
        ...PLANNED,
        plan,
        ...BEGUN,
        declined,
      ],
    ],
  },
  {
    query: 'planned-and-begun',
    typed: { boundaries: '2021', entity: 'Limbažu novads' },
    columns: ['subject', 'named', 'outcome'],
    rows: [
      ['Limbažu novads', ['Alojas novads'], 'began'],
      ['Limbažu novads', ['Salacgrīvas novads'], 'declined'],
    ],
  },
  { query: 'planned-and-begun', typed: { outcome: 'declined' }, columns: ['subject'], rows: [['Salacgrīvas novads']] },
  { query: 'planned-and-begun', typed: { outcome: 'not-told' }, columns: ['subject'], rows: [] },
  {
    query: 'stated-counts-completed',
    columns: ['project', 'said', 'text', 'named', 'missing', 'elsewhere', ...SOURCE],
    rows: [
      [PILOT, 3, 'trīs pašvaldības', ['Alojas novads', 'Salacgrīvas novads'], 1, ['Kocēnu novads'], ...PLANNED, part],
    ],
  },
  {
    query: 'stated-counts-completed',
    typed: { boundaries: '2021' },
    columns: ['said', 'named', 'missing', 'elsewhere'],
    rows: [[3, ['Limbažu novads'], 1, ['Valmieras novads']]],
  },
  { query: 'stated-counts-completed', typed: { article: 'Pilots sācies' }, columns: ['said'], rows: [] },
  {
    query: 'pilots-and-successors',
    columns: ['pilot', 'day', 'step', 'project', 'municipalities', 'number', ...SOURCE],
    rows: [
      [PILOT, '2019-03-01', 'part of', 'Mājas', [], null, ...PLANNED, part],
      [PILOT, '2019-04-01', 'planned', null, ['Alojas novads', 'Salacgrīvas novads'], 2, ...PLANNED, plan],
      [PILOT, '2019-04-01', 'takes part', null, ['Alojas novads', 'Kocēnu novads'], 2, ...BEGUN, began],
      [PILOT, '2019-06', 'declined', null, ['Salacgrīvas novads'], 1, ...BEGUN, declined],
      [PILOT, '2022-05-05', 'later project', 'Durvis', ['Limbažu novads', 'Valmieras novads'], 2, ...AFTER, later],
    ],
  },
  {
    query: 'pilots-and-successors',
    typed: { boundaries: 'then' },
    columns: ['step'],
    rows: [['part of'], ['planned'], ['takes part'], ['declined']],
  },
  { query: 'pilots-and-successors', typed: { common: '3', confidence: '0.9' }, columns: ['step'], rows: [['part of']] },
  {
    query: 'people-and-posts',
    typed: { on: '2019-04-01', place: SERVICE },
    columns: ['person'],
    rows: [['Ilze Bite']],
  },
  {
    query: 'who-shares-projects',
    typed: { boundaries: '2021' },
    columns: ['first', 'second', 'together', 'project'],
    rows: [
      ['Limbažu novads', 'Valmieras novads', 2, 'Durvis'],
      ['Limbažu novads', 'Valmieras novads', 2, PILOT],
    ],
  },
  {
    query: 'projects-of-municipality',
    typed: { municipality: 'Limbažu novads', boundaries: '2021' },
    columns: ['project', 'named', 'status'],
    rows: [
      ['Durvis', null, null],
      [PILOT, 'Alojas novads', 'takes part'],
      [PILOT, 'Salacgrīvas novads', 'declined'],
    ],
  },
];

const firstTyped = (name: string): Typed => CASES.find(({ query }) => query === name)?.typed ?? {};

it('the verbs of saying are among those that the rules know', () => {
  const [, verbs = ''] = /'([^']*)' AS verbs/u.exec(named('who-spoke-for-whom').cypher) ?? [];
  expect(verbs.split('|').filter((verb) => !SPEECH_VERBS.has(verb))).toEqual([]);
  expect(verbs).toContain('saka|');
});

onEachStore('answers to how it went on', (open) => {
  let store: GraphStore;

  beforeAll(async () => {
    store = await open();
    const options = { forms: searchForms, now: '2026-01-01T00:00:00Z', rules: 'test' };
    expect(await load(store, storyExtractions(), options)).toMatchObject({ new: 3, failed: [] });
  }, 300_000);

  it.each(CASES)('$query $typed', async ({ query, typed = {}, columns, rows }) => {
    const answer = await ask(store, named(query), typed);
    expect(answer.rows.map((row) => columns.map((column) => row[column]))).toEqual(rows);
  });

  it.each([...new Set(CASES.map(({ query }) => query))])('%s has the columns of its header', async (name) => {
    const { cypher, columns, parameters } = named(name);
    const { parameters: params } = await ask(store, named(name), firstTyped(name));
    expect(parameters.every((one) => one.name in params)).toBe(true);
    const [row] = await store.read(cypher, params);
    expect(Object.keys(row ?? {})).toEqual(columns.map((column) => column.name));
  });

  it.each([...new Set(CASES.map(({ query }) => query))])('%s leads to its sentences', async (name) => {
    const answer = await ask(store, named(name), firstTyped(name), { evidence: true });
    await expectSentences(store, answer);
    if (named(name).evidence) await expectCounted(store, named(name), answer);
  });

  it('gives a line for every sentence', async () => {
    const { columns, rows } = perSentence(
      await ask(store, named('municipalities-together'), { boundaries: '2021' }, { evidence: true }),
    );
    const names = ['first', 'together', 'article', 'sentence', 'start'];
    expect(columns.map(({ name }) => name)).toEqual([
      ...['first', 'second', 'together', 'projects'],
      ...['article', 'title', 'published', 'url', 'sentence', 'evidence', 'start', 'end'],
    ]);
    expect(rows.map((row) => names.map((column) => row[column]))).toEqual([
      ['Limbažu novads', 2, 'durvis.txt', later, 7],
      ['Limbažu novads', 2, 'pilots-sola.txt', plan, 12],
      ['Limbažu novads', 2, 'pilots-sacies.txt', began, 14],
    ]);
  });
});
