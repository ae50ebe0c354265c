import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorrections } from '../graph/corrections/corrections.js';
import { correctionsIn } from '../graph/corrections/file.js';
import { holdEmbedded, holderOf } from '../graph/embedded/holder.js';
import { readEntity } from '../graph/explorer/read/entity.js';
import { namesIn } from '../graph/explorer/search/names.js';
import { within } from '../graph/explorer/server/limits.js';
import { answerQuestion } from '../graph/explorer/server/questions.js';
import { type Explorer, startExplorer } from '../graph/explorer/server/serve.js';
import { load } from '../graph/load.js';
import { openStore } from '../graph/open.js';
import { type Query, readQueries } from '../graph/queries.js';
import { retract } from '../graph/retract.js';
import type { GraphStore } from '../graph/store.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import { stem } from '../pipeline/0-latvian/stem.js';
import { article, extraction, municipality } from './builders.js';
import { NEW_MEMBERS, PILOT_BEGINS, SENTENCES, sampleExtractions } from './sample-graph.js';
import { onEachStore } from './stores.js';

const OPTIONS = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

const folder = mkdtempSync(join(tmpdir(), 'saites-explorer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WRITING = { correctionsFile: join(folder, 'corrections.yaml'), today: () => '2026-11-22' };

const start = (store: GraphStore, more: { host?: string; token?: string } = {}): Promise<Explorer> =>
  startExplorer({ store, host: '127.0.0.1', port: 0, stem, forms: searchForms, ...WRITING, ...more });

describe('the stem of a word', () => {
  it.each([
    ['novads', 'novada', 'novados', 'novadiem', 'novadu', 'novadi'],
    ['ministrija', 'ministrijas', 'ministriju', 'ministrijai', 'ministrijam'],
    ['pasvaldiba', 'pasvaldibas', 'pasvaldibam', 'pasvaldibai'],
    ['projekts', 'projekta', 'projektos', 'projektiem'],
  ])('%s is that of its forms', (first, ...others) => {
    expect(others.map(stem)).toEqual(others.map(() => stem(first)));
  });

  it('leaves numbers and short words', () => expect(['2019', 'asi', 'un'].map(stem)).toEqual(['2019', 'asi', 'un']));
});

onEachStore('the server', (open, kind) => {
  let store: GraphStore;
  let explorer: Explorer;
  beforeAll(async () => {
    store = await open();
    await load(store, sampleExtractions(), OPTIONS);
    explorer = await start(store);
    await explorer.searchable;
  }, 300_000);
  afterAll(() => explorer?.close());
  const ask = async (path: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await fetch(new URL(`/api/${path}`, explorer.address));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const names = (rows: unknown): unknown[] => (rows as { name: unknown }[]).map(({ name }) => name);

  it('what the graph holds', async () => {
    const { body } = await ask('overview');
    expect(body).toMatchObject({ articles: 3, undated: 1, first: '2019-05-20', last: '2020-02-01' });
    expect(body.entities).toMatchObject({ person: 2, municipality: 7, institution: 4, project: 3 });
  });

  it.each([
    ['tukuma novadam', 'Tukuma novads'],
    ['rezekn', 'Rēzekne'],
    ['ANNAS liepkalnes', 'Anna Liepkalne'],
    ['9.2.1.1/15', 'Ceļš'],
    ['LM', 'Labklājības ministrija'],
  ])('a search for «%s» finds %s', async (typed, name) => {
    const { body } = await ask(`search?q=${encodeURIComponent(typed)}`);
    expect(names(body.entities)[0]).toBe(name);
  });

  it('texts in any case form, with the sentence', async () => {
    const { body } = await ask(`search?q=${encodeURIComponent('atteikties pilots')}`);
    expect(body.articles).toEqual([]);
    const { body: found } = await ask(`search?q=${encodeURIComponent('pilotam kekava')}`);
    const [first] = found.articles as { id: string; excerpt: { text: string; marks: number[][] } }[];
    expect(first?.id).toBe(NEW_MEMBERS);
    expect(first?.excerpt.text).toBe(SENTENCES.declined);
    expect(first?.excerpt.marks.map(([a, b]) => first.excerpt.text.slice(a, b))).toEqual(['Ķekavas', 'pilota']);
  });

  it('an entity with facts, claims and articles', async () => {
    const { body } = await ask('entity?id=novads-tukuma-2009');
    expect(body).toMatchObject({ name: 'Tukuma novads', kind: 'municipality', articleCount: 1, claimCount: 2 });
    expect(body.facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ type: 'PARTICIPATES_IN', to: 'project-soli', since: '2019-05-16', until: '2019-10-31' },
          other: { id: 'project-soli', name: 'Soļi', kind: 'project', type: 'pilot' },
        }),
      ]),
    );
    const { body: pilot } = await ask('entity?id=project-soli');
    expect(names(pilot.wholes)).toEqual(['Ceļš']);
  });

  it('an article with offsets that fit its text', async () => {
    const { body } = await ask(`article?id=${encodeURIComponent(PILOT_BEGINS)}`);
    const text = body.text as string;
    const claims = body.claims as { start: number; end: number; sentence: string }[];
    expect(claims).toHaveLength(6);
    for (const { start: from, end, sentence } of claims) expect(text.slice(from, end)).toBe(sentence);
    const mentions = body.mentions as { start: number; end: number; entity: { name: string } }[];
    expect(mentions.map(({ start: from, end }) => text.slice(from, end))).toContain('Tukuma novada Sociālo dienestu');
  });

  it('the four states of the matrix, and what stands behind a cell', async () => {
    const { body } = await ask('matrix');
    const state = (municipality: string, project: string): unknown =>
      (body.cells as { municipality: string; project: string; state: string }[]).find(
        (cell) => cell.municipality === municipality && cell.project === project,
      )?.state;
    expect(state('novads-tukuma-2009', 'project-soli')).toBe('joined');
    expect(state('novads-kekavas-2009', 'project-soli')).toBe('declined');
    expect(state('novads-siguldas-2009', 'project-soli')).toBe('mentioned');
    expect(state('novads-adazu-2009', 'project-soli')).toBeUndefined();
    const { body: cell } = await ask('cell?municipality=novads-kekavas-2009&project=project-soli');
    expect(cell.claims).toMatchObject([{ sentence: SENTENCES.declined, status: 'declined' }]);
  });

  it('the matrix in boundaries of a year', async () => {
    const { body } = await ask('matrix?boundaries=2021');
    const cells = body.cells as { municipality: string; project: string; state: string }[];
    expect(cells).toContainEqual(
      expect.objectContaining({ municipality: 'novads-tukuma-2021', project: 'project-soli', state: 'joined' }),
    );
    const rows = body.municipalities as { id: string; region: string }[];
    expect(rows).toHaveLength(43);
    expect(rows.find(({ id }) => id === 'novads-kekavas-2021')?.region).toBe('Rīga');
    const { body: cell } = await ask('cell?municipality=novads-tukuma-2021&project=project-soli&boundaries=2021');
    expect(cell.claims).toMatchObject([{ sentence: SENTENCES.joined }]);
  });

  it('a graph around and between entities', async () => {
    const ids = encodeURIComponent(JSON.stringify(['project-cels']));
    const { body } = await ask(`graph/around?ids=${ids}`);
    expect(names(body.nodes).sort()).toEqual([
      'Ceļš',
      'Eiropas Sociālais fonds',
      'Labklājības ministrija',
      'Siguldas novads',
      'Soļi',
      'Tukuma novada Sociālais dienests',
    ]);
    expect((await ask('graph/whole?most=5')).body.nodes).toHaveLength(5);
  });

  it('a question as a table, as a graph and as CSV', async () => {
    const { body } = await ask('questions/municipalities-by-project?project=soli');
    expect((body.rows as unknown[]).length).toBe(3);
    expect(body.entities).toMatchObject({ 'Tukuma novads': { id: 'novads-tukuma-2009' } });
    expect(body.articles).toMatchObject({ 'Pilots sākas': PILOT_BEGINS });
    const { body: graph } = await ask('questions/municipalities-by-project.graph?project=soli');
    expect(names(graph.nodes)).toContain('Rēzekne');
    expect((graph.nodes as { kind: string }[]).filter(({ kind }) => kind === 'date')).toEqual([]);
    const csv = await fetch(new URL('/api/questions/municipalities-by-project.csv?project=soli', explorer.address));
    expect(await csv.text()).toMatch(/^\uFEFF?municipality,.*,title,published,url,sentence,evidence\n/u);
  });

  it('projects in time', async () => {
    const { body } = await ask('timeline');
    const project = (body.projects as { name: string; members: { name: string; since: string }[] }[]).find(
      ({ name }) => name === 'Soļi',
    );
    expect(project?.members.map(({ name, since }) => [name, since])).toContainEqual(['Tukuma novads', '2019-05-16']);
  });

  it('shows and finds what somebody loads or takes back meanwhile', async () => {
    // on Neo4j another program, on the embedded store this one
    const other = kind === 'neo4j' ? await openStore({ kind, uri: store.address }) : store;
    const words = encodeURIComponent('rotaļu bibliotēka');
    const found = async (): Promise<unknown> => (await ask(`search?q=${words}`)).body.found;
    expect(await found()).toBe(0);
    const of = article('late.txt', ['Rotaļu bibliotēka', 'Rotaļu bibliotēku atver Tukuma novads.']);
    const late = extraction(of, [municipality(of, 'novads-tukuma-2009', 'Tukuma novads', ['Tukuma novads'])], []);
    await load(other, [late], { ...OPTIONS, now: '2026-11-23T10:00:00Z' });
    await expect.poll(found, { timeout: 10_000 }).toBe(1);
    expect((await ask('overview')).body.articles).toBe(4);
    await retract(other, ['late.txt'], { forms: searchForms, now: '2026-11-24T10:00:00Z' });
    await expect.poll(found, { timeout: 10_000 }).toBe(0);
    if (other !== store) await other.close();
  });

  it.each([
    ['entity?id=nobody', 404, /no such entry/u],
    ['entity', 400, /^id: /u],
    ['entity?id=x&more=1', 400, /Unrecognized key/u],
    ['matrix?boundaries=1999', 400, /^boundaries: /u],
    ['graph/around?ids=[1]', 400, /ids/u],
    ['graph/around?ids={', 400, /JSON/u],
    ['graph/whole?most=100000', 400, /^most: /u],
    ['questions/none', 404, /no question/u],
    ['questions/people-and-posts?person=zzzz', 400, /no person is named/u],
    ['questions/people-and-posts?cypher=1', 400, /takes no --cypher/u],
    ['nothing', 404, /nothing at this address/u],
  ])('%s with %i', async (path, status, message) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(message);
  });
});

describe('what the explorer reads with', () => {
  const files = readdirSync(join(packageRoot, 'graph', 'explorer', 'cypher')).filter(
    // says why
    (file) => !['graph-among.cypher', 'graph-around.cypher'].includes(file),
  );

  // the first of these makes Grafeo spread out the whole graph in memory: 1.5 GB and three seconds at 10,000 articles
  it.each(files)('%s asks for no label, type or end of a relationship by a function', (file) => {
    const cypher = readFileSync(join(packageRoot, 'graph', 'explorer', 'cypher', file), 'utf8');
    expect(cypher.replace(/^\/\/.*$/gmu, '')).not.toMatch(/\b(?:labels|type|startNode|endNode)\(/u);
  });
});

describe('who may come in', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', folder: join(folder, 'doors') });
    await load(store, sampleExtractions(), OPTIONS);
  });
  afterAll(() => store.close());

  /** With headers that fetch would not send. */
  const plain = (address: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      const asked = request(address, { method, headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, headers: response.headers });
      });
      asked.on('error', reject).end();
    });

  it('on loopback only by a loopback name', async () => {
    const explorer = await start(store);
    const { port } = new URL(explorer.address);
    expect((await plain(explorer.address, { host: `localhost:${port}` })).status).toBe(200);
    expect((await plain(explorer.address, { host: 'evil.example' })).status).toBe(403);
    expect((await plain(`${explorer.address}api/overview`, { host: `evil.example:${port}` })).status).toBe(403);
    await explorer.close();
  });

  it('elsewhere only with the token', async () => {
    await expect(start(store, { host: '0.0.0.0' })).rejects.toThrow(/give a token/u);
    const explorer = await start(store, { host: '0.0.0.0', token: 'secret' });
    const base = `http://127.0.0.1:${new URL(explorer.address).port}`;
    expect(explorer.address).toMatch(/\?token=secret$/u);
    expect((await plain(`${base}/api/overview`, {})).status).toBe(401);
    expect((await plain(`${base}/api/overview?token=wrong`, {})).status).toBe(401);
    expect((await plain(base, {})).headers['content-type']).toMatch(/^text\/plain/u);
    const entered = await plain(`${base}/?token=secret`, {});
    expect(entered.status).toBe(302);
    expect(entered.headers.location).toBe('/');
    expect(String(entered.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/u);
    expect((await plain(`${base}/api/overview`, { cookie: 'saites=secret' })).status).toBe(200);
    expect((await plain(`${base}/api/overview`, { authorization: 'Bearer secret' })).status).toBe(200);
    await explorer.close();
  });

  it('under a strict policy, and only from its own page where something changes', async () => {
    const explorer = await start(store);
    const { headers } = await plain(explorer.address, {});
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/u);
    const foreign = { origin: 'https://evil.example', 'content-type': 'application/json' };
    expect((await plain(`${explorer.address}api/overview`, foreign, 'POST')).status).toBe(403);
    await explorer.close();
  });

  it('writes a correction only for its own page, as JSON', async () => {
    const explorer = await start(store);
    const { host, origin } = new URL(explorer.address);
    const json = { 'content-type': 'application/json' };
    const at = `${explorer.address}api/corrections`;
    const asked: [Record<string, string>, string, string][] = [
      [{ ...json, origin: 'https://evil.example' }, 'POST', at],
      [{ ...json, origin: 'null' }, 'POST', at],
      [json, 'POST', at],
      [{ origin, 'content-type': 'text/plain' }, 'POST', at],
      [{ origin, 'content-type': 'application/x-www-form-urlencoded' }, 'POST', at],
      [{ ...json, origin: 'https://evil.example' }, 'DELETE', `${at}/abc`],
      [{ ...json, origin: 'https://evil.example' }, 'PUT', at],
    ];
    for (const [headers, method, address] of asked)
      expect((await plain(address, { host, ...headers }, method)).status, `${method} ${JSON.stringify(headers)}`).toBe(
        403,
      );
    // from its own page it is read, and found to be nothing
    expect((await plain(`${at}/abc`, { host, ...json, origin }, 'DELETE')).status).toBe(400);
    await explorer.close();
  });

  it('gives no file but those of the page and the maps', async () => {
    const explorer = await start(store);
    const { port } = new URL(explorer.address);
    /** The path as it is: a URL would tidy it. */
    const get = (path: string) =>
      new Promise<string>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path }, (response) => {
          let body = '';
          response.on('data', (data: Buffer) => {
            body += data.toString();
          });
          response.on('end', () => resolve(`${response.statusCode} ${body}`));
        })
          .on('error', reject)
          .end();
      });
    for (const path of [
      ...['/assets/..%2f..%2f..%2f..%2f..%2fpackage.json', '/assets/..%5c..%5cmain.js', '/assets/none.js'],
      ...['/maps/..%2fterritories.csv', '/maps/2009.json%00.csv', '/maps/territories.csv'],
    ])
      expect(await get(path), path).toMatch(/^404 /u);
    // what leads out of the folder is another address, which has the page
    for (const path of [
      '/assets/../../../../../package.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json',
    ])
      expect(await get(path), path).toMatch(/^(?:404 |200 <!doctype html>)/u);
    expect(await get('/maps/2009.json')).toMatch(/^200 \{"type":"Topology"/u);
    await explorer.close();
  });

  it('gives up after a time, and cuts off rows', async () => {
    await expect(within(new Promise(() => {}), 20)).rejects.toThrow('took longer than 0.02 seconds');
    const many = { ...(readQueries()[0] as Query), cypher: 'UNWIND range(1, 6000) AS n RETURN n', parameters: [] };
    const column = { name: 'n', type: 'integer', what: 'a number' } as const;
    const answer = await answerQuestion(store, namesIn([]), { ...many, columns: [column] }, {});
    expect(answer.rows).toHaveLength(5000);
    expect(answer.cut).toBe(true);
    const writing = { ...many, cypher: "CREATE (n:Person {id: 'x'}) RETURN 1 AS n", columns: [column] };
    await expect(answerQuestion(store, namesIn([]), writing, {})).rejects.toThrow(/read/u);
  });

  it('a taken port is told in one line', async () => {
    const first = await start(store);
    const port = Number(new URL(first.address).port);
    await expect(
      startExplorer({ store, host: '127.0.0.1', port, stem, forms: searchForms, ...WRITING }),
    ).rejects.toThrow(`port ${port} is in use: name another one with --port`);
    await first.close();
  });
});

describe('corrections', () => {
  const file = join(folder, 'own.yaml');
  const rename = { rename: 'Jūras bērnī', to: 'Jūras bērni', who: 'I. Kalve', why: 'a slip' } as const;

  it('are written below what is there, comments kept, and undone', () => {
    const before =
      '# Ours.\n- alias: Labklājības ministrija # the short one\n  add: [LabMin]\n  who: I. Kalve\n  why: ours\n';
    writeFileSync(file, before);
    const corrections = correctionsIn(file);
    const { id } = corrections.add(rename, '2026-11-22');
    expect(readFileSync(file, 'utf8')).toBe(
      `${before}- rename: Jūras bērnī\n  to: Jūras bērni\n  who: I. Kalve\n  why: a slip\n  date: 2026-11-22\n`,
    );
    expect(corrections.list()).toHaveLength(2);
    expect(() => corrections.add(rename, '2026-11-22')).toThrow(/in the file already/u);
    corrections.remove(id);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(() => corrections.remove(id)).toThrow(/not in the file any more/u);
  });

  it('reject a fact until they are taken back', async () => {
    const own = join(folder, 'rejecting.yaml');
    const corrections = correctionsIn(own);
    const rejecting = await openStore({ kind: 'embedded', folder: join(folder, 'rejecting') });
    const again = () => load(rejecting, sampleExtractions(), { ...OPTIONS, corrections: readCorrections(own) });
    const joined = async (): Promise<string[] | undefined> =>
      (await readEntity(rejecting, 'project-soli'))?.facts
        .filter(({ type }) => type === 'PARTICIPATES_IN')
        .map(({ other }) => other.name)
        .sort();
    await load(rejecting, sampleExtractions(), OPTIONS);
    const fact = { subject: 'Rēzekne', relation: 'PARTICIPATES_IN', object: 'Soļi', article: PILOT_BEGINS } as const;
    const { id } = corrections.add({ reject: fact, who: 'I. Kalve', why: 'another pilot' }, '2026-11-22');
    await again();
    expect(await joined()).toEqual(['Tukuma novads', 'Ķekavas novads']);
    corrections.remove(id);
    await again();
    expect(await joined()).toEqual(['Rēzekne', 'Tukuma novads', 'Ķekavas novads']);
    await rejecting.close();
  });

  it('make the file, fill an empty list, and leave a broken file alone', () => {
    const fresh = join(folder, 'fresh.yaml');
    correctionsIn(fresh).add(rename, '2026-11-22');
    expect(correctionsIn(fresh).list()).toMatchObject([{ who: 'I. Kalve', date: '2026-11-22' }]);
    writeFileSync(file, '# Nothing yet.\n[]\n');
    correctionsIn(file).add(rename, '2026-11-22');
    expect(readFileSync(file, 'utf8')).toMatch(/^# Nothing yet\.\n- rename: Jūras bērnī$/mu);
    writeFileSync(file, '- [a');
    expect(() => correctionsIn(file).add(rename, '2026-11-22')).toThrow(/mend the file first/u);
    expect(readFileSync(file, 'utf8')).toBe('- [a');
  });
});

describe('who holds the embedded graph', () => {
  it('is named with pid and address, until it ends', async () => {
    const held = join(folder, 'held');
    const writer = await openStore({ kind: 'embedded', folder: held });
    const release = holdEmbedded(held, 'saites serve', 'http://127.0.0.1:4180/?token=secret');
    await expect(openStore({ kind: 'embedded', folder: held, readOnly: true })).rejects.toThrow(
      `is in use by saites serve (pid ${process.pid}, http://127.0.0.1:4180/): wait for it or end it`,
    );
    release();
    expect(holderOf(held)).toBeUndefined();
    await writer.close();
  });

  it('is named still when another that read beside it has ended', () => {
    const held = join(folder, 'held');
    // of the process that runs the tests, which lives as long as they do
    writeFileSync(
      join(held, `holder-${process.ppid}.json`),
      JSON.stringify({ pid: process.ppid, command: 'saites serve' }),
    );
    // left by one that was killed
    writeFileSync(join(held, 'holder-99999999.json'), JSON.stringify({ pid: 99_999_999, command: 'saites watch' }));
    holdEmbedded(held, 'saites serve')();
    expect(holderOf(held)).toBe(`saites serve (pid ${process.ppid})`);
    expect(readdirSync(held).filter((name) => name.startsWith('holder'))).toEqual([`holder-${process.ppid}.json`]);
  });
});
