import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Notes } from '../../pipeline/0-contract/notes.js';
import { packageRoot } from '../../pipeline/0-contract/root.js';
import type { Article } from '../../pipeline/0-contract/types.js';
import { extract, readArticles, readLines } from '../../pipeline/run.js';

/**
 * `npm run bench`: how quick the whole extraction is on one thread, how much memory it takes, and how long the rules take
 * to start. Prints a line for each figure with its target; exit code 1 when one is missed.
 */

/** What counts as a token where speed is given: a run of letters and digits, or a single other mark. */
const TOKEN = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

const RUNS = 5;
const START_UPS = 7;
/** Too few tokens measure the clock rather than the rules. */
const LEAST_TOKENS = 150_000;

const TARGETS = { tokensPerSecond: 100_000, megabytes: 300, startMilliseconds: 500 } as const;

const paragraphs = join(packageRoot, '..', 'shared', 'corpus', 'fullstack', 'dev.jsonl');
const own = join(packageRoot, 'data', 'articles');

async function articles(): Promise<{ from: string; articles: Article[] }> {
  const read: Article[] = [];
  if (existsSync(paragraphs)) {
    for await (const article of readLines(paragraphs, new Notes())) read.push(article);
    return { from: 'paragraphs of FullStack', articles: read };
  }
  for await (const { article } of readArticles([own], new Notes())) read.push(article);
  return { from: "the project's own articles", articles: read };
}

const tokensOf = (texts: readonly Article[]): number =>
  texts.reduce((sum, { text }) => sum + (text.match(TOKEN)?.length ?? 0), 0);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

interface Took {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of processor time of this process, the collector's threads included. */
  readonly processor: number;
}

function timed(work: () => void): Took {
  const [start, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

/** Importing the rules in a fresh process, in milliseconds, as the process itself measures it. */
function startUp(): Took {
  const rules = new URL('../../pipeline/run.js', import.meta.url).href;
  const script = `const start = performance.now();
const used = process.cpuUsage();
await import(${JSON.stringify(rules)});
const { user, system } = process.cpuUsage(used);
console.log(JSON.stringify({ wall: performance.now() - start, processor: (user + system) / 1000 }));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return JSON.parse(out) as Took;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

const missed: string[] = [];
function tell(what: string, value: string, target?: { readonly text: string; readonly met: boolean }): void {
  if (target && !target.met) missed.push(what);
  const verdict = target ? `  (target ${target.text}: ${target.met ? 'met' : 'MISSED'})` : '';
  process.stdout.write(`${what.padEnd(22)}${value}${verdict}\n`);
}

const corpus = await articles();
const tokens = tokensOf(corpus.articles);
const times = Math.ceil(LEAST_TOKENS / tokens);
const pass = (): void => {
  for (let i = 0; i < times; i++) for (const article of corpus.articles) extract(article);
};

pass();
const runs = Array.from({ length: RUNS }, () => timed(pass));
const seconds = median(runs.map(({ wall }) => wall));
const speed = (tokens * times) / seconds;
const megabytes = process.resourceUsage().maxRSS / 1024;
const starts = Array.from({ length: START_UPS }, startUp);
const start = median(starts.map(({ wall }) => wall));

tell('texts', `${whole(corpus.articles.length)} ${corpus.from}${times > 1 ? `, ${times} times` : ''}`);
tell('tokens', whole(tokens * times));
tell(
  'seconds',
  `${seconds.toFixed(2)}, processor ${median(runs.map(({ processor }) => processor)).toFixed(2)} (median of ${RUNS} runs after one to warm up)`,
);
tell('tokens a second', whole(speed), {
  text: `≥ ${whole(TARGETS.tokensPerSecond)}`,
  met: speed >= TARGETS.tokensPerSecond,
});
tell('peak memory', `${whole(megabytes)} MB`, {
  text: `< ${TARGETS.megabytes} MB`,
  met: megabytes < TARGETS.megabytes,
});
tell(
  'start-up of the rules',
  `${whole(start)} ms, processor ${whole(median(starts.map(({ processor }) => processor)))} ms (median of ${START_UPS} processes)`,
  { text: `< ${TARGETS.startMilliseconds} ms`, met: start < TARGETS.startMilliseconds },
);
if (missed.length > 0) process.exitCode = 1;
