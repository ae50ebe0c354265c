import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalNeo4j } from '../../graph/local/server.js';
import { schema } from '../../graph/schema.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import { browserMissing, openBrowser } from '../browser.js';
import { commandIn, ownEnvironment, program } from '../command.js';
import { neo4jMissing, startNeo4j } from '../neo4j-server.js';

const missing = (await neo4jMissing()) ?? browserMissing();
const work = mkdtempSync(join(tmpdir(), 'saites-neo4j-browser-'));
const saites = commandIn(work);

describe.skipIf(missing !== undefined)('Neo4j Browser', { timeout: 300_000 }, () => {
  let server: LocalNeo4j;
  let browser: Browser;
  let page: Page;
  let guide: ChildProcess;
  let guideAddress = '';
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    server = await startNeo4j('browser');
    env = { NEO4J_URI: server.boltUri };
    expect((await saites(['run', join(packageRoot, 'data', 'articles')], { env })).code).toBe(0);
    guide = spawn(process.execPath, [program, 'neo4j', 'guide', '--browser', server.browserUrl], {
      env: { ...ownEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(guide.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    guideAddress = printed.toString().trim();
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1500, height: 1000 } })).newPage();
    page.setDefaultTimeout(90_000);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    guide?.kill();
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  }, 120_000);

  const runButton = () => page.getByTestId('editor-Run');
  const frame = () => page.getByTestId('frame').first();
  /** Of each drawn node: colour and caption, whose lines Browser cuts. */
  const nodesIn = () =>
    frame()
      .locator('g.node')
      .evaluateAll((nodes) =>
        nodes.map((node) => ({
          colour: node.querySelector('circle.b-outline')?.getAttribute('fill') ?? '',
          caption: [...node.querySelectorAll('text.caption')].map((text) => text.textContent?.trim()).join(' '),
        })),
      );
  const colourOf = (label: string): string => schema.labels[label]?.colour ?? '';

  /** Until Browser is connected: it says so in a frame of its own, above those that were there. */
  const connected = () => page.getByText('You have a working connection').first().waitFor();
  /** Runs what the page has put into the editor, not before all of it is there. */
  const runWritten = async (): Promise<void> => {
    await expect
      .poll(async () => (await page.locator('.monaco-editor').first().textContent()) ?? '', { timeout: 60_000 })
      .toMatch(/MATCH/u);
    await runButton().click();
  };

  it('takes the style by a click in the guide, and draws by it what a second click asks', async () => {
    await page.goto(guideAddress);
    await connected();
    await page.getByText('Apply the colours and captions').click();
    await frame().getByText('node.Municipality').waitFor();
    for (let i = 0; i < 3; i++) await page.getByText('Next', { exact: true }).click();
    await page.locator('pre.runnable').first().click();
    await runWritten();
    await frame().locator('g.node').first().waitFor();
    const nodes = await nodesIn();
    expect(new Set(nodes.map(({ colour }) => colour))).toEqual(
      new Set([colourOf('Municipality'), colourOf('Project')]),
    );
    const captions = nodes.map(({ caption }) => caption);
    expect(captions).toEqual(expect.arrayContaining(['Saulkrastu novads', 'Dzīve kopienā']));
    // short arrows have no room for one; they grow while the picture settles
    await expect
      .poll(() => frame().locator('g.relationship text').allTextContents(), { timeout: 60_000 })
      .toContainEqual(expect.stringMatching(/^PART/u));
    expect(await frame().locator('g.relationship path.b-outline').first().getAttribute('fill')).toBe('#4a5568');
  });

  it('answers a question of the guide', async () => {
    await page.getByText('Next', { exact: true }).click();
    // Browser asks these by the click itself
    await page.getByText(/^Articles about an entity «/u).click();
    await expect
      .poll(async () => (await frame().textContent()) ?? '', { timeout: 60_000 })
      .toMatch(/entity.*mentions.*title/su);
  });

  it('opens a question and its picture by the addresses that ask prints', async () => {
    const asked = ['ask', 'projects-of-municipality', '--municipality', 'jekabpils', '--browser', server.browserUrl];
    const { out } = await saites(asked, { env });
    const [, question = '', picture = ''] = /^question {2}(\S+)\npicture {3}(\S+)\n$/u.exec(out) ?? [];
    const open = async (address: string): Promise<void> => {
      // another page, as from a terminal, with the style that the first one took
      await page.goto('about:blank');
      await page.goto(address);
      await connected();
      await runWritten();
    };
    await open(question);
    await expect.poll(async () => (await frame().textContent()) ?? '', { timeout: 60_000 }).toMatch(/Dzīve kopienā/u);
    await open(picture);
    await frame().locator('g.node').first().waitFor();
    const nodes = await nodesIn();
    expect(nodes).toContainEqual({ colour: colourOf('Municipality'), caption: 'Jēkabpils' });
    expect(nodes.filter(({ colour }) => colour === colourOf('Project')).length).toBeGreaterThan(0);
  });
});
