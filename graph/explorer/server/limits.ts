import { Stop } from '../../../pipeline/0-contract/errors.js';

/** Milliseconds that an answer may take. */
export const TIME_LIMIT = 30_000;
/** Rows that a question may give; what is more is cut off, and said. */
export const ROW_LIMIT = 5_000;

/**
 * Gives up waiting after a time. The store may go on for a while: Neo4j ends a statement by itself, Grafeo cannot be stopped.
 * @throws Stop when the time is over
 */
export async function within<T>(work: Promise<T>, limit = TIME_LIMIT): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Stop(`that took longer than ${limit / 1000} seconds: ask for less, with more parameters`)),
      limit,
    );
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is done in time; undefined when it is not, and goes on. @param limit milliseconds */
export async function doneWithin<T>(work: Promise<T>, limit: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
