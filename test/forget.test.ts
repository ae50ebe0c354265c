import { beforeAll, expect, it } from 'vitest';
import { parseCorrections } from '../graph/corrections/corrections.js';
import { forget } from '../graph/forget/forget.js';
import { type LoadOptions, load } from '../graph/load.js';
import { retract } from '../graph/retract.js';
import type { GraphStore } from '../graph/store.js';
import { Notes } from '../pipeline/0-contract/notes.js';
import { dataPath } from '../pipeline/0-contract/root.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { extract, readArticles } from '../pipeline/run.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { dump, everything, schemaFaults } from './graph-dump.js';
import { onEachStore } from './stores.js';

const options: LoadOptions = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

onEachStore('who is forgotten', (open) => {
  let store: GraphStore;
  const all: Extraction[] = [];
  beforeAll(async () => {
    for await (const { article } of readArticles([dataPath('articles')], new Notes())) all.push(extract(article));
    store = await open();
  }, 300_000);

  /** Jānis Rutks of data/articles in any case, with initials, by surname, in an id. */
  const named = async () => (await everything(store)).join('\n').match(/rutk/giu)?.length ?? 0;
  const others = async () => store.read('MATCH (p:Person) RETURN p.id AS id ORDER BY id');

  it('removes a person from the whole graph, and keeps them forgotten', async () => {
    await load(store, all, options);
    expect(await named()).toBeGreaterThan(50);
    const people = await others();
    const report = await forget(store, 'person-janis-rutks', { forms: searchForms });
    expect(report).toMatchObject({ mentions: 3, claims: 4, addresses: [] });
    expect(report.articles.length).toBe(2);
    expect(await named()).toBe(0);
    expect(await others()).toEqual(people.filter(({ id }) => id !== 'person-janis-rutks'));
    expect(schemaFaults(await everything(store))).toEqual([]);
    const texts = await store.read(
      "MATCH (a:Article) WHERE a.text CONTAINS '█' RETURN a.id AS id, size(a.text) AS size",
    );
    expect(texts.length).toBe(2);
    for (const { id, size } of texts)
      expect(size).toBe(all.find(({ article }) => article.id === id)?.article.text.length);

    expect(await load(store, all, { ...options, rules: '2' })).toMatchObject({ changed: all.length, failed: [] });
    expect(await named()).toBe(0);
    expect(await others()).toEqual(people.filter(({ id }) => id !== 'person-janis-rutks'));
  });

  /** Anna Kalve heads a project in «a» and «c»; in «b» somebody of that name does, and in «d» a farm is called so. */
  const namesake = (id: string, more = ''): Extraction => {
    const of = make.article(id, [`Anna Kalve vada projektu “Soļi” (${id}).`, `Annu Kalvi slavē Ilze Kalve.${more}`], {
      url: `https://${id}.example/`,
    });
    return make.extraction(
      of,
      [
        make.person(of, 'person-anna-kalve', 'Anna Kalve', ['Anna Kalve'], { aliases: ['Kalve'] }),
        make.person(of, 'person-ilze-kalve', 'Ilze Kalve', ['Ilze Kalve'], { aliases: ['Kalve'] }),
        make.project(of, 'project-soli', 'Soļi', ['Soļi']),
      ],
      [make.fact(of, 'HEADS', 'person-anna-kalve', 'project-soli', ['Anna Kalve vada projektu'])],
    );
  };
  const farm = (): Extraction => {
    const of = make.article('d', ['Anna Kalve ir saimniecība.']);
    return make.extraction(of, [make.institution(of, 'institution-anna-kalve', 'Anna Kalve', ['Anna Kalve'])], []);
  };
  const PARTED = parseCorrections(
    '- not-same: [Anna Kalve, Anna Kalve]\n  article: [b, e]\n  who: I. Kalve\n  why: asked them\n',
    'c.yaml',
  );
  const texts = async () =>
    Object.fromEntries(
      (await store.read('MATCH (a:Article) RETURN a.id AS id, a.text AS text')).map(({ id, text }) => [
        id,
        String(text).replace('\n', ' '),
      ]),
    );
  const whole = (id: string): string => `Anna Kalve vada projektu “Soļi” (${id}). Annu Kalvi slavē Ilze Kalve.`;
  const without = (id: string): string => `██████████ vada projektu “Soļi” (${id}). ██████████ slavē Ilze Kalve.`;
  const heads = async () =>
    (await store.read('MATCH (a:Article)-[:CLAIMS]->(:Claim) RETURN a.id AS id ORDER BY id')).map(({ id }) => id);
  const parted = { ...options, corrections: PARTED };
  const named3 = () => [namesake('a'), namesake('b'), namesake('c'), farm()];

  it('forgets only the one of several of a name that is meant', async () => {
    await empty(store);
    await load(store, named3(), parted);
    const report = await forget(store, 'person-anna-kalve', { forms: searchForms, corrections: PARTED });
    expect(report).toMatchObject({ articles: ['a', 'c'], mentions: 2, claims: 2, needed: ['c.yaml:1'] });
    const after = { a: without('a'), b: whole('b'), c: without('c'), d: 'Anna Kalve ir saimniecība.' };
    expect(await texts()).toEqual(after);
    expect(await heads()).toEqual(['b']);
    // who has the surname too
    const ilze = () =>
      store.read("MATCH (:Person {id: 'person-ilze-kalve'})<-[:MENTIONS]-(a:Article) RETURN a.id AS id ORDER BY id");
    expect(await ilze()).toHaveLength(3);
    const graph = await dump(store);
    // whatever is read again, in any order
    await load(store, named3().reverse(), { ...parted, rules: '2' });
    await load(store, named3(), parted);
    expect(await dump(store)).toEqual(graph);
    await load(store, [namesake('e'), namesake('f')], parted);
    expect(await texts()).toEqual({ ...after, e: whole('e'), f: without('f') });
    expect(await ilze()).toHaveLength(5);
    expect(schemaFaults(await everything(store))).toEqual([]);
    // the other one stays where they were known to be somebody else, without the correction too
    await load(store, named3(), { ...options, rules: '2' });
    expect(await texts()).toMatchObject(after);

    await empty(store);
    await load(store, named3(), parted);
    const [other] = await store.read(
      "MATCH (p:Person)<-[:MENTIONS]-(:Article {id: 'b'}) WHERE p.name = 'Anna Kalve' RETURN p.id AS id",
    );
    await forget(store, other?.id as string, { forms: searchForms, corrections: PARTED });
    const rest = { a: whole('a'), b: without('b'), c: whole('c'), d: 'Anna Kalve ir saimniecība.' };
    expect(await texts()).toEqual(rest);
    await load(store, named3(), { ...parted, rules: '2' });
    await load(store, [namesake('e', ' Jā.')], { ...parted, rules: '2' });
    expect(await texts()).toEqual({ ...rest, e: `${without('e')} Jā.` });
    // the correction is still needed, though it applies to nobody
    expect((await load(store, [], parted)).withoutEffect).toEqual([]);
    // nor does who is forgotten come back when the correction goes
    await load(store, named3(), options);
    expect(await texts()).toMatchObject(rest);
    expect(await heads()).toEqual(['a', 'c']);
  });

  it('forgets who is a person by a correction only, and stays so without it', async () => {
    const KIND = parseCorrections(
      '- kind-of: Anna Kalve\n  is: person\n  kind: institution\n  who: I. Kalve\n  why: asked them\n',
      'c.yaml',
    );
    await empty(store);
    await load(store, [farm()], { ...options, corrections: KIND });
    const [person] = await store.read('MATCH (p:Person) RETURN p.id AS id');
    await forget(store, person?.id as string, { forms: searchForms, corrections: KIND });
    for (const corrections of [KIND, []]) {
      await load(store, [farm()], { ...options, corrections, rules: String(corrections.length) });
      expect(await texts()).toEqual({ d: '██████████ ir saimniecība.' });
      expect(await store.read('MATCH (e:Entity) WHERE e.reference IS NULL RETURN e.id')).toEqual([]);
    }
  });

  it('keeps what articles say of a town of the name of somebody, where they do not name them', async () => {
    const NAMED_OGRE = parseCorrections(
      '- kind-of: Ogre\n  is: person\n  kind: municipality\n  article: [t, u]\n  who: I. Kalve\n  why: a surname\n',
      'c.yaml',
    );
    // the town that the service of «t» is of stands behind the fact only
    const service = make.article('t', ['Sociālais dienests vada projektu “Soļi”.']);
    const said = make.extraction(
      service,
      [
        make.municipality(service, 'pilseta-ogre-2009', 'Ogre', []),
        make.project(service, 'project-soli', 'Soļi', ['Soļi']),
      ],
      [make.fact(service, 'PARTICIPATES_IN', 'pilseta-ogre-2009', 'project-soli', ['vada projektu'])],
    );
    const surname = make.article('u', ['Ogre sveica klātesošos.']);
    const both = [
      said,
      make.extraction(surname, [make.municipality(surname, 'pilseta-ogre-2009', 'Ogre', ['Ogre'])], []),
    ];
    const ruled = { ...options, corrections: NAMED_OGRE };
    await empty(store);
    await load(store, both, ruled);
    const [person] = await store.read('MATCH (p:Person) RETURN p.id AS id');
    expect(await forget(store, person?.id as string, ruled)).toMatchObject({
      articles: ['u'],
      claims: 0,
    });
    await load(store, both, { ...ruled, rules: '2' });
    expect(await store.read('MATCH (c:Claim)-[:SUBJECT]->(who) RETURN who.id AS who, c.type AS type')).toEqual([
      { who: 'pilseta-ogre-2009', type: 'PARTICIPATES_IN' },
    ]);
    expect(await texts()).toEqual({
      t: 'Sociālais dienests vada projektu “Soļi”.',
      u: '████ sveica klātesošos.',
    });
  });

  it('blanks the words that tell the days of a project when its article comes again', async () => {
    const words = 'Projekts “Soļi” sākās 2019. gadā, saka Anna Kalve.';
    const of = make.article('p', [words]);
    const period = { period: '2019', periodEvidence: [make.evidence(of, words)] };
    const said = make.extraction(
      of,
      [
        make.person(of, 'person-anna-kalve', 'Anna Kalve', ['Anna Kalve']),
        make.project(of, 'project-soli', 'Soļi', ['Soļi'], period),
      ],
      [],
    );
    await empty(store);
    await load(store, [said], options);
    await forget(store, 'person-anna-kalve', { forms: searchForms });
    for (const rules of ['1', '2']) {
      await load(store, [said], { ...options, rules });
      expect(await store.read('MATCH (c:Claim) RETURN c.type AS type, c.sentence AS sentence')).toEqual([
        { type: 'PERIOD', sentence: 'Projekts “Soļi” sākās 2019. gadā, saka ██████████.' },
      ]);
    }
  });

  it('blanks what is kept of articles that were taken back too', async () => {
    await empty(store);
    await load(store, [namesake('a'), namesake('b')], parted);
    await retract(store, ['a', 'b'], parted);
    await load(store, [namesake('c')], parted);
    await forget(store, 'person-anna-kalve', { forms: searchForms, corrections: PARTED });
    const kept = (await everything(store)).filter((line) => /anna kalve/iu.test(line));
    expect(kept.filter((line) => !/"(?:ClosedArticle|ClosedClaim|Correction)"/u.test(line))).toEqual([]);
    // what «b» said is of somebody else
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((line) => /"article":"[^b]"/u.test(line))).toEqual([]);
  });

  it('blanks a name that no rule finds when its article comes again', async () => {
    const unread = (id: string): Extraction => {
      const of = make.article(id, ['Ziņa', 'ANNAI KALVEI un Ilzei Kalvei.']);
      return make.extraction(of, [], []);
    };
    await empty(store);
    await load(store, [namesake('a'), unread('u')], options);
    await forget(store, 'person-anna-kalve', { forms: searchForms });
    expect(await texts()).toEqual({ a: without('a'), u: 'Ziņa ████████████ un Ilzei Kalvei.' });
    await load(store, [unread('u'), unread('v')], { ...options, rules: '2' });
    expect(await texts()).toMatchObject({
      u: 'Ziņa ████████████ un Ilzei Kalvei.',
      v: 'Ziņa ████████████ un Ilzei Kalvei.',
    });
  });
});
