import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Stop } from '../0-contract/errors.js';
import type { Notes } from '../0-contract/notes.js';
import { type Extraction, RELATION_TYPES, STATUSES } from '../0-contract/types.js';

/** First line of a file of extractions: which rules made them. */
const headerSchema = z.object({ saites: z.literal('extractions'), rules: z.string() });

export const headerOf = (rules: string): z.infer<typeof headerSchema> => ({ saites: 'extractions', rules });

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const confidence = z.number().min(0).max(1);
const mention = z.looseObject({ ...span, text: z.string(), sentence: z.int(), rule: z.string(), confidence });

/** As much of an Extraction as loading depends on; the rest is kept as it is. */
const extractionSchema = z.looseObject({
  article: z.looseObject({
    id: z.string().min(1),
    title: z.string(),
    publishedMethod: z.string(),
    language: z.string(),
    text: z.string(),
    hash: z.string(),
  }),
  entities: z.array(
    z.looseObject({
      id: z.string().min(1),
      kind: z.enum(['person', 'municipality', 'institution', 'project', 'date', 'event']),
      name: z.string().min(1),
      aliases: z.array(z.string()),
      mentions: z.array(mention),
      confidence,
    }),
  ),
  facts: z.array(
    z.looseObject({
      type: z.enum(RELATION_TYPES),
      from: z.string(),
      to: z.string(),
      when: z.string().optional(),
      status: z.enum(STATUSES).optional(),
      rule: z.string(),
      confidence,
      evidence: z.array(z.looseObject({ ...span, text: z.string(), sentence: z.int() })).min(1),
    }),
  ),
  statedCounts: z.array(
    z.looseObject({ ...span, text: z.string(), value: z.number(), of: z.string(), rule: z.string() }),
  ),
  sentences: z.array(z.looseObject({ ...span, index: z.int() })),
});

/** Extractions that `saites extract --full` wrote, with the version of the rules that made them. */
export interface SavedExtractions {
  readonly rules: string;
  readonly extractions: AsyncIterable<Extraction>;
}

/**
 * Opens a file of extractions. A broken line is noted, the others go on.
 * @throws Stop when it is not such a file
 */
export async function readExtractions(file: string, notes: Notes): Promise<SavedExtractions> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  let first: string | undefined;
  try {
    first = (await lines.next()).value;
  } catch (error) {
    throw new Stop(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); look at the spelling`);
  }
  const header = headerSchema.safeParse(parsed(first ?? ''));
  if (!header.success) {
    throw new Stop(`${file}: is not a file of extractions; make one with \`saites extract … --full --out FILE.jsonl\``);
  }
  async function* rest(): AsyncGenerator<Extraction> {
    let number = 1;
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      number++;
      const extraction = extractionSchema.safeParse(parsed(line.value));
      if (extraction.success) {
        yield extraction.data as unknown as Extraction;
        continue;
      }
      const [issue] = extraction.error.issues;
      notes.error(
        `${file}:${number}`,
        `is no extraction (${issue?.path.join('.') || 'line'}: ${issue?.message}); extract again`,
      );
    }
  }
  return { rules: header.data.rules, extractions: rest() };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
