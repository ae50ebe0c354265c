import { z } from 'zod';
import { parseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import type { Notes } from '../0-contract/notes.js';
import type { Page } from '../0-contract/types.js';
import { decode } from './decode.js';
import { LIMIT, LIMIT_TEXT } from './limit.js';
import { lines } from './lines.js';

const ISO_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?)?)?$/u;

/** One article on a line. `published`: ISO, possibly partial; a time of day is left out. */
const Entry = z.object({
  id: z.union([z.string().trim().min(1), z.int().transform(String)]),
  url: z
    .string()
    .refine((url) => parseAddress(url) !== undefined, 'expected an http(s) address')
    .nullish(),
  title: z.string().nullish(),
  published: z
    .string()
    .regex(ISO_DATE, 'expected an ISO date like 2019-05-16')
    .transform((date) => date.slice(0, 10))
    .nullish(),
  text: z.string().refine((text) => text.trim() !== '', 'expected text, found none'),
});

/**
 * Reads articles line by line. A broken line is noted with its number, the others go on.
 * @param from what people call the file
 * @param path for the id of last resort
 */
export async function* readJsonl(
  stream: AsyncIterable<Uint8Array>,
  { from, path, modified }: { from: string; path: string; modified?: string },
  notes: Notes,
): AsyncGenerator<Page> {
  for await (const { number, bytes } of lines(stream, LIMIT)) {
    const where = `${from}:${number}`;
    if (!bytes) {
      notes.error(where, `is longer than ${LIMIT_TEXT}; an article is never that long, split it`);
      continue;
    }
    try {
      const line = decode(bytes).trim();
      if (line === '') continue;
      const { id, url, title, published, text } = parse(line);
      yield {
        from: where,
        path: `${path}:${number}`,
        mediaType: 'text/plain',
        text,
        given: { id, ...(url ? { url } : {}), ...(title ? { title } : {}), ...(published ? { published } : {}) },
        ...(modified ? { modified } : {}),
      };
    } catch (error) {
      if (!(error instanceof SkipArticle)) throw error;
      notes.error(where, error.message);
    }
  }
}

function parse(line: string): z.infer<typeof Entry> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new SkipArticle(`is not JSON (${(error as Error).message}); expected {"id", "text", …} on one line`);
  }
  const { success, data, error } = Entry.safeParse(value);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`);
  throw new SkipArticle(`unexpected ${problems.join('; ')}`);
}
