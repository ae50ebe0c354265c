import { Stop } from '../../../pipeline/0-contract/errors.js';

/** Milliseconds that an answer may take. */
export const TIME_LIMIT = 30_000;
/** Rows that a question may give; what is more is cut off, and said. */
export const ROW_LIMIT = 5_000;

const OVER = Symbol('over');

/** What is done in time, or `OVER`; the work goes on. @param limit milliseconds */
async function raced<T>(work: Promise<T>, limit: number): Promise<T | typeof OVER> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<typeof OVER>((resolve) => {
    timer = setTimeout(() => resolve(OVER), limit);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Gives up waiting after a time. The store may go on for a while: Neo4j ends a statement by itself, Grafeo cannot be stopped.
 * @throws Stop when the time is over
 */
export async function within<T>(work: Promise<T>, limit = TIME_LIMIT): Promise<T> {
  const done = await raced(work, limit);
  if (done === OVER)
    throw new Stop(`that took longer than ${limit / 1000} seconds: ask for less, with more parameters`);
  return done;
}

/** What is done in time; undefined when it is not, and goes on. @param limit milliseconds */
export async function doneWithin<T>(work: Promise<T>, limit: number): Promise<T | undefined> {
  const done = await raced(work, limit);
  return done === OVER ? undefined : done;
}
