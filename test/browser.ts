import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where systems put a Chromium; SAITES_CHROMIUM names another. */
const PLACES = [
  process.env.SAITES_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const found = PLACES.find((path) => path !== undefined && existsSync(path));

/**
 * Why there can be no browser here, or undefined. Said loudly; in CI (`CI=true`) it is a failure.
 * Use: `describe.skipIf(browserMissing())`.
 */
export function browserMissing(): string | undefined {
  if (found !== undefined) return undefined;
  const message = 'no Chromium was found: install one, or name it in SAITES_CHROMIUM';
  if (process.env.CI === 'true') throw new Error(message);
  process.stderr.write(`\n*** NOT TESTED IN A BROWSER: ${message}\n\n`);
  return message;
}

/** Draws without a graphics card, the same everywhere. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: found as string,
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader'],
  });

export interface Watched {
  readonly page: Page;
  /** What the page complained of: errors, and what its policy refused. */
  readonly complaints: string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical faults of a page for who uses a screen reader or the keyboard, one line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // not by a script element, which the page's policy would refuse
  await page.evaluate(axe);
  const result = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
