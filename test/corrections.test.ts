import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Correction, parseCorrections } from '../graph/corrections/corrections.js';
import { type LoadOptions, load } from '../graph/load.js';
import { retract } from '../graph/retract.js';
import { ensureSchema } from '../graph/schema.js';
import type { GraphStore } from '../graph/store.js';
import { readData } from '../pipeline/0-contract/data-file.js';
import type { Article, Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import * as make from './builders.js';
import { empty } from './empty.js';
import { dump, everything, schemaFaults } from './graph-dump.js';
import { onEachStore } from './stores.js';

const WHO = '  who: I. Kalve\n  why: asked them\n';
const parsed = (...entries: string[]): Correction[] =>
  parseCorrections(entries.map((entry) => `- ${entry}\n${WHO}`).join(''), 'c.yaml');

const fault = (source: string): string => {
  try {
    parseCorrections(source, 'c.yaml');
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('the file of corrections', () => {
  it.each<[string, string, RegExp]>([
    [
      'an unknown action',
      `- merge: [A, B]\n${WHO}`,
      /^c\.yaml:1: expected one of same, not-same, reject, rename, alias, kind-of/u,
    ],
    ['one name', `- same: [A]\n${WHO}`, /^c\.yaml:1: expected two names/u],
    ['nobody', '- alias: A\n  add: B\n  why: so', /^c\.yaml:1: .+ at 0\.who$/u],
    ['an unknown relation', `\n- reject: { subject: A, relation: LIKES, object: B }\n${WHO}`, /^c\.yaml:2: /u],
    [
      'a contradiction',
      `- same: [A, B]\n${WHO}- not-same: [b, a]\n${WHO}`,
      /^c\.yaml:1: contradicts c\.yaml:4; remove one of them$/u,
    ],
    [
      'an unknown kind',
      `- kind-of: A\n  is: town\n${WHO}`,
      /^c\.yaml:\d: unexpected «town», expected one of person, project, pilot/u,
    ],
    ['a date', `- kind-of: A\n  is: date\n${WHO}`, /^c\.yaml:\d: a date is what its digits say.+at 0\.is$/u],
    [
      'what is made of a date',
      `- kind-of: A\n  is: event\n  kind: date\n${WHO}`,
      /^c\.yaml:\d: a date is what its digits say.+at 0\.kind$/u,
    ],
    [
      'a municipality that is none elsewhere either',
      `- kind-of: Ogre\n  is: person\n  kind: municipality\n${WHO}`,
      /^c\.yaml:1: a municipality stays one in other articles; say with article: in which «Ogre» is something else/u,
    ],
    [
      'a municipality of no register',
      `- kind-of: Ogrene\n  is: municipality\n${WHO}`,
      /^c\.yaml:1: no municipality, town or pagasts of data\/territories is called «Ogrene»; write its name as there/u,
    ],
    [
      'a municipality that may be two',
      `- kind-of: Salas pagasts\n  is: municipality\n${WHO}`,
      /^c\.yaml:1: «Salas pagasts» is the name of 2 units at one time \(pagasts-salas-/u,
    ],
    [
      'a type in some articles only',
      `- kind-of: A\n  is: pilot\n  kind: project\n  article: b\n${WHO}`,
      /^c\.yaml:1: which type of project «A» is holds in all articles; leave out article/u,
    ],
    [
      'two kinds',
      `- kind-of: A\n  is: project\n${WHO}- kind-of: a\n  is: ministry\n${WHO}`,
      /^c\.yaml:1: contradicts c\.yaml:5; remove one of them$/u,
    ],
    ['the same twice', `- same: [A, B]\n${WHO}- same: [A, B]\n${WHO}`, /^c\.yaml:4: stands in the file twice/u],
  ])('with %s is refused with its line', (_, source, message) => expect(fault(source)).toMatch(message));

  it('takes what is pasted at its end, as it comes with the program', () => {
    const source = `${readData('corrections.yaml')}- same: [Jānis Priednieks, J. Priednieks]\n${WHO}`;
    expect(parseCorrections(source, 'c.yaml').map(({ names }) => names)).toEqual([
      ['Jānis Priednieks', 'J. Priednieks'],
    ]);
  });
  it('may be empty', () => expect(parseCorrections('# nothing yet\n[]\n', 'c.yaml')).toEqual([]));
});

const options: LoadOptions = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

const TUKUMS = 'novads-tukuma-2009';
const JANIS = 'person-janis-priednieks';
const SHORT = 'person-j-priednieks';

function first(): Extraction {
  const of = make.article('pirmais', [
    'Jānis Priednieks un Anna Liepkalne piedalās projektā “Soļi”, Tukuma novads arī.',
  ]);
  return make.extraction(
    of,
    [
      make.person(of, JANIS, 'Jānis Priednieks', ['Jānis Priednieks'], { gender: 'masculine' }),
      make.person(of, 'person-anna-liepkalne', 'Anna Liepkalne', ['Anna Liepkalne']),
      make.municipality(of, TUKUMS, 'Tukuma novads', ['Tukuma novads']),
      make.project(of, 'project-soli', 'Soļi', ['Soļi']),
    ],
    [
      make.fact(of, 'PARTICIPATES_IN', TUKUMS, 'project-soli', ['Tukuma novads arī']),
      make.fact(of, 'WORKS_AT', JANIS, TUKUMS, ['Jānis Priednieks un Anna']),
    ],
  );
}

function second(): Extraction {
  const of = make.article('otrais', ['J. Priednieks vada projektu “Soļi”; Zane Ozola to zina.']);
  return make.extraction(
    of,
    [
      make.person(of, SHORT, 'J. Priednieks', ['J. Priednieks'], { gender: 'masculine' }),
      make.person(of, 'person-zane-ozola', 'Zane Ozola', ['Zane Ozola']),
      make.project(of, 'project-soli', 'Soļi', ['Soļi']),
    ],
    [make.fact(of, 'HEADS', SHORT, 'project-soli', ['J. Priednieks vada projektu'])],
  );
}

onEachStore('corrections', (open) => {
  let store: GraphStore;
  const loaded = async (all: readonly Extraction[], corrections: readonly Correction[]) =>
    (await load(store, all, { ...options, corrections })).withoutEffect;
  const rows = (cypher: string) => store.read(cypher);

  beforeAll(async () => {
    store = await open();
    await ensureSchema(store);
  }, 300_000);
  beforeEach(() => empty(store));

  const ALL = parsed(
    'same: [jāņa priednieka, J. Priednieks]',
    'same: [Anna Liepkalne, Zane Ozola]',
    'reject: { subject: tukuma novads, relation: PARTICIPATES_IN, object: Soļi }',
    'rename: soli\n  to: Soļi kopā',
    'alias: Soļi\n  add: [Solīši]',
  );

  it('joins, rejects, renames and adds names, also of articles that stay as they are', async () => {
    await loaded([first(), second()], []);
    expect(await loaded([first(), second()], ALL)).toEqual([]);
    expect(
      await rows('MATCH (p:Person) RETURN p.id AS id, p.keys AS keys, p.sameBecause AS because ORDER BY id'),
    ).toEqual([
      {
        id: 'person-anna-liepkalne',
        keys: ['person-anna-liepkalne', 'person-zane-ozola'],
        because: ['I. Kalve: asked them'],
      },
      { id: JANIS, keys: [SHORT, JANIS], because: ['I. Kalve: asked them'] },
    ]);
    expect(await rows('MATCH (p:Project) RETURN p.name AS name, p.aliases AS aliases')).toEqual([
      { name: 'Soļi kopā', aliases: ['Solīši', 'Soļi'] },
    ]);
    expect(await rows('MATCH (:Municipality)-[f:PARTICIPATES_IN]->() RETURN f')).toEqual([]);
    expect(
      await rows('MATCH (c:RejectedClaim)-[:SAID_IN]->(a:Article) RETURN c.type AS type, a.id AS article'),
    ).toEqual([{ type: 'PARTICIPATES_IN', article: 'pirmais' }]);
    expect(schemaFaults(await everything(store))).toEqual([]);
  });

  it('gives the same graph whenever corrections and articles come, and undoes what is removed', async () => {
    await loaded([first(), second()], []);
    const plain = await dump(store);
    await loaded([first(), second()], ALL);
    const corrected = await dump(store);
    await loaded([], []);
    expect(await dump(store)).toEqual(plain);

    await empty(store);
    await loaded([], ALL);
    await loaded([second()], ALL);
    await loaded([first()], ALL);
    expect(await dump(store)).toEqual(corrected);
    for (const one of ALL) {
      await loaded(
        [],
        ALL.filter((other) => other !== one),
      );
      await loaded([], ALL);
      expect(await dump(store)).toEqual(corrected);
    }
    await retract(store, ['pirmais'], { ...options, corrections: ALL });
    await loaded([first()], ALL);
    expect(await dump(store)).toEqual(corrected);
  });

  it('keeps apart what the rules take for one', async () => {
    const of = make.article('tresais', ['J. Priednieks ir Tukuma novada darbinieks.']);
    const third = make.extraction(
      of,
      [
        make.person(of, SHORT, 'J. Priednieks', ['J. Priednieks'], { gender: 'masculine' }),
        make.municipality(of, TUKUMS, 'Tukuma novads', ['Tukuma novada']),
      ],
      [make.fact(of, 'WORKS_AT', SHORT, TUKUMS, ['J. Priednieks ir Tukuma novada darbinieks.'])],
    );
    const people = async () => (await rows('MATCH (p:Person) RETURN p.id AS id')).length;
    await loaded([first(), third], []);
    expect(await people()).toBe(2);
    await loaded([], parsed('not-same: [Jānis Priednieks, J. Priednieks]'));
    expect(await people()).toBe(3);
    await loaded([], []);
    expect(await people()).toBe(2);
  });

  it('parts a name by article, whenever it comes, and joins it again', async () => {
    const inArticle = (id: string, more: string): Extraction => {
      const of = make.article(id, [`Anna Kalve vada projektu “Soļi”. ${more}`], { url: `https://${id}.example/` });
      return make.extraction(
        of,
        [
          make.person(of, 'person-anna-kalve', 'Anna Kalve', ['Anna Kalve']),
          make.project(of, 'project-soli', 'Soļi', ['Soļi']),
        ],
        [make.fact(of, 'HEADS', 'person-anna-kalve', 'project-soli', ['Anna Kalve vada'])],
      );
    };
    const all = ['a', 'b', 'c'].map((id) => inArticle(id, id));
    const PARTED = parsed('not-same: [Anna Kalve, Annas Kalves]\n  article: https://b.example/');
    const people = () =>
      rows('MATCH (p:Person)-[f:HEADS]->(:Project) RETURN p.name AS name, f.articles AS articles ORDER BY articles');
    await loaded(all, []);
    const plain = await dump(store);
    expect(await people()).toEqual([{ name: 'Anna Kalve', articles: 3 }]);
    expect(await loaded([], PARTED)).toEqual([]);
    expect(await people()).toEqual([
      { name: 'Anna Kalve', articles: 1 },
      { name: 'Anna Kalve', articles: 2 },
    ]);
    const apart = await dump(store);
    expect(schemaFaults(await everything(store))).toEqual([]);
    await loaded([], []);
    expect(await dump(store)).toEqual(plain);

    await empty(store);
    await loaded([all[1] as Extraction], PARTED);
    await loaded([all[2] as Extraction, all[0] as Extraction], PARTED);
    expect(await dump(store)).toEqual(apart);
    await retract(store, ['b'], { ...options, corrections: PARTED });
    await loaded([all[1] as Extraction], PARTED);
    expect(await dump(store)).toEqual(apart);
    // where nobody else has the name
    await retract(store, ['a', 'c'], { ...options, corrections: PARTED });
    expect(await people()).toEqual([{ name: 'Anna Kalve', articles: 1 }]);
    await loaded([], []);
    await loaded([all[0] as Extraction, all[2] as Extraction], []);
    expect(await dump(store)).toEqual(plain);

    expect(await loaded([], parsed('not-same: [Anna Kalve, Anna Kalve]\n  article: Cits'))).toEqual([
      'c.yaml:1: no article «Cits» names «Anna Kalve»; mend or remove it',
    ]);
    expect(await loaded([], parsed('not-same: [Anna Kalve, Annas Kalves]'))).toEqual([
      'c.yaml:1: both are one name to the rules; say with article: in which articles it is somebody else, or remove it',
    ]);
  });

  it('makes of a name what it is, whenever it comes, and undoes it', async () => {
    const SOLI = 'institution-soli';
    const asInstitution = (id: string): Extraction => {
      const of = make.article(id, [
        `Soļi ${id} vada Zane Ozola, Tukuma novads piedalās, valdība finansē pilotu “Ceļš”.`,
      ]);
      return make.extraction(
        of,
        [
          make.institution(of, SOLI, 'Soļi', ['Soļi'], { type: 'agency', owner: TUKUMS }),
          make.municipality(of, TUKUMS, 'Tukuma novads', ['Tukuma novads']),
          make.person(of, 'person-zane-ozola', 'Zane Ozola', ['Zane Ozola']),
          make.project(of, 'project-cels', 'Ceļš', ['Ceļš']),
        ],
        [
          make.fact(of, 'LOCATED_IN', SOLI, TUKUMS, ['Tukuma novads']),
          make.fact(of, 'HEADS', 'person-zane-ozola', SOLI, ['vada Zane Ozola']),
          make.fact(of, 'FUNDS', SOLI, 'project-cels', ['finansē pilotu']),
        ],
      );
    };
    const all = [first(), asInstitution('b'), asInstitution('c')];
    const KIND = parsed('kind-of: soli\n  is: pilot\n  kind: institution');
    const MORE = [...KIND, ...parsed('reject: { subject: Soļi, relation: FUNDS, object: Ceļš, article: b }')];
    await loaded(all, []);
    const plain = await dump(store);
    expect(await loaded([], KIND)).toEqual([]);
    const of = (label: string) =>
      rows(`MATCH (e:${label}) WHERE e.name = 'Soļi' RETURN e.id AS id, e.type AS type, size(e.keys) AS keys`);
    expect(await of('Institution')).toEqual([]);
    expect(await of('Project')).toEqual([{ id: 'project-soli', type: 'pilot', keys: 2 }]);
    expect(
      await rows(
        'MATCH (a:Entity)-[f:HEADS|PARTICIPATES_IN|LOCATED_IN|FUNDS]->(b:Entity) WHERE f.articles IS NOT NULL RETURN a.name AS a, type(f) AS type, b.name AS b, f.articles AS articles ORDER BY a',
      ),
    ).toEqual([
      { a: 'Tukuma novads', type: 'PARTICIPATES_IN', b: 'Soļi', articles: 1 },
      { a: 'Zane Ozola', type: 'HEADS', b: 'Soļi', articles: 2 },
    ]);
    expect(
      await rows(
        'MATCH (c:RejectedClaim)-[:SAID_IN]->(a:Article) RETURN c.type AS type, a.id AS article ORDER BY article, type',
      ),
    ).toEqual(['b', 'c'].flatMap((article) => ['FUNDS', 'LOCATED_IN'].map((type) => ({ type, article }))));
    const corrected = await dump(store);
    expect(schemaFaults(await everything(store))).toEqual([]);
    await loaded([], MORE);
    const more = await dump(store);
    await loaded([], MORE.slice(1));
    await loaded([], MORE);
    expect(await dump(store)).toEqual(more);
    await loaded([], KIND);
    expect(await dump(store)).toEqual(corrected);
    await loaded([], []);
    expect(await dump(store)).toEqual(plain);

    await empty(store);
    await loaded([all[1] as Extraction], MORE);
    await loaded([all[2] as Extraction, all[0] as Extraction], MORE);
    expect(await dump(store)).toEqual(more);
    await retract(store, ['b'], { ...options, corrections: KIND });
    await load(store, all, { ...options, rules: '2', corrections: KIND });
    await load(store, all, { ...options, corrections: KIND });
    expect(await dump(store)).toEqual(corrected);
    // and where no article takes it for a project
    await retract(store, ['pirmais'], { ...options, corrections: KIND });
    const alone = await dump(store);
    await empty(store);
    await loaded(all.slice(1), KIND);
    expect(await dump(store)).toEqual(alone);
    expect(await of('Project')).toEqual([expect.objectContaining({ type: 'pilot', keys: 1 })]);

    await loaded([], parsed('kind-of: Soļi\n  is: social service'));
    expect(await of('Institution')).toEqual([{ id: SOLI, type: 'social service', keys: 1 }]);
    await loaded([], []);
    expect(await of('Institution')).toEqual([{ id: SOLI, type: 'agency', keys: 1 }]);
    await loaded([all[0] as Extraction], parsed('kind-of: Soļi\n  is: institution\n  kind: project'));
    expect(await of('Institution')).toEqual([{ id: SOLI, type: 'agency', keys: 2 }]);
    expect(schemaFaults(await everything(store))).toEqual([]);
    expect(await loaded([], parsed('kind-of: Ceļš\n  is: project', 'kind-of: Egle\n  is: person'))).toEqual([
      'c.yaml:1: «Ceļš» is taken for that already; remove it',
      'c.yaml:5: no article takes «Egle» for an institution, a project, or an event; of a municipality, article: has to say where it is none; mend or remove it',
    ]);
  });

  /** Ogre: a town in one article, a surname in another; a day of families that the rules take for a project. */
  const town = (id: string, more: Partial<Article> = {}): Extraction => {
    const of = make.article(id, [`Ogre ${id} piedalās “Ģimeņu dienā”, ko rīko Nams.`], more);
    return make.extraction(
      of,
      [
        make.municipality(of, OGRE, 'Ogre', ['Ogre'], { type: 'pilsēta' }),
        make.project(of, 'project-gimenu-diena', 'Ģimeņu diena', ['Ģimeņu dienā'], { number: 'ESF-1' }),
        make.institution(of, 'institution-nams', 'Nams', ['Nams'], { owner: OGRE }),
      ],
      [
        make.fact(of, 'PARTICIPATES_IN', OGRE, 'project-gimenu-diena', ['piedalās']),
        make.fact(of, 'IMPLEMENTS', 'institution-nams', 'project-gimenu-diena', ['ko rīko']),
        make.fact(of, 'LOCATED_IN', 'institution-nams', OGRE, ['Nams']),
      ],
    );
  };
  const OGRE = 'pilseta-ogre-2009';
  const inLabel = (label: string) =>
    rows(`MATCH (e:${label})<-[named:MENTIONS]-(a:Article) RETURN DISTINCT e.id AS id, e.name AS name ORDER BY id`);

  it.each<[string, string[], { label: string; is: { id: string; name: string }[]; rejected: string[] }]>([
    [
      'an event out of a project',
      ['kind-of: gimenu diena\n  is: event'],
      {
        label: 'Event',
        is: [{ id: 'event-gimenu-diena', name: 'Ģimeņu diena' }],
        rejected: ['IMPLEMENTS', 'IMPLEMENTS', 'PARTICIPATES_IN', 'PARTICIPATES_IN'],
      },
    ],
    [
      'a person out of a town in one article',
      ['kind-of: Ogre\n  is: person\n  kind: municipality\n  article: b'],
      {
        label: 'Person',
        is: [{ id: expect.stringMatching(/^person-pilseta-ogre-2009@municipality@/u), name: 'Ogre' }],
        rejected: ['LOCATED_IN', 'PARTICIPATES_IN'],
      },
    ],
    [
      'an event out of an institution in one article, called otherwise elsewhere',
      ['kind-of: Nams\n  is: event\n  article: [a]', 'rename: Nams\n  to: Koks\n  kind: institution'],
      {
        label: 'Event',
        is: [{ id: 'event-nams', name: 'Nams' }],
        rejected: ['IMPLEMENTS', 'LOCATED_IN'],
      },
    ],
  ])('makes %s, whenever it comes, and undoes it', async (_, entries, { label, is, rejected }) => {
    const all = [town('a'), town('b')];
    const KIND = parsed(...entries);
    await loaded(all, []);
    const plain = await dump(store);
    expect(await loaded([], KIND)).toEqual([]);
    expect(await inLabel(label)).toEqual(is);
    expect(await rows('MATCH (c:RejectedClaim) RETURN c.type AS type ORDER BY type')).toEqual(
      rejected.map((type) => ({ type })),
    );
    expect(schemaFaults(await everything(store))).toEqual([]);
    const corrected = await dump(store);
    await loaded([], []);
    expect(await dump(store)).toEqual(plain);
    await empty(store);
    await loaded(all.slice(1), KIND);
    await loaded(all.slice(0, 1), KIND);
    expect(await dump(store)).toEqual(corrected);
    await retract(store, ['b'], { ...options, corrections: KIND });
    await load(store, all, { ...options, rules: '2', corrections: KIND });
    await load(store, all, { ...options, corrections: KIND });
    expect(await dump(store)).toEqual(corrected);
  });

  it('makes of a name the municipality of the day of each article', async () => {
    const inYear = (id: string, published: string): Extraction => {
      const of = make.article(id, [`Ogre ${id} piedalās projektā “Soļi”.`], { published });
      return make.extraction(
        of,
        [make.person(of, 'person-ogre', 'Ogre', ['Ogre']), make.project(of, 'project-soli', 'Soļi', ['Soļi'])],
        [make.fact(of, 'HEADS', 'person-ogre', 'project-soli', ['piedalās'])],
      );
    };
    const all = [inYear('a', '2019-05'), inYear('b', '2022')];
    const KIND = parsed('kind-of: Ogre\n  is: municipality');
    await loaded(all, []);
    const plain = await dump(store);
    expect(await loaded([], KIND)).toEqual([]);
    expect(await inLabel('Municipality')).toEqual([
      { id: OGRE, name: 'Ogre' },
      { id: 'valstspilseta-ogre-2021', name: 'Ogre' },
    ]);
    expect(await rows(`MATCH (e {id: '${OGRE}'}) RETURN e.type AS type, e.sameBecause AS because`)).toEqual([
      { type: 'pilsēta', because: ['I. Kalve: asked them'] },
    ]);
    expect(await rows('MATCH (e:Person) RETURN e')).toEqual([]);
    expect(schemaFaults(await everything(store))).toEqual([]);
    const corrected = await dump(store);
    await loaded([], []);
    expect(await dump(store)).toEqual(plain);
    await empty(store);
    for (const one of all) await loaded([one], KIND);
    expect(await dump(store)).toEqual(corrected);
  });

  it('rejects what another correction rejected, of a town that the article does not name', async () => {
    const of = make.article('a', ['Tur piedalās “Ģimeņu dienā”.']);
    const one = make.extraction(
      of,
      [
        make.municipality(of, OGRE, 'Ogre', [], { type: 'pilsēta' }),
        make.project(of, 'project-gimenu-diena', 'Ģimeņu diena', ['Ģimeņu dienā']),
      ],
      [make.fact(of, 'PARTICIPATES_IN', OGRE, 'project-gimenu-diena', ['piedalās'])],
    );
    const REJECT = parsed('reject: { subject: Ogre, relation: PARTICIPATES_IN, object: Ģimeņu diena }');
    await loaded([one], parsed('kind-of: Ģimeņu diena\n  is: event'));
    expect(await loaded([], REJECT)).toEqual([]);
    const after = await dump(store);
    await empty(store);
    await loaded([one], REJECT);
    expect(await dump(store)).toEqual(after);
  });

  it('tells where a kind applies to nothing', async () => {
    await loaded([town('a')], []);
    expect(
      await loaded(
        [],
        parsed(
          'kind-of: Ogre\n  is: person',
          'kind-of: Nams\n  is: project\n  article: b',
          'kind-of: Nams\n  is: institution\n  article: a',
        ),
      ),
    ).toEqual([
      'c.yaml:1: no article takes «Ogre» for an institution, a project, or an event; of a municipality, article: has to say where it is none; mend or remove it',
      'c.yaml:5: no article «b» takes «Nams» for another kind; mend or remove it',
      'c.yaml:10: no article «a» takes «Nams» for another kind; mend or remove it',
    ]);
  });

  it('tells which apply to nothing', async () => {
    const unused = parsed(
      'same: [Jānis Priednieks, Nora Egle]',
      'reject: { subject: Tukuma novads, relation: FUNDS, object: Soļi, article: Cits }',
      'rename: Egle\n  to: Priede',
    );
    expect(await loaded([first()], unused)).toEqual([
      'c.yaml:1: no article names a person, an institution or a project «Nora Egle»; mend or remove it',
      'c.yaml:4: rejects nothing: no article «Cits» says «Tukuma novads FUNDS Soļi»; mend or remove it',
      'c.yaml:7: no article names a person, an institution or a project «Egle»; mend or remove it',
    ]);
  });
});
