import { Asking, type AskingOptions, type Question, type Refusal, type Site } from './asking.js';
import { PrivateAddress, refusePrivate } from './private-address.js';
import { type Answer, NoAnswer, Unwanted } from './request.js';
import { ROBOTS_LIMIT, type Robots, readRobots } from './robots.js';

/** What became of an address. */
export type Fetched =
  | {
      readonly kind: 'page';
      /** After redirects. */
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'gone'; readonly status: number }
  /** It leads to an address that is known already, which was not asked for. */
  | { readonly kind: 'moved'; readonly url: string }
  | Refusal;

export interface Wish extends Question {
  /** Is told where a redirect leads; what it gives is the reason why it is not followed. */
  readonly avoid?: (url: URL) => string | undefined;
  readonly isKnown?: (url: URL) => boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HOPS = 8;

/** Asks for pages as their keepers wish: see README, «Follow a site». Shared by all sources of a run. */
export class Fetcher {
  readonly #asking: Asking;
  readonly #robots = new Map<string, Promise<Robots>>();

  constructor(options: AskingOptions) {
    this.#asking = new Asking(options);
  }

  /**
   * Gets an address; redirects are followed, each as if it had been asked for.
   * @throws AbortError when stopped
   */
  async get(address: string, site: Site, wish: Wish): Promise<Fetched> {
    try {
      return await this.#follow(address, site, wish);
    } catch (error) {
      if (error instanceof PrivateAddress || error instanceof Unwanted)
        return { kind: 'failed', reason: error.message, again: false };
      if (error instanceof NoAnswer) return { kind: 'failed', reason: error.message, again: true };
      throw error;
    }
  }

  /** What a site's robots.txt says. */
  robots(url: URL, site: Site): Promise<Robots> {
    const known = this.#robots.get(url.origin) ?? this.#readRobots(url, site);
    this.#robots.set(url.origin, known);
    return known;
  }

  async close(): Promise<void> {
    await this.#asking.close();
  }

  async #follow(address: string, site: Site, wish: Wish): Promise<Fetched> {
    const seen = new Set<string>();
    let url = new URL(address);
    for (let hop = 0; hop <= HOPS; hop++) {
      url.hash = '';
      if (seen.has(url.href)) return refused('redirects in a circle, as sites do that insist on cookies; left alone');
      seen.add(url.href);
      const resting = this.#asking.resting(url.host);
      if (resting) return resting;
      refusePrivate(url, site.allow);
      const robots = await this.robots(url, site);
      if (!robots.allows(url)) return this.#asking.resting(url.host) ?? refused('its robots.txt does not allow it');
      const answer = await this.#asking.ask(
        url,
        site,
        robots.delay,
        hop === 0 ? wish : { ...wish, etag: undefined, modified: undefined },
      );
      if ('kind' in answer) return answer;
      if (!REDIRECTS.has(answer.status)) return outcome(url, answer);
      const next = answer.headers.location;
      if (next === undefined || !URL.canParse(next, url.href)) return refused('redirects to nowhere');
      url = new URL(next, url);
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return refused(`redirects to ${url.protocol}; left alone`);
      const reason = wish.avoid?.(url);
      if (reason !== undefined) return refused(reason);
      if (wish.isKnown?.(url)) return { kind: 'moved', url: url.href };
    }
    return refused(`redirects more than ${HOPS} times`);
  }

  async #readRobots(site: URL, limits: Site): Promise<Robots> {
    let url = new URL('/robots.txt', site);
    let status: number | undefined;
    let text = '';
    try {
      // RFC 9309: at least five redirects
      for (let hop = 0; hop <= 5; hop++) {
        refusePrivate(url, limits.allow);
        const answer = await this.#asking.ask(url, limits, 0, {
          accept: 'text/plain, */*;q=0.5',
          most: 8 * ROBOTS_LIMIT,
        });
        if ('kind' in answer) {
          status = undefined;
          break;
        }
        status = answer.status;
        text = answer.body?.toString('utf8') ?? '';
        const next = answer.headers.location;
        if (!REDIRECTS.has(status)) break;
        if (next === undefined || !URL.canParse(next, url.href)) break;
        url = new URL(next, url);
        if (url.protocol !== 'http:' && url.protocol !== 'https:') break;
        status = 404;
      }
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof Unwanted || error instanceof PrivateAddress)) throw error;
      if (error instanceof PrivateAddress && url.host === site.host) throw error;
      status = undefined;
    }
    if (status === undefined || status >= 500 || status === 429) {
      this.#asking.leave(site.host, `the robots.txt of ${site.host} cannot be had; left alone for now`);
    }
    // by the address that was asked for: another host's answer stands for this one
    const robots = readRobots(new URL('/robots.txt', site).href, status, text);
    this.#asking.rest(site.host, robots.delay);
    return robots;
  }
}

const refused = (reason: string): Fetched => ({ kind: 'failed', reason, again: false });

function outcome(url: URL, { status, headers, body }: Answer): Fetched {
  if (status === 200) return { kind: 'page', url: url.href, headers, body: body ?? Buffer.alloc(0) };
  if (status === 304) return { kind: 'same' };
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return refused(`is not open to everybody (status ${status}); left alone`);
  return refused(`answers with status ${status}`);
}
