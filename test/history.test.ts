import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Diff, diff, isEmpty } from '../graph/history/diff.js';
import { asKnown } from '../graph/history/known.js';
import { spanOf, spanSince } from '../graph/history/span.js';
import { load } from '../graph/load.js';
import { migrations, needCurrent } from '../graph/migrate.js';
import { articlesNamed, retract } from '../graph/retract.js';
import type { GraphStore } from '../graph/store.js';
import type { NamedEntity } from '../graph/sum-entities.js';
import { fold } from '../pipeline/0-contract/fold.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { dump, everything, schemaFaults } from './graph-dump.js';
import { onEachStore } from './stores.js';

const TUKUMS = 'novads-tukuma-2021';
const SALDUS = 'novads-saldus-2021';
const PILOT = 'project-sola';

/** Says of each municipality that it takes part; the first sentence stays where it is when more follow. */
function pilot(
  members: readonly (readonly [id: string, name: string])[],
  url = 'https://avize.example/pilots',
): Extraction {
  const lines = members.map(([, name]) => `${name} piedalās pilotā “Sola”.`);
  const of = make.article(url, lines, { url, published: '2019-05-03' });
  return make.extraction(
    of,
    [
      ...members.map(([id, name]) => make.municipality(of, id, name, [name])),
      make.project(of, PILOT, 'Sola', ['Sola'], { type: 'pilot' }),
    ],
    members.map(([id], i) =>
      make.fact(of, 'PARTICIPATES_IN', id, PILOT, [lines[i] as string], { status: 'takes part' }),
    ),
  );
}
const TUKUMS_ALONE = pilot([[TUKUMS, 'Tukuma novads']]);
const BOTH = pilot([
  [TUKUMS, 'Tukuma novads'],
  [SALDUS, 'Saldus novads'],
]);
const SALDUS_ALONE = pilot([[SALDUS, 'Saldus novads']]);

const forms = ({ name, aliases }: NamedEntity): string[] => [name, ...aliases].map(fold);
const on = (day: number, rules = '1') => ({ forms, rules, now: `2026-11-${day}T10:00:00.120Z` });
const runOn = (day: number): string => `2026-11-${day}T10-00-00-120Z`;
/** As each store writes it: trailing zeros are its own. */
const time = (value: unknown): string => new Date(value as string).toISOString();

onEachStore('what was known', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  }, 300_000);
  beforeEach(() => empty(store));

  const claims = async () =>
    (
      await store.read(
        'MATCH (c:Claim)-[:SUBJECT]->(s) RETURN s.id AS subject, c.knownFrom AS from, c.run AS run ORDER BY subject',
      )
    ).map(({ subject, from, run }) => [subject, time(from), run]);
  const closed = async () =>
    (
      await store.read(
        `MATCH (a:ClosedArticle)-[:CLAIMED]->(c:ClosedClaim)
           RETURN c.subject AS subject, c.subjectName AS name, c.objectKind AS kind, c.sentence AS sentence,
             c.knownFrom AS from, c.knownUntil AS until, c.closedBy AS by, a.knownUntil AS articleUntil ORDER BY subject, from`,
      )
    ).map(({ subject, name, kind: of, sentence, from, until, by, articleUntil }) => {
      expect(until).toEqual(articleUntil);
      return [subject, name, of, sentence, time(from), time(until), by];
    });

  it('stays what it was where an article still says it', async () => {
    const { run } = await load(store, [TUKUMS_ALONE], on(10));
    expect(run).toBe(runOn(10));
    await load(store, [BOTH], on(11));
    expect(await claims()).toEqual([
      [SALDUS, '2026-11-11T10:00:00.120Z', runOn(11)],
      [TUKUMS, '2026-11-10T10:00:00.120Z', runOn(10)],
    ]);
    expect(await closed()).toEqual([]);
    // the text changed, so the article of before is closed though nothing of it is
    expect(
      await store.read(
        'MATCH (a:ClosedArticle) RETURN a.article AS article, a.run AS run, a.closedBy AS by, a.entities AS entities',
      ),
    ).toEqual([{ article: BOTH.article.id, run: runOn(10), by: runOn(11), entities: [TUKUMS, PILOT] }]);
    expect(schemaFaults(await everything(store))).toEqual([]);
  });

  it('is closed where an article says it no longer, and opened again where it does again', async () => {
    await load(store, [BOTH], on(10));
    await load(store, [TUKUMS_ALONE], on(11));
    const once = [
      SALDUS,
      'Saldus novads',
      'Project',
      'Saldus novads piedalās pilotā “Sola”.',
      '2026-11-10T10:00:00.120Z',
      '2026-11-11T10:00:00.120Z',
      runOn(11),
    ];
    expect(await closed()).toEqual([once]);
    await load(store, [BOTH], on(12));
    expect(await claims()).toEqual([
      [SALDUS, '2026-11-12T10:00:00.120Z', runOn(12)],
      [TUKUMS, '2026-11-10T10:00:00.120Z', runOn(10)],
    ]);
    await retract(store, [BOTH.article.id], on(13));
    expect((await closed()).map(([subject, , , , from, until]) => [subject, from, until])).toEqual([
      [SALDUS, '2026-11-10T10:00:00.120Z', '2026-11-11T10:00:00.120Z'],
      [SALDUS, '2026-11-12T10:00:00.120Z', '2026-11-13T10:00:00.120Z'],
      [TUKUMS, '2026-11-10T10:00:00.120Z', '2026-11-13T10:00:00.120Z'],
    ]);
    expect(schemaFaults(await everything(store))).toEqual([]);
    expect(await store.read('MATCH (a:Article) RETURN a.id AS id')).toEqual([]);
  });

  it('is the same version where other rules read the same', async () => {
    await load(store, [BOTH], on(10));
    await load(store, [BOTH], on(11, '2'));
    expect((await claims()).map(([, , run]) => run)).toEqual([runOn(10), runOn(10)]);
    expect(await store.read('MATCH (a:Article) RETURN a.run AS run, a.rules AS rules')).toEqual([
      { run: runOn(10), rules: '2' },
    ]);
    expect(await closed()).toEqual([]);
    // other rules read less in the same text
    await load(store, [{ ...BOTH, facts: BOTH.facts.slice(0, 1) }], on(12, '3'));
    expect((await closed()).map(([subject, , , , , until]) => [subject, until])).toEqual([
      [SALDUS, '2026-11-12T10:00:00.120Z'],
    ]);
  });

  it('counts runs in the order in which they began, whatever the clock says', async () => {
    const first = await load(store, [TUKUMS_ALONE], on(12));
    const second = await load(store, [SALDUS_ALONE], on(11));
    const third = await load(store, [SALDUS_ALONE], on(11));
    expect([first.run, second.run, third.run]).toEqual([
      '2026-11-12T10-00-00-120Z',
      '2026-11-12T10-00-00-121Z',
      '2026-11-12T10-00-00-122Z',
    ]);
    expect(
      await store.read(
        'MATCH (r:Run) RETURN r.command AS command, r.new AS new, r.changed AS changed, r.unchanged AS unchanged ORDER BY r.id',
      ),
    ).toEqual([
      { command: 'load', new: 1, changed: 0, unchanged: 0 },
      { command: 'load', new: 0, changed: 1, unchanged: 0 },
      { command: 'load', new: 0, changed: 0, unchanged: 1 },
    ]);
  });

  /** What each list of a diff is about. */
  const told = (found: Diff) => ({
    articles: found.articles.map(({ change, title }) => [change, title]),
    joined: found.joined.map(({ subject, after }) => [subject, after?.status, after?.since]),
    changed: found.changed.map(({ subject, before, after, sources }) => [
      ...[subject, before?.since, after?.since],
      ...sources.map(({ sentence }) => sentence),
    ]),
    gone: found.gone.map(({ subject, sources }) => [subject, ...sources.map(({ sentence }) => sentence)]),
  });
  const NOTHING = { articles: [], joined: [], changed: [], gone: [] };

  it('differs from run to run', async () => {
    await load(store, [BOTH], on(10));
    const later = make.article('b', ['Tukuma novads piedalās pilotā “Sola” no 2019. gada.'], { published: '2020' });
    const dated = make.extraction(
      later,
      [
        make.municipality(later, TUKUMS, 'Tukuma novads', ['Tukuma novads']),
        make.project(later, PILOT, 'Sola', ['Sola']),
        make.person(later, 'person-anna-kalnmale', 'Anna Kalnmale', ['Tukuma']),
      ],
      [make.fact(later, 'PARTICIPATES_IN', TUKUMS, PILOT, [later.text], { when: '2019', status: 'began' })],
    );
    await load(store, [BOTH, dated], on(11));
    await load(store, [BOTH, dated], on(12));
    await retract(store, [BOTH.article.id], on(13));
    const of = async (run?: string) => diff(store, await spanOf(store, run));
    const [tukums, saldus] = BOTH.facts.map(({ evidence }) => evidence[0]?.text);

    expect(told(await of('2026-11-10'))).toEqual({
      ...NOTHING,
      articles: [['new', BOTH.article.title]],
      joined: [
        ['Saldus novads', 'takes part', null],
        ['Tukuma novads', 'takes part', null],
      ],
    });
    const second = await of('2026-11-11');
    expect(told(second)).toEqual({
      ...NOTHING,
      articles: [['new', later.text]],
      changed: [['Tukuma novads', null, '2019', later.text]],
    });
    expect(second.people).toMatchObject([{ name: 'Anna Kalnmale', source: { sentence: later.text } }]);
    expect(isEmpty(await of('2026-11-12'))).toBe(true);
    expect(told(await of())).toEqual({
      ...NOTHING,
      articles: [['removed', BOTH.article.title]],
      changed: [],
      gone: [['Saldus novads', saldus]],
    });
    // all of it together: Saldus came and went
    expect(told(await diff(store, await spanSince(store, '2026-11-10')))).toEqual({
      ...NOTHING,
      articles: [['new', later.text]],
      joined: [['Tukuma novads', 'began', '2019']],
    });
    expect(told(await diff(store, await spanSince(store, runOn(11))))).toMatchObject({
      gone: [['Saldus novads', saldus]],
    });
    expect(tukums).toBe('Tukuma novads piedalās pilotā “Sola”.');
    await expect(spanOf(store, '2026-11-1')).rejects.toThrow(/several runs begin with 2026-11-1/u);
    await expect(spanOf(store, '2025')).rejects.toThrow(/there is no run 2025; the latest:\n {2}2026-11-13/u);
  });

  it('is told of a graph that an earlier version made', async () => {
    await load(store, [BOTH], on(10));
    const now = await dump(store);
    const without = (of: string, names: readonly string[]) =>
      `${of} REMOVE ${names.map((name) => `x.${name}`).join(', ')}`;
    for (const cypher of [
      'MATCH (n) WHERE n:Run OR n:Migration OR n:Source OR n:Key OR n:Block DETACH DELETE n',
      without('MATCH (x:Article)', ['knownFrom', 'run']),
      without('MATCH (x:Claim)', ['knownFrom', 'run', 'subjectKey', 'objectKey']),
      without('MATCH (x:Mention)', ['key']),
      without('MATCH (:Article)-[x:MENTIONS]->()', ['knownFrom', 'run', 'key']),
      without('MATCH (x:Entity)', ['keys', 'sameBecause']),
    ])
      await store.write([{ cypher, params: {} }]);
    await expect(needCurrent(store)).rejects.toThrow(
      /was made by an earlier version of saites: the next saites run brings it up to date$/u,
    );
    expect(await load(store, [BOTH], on(11))).toMatchObject({ changed: 1 });
    await needCurrent(store);
    expect(await dump(store)).toEqual(now);
    expect(schemaFaults(await everything(store))).toEqual([]);
    expect(await claims()).toEqual([
      [SALDUS, '2026-11-10T10:00:00.120Z', '0000-before-runs'],
      [TUKUMS, '2026-11-10T10:00:00.120Z', '0000-before-runs'],
    ]);
    // once applied, they are not applied again; another version's are refused
    const applied = (await store.read(
      'MATCH (m:Migration) RETURN m.id AS id, m.checksum AS checksum ORDER BY id',
    )) as unknown;
    expect(applied).toEqual(migrations());
    await store.write([{ cypher: "CREATE (:Migration {id: '999-later', checksum: 'x'})", params: {} }]);
    await expect(load(store, [], on(12))).rejects.toThrow(/was made by a later version of saites \(999-later\)/u);
  });

  it('can be asked of any day', async () => {
    await load(store, [BOTH], on(10));
    const first = await dump(store);
    const other = pilot([[TUKUMS, 'Tukuma novads']], 'https://portals.example/pilots');
    await load(store, [BOTH, other], on(11));
    const second = await dump(store);
    await load(store, [SALDUS_ALONE], on(12));
    await retract(store, [other.article.id], on(13));

    const then = async (day: number) =>
      asKnown(store, `2026-11-${String(day).padStart(2, '0')}T23:59:59.999Z`, { forms });
    const about = async (at: GraphStore) =>
      (
        await at.read(
          `MATCH (a:Article)-[:CLAIMS]->(c:Claim)-[:SUBJECT]->(s) MATCH (c)-[:OBJECT]->(o)
             MATCH (s)-[fact:PARTICIPATES_IN]->(o)
             RETURN a.id AS article, s.name AS subject, o.name AS object, c.sentence AS sentence, fact.articles AS articles
             ORDER BY article, subject`,
        )
      ).map((row) => Object.values(row));
    const [tukums, saldus] = BOTH.facts.map(({ evidence }) => evidence[0]?.text);
    expect(await about(await then(10))).toEqual([
      [BOTH.article.id, 'Saldus novads', 'Sola', saldus, 1],
      [BOTH.article.id, 'Tukuma novads', 'Sola', tukums, 1],
    ]);
    expect(await about(await then(11))).toEqual([
      [BOTH.article.id, 'Saldus novads', 'Sola', saldus, 1],
      [BOTH.article.id, 'Tukuma novads', 'Sola', tukums, 2],
      [other.article.id, 'Tukuma novads', 'Sola', tukums, 2],
    ]);
    expect(await about(await then(13))).toEqual([[BOTH.article.id, 'Saldus novads', 'Sola', saldus, 1]]);
    expect(await dump(await then(13))).toEqual(await dump(store));
    await expect(then(9)).rejects.toThrow(/^nothing was known at 2026-11-09T/u);

    // where nothing has changed since, nothing is missing of then
    await empty(store);
    await load(store, [BOTH], on(10));
    await load(store, [other], on(11));
    expect(await dump(await then(10))).toEqual(first);
    expect(await dump(await then(11))).toEqual(second);
  });

  it('is taken back with an article, and told', async () => {
    const other = pilot([[TUKUMS, 'Tukuma novads']], 'https://portals.example/pilots');
    await load(store, [BOTH, other], on(10));
    expect(await articlesNamed(store, 'https://avize.example/pilots')).toEqual([BOTH.article.id]);
    expect(await retract(store, [BOTH.article.id, 'nav'], on(11))).toEqual({
      run: runOn(11),
      retracted: [{ id: BOTH.article.id, title: BOTH.article.title, claims: 2, mentions: 3, facts: 1, entities: 0 }],
    });
    expect(await store.read('MATCH (s:Source) RETURN s.id AS id')).toEqual([{ id: 'portals.example' }]);
    expect(await store.read('MATCH (r:Run {command: "retract"}) RETURN r.removed AS removed')).toEqual([
      { removed: 1 },
    ]);
  });
});
