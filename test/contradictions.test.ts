import { beforeAll, expect, it } from 'vitest';
import { ask, type Typed } from '../graph/ask.js';
import { load } from '../graph/load.js';
import { type Query, readQueries } from '../graph/queries.js';
import type { GraphStore } from '../graph/store.js';
import type { Extraction, Fact } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { onEachStore } from './stores.js';

/** Articles of which two cannot both be right, and others that only seem so. */

const PLACES = {
  tukums: ['novads-tukuma-2009', 'Tukuma novads'],
  saldus: ['novads-saldus-2009', 'Saldus novads'],
  kandava: ['novads-kandavas-2009', 'Kandavas novads'],
  talsi: ['novads-talsu-2009', 'Talsu novads'],
  limbazi: ['novads-limbazu-2009', 'Limbažu novads'],
} as const;
type Place = keyof typeof PLACES;
const PEOPLE = { anna: 'Anna Kalve', janis: 'Jānis Ozols', ilze: 'Ilze Bite' } as const;

type More = Pick<Partial<Fact>, 'when' | 'status' | 'role'>;
type Said = readonly [Place | keyof typeof PEOPLE, More];

/** What an article says: who takes part in «Soļi», who heads «Nams». */
function told(id: string, published: string | undefined, said: readonly Said[], count?: number): Extraction {
  const words = (who: Said[0], n: number): string =>
    `${who in PLACES ? PLACES[who as Place][1] : PEOPLE[who as keyof typeof PEOPLE]} (${n}) un “Soļi”, Nams.`;
  const counted = count === undefined ? [] : [`Pilotā “Soļi” ir ${count} pašvaldības.`];
  const of = make.article(
    id,
    [`Ziņa ${id}: “Soļi”, Nams`, ...said.map(([who], n) => words(who, n)), ...counted],
    published === undefined ? {} : { published },
  );
  const own = (kind: object) => [...new Set(said.map(([who]) => who))].filter((who) => who in kind);
  return make.extraction(
    of,
    [
      ...own(PLACES).map((who) => {
        const [key, name] = PLACES[who as Place];
        return make.municipality(of, key, name, [name]);
      }),
      ...own(PEOPLE).map((who) => {
        const name = PEOPLE[who as keyof typeof PEOPLE];
        return make.person(of, `person-${who}`, name, [name]);
      }),
      make.project(of, 'project-soli', 'Soļi', ['Soļi', ...(count === undefined ? [] : [`Pilotā “Soļi”`])], {
        type: 'pilot',
      }),
      make.institution(of, 'institution-nams', 'Nams', ['Nams']),
    ],
    said.map(([who, more], n) =>
      who in PLACES
        ? make.fact(of, 'PARTICIPATES_IN', PLACES[who as Place][0], 'project-soli', [words(who, n)], more)
        : make.fact(of, 'HEADS', `person-${who}`, 'institution-nams', [words(who, n)], more),
    ),
    count === undefined ? [] : [make.statedCount(of, `${count} pašvaldības`, count)],
  );
}

const began = (when?: string): More => ({ status: 'began', ...(when === undefined ? {} : { when }) });
const taking: More = { status: 'takes part' };
const takePart = (...places: readonly Place[]): Said[] => places.map((place) => [place, taking]);

interface Case {
  readonly what: string;
  readonly articles: readonly Extraction[];
  readonly typed?: Typed;
  /** kind, about, subject, first, second */
  readonly rows: readonly (readonly (string | null)[])[];
}

const SOLI = ['Soļi', 'Tukuma novads'];
const CASES: readonly Case[] = [
  {
    what: 'two first days',
    articles: [
      told('a', '2019-05', [['tukums', began('2019-05-16')]]),
      told('b', '2019-09', [['tukums', began('2019-06')]]),
    ],
    rows: [['since', ...SOLI, '2019-05-16', '2019-06']],
  },
  {
    what: 'a day and its month agree',
    articles: [
      told('a', '2019-05', [['tukums', began('2019-05-16')]]),
      told('b', '2019-09', [['tukums', began('2019-05')]]),
    ],
    rows: [],
  },
  {
    what: 'two last days, the earlier article first whatever its id',
    articles: [
      told('b', '2019-05', [['tukums', { status: 'ended', when: '2019-12-31' }]]),
      told('a', '2019-09', [['tukums', { status: 'ended', when: '2020-06-30' }]]),
    ],
    rows: [['until', ...SOLI, '2019-12-31', '2020-06-30']],
  },
  {
    what: 'declined and takes part',
    articles: [told('a', '2019-05', [['tukums', taking]]), told('b', '2019-09', [['tukums', { status: 'declined' }]])],
    rows: [['status', ...SOLI, 'takes part', 'declined']],
  },
  {
    what: 'two heads in years that overlap',
    articles: [
      told('a', '2019-05', [['anna', { when: '2018/2019-12' }]]),
      told('b', '2019-09', [['janis', { when: '2019-07/2020' }]]),
    ],
    rows: [['heads', 'Nams', null, 'Anna Kalve', 'Jānis Ozols']],
  },
  {
    what: 'a head who began, and another whom an earlier article names meanwhile',
    articles: [told('a', '2019-04-10', [['anna', {}]]), told('b', '2019-05-20', [['janis', began('2019-01-01')]])],
    rows: [['heads', 'Nams', null, 'Anna Kalve', 'Jānis Ozols']],
  },
  {
    what: 'one head after the other',
    articles: [
      told('a', '2019-03-01', [['anna', {}]]),
      told('b', '2019-09', [
        ['anna', { status: 'ended', when: '2019-06-30' }],
        ['janis', began('2019-07-01')],
      ]),
      told('c', '2020-01-10', [['janis', {}]]),
    ],
    rows: [],
  },
  {
    what: 'who was head till a day, and another whom an earlier article names before that day',
    articles: [
      told('a', '2019-03-01', [['janis', {}]]),
      told('b', '2019-03-01', [['anna', {}]]),
      told('c', '2020-01-10', [['ilze', { status: 'ended', when: '2019-02-28' }]]),
    ],
    rows: [['heads', 'Nams', null, 'Jānis Ozols', 'Anna Kalve']],
  },
  {
    what: 'who is head no more, or is to be, on the day that another one is',
    articles: [
      told('a', '2020-05-01', [['janis', {}]]),
      told('b', '2020-05-01', [['anna', { status: 'ended' }]]),
      told('c', '2020-05-01', [['ilze', { status: 'planned' }]]),
      told('d', '2020-05-01', [['ilze', { status: 'planned', when: '2020-09-01' }]]),
    ],
    rows: [],
  },
  {
    what: 'two who are to be head from one day',
    articles: [
      told('a', '2020-05-01', [['anna', { status: 'planned', when: '2020-09-01' }]]),
      told('b', '2020-06-01', [['ilze', { status: 'planned', when: '2020-09-01' }]]),
    ],
    rows: [['heads', 'Nams', null, 'Anna Kalve', 'Ilze Bite']],
  },
  {
    what: 'a head and a deputy',
    articles: [
      told('a', '2020-05-01', [['janis', { role: 'vadītājs' }]]),
      told('b', '2020-05-01', [['anna', { role: 'vietniece' }]]),
    ],
    rows: [],
  },
  {
    what: 'other lists of participants; a list that only grew is none',
    articles: [
      told('a', '2019-05', takePart('tukums', 'saldus', 'kandava')),
      told('b', '2019-06', takePart('tukums', 'saldus', 'talsi')),
      told('c', '2019-07', takePart('tukums', 'saldus', 'kandava', 'talsi')),
    ],
    rows: [['participants', 'Soļi', null, 'also Kandavas novads', 'also Talsu novads']],
  },
  {
    what: 'who declined is in no list',
    articles: [
      told('a', '2019-05', takePart('tukums', 'saldus', 'kandava')),
      told('b', '2019-06', [...takePart('tukums', 'saldus'), ['limbazi', { status: 'declined' }]]),
    ],
    rows: [],
  },
  {
    what: 'other numbers within a year, not later',
    articles: [told('a', '2019-05', [], 5), told('b', '2019-09', [], 7), told('c', '2020-09', [], 9)],
    rows: [['number', 'Soļi', null, '5 pašvaldības', '7 pašvaldības']],
  },
  {
    what: 'an article of no known day comes first',
    articles: [told('b', undefined, [['tukums', began('2019')]]), told('a', '2019-09', [['tukums', began('2020')]])],
    rows: [['since', ...SOLI, '2019', '2020']],
  },
  {
    what: 'about one of them only, or on a day only',
    articles: [
      told('a', '2019-05', [
        ['tukums', began('2019-05-16')],
        ['anna', { when: '2019' }],
      ]),
      told('b', '2019-09', [
        ['tukums', began('2019-06')],
        ['janis', { when: '2019' }],
      ]),
    ],
    typed: { entity: 'Nams', on: '2019-06-01' },
    rows: [['heads', 'Nams', null, 'Anna Kalve', 'Jānis Ozols']],
  },
];

onEachStore('contradictions', (open) => {
  const query = readQueries().find(({ name }) => name === 'contradictions') as Query;
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  }, 300_000);

  it.each(CASES)('$what', async ({ articles, typed = {}, rows }) => {
    await empty(store);
    const { failed } = await load(store, articles, { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
    expect(failed).toEqual([]);
    const answer = await ask(store, query, typed);
    expect(answer.rows.map(({ kind, about, subject, first, second }) => [kind, about, subject, first, second])).toEqual(
      rows,
    );
    // both sides lead to their sentences
    for (const { sentence, secondSentence } of answer.rows)
      for (const words of [sentence, secondSentence])
        expect(articles.some(({ article }) => article.text.includes(words as string))).toBe(true);
  });
});
