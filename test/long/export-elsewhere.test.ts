import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { exportGexf } from '../../graph/export/gexf.js';
import { exportGraphml } from '../../graph/export/graphml.js';
import { exportNeo4jAdmin } from '../../graph/export/neo4j-admin.js';
import { load } from '../../graph/load.js';
import { fetchJars, userCache } from '../../graph/local/provision.js';
import type { LocalNeo4j } from '../../graph/local/server.js';
import { openStore } from '../../graph/open.js';
import type { GraphStore, Row } from '../../graph/store.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { exportFolder } from '../../pipeline/cli/export-folder.js';
import { textWriter } from '../../pipeline/cli/files.js';
import { empty } from '../empty.js';
import { NASTY, writeNastyGraph } from '../export-graph.js';
import { dump } from '../graph-dump.js';
import { neo4jMissing, SHORT_LIVED, startNeo4j, type TestNeo4j, takeNeo4j } from '../neo4j-server.js';
import { sampleExtractions } from '../sample-graph.js';

const missing = await neo4jMissing();
const run = promisify(execFile);
const work = mkdtempSync(join(tmpdir(), 'saites-elsewhere-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const jarsOf = (name: string, size: string): Promise<string> =>
  fetchJars(
    { folder: join(userCache(), name), pom: join(import.meta.dirname, `${name}.pom.xml`), what: name, size },
    (message) => process.stderr.write(`${message}\n`),
  );

/** Every property of every node and relationship with the type that the server gives it. */
async function typesIn(store: GraphStore): Promise<Row[]> {
  const nodes = await store.read(
    'MATCH (n) UNWIND keys(n) AS key RETURN labels(n) AS of, n.id AS id, key, valueType(n[key]) AS type ORDER BY of, id, key',
  );
  const links = await store.read(
    'MATCH (a)-[r]->(b) UNWIND keys(r) AS key RETURN type(r) AS of, a.id + b.id AS id, key, valueType(r[key]) AS type ORDER BY of, id, key',
  );
  return [...nodes, ...links];
}

describe.skipIf(missing !== undefined)('neo4j-admin database import', () => {
  let source: GraphStore;
  let neo4j: TestNeo4j | undefined;
  let copy: LocalNeo4j | undefined;
  beforeAll(async () => {
    neo4j = await takeNeo4j();
    source = await openStore({ kind: 'neo4j', uri: neo4j.uri });
    await empty(source);
    await writeNastyGraph(source);
    await load(source, sampleExtractions(), {
      forms: searchForms,
      now: '2026-11-22T10:00:00Z',
      rules: '1',
      command: 'load',
    });
  }, 600_000);
  afterAll(async () => {
    await source?.close();
    await copy?.stop();
    neo4j?.release();
  }, 120_000);

  it('makes the same graph by the script of the export', async () => {
    const folder = join(work, 'import');
    const sink = exportFolder(folder, 'neo4j-admin');
    await exportNeo4jAdmin(source, sink);
    sink.finish();

    // a server that has been there: its folder, its settings, an empty database
    copy = await startNeo4j('imported');
    const home = join(inject('neo4j').folder, 'imported');
    await copy.stop();
    // the settings of the server are not the tool's
    const conf = join(work, 'conf');
    mkdirSync(conf);
    writeFileSync(join(conf, 'neo4j.conf'), '');
    const jars = await jarsOf('import-tool', '97 MB');
    const tools = join(work, 'bin');
    mkdirSync(tools);
    const opened = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
    writeFileSync(
      join(tools, 'neo4j-admin'),
      `#!/bin/sh\nexec java ${[...opened, ...SHORT_LIVED].join(' ')} -Xmx512m -cp '${jars}/*' org.neo4j.cli.AdminTool "$@"\n`,
    );
    chmodSync(join(tools, 'neo4j-admin'), 0o755);
    const env = {
      ...process.env,
      PATH: `${tools}${delimiter}${process.env.PATH}`,
      NEO4J_HOME: home,
      NEO4J_CONF: conf,
    };
    const command = [join(folder, 'import.sh'), 'neo4j'];
    await expect(run('sh', command, { env })).rejects.toThrow(/overwrite-destination/u);
    const { stdout } = await run('sh', [...command, '--overwrite-destination'], { env });
    expect(stdout).toMatch(/IMPORT DONE/u);

    copy = await startNeo4j('imported');
    const store = await openStore({ kind: 'neo4j', uri: copy.boltUri });
    try {
      const after = readFileSync(join(folder, 'schema.cypher'), 'utf8')
        .split(/;\n/u)
        .filter((one) => one !== '');
      // a transaction makes constraints or changes data, not both
      for (const cypher of after) await store.write([{ cypher, params: {} }]);
      const expected = await dump(source);
      expect(expected.length).toBeGreaterThan(200);
      expect(await dump(store)).toEqual(expected);
      // the driver sends a confidence of 1 as an integer; the export knows from the schema that it is a decimal
      const types = (await typesIn(source)).map((row) =>
        row.key === 'confidence' ? { ...row, type: 'FLOAT NOT NULL' } : row,
      );
      expect(await typesIn(store)).toEqual(types);
    } finally {
      await store.close();
    }
  });
});

describe.skipIf(missing !== undefined)('Gephi', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', folder: join(work, 'graph') });
    await writeNastyGraph(store);
  });
  afterAll(() => store?.close());

  async function readBack(name: string, write: typeof exportGexf): Promise<string[][]> {
    const file = textWriter(join(work, name));
    await write(store, file, 'domain');
    await file.end();
    const jars = await jarsOf('gephi', '82 MB');
    const reader = join(import.meta.dirname, 'ReadByGephi.java');
    const { stdout } = await run('java', [...SHORT_LIVED, '-cp', `${jars}/*`, reader, join(work, name)], {
      maxBuffer: 2 ** 26,
    });
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
  }
  const PERSONS = NASTY.length + 1;
  const day = (text: string): number => Date.parse(text);

  it('reads GEXF: nodes, edges, kinds, weights, and dates for the timeline', async () => {
    const lines = await readBack('graph.gexf', exportGexf);
    const of = (kind: string): string[][] => lines.filter(([first]) => first === kind);
    expect(of('complaint')).toEqual([]);
    expect(of('dynamic')).toEqual([['dynamic', 'true', 'DATE']]);
    const [[, low, high] = []] = of('span');
    expect([Number(low), Number(high)]).toEqual([day('2019-02-28'), day('2020-02-29')]);
    expect(of('node')).toHaveLength(PERSONS + 2);
    expect(of('node')).toContainEqual(['node', 'project-x', 'Ikss', 'Project']);
    expect(of('node').map(([, , label]) => label)).toEqual(
      expect.arrayContaining([NASTY[3].replace('\t', '\\u0009'), NASTY[10], NASTY[11]]),
    );
    expect(of('edge')).toHaveLength(PERSONS);
    for (const [, , to, label, weight] of of('edge'))
      expect([to, label, weight]).toEqual(['project-x', 'HEADS', '1.0']);
  });

  it('reads GraphML: the same nodes and edges', async () => {
    const lines = await readBack('graph.graphml', exportGraphml);
    const of = (kind: string): string[][] => lines.filter(([first]) => first === kind);
    expect(of('complaint')).toEqual([]);
    expect(of('node')).toHaveLength(PERSONS + 2);
    expect(of('node')).toContainEqual(['node', 'Entity:project-x', 'Ikss', 'Project']);
    expect(of('edge')).toHaveLength(PERSONS);
  });
});
