import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'holder.json';

const holderSchema = z.object({ pid: z.int().positive(), command: z.string(), address: z.string().optional() });

/**
 * Leaves word beside the graph who holds it for long, so that other commands can say so.
 * @param address where it can be seen, if anywhere; a token in it is not told
 * @returns takes the word back
 */
export function holdEmbedded(folder: string, command: string, address?: string): () => void {
  const file = join(folder, FILE);
  writeFileSync(file, `${JSON.stringify({ pid: process.pid, command, address: address?.replace(/\?.*$/u, '') })}\n`);
  return () => rmSync(file, { force: true });
}

/** Who holds the graph, for people: `saites serve (pid 4711, http://127.0.0.1:4180/)`; undefined when nobody said so. */
export function holderOf(folder: string): string | undefined {
  try {
    const { pid, command, address } = holderSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
    // throws when there is no such process any more: what it left does not count
    process.kill(pid, 0);
    return `${command} (pid ${pid}${address === undefined ? '' : `, ${address}`})`;
  } catch {
    return undefined;
  }
}
