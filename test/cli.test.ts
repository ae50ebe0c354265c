import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../graph/open.js';
import { answerTable } from '../pipeline/cli/answer-table.js';
import { commandIn, expectFault, writerIn } from './command.js';
import { NEW_MEMBERS, SENTENCES, sampleExtractions } from './sample-graph.js';

const work = mkdtempSync(join(tmpdir(), 'saites-cli-'));
const inWork = (...parts: string[]): string => join(work, ...parts);

const saites = commandIn(work);
const write = writerIn(work);

const ARTICLE = 'Jaunumi novadā\n\n2021. gada 3. martā Ādažu novadā notika sanāksme par sociālo darbu.\n';

beforeAll(async () => {
  const lines = [{ saites: 'extractions', rules: 'test' }, ...sampleExtractions()].map((line) => JSON.stringify(line));
  write('sample.jsonl', `${lines.join('\n')}\n`);
  const { code, out } = await saites(['load', 'sample.jsonl', '--store', 'sample']);
  expect(out).toContain('articles  3 new, 0 changed, 0 unchanged, 0 failed');
  expect(out).toContain('facts     11: PARTICIPATES_IN 6, ');
  expect(code).toBe(0);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('saites run', () => {
  it('loads a folder, leaves it alone the second time, replaces what changed', async () => {
    write('news/first.txt', ARTICLE);
    write('news/below/second.txt', ARTICLE.replace('Jaunumi', 'Ziņas'));
    const first = await saites(['run', 'news', '--store', 'news-graph']);
    expect(first.out).toContain('articles  2 new, 0 changed, 0 unchanged, 0 failed\n');
    expect(first.out).toContain(`graph     ${inWork('news-graph')}\n`);
    expect(first.out).toContain('saites ask municipalities-by-project');
    expect(first.code).toBe(0);

    const second = await saites(['run', 'news', '--store', 'news-graph']);
    expect(second.out).toContain('articles  0 new, 0 changed, 2 unchanged, 0 failed\n');
    expect(second.out).toContain('nothing to write');

    write('news/first.txt', ARTICLE.replace('Ādažu', 'Ogres'));
    const third = await saites(['run', 'news', '--store', 'news-graph', '--json']);
    expect(JSON.parse(third.out)).toMatchObject({ new: 0, changed: 1, unchanged: 1, failed: [] });
    const status = await saites(['status', '--store', 'news-graph', '--json']);
    expect(JSON.parse(status.out)).toMatchObject({ nodes: { Article: 2 } });
  });

  it('goes on past what is broken and lists it', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text: ARTICLE }),
      '{"id": "b", "text": ',
      JSON.stringify({ id: 'c' }),
      JSON.stringify({ id: 'd', text: ARTICLE }),
    ];
    write('broken/articles.jsonl', `${lines.join('\n')}\n`);
    write('broken/empty.txt', '');
    const { code, out, err } = await saites(['run', 'broken', '--store', 'broken-graph']);
    expect(out).toContain('articles  2 new, 0 changed, 0 unchanged, 3 failed\n');
    expect(err).toMatch(/articles\.jsonl:2: is not JSON/u);
    expect(err).toMatch(/articles\.jsonl:3: .*text/u);
    expect(err).toMatch(/empty\.txt: is empty/u);
    expect(code).toBe(1);
    const quiet = await saites(['run', 'broken', '--store', 'broken-graph', '--quiet']);
    expect(quiet.out).toBe('');
    expect(quiet.err).toMatch(/articles\.jsonl:2: /u);
    expect(quiet.code).toBe(1);
  });

  it('reads standard input and answers a question', async () => {
    const { code, out } = await saites(['run', '-', '--store', 'stdin-graph', '--ask', 'municipalities-by-project'], {
      input: ARTICLE,
    });
    expect(out).toContain('articles  1 new');
    expect(out).toContain('Municipalities by project\n');
    expect(code).toBe(0);
  });

  it.each([
    ['a folder without articles', ['run', 'nothing'], /nothing: no articles in this folder/u],
    ['a file that is not there', ['run', 'missing.txt'], /missing\.txt: no such file/u],
    ['an unknown question', ['run', '--ask', 'who'], /there is no question who/u],
    ['a question that needs more', ['run', '--ask', 'what-article-says'], /needs --article/u],
    ['an unknown format', ['export', 'xml'], /^saites: unknown command 'xml'; saites export --help lists them\n$/u],
    ['an unknown option', ['run', '--stroe', 'x'], /unknown option '--stroe'\n\(Did you mean --store\?\)/u],
  ])('refuses %s', async (_, parameters, message) => {
    mkdirSync(inWork('nothing'), { recursive: true });
    expectFault(await saites([...parameters, '--store', 'none']), 2, message);
    expect(existsSync(inWork('none'))).toBe(false);
  });

  it('says when another process holds the graph', async () => {
    const held = await openStore({ kind: 'embedded', folder: inWork('held') });
    write('one/first.txt', ARTICLE);
    try {
      expectFault(await saites(['run', 'one', '--store', 'held']), 2, /^saites: the graph in .*held is in use/u);
      expectFault(await saites(['ask', 'municipalities-by-project', '--store', 'held']), 2, /is in use/u);
    } finally {
      await held.close();
    }
  });
});

describe('saites retract and runs', () => {
  it('takes back what is named by id, address or file, lists what it does not know, and says so of each run', async () => {
    const lines = ['one', 'two'].map((name) =>
      JSON.stringify({ id: name, url: `https://avize.example/${name}`, title: name, text: ARTICLE }),
    );
    write('back/both.jsonl', lines.join('\n'));
    write('back/below/third.txt', ARTICLE);
    await saites(['run', 'back', '--store', 'back-graph']);
    const first = await saites(['retract', 'https://avize.example/one', 'nav', '--store', 'back-graph']);
    expect(first.out).toMatch(
      /^https:\/\/avize\.example\/one «one»: \d+ claims? and \d+ mentions taken back; no article tells any more of 0 facts and 0 entities\n$/u,
    );
    expect(first.err).toBe(
      'nav: no such article in the graph; give its id, its address or the file it was read from\n',
    );
    expect(first.code).toBe(1);
    const second = await saites([
      'retract',
      'back/below/third.txt',
      'back/both.jsonl',
      '--json',
      '--store',
      'back-graph',
    ]);
    expect(JSON.parse(second.out)).toMatchObject({
      retracted: [{ id: 'below/third.txt' }, { id: 'https://avize.example/two', entities: 2 }],
      failed: [],
    });
    expect(second.code).toBe(0);
    const runs = await saites(['runs', '--store', 'back-graph']);
    expect(runs.out).toMatch(/^\S+Z {2}retract {2}2 removed\n\S+Z {2}retract {2}1 removed\n\S+Z {2}run {6}3 new\n$/u);
  });
});

describe('saites correct', () => {
  it('shows what a new correction rejects, and what applies to nothing', async () => {
    const lines = [{ saites: 'extractions', rules: 'test' }, ...sampleExtractions()].map((line) =>
      JSON.stringify(line),
    );
    write('correct.jsonl', `${lines.join('\n')}\n`);
    await saites(['load', 'correct.jsonl', '--store', 'corrected']);
    const signed = '  who: I. Kalve\n  why: asked them\n';
    write(
      'own.yaml',
      [
        `- reject: { subject: rēzekne, relation: PARTICIPATES_IN, object: Soļi }\n${signed}`,
        `- kind-of: Egle\n  is: pilot\n${signed}`,
      ].join(''),
    );
    const correct = (...more: string[]) =>
      saites(['correct', '--corrections', 'own.yaml', '--store', 'corrected', ...more]);
    const rejects = `own.yaml:1 rejects 1 claim:\n  Rēzekne PARTICIPATES_IN Soļi\n    “${SENTENCES.joined}”\n    Pilots sākas, 2019-05-20\n`;
    expect(await correct()).toEqual({
      code: 1,
      out: `1 correction followed, 1 without effect: 2 new, 0 removed since the last time\n${rejects}`,
      err: 'own.yaml:4: no article takes «Egle» for a person, an institution, or an event; of a municipality, article: has to say where it is none; mend or remove it\n',
    });
    expect((await correct()).out).toBe(
      '1 correction followed, 1 without effect: 0 new, 0 removed since the last time\n',
    );
    expect((await correct('--list')).out).toContain(rejects);
    expect(JSON.parse((await correct('--list', '--json')).out)).toMatchObject({
      added: 0,
      rejected: [{ correction: 'own.yaml:1', subject: 'Rēzekne', sentence: SENTENCES.joined }],
    });
  });
});

describe('saites ask', () => {
  const ask = (...parameters: string[]) => saites(['ask', ...parameters, '--store', 'sample']);

  it('prints a table with its sources below', async () => {
    const { code, out, err } = await ask('municipalities-by-project', '--project', 'SOLI', '--confidence', '0.85');
    expect(out).toBe(
      [
        '┌───────────────┬─────────┬─────────┬────────────┬────────────┬────────────┬──────────┬────────┐',
        '│ municipality  │ project │ part of │ since      │ until      │ status     │ articles │ source │',
        '├───────────────┼─────────┼─────────┼────────────┼────────────┼────────────┼──────────┼────────┤',
        '│ Rēzekne       │ Soļi    │ Ceļš    │ 2019-05-16 │ 2019-10-31 │ takes part │        1 │ [1]    │',
        '│ Tukuma novads │ Soļi    │ Ceļš    │ 2019-05-16 │ 2019-10-31 │ takes part │        1 │ [1]    │',
        '└───────────────┴─────────┴─────────┴────────────┴────────────┴────────────┴──────────┴────────┘',
        '[1] Pilots sākas, 2019-05-20',
        '    https://zinas.example/pilots-sakas',
        `    “${SENTENCES.joined}”`,
        `    “${SENTENCES.ends}”`,
        '',
      ].join('\n'),
    );
    expect(err).toBe('--project «SOLI»: taken as Soļi\n');
    expect(code).toBe(0);
  });

  it.each([80, 120])('prints no line wider than %i columns', async (width) => {
    const { out } = await saites(['ask', 'what-article-says', '--article', NEW_MEMBERS, '--store', 'sample'], {
      env: { COLUMNS: String(width) },
    });
    const lines = out.split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    // a table where there is room, else a block of lines for each row
    const ruled = lines.filter((line) => /^[┌│├└]/u.test(line)).map((line) => [...line].length);
    expect(new Set(ruled).size).toBe(width === 120 ? 1 : 0);
    expect(out).toMatch(
      width === 120
        ? /│ Siguldas novads +│ PARTICIPATES_IN +│ Ceļš +│/u
        : /^subject +Siguldas novads\nfact +PARTICIPATES_IN\nobject +Ceļš$/mu,
    );
    expect(out).toContain(`“${SENTENCES.late}”`);
  });

  it('prints JSON', async () => {
    const { out } = await ask('projects-of-municipality', '--municipality', 'siguldā', '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        ...{ project: 'Ceļš', partOf: null, named: null, through: null, since: null, until: null, status: null },
        articles: 1,
        ...{ title: 'Jauni dalībnieki', published: '2020-02', url: null, sentence: SENTENCES.late, evidence: [] },
      },
    ]);
    expect((await ask('projects-of-municipality', '--municipality', 'siguldā', '--json')).out).toBe(out);
  });

  it('prints CSV that a CSV reader reads', async () => {
    const { out } = await ask('institutions-behind-project', '--project', '9.2.1.1/15/I/001', '--format', 'csv');
    const [head, ...rows] = parse(out) as string[][];
    expect(head).toEqual([
      'institution',
      'does',
      'project',
      'since',
      'until',
      'title',
      'published',
      'url',
      'sentence',
      'evidence',
    ]);
    expect(rows.map(([institution, does]) => [institution, does])).toEqual([
      ['Eiropas Sociālais fonds', 'FUNDS'],
      ['Labklājības ministrija', 'IMPLEMENTS'],
      ['Tukuma novada Sociālais dienests', 'PARTICIPATES_IN'],
    ]);
    // with quotes and commas in it
    expect(rows[0]?.[8]).toBe(SENTENCES.behind);
  });

  it('prints Markdown', async () => {
    const { out } = await ask('counts-that-do-not-fit', '--format', 'markdown');
    expect(out.split('\n').slice(0, 3)).toEqual([
      '| counted | said | found | text | title | published | url | sentence |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      `| municipality | 3 | 2 | 3 pašvaldības | Pilots sākas | 2019-05-20 | https://zinas.example/pilots-sakas | ${SENTENCES.count} |`,
    ]);
  });

  it.each(['tukums', 'TUKUMA NOVADĀ', 'tukuma novadam', 'Tukumā'])('finds Tukuma novads by «%s»', async (typed) => {
    const { out, err } = await ask('projects-of-municipality', '--municipality', typed, '--format', 'csv');
    expect(out).toContain(SENTENCES.joined);
    expect(err).toContain('taken as Tukuma novads');
  });

  it('says when nothing is found', async () => {
    const { code, out, err } = await ask('projects-of-municipality', '--municipality', 'Rēzeknes novads');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^Nothing found/u);
    const json = await ask('projects-of-municipality', '--municipality', 'Rēzeknes novads', '--format', 'json');
    expect(json.out).toBe('[]\n');
  });

  it.each([
    [
      ['people-and-posts', '--person', 'liepkaln'],
      /may be any of these.*\n {2}Anna Liepkalne .*1 article, id .*\n {2}Jānis Liepkalns /u,
    ],
    [['people-and-posts', '--person', 'Annas Liepkalna'], /no person is named .*the nearest:\n {2}Anna Liepkalne /u],
    [['what-article-says', '--article', 'xyz'], /no article is named «xyz»; the nearest:/u],
    [
      ['timeline-of-entity'],
      /^saites: --entity is missing: .*\n\nUsage: saites ask timeline-of-entity .*--since <date>/su,
    ],
    [
      ['timeline-of-entity', '--entity', 'Soļi', '--since', 'rudens'],
      /--since is «rudens», expected a date, as 2019-05-16.*Usage/su,
    ],
    [['who-shares-projects', '--least', 'two'], /--least is «two», expected a whole number/u],
    [['timeline-of-entity', '--entiti', 'Soļi'], /unknown option '--entiti'\n\(Did you mean --entity\?\).*Usage/su],
    [['municipality-by-project'], /there is no question municipality-by-project; .*\n {2}municipalities-by-project/u],
    [
      ['municipalities-by-project', '--format', 'xml'],
      /'xml' is invalid. Allowed choices are table, json, csv, markdown/u,
    ],
    [
      ['articles-about-entity', '--entity', 'Soļi', '--on', '2019-06-01'],
      /^saites: articles-about-entity takes no --on: an article names an entity whatever the day; timeline-of-entity .+\n$/u,
    ],
    [
      ['what-article-says', '--boundaries', '2021'],
      /^saites: what-article-says takes no --boundaries: it does not list municipalities that take part\n$/u,
    ],
    [[], /which question\? One of:\n {2}articles-about-entity/u],
  ])('refuses %j', async (parameters, message) => {
    expectFault(await ask(...parameters), 2, message);
  });

  it('says that there is no graph yet', async () => {
    expectFault(
      await saites(['ask', 'municipalities-by-project', '--store', 'nowhere']),
      2,
      /no graph in .*nowhere: load/u,
    );
    expect(existsSync(inWork('nowhere'))).toBe(false);
  });
});

describe('a table', () => {
  const column = (name: string) => ({ name, type: 'text' as const, what: name });
  const columns = ['who', 'project', 'sentence'].map(column);
  const long = 'Ļoti garš projekta nosaukums ar garumzīmēm';

  it('puts a long text that rows have in common above them, and each source below once', () => {
    const rows = ['Ķekava', 'Sēja'].map((who) => ({ who, project: long, sentence: 'Teikums.' }));
    expect(answerTable({ columns, rows, understood: [], sources: [], parameters: {} }, 40)).toBe(
      [
        'project  Ļoti garš projekta nosaukums ar',
        '         garumzīmēm',
        '┌────────┬────────┐',
        '│ who    │ source │',
        '├────────┼────────┤',
        '│ Ķekava │ [1]    │',
        '│ Sēja   │ [1]    │',
        '└────────┴────────┘',
        '[1] “Teikums.”',
      ].join('\n'),
    );
  });

  it('wraps what has no room, and does not repeat it', () => {
    const rows = [...'abc'].map((who, i) => ({ who, project: i < 2 ? long : 'Cits', sentence: null }));
    expect(
      answerTable({ columns, rows, understood: [], sources: [], parameters: {} }, 34).split('\n').slice(3),
    ).toEqual([
      '│ a   │ Ļoti garš       │        │',
      '│     │ projekta        │        │',
      '│     │ nosaukums ar    │        │',
      '│     │ garumzīmēm      │        │',
      '│ b   │ ″               │        │',
      '│ c   │ Cits            │        │',
      '└─────┴─────────────────┴────────┘',
    ]);
  });
});

describe('saites extract', () => {
  it('extracts the .txt files of a folder and nothing else', async () => {
    write('mixed/a.txt', ARTICLE);
    write('mixed/a.html', '<p>Cits teksts par Ogres novadu.</p>');
    write('mixed/a.json', '{}');
    const { code, err } = await saites(['extract', 'mixed', '--out', 'mixed-out']);
    expect({ code, err }).toEqual({ code: 0, err: '1 article extracted to mixed-out\n' });
    expect(readdirSync(inWork('mixed-out'))).toEqual(['a.json']);
    const { municipalities, dates } = JSON.parse(readFileSync(inWork('mixed-out', 'a.json'), 'utf8'));
    expect(municipalities).toMatchObject([{ name: 'Ādažu novads', mentions: [{ text: 'Ādažu novadā' }] }]);
    expect(dates).toMatchObject([{ value: '2021-03-03' }]);
  });

  it('extracts lines in their order, the text taken as it is', async () => {
    const text = '  A\u0304daz\u030Cu novads\r\n un Ogres novads.';
    const lines = [
      JSON.stringify({ id: 'z', text }),
      'not JSON',
      JSON.stringify({ id: 'b', text: 'Ogres novads', published: '2022-01-05' }),
      JSON.stringify({ id: 'z', text: 'Rēzeknē' }),
    ];
    write('lines.jsonl', lines.join('\n'));
    const { code, err } = await saites(['extract', 'lines.jsonl', '--out', 'lines-out.jsonl']);
    expect(err).toMatch(/lines\.jsonl:2: is not JSON/u);
    expect(code).toBe(1);
    const done = readFileSync(inWork('lines-out.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(done.map(({ id }) => id)).toEqual(['z', 'b', 'z']);
    for (const { mentions } of done[0].municipalities) {
      for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
    }
    expect(done[1].municipalities).toMatchObject([{ id: 'novads-ogres-2021', mentions: [{ start: 0, end: 12 }] }]);
  });

  it('writes what load reads: the graph is the same', async () => {
    cpSync(inWork('mixed'), inWork('both'), { recursive: true });
    expect((await saites(['extract', 'both', '--full', '--out', 'both.jsonl'])).code).toBe(0);
    const loaded = await saites(['load', 'both.jsonl', '--store', 'loaded']);
    expect(loaded.out).toContain('articles  2 new');
    // extracted by the same rules: nothing is left to do
    const run = await saites(['run', 'both', '--store', 'loaded']);
    expect(run.out).toContain('articles  0 new, 0 changed, 2 unchanged, 0 failed');
  });

  it.each([
    [
      ['extract', 'mixed', '--out', 'x', '--full'],
      /x: this is written line by line, expected a file name ending in \.jsonl/u,
    ],
    [['extract', 'none.jsonl', '--out', 'x.jsonl'], /none\.jsonl: no such file/u],
    [['extract', 'mixed'], /required option '--out <OUT>' not specified/u],
    [['load', 'mixed/a.txt'], /a\.txt: is not a file of extractions; make one with/u],
    [['load', 'gone.jsonl'], /gone\.jsonl: cannot be read \(ENOENT\)/u],
  ])('%j is refused', async (parameters, message) => {
    write('mixed/a.txt', ARTICLE);
    expectFault(await saites([...parameters, '--store', 'none']), 2, message);
    expect(existsSync(inWork('none'))).toBe(false);
  });

  it('loads the lines beside a broken one', async () => {
    const [header, ...extractions] = readFileSync(inWork('sample.jsonl'), 'utf8').trimEnd().split('\n');
    write('half.jsonl', [header, extractions[0]?.slice(0, 200), extractions[1]].join('\n'));
    const { code, out, err } = await saites(['load', 'half.jsonl', '--store', 'half']);
    expect(out).toContain('articles  1 new, 0 changed, 0 unchanged, 1 failed');
    expect(err).toMatch(/half\.jsonl:2: is no extraction/u);
    expect(code).toBe(1);
  });
});

describe('saites clean', () => {
  it('writes what was found of each page', async () => {
    const paragraph = `<p>${'Ādažu novada sociālais dienests aicina pieteikties. '.repeat(8)}</p>`;
    const html = `<html lang="lv"><head><title>Jauna grupa</title><meta property="article:published_time" content="2022-03-04T10:00:00+02:00"></head><body><article><h1>Jauna grupa</h1>${paragraph}${paragraph}</article></body></html>`;
    write('pages/one.html', html);
    write('pages/one.url.txt', 'https://adazi.example/jauna-grupa\n');
    const { code } = await saites(['clean', 'pages', '--out', 'cleaned']);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(inWork('cleaned', 'one.json'), 'utf8'))).toMatchObject({
      ...{ url: 'https://adazi.example/jauna-grupa', title: 'Jauna grupa', language: 'lv' },
      ...{ published: '2022-03-04', publishedMethod: 'metadata', text: expect.stringContaining('aicina pieteikties') },
    });
  });
});

describe('saites', () => {
  it('lists the questions and shows one', async () => {
    const all = await saites(['queries']);
    expect(all.out).toMatch(
      /^projects-of-municipality\n {2}Which projects [^-]*\n {2}--municipality <municipality>: /mu,
    );
    const one = await saites(['queries', 'timeline-of-entity']);
    expect(one.out).toContain(
      ":param entity => '…'\n  :param since => null\n  :param until => null\n  :param confidence => 0\n",
    );
    expect(one.out).toContain('MATCH (entity:Entity)');
    expectFault(
      await saites(['queries', 'timelin']),
      2,
      /there is no question timelin; the nearest:\n {2}timeline-of-entity/u,
    );
  });

  it('says what the graph holds', async () => {
    const { out } = await saites(['status', '--store', 'sample']);
    expect(out).toMatch(/^articles {2}3, published 2019-05-20 to 2020-02-01, 1 without a date$/mu);
    expect(out).toMatch(/^entities {2}\d+: 2 people, 7 municipalities, 4 institutions, 3 projects$/mu);
  });

  it('takes the folder of SAITES_STORE, and .env of the working folder', async () => {
    const { out } = await saites(['status'], { env: { SAITES_STORE: 'sample' } });
    expect(out).toContain(inWork('sample'));
    write('.env', 'SAITES_STORE=sample\n');
    try {
      expect((await saites(['status'])).out).toContain(inWork('sample'));
    } finally {
      rmSync(inWork('.env'));
    }
  });

  it('says that a server is down, in doctor too', async () => {
    const env = { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'secret' };
    expectFault(await saites(['status'], { env }), 2, /^saites: no Neo4j answers at bolt:\/\/127\.0\.0\.1:9: .+\n$/u);
    const { code, out } = await saites(['doctor'], { env });
    expect(out).toMatch(/^!! {2}content +does not answer\n +→ no Neo4j answers at/mu);
    expect(out).toMatch(/^Mend what is marked !! \(content\)/mu);
    expect(out).not.toContain('secret');
    expect(code).toBe(2);
    expectFault(await saites(['status'], { env: { NEO4J_URI: 'localhost' } }), 2, /expected NEO4J_URI to be/u);
  });

  it('finds nothing wrong with an embedded graph', async () => {
    const { code, out } = await saites(['doctor', '--store', 'sample']);
    expect(out).toMatch(/^ok {2}content +Grafeo [\d.]+ answers, 3 articles$/mu);
    expect(out).toMatch(/^Nothing is wrong\./mu);
    expect(code).toBe(0);
  });

  it('helps with every command, with examples', async () => {
    const { code, out } = await saites(['--help']);
    expect(code).toBe(0);
    const commands = [...out.matchAll(/^ {2}([a-z0-9]+) .*/gmu)].map(([, name]) => name as string);
    const own = [
      'run',
      'collect',
      'sources',
      'watch',
      'ask',
      'queries',
      'status',
      'doctor',
      'extract',
      'clean',
      'load',
      'neo4j',
    ];
    expect(commands).toEqual(expect.arrayContaining(own));
    for (const command of own) {
      const help = await saites([command, '--help']);
      expect(help.code).toBe(0);
      expect(help.out).toMatch(/^Examples?:\n {2}\S*.*saites /mu);
    }
    expectFault(await saites(['rnu']), 2, /unknown command 'rnu'\n\(Did you mean run\?\)/u);
  });
});
