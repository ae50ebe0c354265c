import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Answer, ask, type Typed } from '../graph/ask.js';
import { readArticle } from '../graph/explorer/read/article.js';
import { load } from '../graph/load.js';
import { readQueries } from '../graph/queries.js';
import { retract } from '../graph/retract.js';
import { ensureSchema } from '../graph/schema.js';
import type { GraphStore } from '../graph/store.js';
import { slug } from '../pipeline/0-contract/fold.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { built, dump, everything, schemaFaults } from './graph-dump.js';
import { onEachStore } from './stores.js';

const options = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

const SERVICE = 'institution-tukuma-novada-socialais-dienests';
const ANNA = 'person-anna-liepkalne';
const RELEASE = Array.from({ length: 60 }, (_, i) => `vārds${i}`).join(' ');
const headsOf = (head: string): string => `Tukuma novada Sociālo dienestu vada ${head}.`;

/** What a site publishes: a release, after a lead of its own, which says who heads the service. */
function published(
  site: string,
  day: string | undefined,
  lead = '',
  release = RELEASE,
  head = 'Anna Liepkalne',
): Extraction {
  const url = `https://${site}.example/zinas`;
  const of = make.article(url, [`Ziņas ${site}`, `${lead}${release}`, headsOf(head)], {
    ...{ url, ...(day === undefined ? {} : { published: day }) },
  });
  return make.extraction(
    of,
    [
      make.institution(of, SERVICE, 'Tukuma novada Sociālais dienests', ['Tukuma novada Sociālo dienestu']),
      make.person(of, `person-${slug(head)}`, head, [head]),
    ],
    [make.fact(of, 'HEADS', `person-${slug(head)}`, SERVICE, [headsOf(head)], { role: 'vadītāja' })],
  );
}
const idOf = (site: string): string => `https://${site}.example/zinas`;

const release = (): Extraction[] => [
  published('tukums', '2019-05-16'),
  published('saldus', '2019-05-17', 'Saldus novads ziņo: '),
  published('kuldiga', undefined),
  published('talsi', '2019-05'),
];
const another = (): Extraction => published('cits', '2021-02', '', RELEASE.replaceAll('vārds', 'cits'));

onEachStore('copies', (open) => {
  let store: GraphStore;
  const copies = () =>
    store.read(
      'MATCH (a:Article)-[c:COPY_OF]->(o:Article) RETURN a.id AS id, o.id AS of, c.alike AS alike ORDER BY id',
    );
  const answer = (name: string, typed: Typed): Promise<Answer> => {
    const question = readQueries().find((one) => one.name === name);
    if (question === undefined) throw new Error(`no question ${name}`);
    return ask(store, question, typed, { evidence: true });
  };
  const fact = async () =>
    (
      await store.read(
        'MATCH (:Person)-[f:HEADS]->(:Institution) RETURN f.articles AS articles, f.stories AS stories, f.confidence AS confidence',
      )
    )[0];

  beforeAll(async () => {
    store = await open();
    await ensureSchema(store);
  }, 300_000);
  beforeEach(() => empty(store));

  it('are of the earliest, and what they say counts once', async () => {
    const report = await load(store, [...release(), another()], options);
    expect(report.copies.map(({ id, original }) => [id, original])).toEqual(
      ['kuldiga', 'saldus', 'talsi'].map((site) => [idOf(site), idOf('tukums')]),
    );
    expect((await copies()).map(({ id, alike }) => [id, alike === 1, Number(alike) > 0.7])).toEqual([
      [idOf('kuldiga'), true, true],
      [idOf('saldus'), false, true],
      [idOf('talsi'), true, true],
    ]);
    expect(await fact()).toEqual({ articles: 5, stories: 2, confidence: 0.8 });
    expect(schemaFaults(await everything(store))).toEqual([]);
  });

  it('have another original when theirs is retracted, and none when they are alone', async () => {
    await load(store, release(), options);
    await retract(store, [idOf('tukums')], options);
    expect((await copies()).map(({ id, of }) => [id, of])).toEqual([
      [idOf('kuldiga'), idOf('saldus')],
      [idOf('talsi'), idOf('saldus')],
    ]);
    expect(await fact()).toMatchObject({ articles: 3, stories: 1 });
    await retract(store, [idOf('saldus'), idOf('talsi')], options);
    expect(await copies()).toEqual([]);
    expect(await fact()).toMatchObject({ articles: 1, stories: 1 });
  });

  it('are copies no more when their text changes, and again when it changes back', async () => {
    const before = await built(store, release(), options);
    await load(store, [published('tukums', '2019-05-16', '', RELEASE.replaceAll('vārds', 'cits'))], options);
    expect((await copies()).map(({ of }) => of)).toEqual([idOf('saldus'), idOf('saldus')]);
    expect(await fact()).toMatchObject({ articles: 4, stories: 2 });
    await load(store, [published('tukums', '2019-05-16')], options);
    expect(await dump(store)).toEqual(before);
  });

  it('are the same in any order and any batches', async () => {
    const all = [...release(), another()];
    const expected = await built(store, all, options);
    for (const order of [
      [4, 3, 2, 1, 0],
      [1, 4, 0, 3, 2],
    ]) {
      await empty(store);
      for (const i of order) await load(store, [all[i] as Extraction], options);
      expect(await dump(store)).toEqual(expected);
    }
  });

  it('make one story of two, and part them again, by an article between that says nothing of the fact', async () => {
    const words = (from: number): string => Array.from({ length: 80 }, (_, i) => `v${from + i}`).join(' ');
    const between = (): Extraction => {
      const of = make.article('starp', ['Starp', words(10)], { published: '2019-05-20' });
      return make.extraction(of, []);
    };
    const twice = make.article('cits', ['Cits', `Ana Liepkalne, Ana Liepkalne ${RELEASE}`], { published: '2018' });
    const other = make.extraction(twice, [
      make.person(twice, ANNA, 'Ana Liepkalne', ['Ana Liepkalne', 'Ana Liepkalne']),
    ]);
    const named = async () => (await store.read('MATCH (p:Person) RETURN p.name AS name')).map(({ name }) => name);
    const ends = [published('tukums', '2019-05-16', '', words(0)), published('saldus', '2019-05-17', '', words(20))];
    const apart = await built(store, [...ends, other], options);
    expect(await fact()).toMatchObject({ articles: 2, stories: 2 });
    expect(await named()).toEqual(['Anna Liepkalne']);
    await load(store, [between()], options);
    expect(await fact()).toMatchObject({ articles: 2, stories: 1 });
    // of two stories, one each, the name with most mentions
    expect(await named()).toEqual(['Ana Liepkalne']);
    await retract(store, ['starp'], options);
    expect(await dump(store)).toEqual(apart);
  });

  it('do not make a fact rest on more than one story, nor hide that it rests on two', async () => {
    await load(store, release(), options);
    const { rows, sources } = await answer('facts-of-one-article', { entity: ANNA });
    expect(rows.map(({ subject, title, copies }) => [subject, title, copies])).toEqual([
      ['Anna Liepkalne', 'Ziņas tukums', 3],
    ]);
    expect(sources[0]).toHaveLength(4);
    await load(store, [another()], options);
    expect((await answer('facts-of-one-article', { entity: ANNA })).rows).toEqual([]);
    const headed = (await answer('who-headed-what', {})).rows;
    expect(headed.map(({ person, articles }) => [person, articles])).toEqual([['Anna Liepkalne', 2]]);
  });

  it('contradict another article once', async () => {
    const other = published('cits', '2019-05-16', '', RELEASE.replaceAll('vārds', 'cits'), 'Ilze Bite');
    const sites = ['tukums', 'saldus', 'bauska'].map((site) => published(site, '2019-05-16'));
    await load(store, [...sites, other], options);
    const { rows } = await answer('contradictions', {});
    expect(
      rows.map(({ kind, first, second, title, secondTitle }) => [kind, first, second, title, secondTitle]),
    ).toEqual([['heads', 'Anna Liepkalne', 'Ilze Bite', 'Ziņas bauska', 'Ziņas cits']]);
  });

  it('are listed with an article, the original first', async () => {
    await load(store, release(), options);
    const page = await readArticle(store, idOf('saldus'));
    expect(page?.copies.map(({ id, original }) => [id, original])).toEqual([
      [idOf('tukums'), true],
      [idOf('talsi'), false],
      [idOf('kuldiga'), false],
    ]);
  });
});
