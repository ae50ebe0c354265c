import { beforeAll, describe, expect, it } from 'vitest';
import { matchEntity } from '../graph/ask-entities.js';
import { sizeOf } from '../graph/counts.js';
import { load } from '../graph/load.js';
import { BOUNDARIES, countedIn, isMunicipal, municipalitiesOn } from '../graph/reference/boundaries.js';
import { ensureReference } from '../graph/reference/reference.js';
import { retract } from '../graph/retract.js';
import type { GraphStore } from '../graph/store.js';
import { type Territory, territories, validOn } from '../pipeline/0-contract/territory-table.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { article, extraction, fact, municipality, project } from './builders.js';
import { dump, everything, schemaFaults } from './graph-dump.js';
import { onEachStore } from './stores.js';

const all = [...territories.values()];
const municipal = all.filter(isMunicipal);
const unit = (id: string): Territory => {
  const found = territories.get(id);
  if (!found) throw new Error(`no territory ${id}`);
  return found;
};
const years = Object.keys(BOUNDARIES) as unknown as (keyof typeof BOUNDARIES)[];
const on = (id: string, year: keyof typeof BOUNDARIES): string[] =>
  [...municipalitiesOn(unit(id), BOUNDARIES[year])].sort();

describe('boundaries of another year', () => {
  it.each([
    [2009, 118, { novads: 109, 'republikas pilsēta': 9 }],
    [2021, 43, { novads: 36, valstspilsēta: 7 }],
    [2025, 42, { novads: 35, valstspilsēta: 7 }],
  ] as const)('%i has %i municipalities, and every unit of any time lies in some of them', (year, number, kinds) => {
    const there = municipal.filter((one) => validOn(one, BOUNDARIES[year])).map(({ id }) => id);
    expect(there.length).toBe(number);
    for (const [kind, of] of Object.entries(kinds))
      expect(there.filter((id) => unit(id).kind === kind).length).toBe(of);
    expect(all.filter(({ id }) => on(id, year).length === 0)).toEqual([]);
    // each is reached, and each that is there stands for itself
    expect([...new Set(all.flatMap(({ id }) => on(id, year)))].sort()).toEqual([...there].sort());
    for (const id of there) expect(on(id, year)).toEqual([id]);
  });

  it('all municipalities of 2009 but two lie wholly in one of 2021, all of 2021 in one of 2025', () => {
    const split = (day: string, year: keyof typeof BOUNDARIES): string[] =>
      municipal.filter((one) => validOn(one, day) && on(one.id, year).length > 1).map(({ id }) => id);
    expect(split('2021-06-30', 2021)).toEqual(['novads-aglonas-2009', 'novads-incukalna-2009']);
    expect(split('2021-06-30', 2025)).toEqual(['novads-aglonas-2009', 'novads-incukalna-2009']);
    expect(split('2021-07-01', 2025)).toEqual([]);
    const changed = municipal.filter((one) => validOn(one, '2021-07-01') && on(one.id, 2025)[0] !== one.id);
    expect(changed.map(({ id }) => [id, on(id, 2025)])).toEqual([['novads-varaklanu-2021', ['novads-madonas-2021']]]);
  });

  it.each([
    ['novads-strencu-2009', 2021, ['novads-valmieras-2021']],
    ['novads-daugavpils-2009', 2021, ['novads-augsdaugavas-2021']],
    ['republikas-pilseta-daugavpils-2009', 2021, ['valstspilseta-daugavpils-2021']],
    ['novads-aglonas-2009', 2021, ['novads-kraslavas-2021', 'novads-preilu-2021']],
    ['novads-incukalna-2009', 2025, ['novads-ropazu-2021', 'novads-siguldas-2021']],
    ['novads-garkalnes-2009', 2021, ['novads-ropazu-2021']],
    // renamed in 2010, split off in 2011
    ['novads-kocenu-2010', 2009, ['novads-valmieras-2009']],
    ['novads-mersraga-2011', 2009, ['novads-rojas-2009']],
    ['rajons-ventspils', 2009, ['novads-ventspils-2009']],
    ['rajons-aluksnes', 2009, ['novads-aluksnes-2009', 'novads-apes-2009']],
    ['novads-livanu-2021', 2009, ['novads-livanu-2009']],
    ['novads-limbazu-2021', 2009, ['novads-alojas-2009', 'novads-limbazu-2009', 'novads-salacgrivas-2009']],
    ['pagasts-semes-2021', 2009, ['novads-tukuma-2009']],
    ['pagasts-vaidavas-2009', 2009, ['novads-valmieras-2009']],
    ['valstspilseta-valmiera-2021', 2009, ['republikas-pilseta-valmiera-2009']],
    // a town since 2022, cut out of its pagasts
    ['pilseta-adazi-2022', 2021, ['novads-adazu-2021']],
  ] as const)('%s in %i: %j', (id, year, units) => expect(on(id, year)).toEqual(units));

  it('are whole where one holds all', () => {
    for (const one of all)
      for (const year of years) {
        const counted = countedIn(one).filter(({ boundaries }) => boundaries === String(year));
        expect(counted.map(({ whole }) => whole)).toEqual(counted.map(() => counted.length === 1));
      }
  });
});

const options = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

/** An article that names Sēmes pagasts before and after the reform, Daugavpils novads and Valmieras novads. */
function named() {
  const of = article('pagasti', [
    'Sēmes pagasts, Daugavpils novads un Valmieras novads piedalās projektā “Tilts”.',
    'Sēmes pagastā strādā.',
  ]);
  const takesPart = (id: string) =>
    fact(of, 'PARTICIPATES_IN', id, 'project-tilts', [of.text.split('\n')[0] as string]);
  return extraction(
    of,
    [
      municipality(of, 'pagasts-semes-2009', 'Sēmes pagasts', ['Sēmes pagasts'], { type: 'pagasts' }),
      municipality(of, 'pagasts-semes-2021', 'Sēmes pagasts', ['Sēmes pagastā'], { type: 'pagasts' }),
      municipality(of, 'novads-daugavpils-2009', 'Daugavpils novads', ['Daugavpils novads']),
      municipality(of, 'novads-valmieras-2021', 'Valmieras novads', ['Valmieras novads']),
      project(of, 'project-tilts', 'Tilts', ['Tilts']),
    ],
    [takesPart('pagasts-semes-2009'), takesPart('novads-daugavpils-2009')],
  );
}

onEachStore('reference territories', (open) => {
  let store: GraphStore;

  beforeAll(async () => {
    store = await open();
    await load(store, [], options);
  }, 300_000);

  it('are there without an article, and are not counted as what articles speak of', async () => {
    const [row] = await store.read('MATCH (m:Municipality) WHERE m.reference RETURN count(m) AS n');
    expect(row?.n).toBe(municipal.length);
    expect((await sizeOf(store)).nodes).toMatchObject({ Entity: 0, Municipality: 0 });
    expect(schemaFaults(await everything(store))).toEqual([]);
  });

  it('follow each other and are counted in the units of a year', async () => {
    expect(
      await store.read(
        `MATCH (old:Municipality {id: 'novads-aglonas-2009'})-[step:SUCCEEDED_BY]->(new:Municipality)
           RETURN new.name AS name, step.on AS on ORDER BY new.sortKey`,
      ),
    ).toEqual([
      { name: 'Krāslavas novads', on: '2021-07-01' },
      { name: 'Preiļu novads', on: '2021-07-01' },
    ]);
    expect(
      await store.read(
        `MATCH (m:Municipality {id: 'novads-strencu-2009'})-[counted:COUNTED_IN]->(holder:Municipality)
           RETURN counted.boundaries AS year, counted.whole AS whole, holder.id AS id, m.from AS since, m.until AS until ORDER BY year`,
      ),
    ).toEqual(
      ['novads-strencu-2009', 'novads-valmieras-2021', 'novads-valmieras-2021'].map((id, i) => ({
        ...{ year: years[i], whole: true, id, since: '2009-07-01', until: '2021-06-30' },
      })),
    );
  });

  it('are written once', async () => {
    const before = await dump(store);
    const writing = { ...store, transact: () => Promise.reject(new Error('writes')), read: store.read.bind(store) };
    await ensureReference(writing, searchForms);
    expect(await dump(store)).toEqual(before);
    // other data: what is no longer in it goes, what is missing comes back
    await store.write([
      { cypher: "MATCH (r:Reference) SET r.hash = 'of old'", params: {} },
      { cypher: "MATCH (m:Municipality {id: 'rajons-ludzas'}) DETACH DELETE m", params: {} },
      {
        cypher:
          "CREATE (:Entity:Municipality {id: 'novads-nekur-1999', name: 'Nekur', reference: true})-[:COUNTED_IN {boundaries: '1999', whole: true}]->(:Entity:Municipality {id: 'x', reference: true})",
        params: {},
      },
    ]);
    await ensureReference(store, searchForms);
    expect(await dump(store)).toEqual(before);
  });

  it('stay when the articles that spoke of them go; pagasti come and go with articles', async () => {
    const before = await dump(store);
    await load(store, [named()], options);
    expect((await sizeOf(store)).nodes).toMatchObject({ Municipality: 4 });
    expect(schemaFaults(await everything(store))).toEqual([]);
    expect(
      await store.read(
        `MATCH (part:Municipality {type: 'pagasts'})-[of:PART_OF]->(whole:Municipality)
           OPTIONAL MATCH (part)-[next:SUCCEEDED_BY]->(later:Municipality)
           RETURN part.id AS id, whole.id AS whole, of.from AS since, of.until AS until, later.id AS later, next.on AS on ORDER BY id`,
      ),
    ).toEqual([
      {
        ...{ id: 'pagasts-semes-2009', whole: 'novads-tukuma-2009', since: '2009-07-01', until: '2021-06-30' },
        ...{ later: 'pagasts-semes-2021', on: '2021-07-01' },
      },
      {
        ...{ id: 'pagasts-semes-2021', whole: 'novads-tukuma-2021', since: '2021-07-01', until: null },
        ...{ later: null, on: null },
      },
    ]);
    const loaded = await dump(store);
    await store.write([{ cypher: "MATCH (r:Reference) SET r.hash = 'of old'", params: {} }]);
    await ensureReference(store, searchForms);
    expect(await dump(store)).toEqual(loaded);
    await retract(store, ['pagasti'], options);
    expect(await dump(store)).toEqual(before);
  });

  it('are found by name, behind what articles speak of', async () => {
    await load(store, [named()], options);
    const meant = async (typed: string) => {
      const { value, others } = await matchEntity(store, 'municipality', typed);
      return [value, ...others.map(({ id }) => id)];
    };
    expect(await meant('strenčos')).toEqual(['novads-strencu-2009']);
    expect(await meant('Daugavpils')).toEqual(['Daugavpils', 'novads-daugavpils-2009']);
    expect(await meant('daugavpils novadā')).toEqual(['novads-daugavpils-2009']);
    // two of one name: the one that articles speak of
    expect(await meant('Valmieras novads')).toEqual(['novads-valmieras-2021']);
    expect(await meant('Rīga')).toEqual(['Rīga']);
    await expect(matchEntity(store, 'municipality', 'novads')).rejects.toThrow(
      /may be any of these.*\n {2}Daugavpils novads {2}\(novads 2009–2021, 1 article, id novads-daugavpils-2009\)\n {2}Valmieras novads {2}\(novads since 2021, 1 article/u,
    );
    await retract(store, ['pagasti'], options);
  });
});
