import { createReadStream } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { findFiles } from '../1-collect/files.js';
import { say } from './output.js';

export interface Progress {
  /** One more is done. */
  step(): void;
  stop(): void;
}

/** How often something is said where there is no bar, in steps. */
const EVERY = 1000;

/**
 * A bar on a terminal, a line now and then elsewhere, nothing when quiet. Written to standard error.
 * @param total asked for where there is a bar only
 * @param what is counted: `articles`
 */
export async function startProgress(
  total: () => number | Promise<number>,
  what: string,
  quiet: boolean,
): Promise<Progress> {
  let done = 0;
  if (quiet) return { step: () => {}, stop: () => {} };
  if (!process.stderr.isTTY) {
    return {
      step: () => {
        done++;
        if (done % EVERY === 0) say(`${done} ${what}`);
      },
      stop: () => {},
    };
  }
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${what}, {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(await total(), 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}

/** Files, and lines of JSONL files; standard input counts for one. */
export async function countArticles(inputs: readonly string[]): Promise<number> {
  let total = 0;
  for (const input of inputs) {
    const files = input === '-' ? [] : await findFiles(input);
    total += input === '-' ? 1 : files.filter(({ extension }) => extension !== '.jsonl').length;
    for (const { file, extension } of files) {
      if (extension !== '.jsonl') continue;
      for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) total++;
      }
    }
  }
  return total;
}
