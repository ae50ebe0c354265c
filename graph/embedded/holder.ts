import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One a process, as several may read together. */
const FILE = /^holder-\d+\.json$/u;

const holderSchema = z.object({ pid: z.int().positive(), command: z.string(), address: z.string().optional() });

/**
 * Leaves word beside the graph who holds it for long, so that other commands can say so.
 * @param address where it can be seen, if anywhere; a token in it is not told
 * @returns takes the word back
 */
export function holdEmbedded(folder: string, command: string, address?: string): () => void {
  for (const { file, by } of wordsIn(folder)) if (by === undefined) rmSync(file, { force: true });
  const file = join(folder, `holder-${process.pid}.json`);
  writeFileSync(file, `${JSON.stringify({ pid: process.pid, command, address: address?.replace(/\?.*$/u, '') })}\n`);
  return () => rmSync(file, { force: true });
}

/** Who holds the graph, for people: `saites serve (pid 4711, http://127.0.0.1:4180/)`; undefined when nobody said so. */
export const holderOf = (folder: string): string | undefined => wordsIn(folder).find(({ by }) => by !== undefined)?.by;

/** What processes left, and which; undefined where there is no such process any more. */
const wordsIn = (folder: string): { readonly file: string; readonly by: string | undefined }[] =>
  readdirSync(folder)
    .filter((name) => FILE.test(name))
    .map((name) => ({ file: join(folder, name), by: saidIn(join(folder, name)) }));

function saidIn(file: string): string | undefined {
  try {
    const { pid, command, address } = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    // throws when there is none
    process.kill(pid, 0);
    return `${command} (pid ${pid}${address === undefined ? '' : `, ${address}`})`;
  } catch {
    return undefined;
  }
}
