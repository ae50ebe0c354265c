import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type LoadOptions, load } from '../graph/load.js';
import { retract } from '../graph/retract.js';
import { ensureSchema } from '../graph/schema.js';
import type { GraphStore } from '../graph/store.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { built, dump, everything, schemaFaults } from './graph-dump.js';
import { onEachStore } from './stores.js';

const options: LoadOptions = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

const TUKUMS = 'novads-tukuma-2009';
const SERVICE = 'institution-tukuma-novada-socialais-dienests';
const SHORT_SERVICE = 'institution-tukuma-socialais-dienests';
const JANIS = 'person-janis-priednieks';
const INITIALS = 'person-j-priednieks';

const janis = { gender: 'masculine' } as const;

/** The name in full, the service in full. */
function inFull(): Extraction {
  const of = make.article('pilns', ['Tukuma novada Sociālo dienestu vada Jānis Priednieks.'], { published: '2019-05' });
  return make.extraction(
    of,
    [
      make.institution(of, SERVICE, 'Tukuma novada Sociālais dienests', ['Tukuma novada Sociālo dienestu'], {
        owner: TUKUMS,
      }),
      make.municipality(of, TUKUMS, 'Tukuma novads', ['Tukuma novada']),
      make.person(of, JANIS, 'Jānis Priednieks', ['Jānis Priednieks'], janis),
    ],
    [make.fact(of, 'HEADS', JANIS, SERVICE, ['dienestu vada Jānis Priednieks'], { role: 'vadītājs' })],
  );
}

/** Initials, the service by a short name, a slip in the project's title. */
function inShort(): Extraction {
  const of = make.article(
    'isi',
    ['J. Priednieks (Tukuma Sociālais dienests) stāsta par projektu “Mājas bez sliekšņiemm”.'],
    {
      published: '2020-01',
    },
  );
  return make.extraction(
    of,
    [
      make.person(of, INITIALS, 'J. Priednieks', ['J. Priednieks'], janis),
      make.institution(of, SHORT_SERVICE, 'Tukuma Sociālais dienests', ['Tukuma Sociālais dienests'], {
        owner: TUKUMS,
      }),
      make.municipality(of, TUKUMS, 'Tukuma novads', []),
      make.project(of, 'project-majas-bez-slieksniemm', 'Mājas bez sliekšņiemm', ['Mājas bez sliekšņiemm']),
    ],
    [
      make.fact(of, 'WORKS_AT', INITIALS, SHORT_SERVICE, ['J. Priednieks (Tukuma Sociālais dienests)']),
      make.fact(of, 'PARTICIPATES_IN', SHORT_SERVICE, 'project-majas-bez-slieksniemm', ['stāsta par projektu']),
    ],
  );
}

/** Another whom the initials fit; the project's right title, and a pilot that is part of it. */
function another(): Extraction {
  const of = make.article('cits', ['Juris Priednieks vada pilotu “Slieksnis” projektā “Mājas bez sliekšņiem”.'], {
    published: '2018',
  });
  return make.extraction(
    of,
    [
      make.person(of, 'person-juris-priednieks', 'Juris Priednieks', ['Juris Priednieks'], janis),
      make.project(of, 'project-majas-bez-slieksniem', 'Mājas bez sliekšņiem', ['Mājas bez sliekšņiem']),
      make.project(of, 'project-slieksnis', 'Slieksnis', ['Slieksnis'], {
        type: 'pilot',
        partOf: 'project-majas-bez-slieksniem',
      }),
    ],
    [make.fact(of, 'HEADS', 'person-juris-priednieks', 'project-slieksnis', ['Juris Priednieks vada pilotu'])],
  );
}

onEachStore('who is one', (open, kind) => {
  let store: GraphStore;
  const persons = async () => {
    const rows = await store.read(
      'MATCH (p:Person) RETURN p.id AS id, p.keys AS keys, p.aliases AS aliases, p.sameBecause AS because ORDER BY p.id',
    );
    return rows;
  };

  beforeAll(async () => {
    store = await open();
    await ensureSchema(store);
  }, 300_000);
  beforeEach(() => empty(store));

  it('counts who is called by several names once', async () => {
    expect(await load(store, [inFull(), inShort()], options)).toMatchObject({
      entities: { person: 1, municipality: 1, institution: 1, project: 1, date: 0, event: 0 },
      facts: { HEADS: 1, PARTICIPATES_IN: 1, WORKS_AT: 1 },
    });
    expect(await load(store, [inFull(), inShort()], options)).toMatchObject({ entities: { person: 0 }, facts: {} });
  });

  it('makes one entity of two names, with the reason, and sums up their facts', async () => {
    await load(store, [inFull()], options);
    await load(store, [inShort()], options);
    expect(await persons()).toEqual([
      {
        id: JANIS,
        keys: [INITIALS, JANIS],
        aliases: ['J. Priednieks'],
        because: [
          '«J. Priednieks» is short for «Jānis Priednieks», the only one who fits; both at «tukuma socialais dienests»',
        ],
      },
    ]);
    const facts = await store.read(
      `MATCH (a:Entity)-[f]->(b:Entity) WHERE f.articles IS NOT NULL
         RETURN a.id AS from, type(f) AS type, b.id AS to, f.articles AS articles ORDER BY type`,
    );
    expect(facts).toEqual([
      { from: JANIS, type: 'HEADS', to: SERVICE, articles: 1 },
      { from: SERVICE, type: 'PARTICIPATES_IN', to: 'project-majas-bez-slieksniemm', articles: 1 },
      { from: JANIS, type: 'WORKS_AT', to: SERVICE, articles: 1 },
    ]);
    expect(
      await store.read(
        'MATCH (c:Claim {type: "WORKS_AT"}) RETURN c.fact AS fact, c.subjectKey AS subject, c.objectKey AS object',
      ),
    ).toEqual([{ fact: `${JANIS} WORKS_AT ${SERVICE}`, subject: INITIALS, object: SHORT_SERVICE }]);
    expect(schemaFaults(await everything(store))).toEqual([]);
  });

  it('parts them again when another fits, and joins them when he is gone', async () => {
    const two = await built(store, [inFull(), inShort()], options);
    await load(store, [another()], options);
    expect((await persons()).map(({ id, keys }) => [id, keys])).toEqual([
      [INITIALS, [INITIALS]],
      [JANIS, [JANIS]],
      ['person-juris-priednieks', ['person-juris-priednieks']],
    ]);
    const parts = await store.read(
      'MATCH (p:Project)-[:PART_OF]->(w:Project) RETURN p.id AS part, w.id AS whole, w.keys AS keys',
    );
    expect(parts).toEqual([
      {
        part: 'project-slieksnis',
        whole: 'project-majas-bez-slieksniem',
        keys: ['project-majas-bez-slieksniem', 'project-majas-bez-slieksniemm'],
      },
    ]);
    expect(schemaFaults(await everything(store))).toEqual([]);
    await retract(store, ['cits'], options);
    expect(await dump(store)).toEqual(two);
  });

  it('gives the same graph in any order, in any batches, with any articles that came and went', async () => {
    const all = [inFull(), inShort(), another()];
    const nothing = await built(store, [], options);
    const expected = await built(store, all, options);
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [0, 1, 2],
      [0, 2, 1],
      [1, 2, 0],
      [2, 0, 1],
    ].slice(0, kind === 'neo4j' ? 2 : 6)) {
      await empty(store);
      for (const i of order) await load(store, [all[i] as Extraction], options);
      expect(await dump(store)).toEqual(expected);
      for (const gone of order) {
        const article = all[gone] as Extraction;
        await retract(store, [article.article.id], options);
        await load(store, [article], options);
        expect(await dump(store)).toEqual(expected);
      }
      for (const gone of order) await retract(store, [(all[gone] as Extraction).article.id], options);
      expect(await dump(store)).toEqual(nothing);
    }
  });
});
