/**
 * Error classes are named by what the runner does with them. Their messages are for people: what was wrong, where, and
 * what to do next, in one line.
 */

/** This article cannot be read or extracted; it is listed, the others go on (exit code 1). */
export class SkipArticle extends Error {
  override readonly name = 'SkipArticle';
}

/** Wrong usage or configuration: nothing can go on (exit code 2). */
export class Stop extends Error {
  override readonly name = 'Stop';
}
