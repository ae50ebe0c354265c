import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load as parseXml } from 'cheerio';
import { parse as parseCsv } from 'csv-parse/sync';
import { Parser, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInMemory } from '../graph/embedded/embedded.js';
import { exportEvidence } from '../graph/export/evidence.js';
import { exportGexf } from '../graph/export/gexf.js';
import { exportGraphml } from '../graph/export/graphml.js';
import { exportNeo4jAdmin } from '../graph/export/neo4j-admin.js';
import { nodesOf, relationshipsOf, undisturbed } from '../graph/export/pages.js';
import { exportTables } from '../graph/export/tables.js';
import { exportTurtle } from '../graph/export/turtle.js';
import { unspokenIn } from '../graph/export/unspoken.js';
import { load } from '../graph/load.js';
import { openStore, type StoreConfig } from '../graph/open.js';
import { ensureSchema, schema } from '../graph/schema.js';
import type { GraphStore, NodeValue } from '../graph/store.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { exportFolder } from '../pipeline/cli/export-folder.js';
import { type TextWriter, textWriter } from '../pipeline/cli/files.js';
import { commandIn, expectFault } from './command.js';
import { empty } from './empty.js';
import { NASTY, writeNastyGraph } from './export-graph.js';
import { neo4jMissing, type TestNeo4j, takeNeo4j } from './neo4j-server.js';
import { sampleExtractions } from './sample-graph.js';

const noNeo4j = await neo4jMissing();
const work = mkdtempSync(join(tmpdir(), 'saites-export-'));
const saites = commandIn(work);
let neo4j: TestNeo4j | undefined;
afterAll(() => {
  neo4j?.release();
  rmSync(work, { recursive: true, force: true });
});

/** Every format, into a folder. */
async function exportAll(store: GraphStore, folder: string): Promise<void> {
  const at = (name: string): string => join(work, folder, name);
  const into = async (name: string, write: (file: TextWriter) => Promise<void>): Promise<void> => {
    const file = textWriter(at(name));
    await write(file);
    await file.end();
  };
  for (const [name, format] of [
    ['csv', 'csv'],
    ['jsonl', 'jsonl'],
    ['md', 'markdown'],
  ] as const)
    await into(`evidence.${name}`, (file) => exportEvidence(store, file, format, 'comma'));
  await into('graph.gexf', (file) => exportGexf(store, file, 'domain'));
  await into('graph.graphml', (file) => exportGraphml(store, file, 'domain'));
  await into('all.graphml', (file) => exportGraphml(store, file, 'all'));
  const tables = exportFolder(at('tables'), 'csv');
  await exportTables(store, tables, 'all', 'comma');
  tables.finish();
  const rdf = exportFolder(at('rdf'), 'turtle');
  await exportTurtle(store, rdf, 'evidence');
  rdf.finish();
  await exportNeo4jAdmin(store, exportFolder(at('import'), 'neo4j-admin'));
}

/** File → content, of all exports below a folder. */
function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(join(work, folder), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(join(work, folder).length + 1), readFileSync(file, 'utf8')]),
  );
}

describe.each(['embedded', 'neo4j'] as const)('on %s', (kind) => {
  describe.skipIf(kind === 'neo4j' && noNeo4j !== undefined)('', { timeout: 120_000 }, () => {
    let store: GraphStore;
    let nodes: NodeValue[];
    let files: Record<string, string>;
    const ofKind = (label: string) => nodes.filter(({ labels }) => labels.includes(label));

    beforeAll(async () => {
      if (kind === 'neo4j') neo4j = await takeNeo4j();
      const config: StoreConfig = neo4j
        ? { kind: 'neo4j', uri: neo4j.uri }
        : { kind: 'embedded', folder: join(work, 'graph') };
      store = await openStore(config);
      await empty(store);
      await writeNastyGraph(store);
      nodes = (await store.read('MATCH (n) RETURN n')).map(({ n }) => n as NodeValue);
      await exportAll(store, kind);
      files = filesBelow(kind);
    }, 300_000);
    const file = (name: string): string =>
      files[name] ?? expect.fail(`no file ${name} among ${Object.keys(files).join(', ')}`);

    it('writes the same again, byte for byte', async () => {
      await exportAll(store, `${kind}-again`);
      expect(filesBelow(`${kind}-again`)).toEqual(files);
    });
    afterAll(() => store?.close());

    it('writes tables that say who is who', () => {
      const rows = parseCsv(file('tables/Person.csv'), { columns: true, bom: true }) as Record<string, string>[];
      expect(file('tables/Person.csv').startsWith('\ufeff')).toBe(true);
      const expected = ofKind('Person').map(({ properties }) => properties.name as string);
      const restored = rows.map(({ name = '' }) => name.replace(/^'(?=[=+\-@\t\r])/u, ''));
      expect(restored.sort()).toEqual(expected.sort());
      expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["'=SUM(A1:A9)", "'-1+2", "'@now"]));
      const facts = parseCsv(file('tables/HEADS.csv'), { columns: true, bom: true }) as Record<string, string>[];
      expect(facts).toHaveLength(NASTY.length + 1);
      expect(facts[0]).toMatchObject({
        fromName: 'plain',
        toName: 'Ikss',
        since: '2021-01-01',
        until: '2020-01-01',
        articles: '1',
        stories: '1',
      });
      // no cell begins like a formula
      for (const row of [...rows, ...facts])
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
    });

    it('cites what stands in the text at that place', () => {
      const rows = file('evidence.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string | number>);
      expect(rows.map(({ quote }) => quote).sort()).toEqual([...NASTY, 'a\u0000b'].sort());
      for (const row of rows) {
        const article = ofKind('Article').find(({ properties }) => properties.id === row.article);
        const text = String(article?.properties.text);
        expect(text.slice(Number(row.quoteStart), Number(row.quoteEnd))).toBe(row.quote);
        expect(row.textHash).toBe(createHash('sha256').update(text).digest('hex'));
        expect(row).toMatchObject({
          ...{ fact: 'HEADS', object: 'Ikss', subjectKind: 'Person', objectKind: 'Project', since: '2019-05-16' },
          ...{
            url: 'https://zinas.example/?a=1&b=ā',
            published: '2019-05',
            loaded: '2026-11-22T10:00:00.12Z',
            confidence: 0.25,
          },
        });
      }
      const table = parseCsv(file('evidence.csv'), { columns: true, bom: true }) as Record<string, string>[];
      expect(table.map(({ claim }) => claim)).toEqual(rows.map(({ claim }) => claim));
      expect(file('evidence.md')).toContain(
        '\n> “plain”  \n> “plain”  \n> — plain, 2019-05, https://zinas.example/?a=1\\&b=ā; characters 7 to 12 of the text',
      );
      expect(file('evidence.md')).not.toMatch(/<b>/u);
    });

    // XML cannot hold these at all
    const possible = (text: string): string => text.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, '\ufffd');

    it('writes GEXF with dates for a timeline', () => {
      const $ = parseXml(file('graph.gexf'), { xml: true });
      expect($('graph').attr()).toMatchObject({ mode: 'dynamic', timeformat: 'date', defaultedgetype: 'directed' });
      expect($('nodes > node')).toHaveLength(ofKind('Entity').length);
      const labels = $('nodes > node')
        .toArray()
        .map((node) => $(node).attr('label') ?? '');
      expect(labels.sort()).toEqual(
        ofKind('Entity')
          .map(({ properties }) => possible(properties.name as string))
          .sort(),
      );
      expect($('node[id="project-x"]').attr()).toMatchObject({ start: '2019-02-28', end: '2020-02-29', label: 'Ikss' });
      expect($('node[id="project-x"] > attvalues > attvalue[for="kind"]').attr('value')).toBe('Project');
      const ids = new Set(
        $('nodes > node')
          .toArray()
          .map((node) => $(node).attr('id')),
      );
      const edges = $('edges > edge')
        .toArray()
        .map((edge) => $(edge).attr() ?? {});
      expect(edges).toHaveLength(NASTY.length + 1);
      for (const edge of edges) expect(ids.has(edge.source) && ids.has(edge.target)).toBe(true);
      // an end before the beginning would stop Gephi
      expect(edges[0]).not.toHaveProperty('start');
      expect(edges[1]).not.toHaveProperty('start');
      expect(edges[2]).toMatchObject({ start: '2019-05-16', end: '2019-10-31', kind: 'HEADS', weight: '1' });
      expect(file('graph.gexf')).toBe(possible(file('graph.gexf')));
    });

    it.each([
      ['graph.graphml', 'Entity'],
      ['all.graphml', ''],
    ])('writes %s with every property', (name, label) => {
      const $ = parseXml(file(name), { xml: true });
      const expected = label === '' ? nodes : ofKind(label);
      const titles = new Map(
        $('key[for="node"]')
          .toArray()
          .map((key) => [$(key).attr('id'), $(key).attr('attr.name')]),
      );
      const found = $('node')
        .toArray()
        .map((node) =>
          Object.fromEntries(
            $(node)
              .children('data')
              .toArray()
              .map((data) => [titles.get($(data).attr('key')), $(data).text()]),
          ),
        );
      expect(found).toHaveLength(expected.length);
      for (const { properties } of expected) {
        const shown = Object.entries(properties).map(([key, value]) => [
          key,
          possible(
            Array.isArray(value) ? value.join('; ') : key === 'loadedAt' ? '2026-11-22T10:00:00.12Z' : String(value),
          ),
        ]);
        expect(found.find(({ id }) => id === possible(properties.id as string))).toMatchObject(
          Object.fromEntries(shown),
        );
      }
      for (const id of $('node')
        .toArray()
        .map((node) => $(node).attr('id')))
        expect(id).toMatch(/^[A-Za-z]+:[A-Za-z0-9._-]+$/u);
    });

    it('writes Turtle by known words, and explains its own', () => {
      const quads = new Parser().parse(file('rdf/graph.ttl')) as Quad[];
      const valuesOf = (predicate: string): string[] =>
        quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
      expect(valuesOf('https://schema.org/name').sort()).toEqual(
        ofKind('Entity')
          .map(({ properties }) => properties.name as string)
          .sort(),
      );
      expect(new Set(valuesOf('https://w3id.org/ftm#ProjectParticipant:project'))).toEqual(new Set());
      expect(valuesOf('https://w3id.org/ftm#Directorship:director')).toHaveLength(NASTY.length + 1);
      const dates = quads
        .filter(({ predicate }) => predicate.value === 'https://w3id.org/ftm#Interval:startDate')
        .map(({ object }) => object);
      expect(dates.map(({ value }) => value)).toContain('2021-01-01');
      for (const date of dates)
        expect(date).toMatchObject({ datatype: { value: 'http://www.w3.org/2001/XMLSchema#date' } });
      // the texts of articles are for --all
      expect(valuesOf('https://schema.org/articleBody')).toEqual([]);
      const explained = new Set(
        (new Parser().parse(file('rdf/vocabulary.ttl')) as Quad[])
          .filter(({ predicate }) => predicate.value.endsWith('#comment'))
          .map(({ subject }) => subject.value),
      );
      const own = quads
        .flatMap(({ predicate, object }) => [predicate.value, object.value])
        .filter((iri) => iri.startsWith('urn:saites:vocabulary#'));
      expect(own.length).toBeGreaterThan(50);
      expect([...new Set(own)].filter((iri) => !explained.has(iri))).toEqual([]);
    });
  });
});

describe.skipIf(noNeo4j !== undefined)('both stores', () => {
  it('give the same files for the same graph', () => {
    expect(filesBelow('neo4j')).toEqual(filesBelow('embedded'));
  });
});

describe('saites export', () => {
  const env = { SAITES_STORE: join(work, 'graph') };
  const inWork = (...parts: string[]): string => join(work, ...parts);

  it('writes where it is told to', async () => {
    expect(await saites(['export', 'evidence', '--out', 'new/evidence.csv'], { env })).toEqual({
      ...{ code: 0, out: '', err: 'written to new/evidence.csv\n' },
    });
    expect(readFileSync(inWork('new', 'evidence.csv'), 'utf8')).toBe(filesBelow('embedded')['evidence.csv']);
    expect(readdirSync(inWork('new'))).toEqual(['evidence.csv']);
    expectFault(await saites(['export', 'gexf'], { env }), 2, /required option '--out <file>' not specified/u);
  });

  it('leaves a folder alone that holds something else', () => {
    mkdirSync(inWork('mine'));
    writeFileSync(inWork('mine', 'thesis.txt'), 'text');
    const other = /holds other files: name a folder that is new, empty/u;
    expect(() => exportFolder(inWork('mine'), 'csv')).toThrow(other);
    expect(() => exportFolder(inWork('embedded', 'tables'), 'turtle')).toThrow(other);
    // a list that somebody changed does not lead out of its folder
    mkdirSync(inWork('changed'));
    writeFileSync(inWork('changed', 'export.json'), JSON.stringify({ format: 'csv', files: ['../mine/thesis.txt'] }));
    expect(() => exportFolder(inWork('changed'), 'csv')).toThrow(other);
    expect(readdirSync(inWork('mine'))).toEqual(['thesis.txt']);
  });

  it('replaces what an earlier one wrote, and nothing else', async () => {
    const folder = inWork('embedded', 'tables');
    const list = join(folder, 'export.json');
    const { files } = JSON.parse(readFileSync(list, 'utf8')) as { files: string[] };
    writeFileSync(list, JSON.stringify({ format: 'csv', files: [...files, 'Gone.csv'] }));
    for (const name of ['Gone.csv', 'own-notes.txt']) writeFileSync(join(folder, name), '');
    const ended = await saites(['export', 'csv', '--out', folder, '--separator', 'semicolon'], { env });
    expect(ended.code).toBe(0);
    expect(readdirSync(folder)).toContain('own-notes.txt');
    expect(readdirSync(folder)).not.toContain('Gone.csv');
    expect(readFileSync(join(folder, 'HEADS.csv'), 'utf8')).toMatch(/^\ufefffrom;fromName;to;toName;/u);
  });

  it('says so when the graph changes meanwhile', async () => {
    const store = await openStore({ kind: 'embedded', folder: inWork('changing') });
    await ensureSchema(store);
    const write = () => store.write([{ cypher: "CREATE (:Entity {id: 'x', name: 'X'})", params: {} }]);
    await expect(undisturbed(store, write)).rejects.toThrow(/^the graph changed while it was exported: export again/u);
    await expect(undisturbed(store, async () => 1)).resolves.toBe(1);
    await store.close();
  });
});

it('has a colour and a caption for every label', () => {
  for (const [label, { colour, caption, properties }] of Object.entries(schema.labels)) {
    expect(colour, label).toMatch(/^#[0-9a-f]{6}$/u);
    expect(properties, label).toHaveProperty(caption);
  }
});

it('exports leave out municipalities that no article speaks of, and keep what those became that one does', async () => {
  const store = openInMemory();
  await load(store, sampleExtractions(), { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' });
  const all = (await store.read('MATCH (unit:Municipality) RETURN unit.id AS id')).map(({ id }) => String(id));
  const left = await unspokenIn(store, 'domain');
  const kept = all.filter((id) => !left.has(id));
  expect(all.length).toBeGreaterThan(190);
  expect(kept).toEqual(expect.arrayContaining(['novads-tukuma-2009', 'novads-tukuma-2021', 'pilseta-tukums-2009']));
  expect(kept).not.toContain('novads-saldus-2009');
  expect(kept.length).toBeLessThan(30);
  expect(await unspokenIn(store, 'all')).toEqual(new Set());
  const nodes: string[] = [];
  for await (const page of nodesOf(store, 'Municipality', left)) nodes.push(...page.map(({ id }) => id));
  expect(nodes).toEqual([...kept].sort());
  for await (const page of relationshipsOf(store, 'SUCCEEDED_BY', left))
    for (const { from, to } of page) expect(kept).toEqual(expect.arrayContaining([from, to]));
  await store.close();
});
