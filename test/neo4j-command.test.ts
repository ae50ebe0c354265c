import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalNeo4j } from '../graph/local/server.js';
import { commandIn, expectFault, writerIn } from './command.js';
import { neo4jMissing, SHORT_LIVED, startNeo4j } from './neo4j-server.js';

const missing = await neo4jMissing();
const work = mkdtempSync(join(tmpdir(), 'saites-neo4j-command-'));
const saites = commandIn(work);
const write = writerIn(work);
// a server that a failed test left behind ends with its folder
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.skipIf(missing !== undefined)('saites neo4j', () => {
  it('starts a server that .env names, and stops it', { timeout: 300_000 }, async () => {
    const env = { JAVA_TOOL_OPTIONS: SHORT_LIVED.join(' ') };
    const neo4j = (name: string) => saites(['neo4j', name, '--folder', 'server'], { env });
    expect((await neo4j('status')).out).toMatch(/^No local Neo4j is running; `saites neo4j start`/u);

    const started = await neo4j('start');
    expect(started.err).toContain('Put the line NEO4J_URI=… into the file .env');
    const [uri = ''] = /^NEO4J_URI=bolt:\/\/localhost:\d+$/mu.exec(started.out) ?? [];
    expect(uri).not.toBe('');
    const [, browser = ''] = /^Browser +(http:\S+)$/mu.exec(started.out) ?? [];
    expect((await fetch(browser)).status).toBe(200);
    expect((await neo4j('status')).out).toBe(started.out);
    // the same server, not a second one
    expect((await neo4j('start')).out).toBe(started.out);

    write('.env', `${uri}\n`);
    write('news/a.txt', 'Jaunumi\n\nĀdažu novads 2021. gada 3. martā sāka dalību projektā “Tilts”.\n');
    const run = await saites(['run', 'news']);
    expect(run.out).toContain('articles  1 new, 0 changed, 0 unchanged, 0 failed\n');
    expect(run.out).toContain(`graph     ${uri.replace('NEO4J_URI=', '')}\n`);
    expect((await saites(['run', 'news'])).out).toContain('nothing to write');
    const asked = await saites(['ask', 'municipalities-by-project', '--project', 'tilts', '--format', 'json']);
    expect(JSON.parse(asked.out)).toMatchObject([{ municipality: 'Ādažu novads', project: 'Tilts' }]);
    expect((await saites(['doctor'])).out).toMatch(/^ok {2}content +Neo4j 5\.26\.\d+ community answers, 1 article$/mu);

    expect((await neo4j('stop')).err).toBe('The local Neo4j is stopped.\n');
    expect((await neo4j('stop')).err).toBe('No local Neo4j was running.\n');
    for (const parameters of [['run', 'news'], ['ask', 'municipalities-by-project'], ['status']])
      expectFault(
        await saites(parameters),
        2,
        /^saites: no Neo4j answers at bolt:\/\/localhost:\d+: start the server/u,
      );
    rmSync(join(work, '.env'));
  });
});

describe.skipIf(missing !== undefined)('a Neo4j that asks for a password', () => {
  let server: LocalNeo4j;
  beforeAll(async () => {
    server = await startNeo4j('password', { settings: { 'dbms.security.auth_enabled': 'true' } });
  }, 300_000);
  afterAll(() => server?.stop(), 120_000);

  it('refuses a wrong one, or none, in one line', async () => {
    const env = { NEO4J_URI: server.boltUri };
    expectFault(
      await saites(['status'], { env }),
      2,
      /^saites: Neo4j at bolt:\S+ asks for a user: set NEO4J_USERNAME and NEO4J_PASSWORD\n$/u,
    );
    write('one/a.txt', 'Ādažu novads.\n');
    const wrong = await saites(['run', 'one'], { env: { ...env, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: 'wr0ng' } });
    expectFault(
      wrong,
      2,
      /^saites: Neo4j at bolt:\S+ refuses user neo4j with this password: mend NEO4J_USERNAME and NEO4J_PASSWORD\n$/u,
    );
    expect(wrong.err).not.toContain('wr0ng');
  });
});
