import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserMissing, openBrowser, openPage } from './browser.js';
import { commandIn, copyData, expectFault, ownEnvironment, program } from './command.js';
import { asXml, newsPage, rss, type Site, startSite } from './site.js';

describe('saites serve --watch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saites-serve-'));
  const env = {
    SAITES_DATA: join(folder, 'data'),
    SAITES_CACHE: join(folder, 'cache'),
    SAITES_STORE: join(folder, 'graph'),
    SAITES_CONTACT: 'test@example.org',
  };
  const saites = commandIn(folder);
  let site: Site;
  let server: ChildProcess;
  let address = '';
  let told = '';
  /** The site answers only when the page is open. */
  let answer = (): void => {};

  beforeAll(async () => {
    copyData(folder);
    site = await startSite();
    site.pages.set('/a', newsPage('Jaunumi no Tukuma', 'Projektam “Tilts mājās” pievienojas Tukuma novads.'));
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    site.pages.set('/feed/', (response, request, times) => {
      void asked.then(() => asXml(rss([`${site.origin}/a`]))(response, request, times));
    });
    writeFileSync(
      join(folder, 'data', 'sources.yaml'),
      `sources:\n  - {name: a, start: [{feed: "${site.origin}/feed/"}], allow: [127.0.0.1], pause: 0}\n`,
    );
    writeFileSync(
      join(folder, 'first.txt'),
      'Pirmais raksts\n\nPilotprojektā “Blakus solis” piedalās Ķekavas novads.\n',
    );
    expect(await saites(['run', 'first.txt', '--quiet'], { env })).toMatchObject({ code: 0 });
    server = spawn(process.execPath, [program, 'serve', '--watch', '--port', '0'], {
      cwd: folder,
      env: { ...ownEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stdout?.on('data', (data: Buffer) => {
      told += data.toString();
    });
    await vi.waitFor(() => expect(told).toMatch(/^http:\S+\n/u), { timeout: 30_000 });
    address = told.split('\n')[0] ?? '';
  }, 120_000);
  afterAll(async () => {
    if (server?.exitCode === null) server.kill('SIGKILL');
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(browserMissing())(
    'shows what a round brought on the open page, and finds it',
    async () => {
      const browser = await openBrowser();
      try {
        const { page, complaints } = await openPage(browser);
        await page.goto(address);
        expect(await page.locator('.figures li').first().textContent()).toMatch(/^1 article/u);
        answer();
        await page.getByText('Jaunumi no Tukuma').waitFor({ timeout: 60_000 });
        expect(await page.locator('.figures li').first().textContent()).toMatch(/^2 articles/u);
        expect(told).toMatch(/1 source: 1 new/u);
        await page.keyboard.press('/');
        await page.keyboard.type('tilts majas pievienojas');
        await page.locator('.result .headline', { hasText: 'Jaunumi no Tukuma' }).waitFor({ timeout: 20_000 });
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    120_000,
  );

  it('is named to other commands that cannot have the graph meanwhile', async () => {
    const message = new RegExp(
      `^saites: the graph in \\S+ is in use by saites serve --watch \\(pid ${server.pid}, ${address}\\): wait for it or end it`,
      'u',
    );
    expectFault(await saites(['run', 'first.txt'], { env }), 2, message);
    expectFault(await saites(['ask', 'people-and-posts'], { env }), 2, message);
  }, 60_000);

  it('ends when it is told to, and lets go of the graph', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(await saites(['status'], { env })).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'graph')).filter((name) => name.startsWith('holder'))).toEqual([]);
  }, 60_000);

  it('asks nobody without a contact', async () => {
    const { code, err } = await saites(['serve', '--watch', '--port', '0'], { env: { ...env, SAITES_CONTACT: '' } });
    expect(err).toMatch(/collecting needs a contact/u);
    expect(code).toBe(2);
  }, 60_000);
});
