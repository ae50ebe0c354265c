import robotsParser, { type Robot } from 'robots-parser';

/** By this name a site's robots.txt speaks of us. */
export const ROBOT = 'saites';

/** RFC 9309: at least so much of a robots.txt must be read. */
export const ROBOTS_LIMIT = 500 * 1024;

/** What a site allows. */
export interface Robots {
  allows(url: URL): boolean;
  /** Milliseconds between requests that the site asks for. */
  readonly delay: number;
  readonly sitemaps: readonly string[];
}

/**
 * By RFC 9309: what is not there allows everything, what cannot be reached forbids everything.
 * @param status of the answer; undefined where none came
 */
export function readRobots(address: string, status: number | undefined, text: string): Robots {
  if (status !== 200) {
    const allowed = status !== undefined && status >= 400 && status < 500 && status !== 429;
    return { allows: () => allowed, delay: 0, sitemaps: [] };
  }
  const robot = parser(address, text.slice(0, ROBOTS_LIMIT));
  return {
    allows: (url) => robot.isAllowed(url.href, ROBOT) !== false,
    delay: (robot.getCrawlDelay(ROBOT) ?? 0) * 1000,
    sitemaps: robot.getSitemaps(),
  };
}

// the package's types say that it has a default export, its code is the function
const parser = robotsParser as unknown as (address: string, text: string) => Robot;
