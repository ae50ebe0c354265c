import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../graph/open.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { commandIn, ownEnvironment, program, writerIn } from './command.js';
import { dump } from './graph-dump.js';

const work = mkdtempSync(join(tmpdir(), 'saites-main-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const saites = commandIn(work);
const write = writerIn(work);

type Answer = readonly Readonly<Record<string, string>>[];
const answers = (csv: string): Answer => parse(csv, { columns: true }) as Answer;

// ── the headline question ────────────────────────────────────────────────────────────────────────────────────────────

const corpus = join(packageRoot, '..', 'shared', 'corpus', 'articles');
if (!existsSync(corpus)) process.stderr.write(`\n*** NOT TESTED ON THE SHARED ARTICLES: ${corpus} is absent\n\n`);

describe.skipIf(!existsSync(corpus))('the articles beside the project', () => {
  it('tell which 17 municipalities joined the pilot, when, and where that is said', { timeout: 60_000 }, async () => {
    const gold = JSON.parse(readFileSync(join(corpus, 'pilot.gold.json'), 'utf8')) as {
      projects: { name: string; pilot?: boolean; period?: string }[];
      relations: { type: string; from: string; to: string }[];
      municipalities: { name: string }[];
    };
    const { name: pilot = '', period = '' } = gold.projects.find((project) => project.pilot) ?? {};
    const members = gold.relations
      .filter(({ type, from, to }) => type === 'PARTICIPATES_IN' && to === pilot && municipalityIn(gold, from))
      .map(({ from }) => from);
    expect(members).toEqual(expect.arrayContaining(['Daugavpils', 'Rēzekne', 'Rēzeknes novads']));

    expect((await saites(['run', corpus, '--store', 'corpus'])).out).toMatch(/, 0 failed$/mu);
    const asked = ['ask', 'municipalities-by-project', '--project', pilot, '--store', 'corpus', '--format', 'csv'];
    const rows = answers((await saites(asked)).out);
    const found = rows.map(({ municipality }) => municipality);
    expect([...found].sort()).toEqual([...members].sort());
    expect(found.length).toBe(17);
    expect(period).toBe('2019-05-16/2019-10-31');
    const text = readFileSync(join(corpus, 'pilot.txt'), 'utf8').normalize('NFC').replace(/\s+/gu, ' ');
    for (const { since, until, sentence = '', evidence = '' } of rows) {
      expect(`${since}/${until}`).toBe(period);
      expect(sentence.length).toBeGreaterThan(20);
      expect(text).toContain(sentence.replace(/\s+/gu, ' '));
      // the end stands in another paragraph
      expect(text).toContain(evidence.replace(/\s+/gu, ' '));
      expect(evidence).toContain('31. oktobr');
    }
  });
});

const municipalityIn = ({ municipalities }: { municipalities: { name: string }[] }, name: string): boolean =>
  municipalities.some((one) => one.name === name);

// ── bad input ────────────────────────────────────────────────────────────────────────────────────────────────────────

const ARTICLE = 'Jaunumi novadā\n\n2021. gada 3. martā Ādažu novadā notika sanāksme par sociālo darbu.\n';

describe('bad input', () => {
  it('costs one line each; the other articles are loaded', async () => {
    write('bad/good.txt', ARTICLE);
    write('bad/large.txt', Buffer.alloc(50 * 1024 * 1024, 'a'));
    write('bad/picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
    write('bad/empty.html', '<html><head><title></title></head><body><script>var a = 1;</script></body></html>');
    write('bad/empty.txt', '');
    const line = (id: string, text: string): string => JSON.stringify({ id, text });
    write(
      'bad/lines.jsonl',
      [
        line('a', ARTICLE),
        line('a', ARTICLE.replace('Ādažu', 'Ogres')),
        '{"id": "b", "text": ',
        line('c', ARTICLE),
      ].join('\n'),
    );
    const { code, out, err } = await saites(['run', 'bad', '--store', 'bad-graph']);
    expect(code).toBe(1);
    expect(out).toContain('articles  3 new, 0 changed, 0 unchanged, 6 failed\n');
    const lines = err.trimEnd().split('\n').sort();
    expect(lines.length).toBe(6);
    for (const [i, message] of [
      /bad\/empty\.html: is a web page without text .*; save it/u,
      /bad\/empty\.txt: is empty; put the text/u,
      /bad\/large\.txt: is larger than 20 MB; .*split it/u,
      /bad\/lines\.jsonl:2: has the id of bad\/lines\.jsonl:1 .*; give it another/u,
      /bad\/lines\.jsonl:3: is not JSON/u,
      /bad\/picture\.txt: is neither UTF-8 nor windows-1257; save it as UTF-8/u,
    ].entries())
      expect((lines[i] ?? '').replaceAll('\\', '/')).toMatch(message);
  });
});

// ── a run that is killed ─────────────────────────────────────────────────────────────────────────────────────────────

const ARTICLES = 4000;

/** Articles of one shape, so that a half one shows. */
const many = (): string =>
  Array.from({ length: ARTICLES }, (_, n) =>
    JSON.stringify({
      id: `raksts-${n}`,
      title: `Raksts ${n}`,
      text: `Ādažu novads un Ogres novads piedalās projektā “Tilts”. ${n + 1}. sanāksme notika 2021. gada 3. martā.`,
    }),
  ).join('\n');

/** Ends the run without notice once it says that a thousand articles are done. */
const killedRun = (): Promise<{ signal: NodeJS.Signals | null; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'run', 'many.jsonl', '--store', 'killed'], {
      cwd: work,
      env: ownEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      if (err.includes('1000 articles')) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => resolve({ signal, err }));
  });

describe('a run that is killed', () => {
  it('keeps what it said was done and no half article; the next one completes it', { timeout: 180_000 }, async () => {
    write('many.jsonl', many());
    expect(await killedRun()).toMatchObject({ signal: 'SIGKILL', err: expect.stringContaining('1000 articles') });

    const killed = await openStore({ kind: 'embedded', folder: join(work, 'killed') });
    const articles = await killed.read(
      `MATCH (a:Article)
       RETURN a.id AS id, COUNT { (a)<-[:\`IN\`]-(:Mention)-[:OF]->(:Entity) } AS mentions, COUNT { (a)-[:CLAIMS]->(:Claim)-[:OBJECT]->() } AS claims`,
    );
    await killed.close();
    // in the middle of it
    expect(articles.length).toBeGreaterThanOrEqual(1000);
    expect(articles.length).toBeLessThan(ARTICLES);
    expect(new Set(articles.map(({ mentions, claims }) => `${mentions} ${claims}`)).size).toBe(1);
    expect(articles[0]?.claims).toBe(2);

    const next = await saites(['run', 'many.jsonl', '--store', 'killed']);
    expect(next.out).toContain(
      `articles  ${ARTICLES - articles.length} new, 0 changed, ${articles.length} unchanged, 0 failed\n`,
    );
    await saites(['run', 'many.jsonl', '--store', 'whole', '--quiet']);
    const [mended, whole] = await Promise.all(
      ['killed', 'whole'].map(async (name) => {
        const store = await openStore({ kind: 'embedded', folder: join(work, name) });
        const lines = await dump(store);
        await store.close();
        return lines.map((line) => line.replace(/"loadedAt":"[^"]*"/u, ''));
      }),
    );
    expect(mended?.sort()).toEqual(whole?.sort());
  });
});
