import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sizeOf } from '../graph/counts.js';
import { type ArticleOutcome, type LoadOptions, load } from '../graph/load.js';
import { retract } from '../graph/retract.js';
import type { GraphStore } from '../graph/store.js';
import type { NamedEntity } from '../graph/sum-entities.js';
import { NOTHING_WRITTEN } from '../graph/write-counts.js';
import { fold } from '../pipeline/0-contract/fold.js';
import type { Article, Extraction } from '../pipeline/0-contract/types.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { built, dump, everything, schemaFaults } from './graph-dump.js';
import { neo4jMissing, useNeo4j } from './neo4j-server.js';
import { onEachStore } from './stores.js';

const forms = ({ name, aliases }: NamedEntity): string[] => [name, ...aliases].map(fold);
const options: LoadOptions = { forms, now: '2026-11-22T10:00:00Z', rules: '1' };

const TUKUMS = 'novads-tukuma-2021';
const SALDUS = 'novads-saldus-2021';
const PILOT = 'project-pilots-sola';
const WHOLE = 'project-kopa-stiprak';
const ANNA = 'person-anna-kalnmale';
const AGENCY = 'institution-labklajibas-agentura';

/** Says that the pilot runs in Tukums and is part of a project, and who heads the agency. */
function first(lines: readonly string[] = FIRST_LINES, more: Partial<Article> = {}): Extraction {
  const of = make.article('https://avize.example/pilots', lines, {
    url: 'https://avize.example/pilots',
    published: '2019-05-03',
    ...more,
  });
  return make.extraction(
    of,
    [
      make.municipality(of, TUKUMS, 'Tukuma novads', ['Tukuma novads', 'Tukuma novadā']),
      make.project(of, PILOT, 'Pilots “Sola”', ['pilotā “Sola”'], {
        type: 'pilot',
        partOf: WHOLE,
        aliases: ['Sola'],
        period: '2019-05/2019-10',
        periodEvidence: [make.evidence(of, 'Pilots ilgs no 2019. gada maija līdz oktobrim')],
      }),
      make.project(of, WHOLE, 'Kopā stiprāk', ['“Kopā stiprāk”'], { number: '9.2.1.1/15/I/001' }),
      make.institution(of, AGENCY, 'Labklājības aģentūra', ['Labklājības aģentūras']),
      make.person(of, ANNA, 'Anna Kalnmale', ['Anna Kalnmale'], {
        position: 'direktore',
        institution: 'Labklājības aģentūra',
      }),
      make.day(of, '2019-05-16', ['2019. gada 16. maijā']),
    ],
    [
      make.fact(
        of,
        'PARTICIPATES_IN',
        TUKUMS,
        PILOT,
        [
          'Tukuma novads piedalās pilotā “Sola”, kas ir daļa no projekta “Kopā stiprāk”.',
          'Pilots ilgs no 2019. gada maija līdz oktobrim',
        ],
        { when: '2019-05/2019-10', status: 'takes part' },
      ),
      make.fact(of, 'HEADS', ANNA, AGENCY, ['aģentūras direktore Anna Kalnmale'], { role: 'direktore' }),
    ],
    [make.statedCount(of, 'divas pašvaldības', 2, 1)],
  );
}
const FIRST_LINES = [
  'Tukuma novads piedalās pilotā “Sola”, kas ir daļa no projekta “Kopā stiprāk”.',
  'Pilots ilgs no 2019. gada maija līdz oktobrim, tajā ir divas pašvaldības.',
  'Līgumu 2019. gada 16. maijā Tukuma novadā parakstīja Labklājības aģentūras direktore Anna Kalnmale.',
];

/** Later: Tukums ended its part, Saldus began; Anna has another post. */
function second(published = '2019-11-07'): Extraction {
  const of = make.article(
    'portals/nobeigums.txt',
    [
      'Pilots noslēdzies.',
      'Tukuma novads 2019. gada novembrī beidza dalību Pilotā “Sola”, Saldus novads to sāka 2019. gadā.',
      'Anna Kalnmale ir aģentūras padomniece.',
    ],
    { published },
  );
  return make.extraction(
    of,
    [
      make.municipality(of, TUKUMS, 'Tukuma novads', ['Tukuma novads']),
      make.municipality(of, SALDUS, 'Saldus novads', ['Saldus novads']),
      make.project(of, PILOT, 'Pilots “Sola”', ['Pilotā “Sola”'], {
        type: 'pilot',
        aliases: ['Sola pilots'],
        confidence: 0.9,
      }),
      make.institution(of, AGENCY, 'Labklājības aģentūra', ['aģentūras']),
      make.person(of, ANNA, 'Anna Kalnmale', ['Anna Kalnmale'], { position: 'padomniece' }),
    ],
    [
      make.fact(
        of,
        'PARTICIPATES_IN',
        TUKUMS,
        PILOT,
        ['Tukuma novads 2019. gada novembrī beidza dalību Pilotā “Sola”'],
        {
          ...{ when: '2019-11', status: 'ended', confidence: 0.7 },
        },
      ),
      make.fact(of, 'PARTICIPATES_IN', SALDUS, PILOT, ['Saldus novads to sāka 2019. gadā'], {
        when: '2019',
        status: 'began',
      }),
      make.fact(of, 'WORKS_AT', ANNA, AGENCY, ['Anna Kalnmale ir aģentūras padomniece.'], { role: 'padomniece' }),
    ],
  );
}

/** Names a pagasts only; the novads that it belongs to stands behind the fact. */
function third(): Extraction {
  const of = make.article('pagasts', ['Sēmes pagastā atklāja centru.'], { published: '2018' });
  return make.extraction(
    of,
    [
      make.municipality(of, 'pagasts-semes-2021', 'Sēmes pagasts', ['Sēmes pagastā'], { type: 'pagasts' }),
      make.municipality(of, TUKUMS, 'Tukuma novads', []),
    ],
    [make.fact(of, 'LOCATED_IN', 'pagasts-semes-2021', TUKUMS, ['Sēmes pagastā atklāja centru.'])],
  );
}

const factBetween = async (store: GraphStore, from: string, to: string): Promise<unknown> => {
  const rows = await store.read('MATCH (:Entity {id: $from})-[fact]->(:Entity {id: $to}) RETURN fact', { from, to });
  return rows.map(({ fact }) => fact);
};
const entity = async (store: GraphStore, id: string): Promise<Record<string, unknown> | undefined> => {
  const [row] = await store.read('MATCH (e:Entity {id: $id}) RETURN properties(e) AS properties', { id });
  return row?.properties as Record<string, unknown> | undefined;
};

onEachStore('loading', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    // The first time a server sees a statement, it takes its time over it.
    await load(store, [first(), second(), third()], options);
  }, 300_000);
  beforeEach(() => empty(store));

  it('writes what the schema says, and all of it', async () => {
    const report = await load(store, [first(), second(), third()], options);
    expect(report).toMatchObject({
      ...{ new: 3, changed: 0, unchanged: 0, failed: [] },
      entities: { person: 1, municipality: 3, institution: 1, project: 2, date: 1, event: 0 },
      facts: { PARTICIPATES_IN: 2, HEADS: 1, WORKS_AT: 1, LOCATED_IN: 1 },
    });
    expect(schemaFaults(await everything(store))).toEqual([]);
    expect(await sizeOf(store)).toEqual({
      nodes: {
        ...{ Article: 3, Entity: 8, Person: 1, Municipality: 3, Institution: 1, Project: 2, Event: 0, Date: 1 },
        ...{ Mention: 13, Claim: 7, StatedCount: 1, Source: 1, Reference: 1 },
        ...{ Run: 1, Migration: 3, ClosedArticle: 0, ClosedClaim: 0, Key: 4, Block: 8, Wording: 24 },
        ...{ RejectedClaim: 0, Correction: 0, Forgotten: 0 },
      },
      relationships: {
        ...{ MENTIONS: 12, IN: 13, OF: 13, CLAIMS: 7, SUBJECT: 7, OBJECT: 6, STATES: 1, PART_OF: 2 },
        ...{ HEADS: 1, WORKS_AT: 1, PARTICIPATES_IN: 2, IMPLEMENTS: 0, FUNDS: 0, PARTNER_OF: 0 },
        ...{
          LOCATED_IN: 1,
          TOOK_PLACE_IN: 0,
          FROM: 1,
          CLAIMED: 0,
          IN_BLOCK: 8,
          SAID_IN: 0,
          WORDED: 24,
          COPY_OF: 0,
        },
        // of reference territories, see reference.test.ts
        ...{ SUCCEEDED_BY: expect.any(Number), COUNTED_IN: expect.any(Number) },
      },
    });
  });

  it('keeps the words behind every mention, claim and count', async () => {
    await load(store, [first()], options);
    const cited = await store.read(
      `MATCH (a:Article)--(x) WHERE x:Mention OR x:Claim OR x:StatedCount
           RETURN a.text AS text, x.start AS start, x.end AS end, coalesce(x.text, x.sentence) AS words ORDER BY words`,
    );
    expect(cited.length).toBe(11);
    for (const { text, start, end, words } of cited)
      expect((text as string).slice(start as number, end as number)).toBe(words);
    expect(
      await store.read(
        `MATCH (c:Claim {type: 'PARTICIPATES_IN'}) RETURN c.rule AS rule, c.sentence AS sentence, c.evidence AS evidence,
             c.time AS time, c.since AS since, c.until AS until, c.sinceValue AS sinceValue, c.untilValue AS untilValue`,
      ),
    ).toEqual([
      {
        rule: 'test-fact',
        sentence: FIRST_LINES[0],
        evidence: ['Pilots ilgs no 2019. gada maija līdz oktobrim'],
        time: '2019-05/2019-10',
        ...{ since: '2019-05-01', until: '2019-10-31', sinceValue: '2019-05', untilValue: '2019-10' },
      },
    ]);
    expect(
      await store.read(
        'MATCH (m:Mention)-[:OF]->(:Person) RETURN m.text AS text, m.sentence AS sentence, m.rule AS rule',
      ),
    ).toEqual([{ text: 'Anna Kalnmale', sentence: FIRST_LINES[2], rule: 'test-person' }]);
  });

  it('writes nothing the second time', async () => {
    await load(store, [first(), second()], options);
    const before = await dump(store);
    const again = await load(store, [first(), second()], { ...options, now: '2027-01-01T00:00:00Z' });
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 2, failed: [], counts: NOTHING_WRITTEN });
    expect(await dump(store)).toEqual(before);
  });

  it('does not extract what has not changed', async () => {
    await load(store, [first()], options);
    const pending = { article: first().article, extract: () => expect.fail('extracted') as never };
    expect((await load(store, [pending], options)).unchanged).toBe(1);
    let extracted = 0;
    const changed = {
      article: first(FIRST_LINES, { title: 'Cits' }).article,
      extract: () => {
        extracted++;
        return first(FIRST_LINES, { title: 'Cits' });
      },
    };
    expect((await load(store, [changed], options)).changed).toBe(1);
    expect(extracted).toBe(1);
  });

  it('loads again when the rules have changed', async () => {
    await load(store, [first()], options);
    const report = await load(store, [first()], { ...options, rules: '2' });
    expect(report).toMatchObject({ new: 0, changed: 1, unchanged: 0 });
    expect(await store.read('MATCH (a:Article) RETURN a.rules AS rules')).toEqual([{ rules: '2' }]);
  });

  it('keeps dates as dates', async () => {
    await load(store, [first()], options);
    expect(
      await store.read(`MATCH (a:Article) WHERE a.publishedOn > date('2019-05-02') AND a.publishedOn < date('2019-05-04')
            RETURN a.publishedOn.year AS year`),
    ).toEqual([{ year: 2019 }]);
    expect(
      await store.read(`MATCH (:Municipality)-[p:PARTICIPATES_IN]->() RETURN p.since < date('2019-05-02') AS before`),
    ).toEqual([{ before: true }]);
  });

  it('sums up what the articles say', async () => {
    await load(store, [first(), second()], options);
    expect(await factBetween(store, TUKUMS, PILOT)).toEqual([
      {
        type: 'PARTICIPATES_IN',
        properties: {
          ...{ since: '2019-05-01', sinceValue: '2019-05', until: '2019-11-30', untilValue: '2019-11' },
          ...{ status: 'ended', articles: 2, stories: 2, confidence: 0.8 },
        },
      },
    ]);
    expect(await factBetween(store, SALDUS, PILOT)).toEqual([
      {
        type: 'PARTICIPATES_IN',
        properties: {
          ...{ since: '2019-01-01', sinceValue: '2019', status: 'began', articles: 1, stories: 1 },
          confidence: 0.8,
        },
      },
    ]);
    expect(await entity(store, PILOT)).toEqual({
      ...{
        id: PILOT,
        name: 'Pilots “Sola”',
        aliases: ['Sola', 'Sola pilots'],
        sortKey: 'pilots sola',
        forms: ['pilots sola', 'sola', 'sola pilots'],
      },
      ...{ keys: [PILOT], sameBecause: [] },
      ...{ type: 'pilot', confidence: 0.9, period: '2019-05/2019-10', since: '2019-05-01', until: '2019-10-31' },
    });
    expect(await entity(store, ANNA)).toMatchObject({
      ...{ position: 'padomniece', institution: 'Labklājības aģentūra', gender: 'feminine' },
    });
    expect(await store.read('MATCH (p:Project)-[:PART_OF]->(w) RETURN p.id AS part, w.id AS whole')).toEqual([
      { part: PILOT, whole: WHOLE },
    ]);
  });

  it('gives the same graph in any order and any batches', async () => {
    const all = [first(), second(), third()];
    await load(store, all, options);
    const expected = await dump(store);
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ]) {
      await empty(store);
      for (const i of order) await load(store, [all[i] as Extraction], options);
      expect(await dump(store)).toEqual(expected);
    }
  });

  it.each<[string, readonly [name: string, mentions: number][], string, string[]]>([
    [
      'most articles use',
      [
        ['Mājas bez slieksniem', 1],
        ['Mājas bez sliekšņiem', 1],
        ['Mājas bez sliekšņiem', 1],
        ['Bez sliekšņiem', 4],
      ],
      'Mājas bez sliekšņiem',
      ['Bez sliekšņiem', 'Mājas bez slieksniem'],
    ],
    [
      'has most mentions',
      [
        ['Droša māja', 1],
        ['Drošas mājas', 2],
      ],
      'Drošas mājas',
      ['Droša māja'],
    ],
    [
      'has its diacritics',
      [
        ['Drosa maja', 1],
        ['Drošā māja', 1],
        ['Droša maja', 1],
      ],
      'Drošā māja',
      ['Drosa maja', 'Droša maja'],
    ],
    [
      'was there first',
      [
        ['Zaļā māja', 1],
        ['Sarkanā māja', 1],
      ],
      'Zaļā māja',
      ['Sarkanā māja'],
    ],
  ])('calls an entity by the name that %s', async (_, names, name, aliases) => {
    const all = names.map(([called, mentions], i) => {
      const words = Array.from({ length: mentions }, (_unused, n) => `${n}. “${called}”`);
      const of = make.article(`a${i}`, words, { published: `202${i}-01-01` });
      return make.extraction(of, [make.project(of, 'project-maja', called, words)]);
    });
    for (let turn = 0; turn < all.length; turn++) {
      await empty(store);
      for (const one of [...all.slice(turn), ...all.slice(0, turn)]) await load(store, [one], options);
      expect(await entity(store, 'project-maja')).toMatchObject({ name, aliases });
    }
    expect(await dump(store)).toEqual(await built(store, all, options));
    // the article that others outvoted is taken back, and with it its name
    await retract(store, ['a0'], options);
    expect(await dump(store)).toEqual(await built(store, all.slice(1), options));
  });

  it('replaces what a changed article said, and nothing else', async () => {
    await load(store, [first(), third()], options);
    const alone = await dump(store);
    await load(store, [second()], options);
    // The second article comes again and says something else: it now speaks of Saldus only.
    const of = make.article('portals/nobeigums.txt', ['Saldus novads plāno piedalīties.'], {
      published: '2019-11-07',
    });
    const changed = make.extraction(of, [make.municipality(of, SALDUS, 'Saldus novads', ['Saldus novads'])]);
    expect(await load(store, [changed], options)).toMatchObject({ new: 0, changed: 1 });
    const after = await dump(store);
    expect(schemaFaults(await everything(store))).toEqual([]);
    const notOf = (line: string): boolean => !line.includes('portals/nobeigums.txt') && !line.includes(SALDUS);
    const ofReference = (line: string): boolean => /"type":"(?:COUNTED_IN|SUCCEEDED_BY)"/u.test(line);
    expect(after.filter(notOf)).toEqual(alone.filter(notOf));
    expect(after.filter((line) => !notOf(line) && !ofReference(line)).length).toBe(6);

    const fresh = await built(store, [first(), third(), changed], options);
    expect(after).toEqual(fresh);
  });

  it('takes back only what a removed article alone said', async () => {
    await load(store, [first()], options);
    const alone = await dump(store);
    await load(store, [second(), third()], options);
    await retract(store, ['portals/nobeigums.txt'], options);
    await retract(store, ['pagasts'], options);
    expect(await dump(store)).toEqual(alone);
    await load(store, [second(), third()], options);
    await retract(store, [first().article.id], options);
    expect(await dump(store)).toEqual(await built(store, [second(), third()], options));
    await retract(store, ['portals/nobeigums.txt'], options);
    await retract(store, ['pagasts'], options);
    expect(await dump(store)).toEqual(await built(store, [], options));
    expect(await retract(store, ['pagasts'], options)).toMatchObject({ retracted: [] });
  });

  it('loads an article whole or not at all, and the others all the same', async () => {
    const told: ArticleOutcome[] = [];
    const bad = first(FIRST_LINES, { title: 'Bojāts' });
    const dangling: Extraction = {
      ...third(),
      facts: [make.fact(third().article, 'LOCATED_IN', 'pagasts-semes-2021', 'novads-kura-nav', ['Sēmes pagastā'])],
    };
    // Fails in the middle of the transaction, when half of it is written.
    const failing: LoadOptions = {
      ...options,
      forms: (named) => {
        if (named.id === WHOLE) throw new Error('no forms of this\nand more lines');
        return forms(named);
      },
      onArticle: (outcome) => told.push(outcome),
    };
    const twice: Extraction = { ...third(), entities: [...third().entities, ...third().entities] };
    const report = await load(store, [bad, second(), dangling], failing);
    expect((await load(store, [twice], options)).failed).toMatchObject([
      { message: 'pagasts-semes-2021 is twice among the entities of the article' },
    ]);
    expect(told).toEqual([
      { id: bad.article.id, title: 'Bojāts', outcome: 'failed', message: 'no forms of this' },
      { id: 'portals/nobeigums.txt', title: 'Pilots noslēdzies.', outcome: 'new' },
      {
        ...{ id: 'pagasts', title: 'Sēmes pagastā atklāja centru.', outcome: 'failed' },
        message: 'LOCATED_IN leads to novads-kura-nav, which is not among the entities of the article',
      },
    ]);
    expect(report.failed).toEqual(told.filter(({ outcome }) => outcome === 'failed'));
    expect(report).toMatchObject({ new: 1, entities: { municipality: 2, date: 0 } });
    expect(await dump(store)).toEqual(await built(store, [second()], options));
  });

  it('keeps the old version of an article whose new one fails', async () => {
    await load(store, [first()], options);
    const before = await dump(store);
    const failing = {
      ...options,
      forms: (entity: NamedEntity) => {
        if (entity.kind !== 'municipality') throw new Error('no');
        return forms(entity);
      },
    };
    expect(await load(store, [first(FIRST_LINES, { title: 'Cits' })], failing)).toMatchObject({
      changed: 0,
      failed: [{}],
    });
    expect(await dump(store)).toEqual(before);
  });

  it('refuses a second article with the id of another', async () => {
    const other = first(FIRST_LINES, { title: 'Cits' });
    const report = await load(store, [first(), first(), other], options);
    expect(report).toMatchObject({
      new: 1,
      unchanged: 1,
      failed: [{ title: 'Cits', message: expect.stringMatching(/came before it/u) }],
    });
    expect(await dump(store)).toEqual(await built(store, [first()], options));
  });
});

describe.skipIf(await neo4jMissing())('loading into Neo4j', () => {
  const neo4j = useNeo4j();

  it('makes words of names in any form found by its full-text index', { timeout: 120_000 }, async () => {
    const store = await neo4j.emptied();
    await load(store, [first()], options);
    await store.read('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
    const found = async (words: string) =>
      (
        await store.read(
          `CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node RETURN node.name AS name ORDER BY name`,
          { words },
        )
      ).map(({ name }) => name);
    expect(await found('stiprak')).toEqual(['Kopā stiprāk']);
    expect(await found('Kalnmal*')).toEqual(['Anna Kalnmale']);
    expect(await found('sola')).toEqual(['Pilots “Sola”']);
  });
});
