import { Agent, type Dispatcher } from 'undici';
import { LIMIT } from '../limit.js';
import { Hosts } from './hosts.js';
import { guardedLookup, PrivateAddress, type Resolver, refusePrivate } from './private-address.js';
import { type Answer, NoAnswer, request, Unwanted } from './request.js';
import { retryAfter } from './retry-after.js';
import { ROBOT, ROBOTS_LIMIT, type Robots, readRobots } from './robots.js';
import type { Source } from './sources.js';

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
  /** `again`: another time it may come. */
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean }
  /** The host is left alone until another run; this address was not asked for. */
  | { readonly kind: 'later'; readonly reason: string };

export interface FetcherOptions {
  /** Who asks: an address of mail or of a page. */
  readonly contact: string;
  readonly version: string;
  /** Requests at a time, to all hosts together. */
  readonly most?: number;
  /** Milliseconds for an answer. */
  readonly within?: number;
  /** Milliseconds before a failed request is made again; three times that before it is made a third time. */
  readonly patience?: number;
  /** The longest wait, in milliseconds, that a site may ask for within a run. */
  readonly longestWait?: number;
  readonly stop?: AbortSignal;
  readonly resolver?: Resolver;
}

export interface Wish {
  /** Of what was got before: `ETag` and `Last-Modified`. */
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  readonly accept: string;
  readonly refuse?: (contentType: string) => string | undefined;
  /** Is told where a redirect leads; what it gives is the reason why it is not followed. */
  readonly avoid?: (url: URL) => string | undefined;
  readonly isKnown?: (url: URL) => boolean;
  /** Most bytes. */
  readonly most?: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HOPS = 8;
const ATTEMPTS = 3;
/** So many addresses of a host in a row without an answer: it is down. */
const SILENT = 3;

type Site = Pick<Source, 'pause' | 'allow'>;

/** Asks for pages as their keepers wish: see README, «Follow a site». Shared by all sources of a run. */
export class Fetcher {
  readonly #options: FetcherOptions;
  readonly #hosts: Hosts;
  readonly #robots = new Map<string, Promise<Robots>>();
  readonly #agents = new Map<string, Agent>();
  /** Hosts that are left alone for the rest of the run, and why. */
  readonly #resting = new Map<string, string>();
  readonly #silent = new Map<string, number>();

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#hosts = new Hosts(options.most ?? 16, options.stop);
  }

  get userAgent(): string {
    return `${ROBOT}/${this.#options.version} (research of Latvian social policy; ${this.#options.contact})`;
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
    await Promise.all([...this.#agents.values()].map((agent) => agent.close()));
  }

  async #follow(address: string, site: Site, wish: Wish): Promise<Fetched> {
    const seen = new Set<string>();
    let url = new URL(address);
    for (let hop = 0; hop <= HOPS; hop++) {
      url.hash = '';
      if (seen.has(url.href)) return refused('redirects in a circle, as sites do that insist on cookies; left alone');
      seen.add(url.href);
      const resting = this.#resting.get(url.host);
      if (resting !== undefined) return { kind: 'later', reason: resting };
      refusePrivate(url, site.allow);
      const robots = await this.robots(url, site);
      if (!robots.allows(url)) {
        const resting = this.#resting.get(url.host);
        return resting === undefined ? refused('its robots.txt does not allow it') : { kind: 'later', reason: resting };
      }
      const answer = await this.#ask(
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

  /** One address, in its host's turn, again after a while where that may help. */
  async #ask(url: URL, site: Site, delay: number, wish: Wish): Promise<Answer | Exclude<Fetched, { kind: 'page' }>> {
    const { patience = 5000, longestWait = 120_000 } = this.#options;
    const pause = Math.max(site.pause * 1000, delay);
    for (let attempt = 1; ; attempt++) {
      const wait = patience * 3 ** (attempt - 1);
      let answer: Answer;
      try {
        answer = await this.#hosts.turn(url.host, pause, () => this.#send(url, site, wish));
        this.#silent.delete(url.host);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (attempt < ATTEMPTS) {
          this.#hosts.rest(url.host, wait);
          continue;
        }
        const silent = (this.#silent.get(url.host) ?? 0) + 1;
        this.#silent.set(url.host, silent);
        if (silent >= SILENT)
          this.#resting.set(url.host, `${url.host} does not answer (${silent} addresses in a row); left alone for now`);
        throw error;
      }
      const busy = answer.status === 429 || answer.status >= 500;
      if (!busy) return answer;
      const asked = retryAfter(answer.headers['retry-after'], answer.headers.date);
      if (asked !== undefined && asked > longestWait) {
        const reason = `${url.host} asks to be left alone for ${Math.ceil(asked / 60_000)} min (status ${answer.status})`;
        this.#resting.set(url.host, reason);
        return { kind: 'later', reason };
      }
      if (attempt === ATTEMPTS) {
        if (answer.status === 429)
          this.#resting.set(url.host, `${url.host} says that it is asked too much (status 429); left alone for now`);
        return { kind: 'failed', reason: `answers with status ${answer.status}`, again: true };
      }
      this.#hosts.rest(url.host, asked ?? wait);
    }
  }

  #send(url: URL, site: Site, wish: Wish): Promise<Answer> {
    const { accept, etag, modified, refuse, most = LIMIT } = wish;
    return request(url, {
      dispatcher: this.#agent(site.allow),
      headers: {
        'user-agent': this.userAgent,
        accept,
        'accept-encoding': 'gzip, br, deflate',
        'accept-language': 'lv',
        ...(etag ? { 'if-none-match': etag } : {}),
        ...(modified ? { 'if-modified-since': modified } : {}),
      },
      most,
      within: this.#options.within ?? 60_000,
      ...(refuse ? { refuse } : {}),
    });
  }

  #agent(allowed: readonly string[]): Dispatcher {
    const key = allowed.join(' ');
    const agent =
      this.#agents.get(key) ??
      new Agent({
        connect: { lookup: guardedLookup(allowed, this.#options.resolver), timeout: 20_000 },
        connections: 1,
        pipelining: 1,
        headersTimeout: this.#options.within ?? 60_000,
        bodyTimeout: this.#options.within ?? 60_000,
      });
    this.#agents.set(key, agent);
    return agent;
  }

  async #readRobots(site: URL, limits: Site): Promise<Robots> {
    let url = new URL('/robots.txt', site);
    let status: number | undefined;
    let text = '';
    try {
      // RFC 9309: at least five redirects
      for (let hop = 0; hop <= 5; hop++) {
        refusePrivate(url, limits.allow);
        const answer = await this.#ask(url, limits, 0, { accept: 'text/plain, */*;q=0.5', most: 8 * ROBOTS_LIMIT });
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
      this.#resting.set(site.host, `the robots.txt of ${site.host} cannot be had; left alone for now`);
    }
    // by the address that was asked for: another host's answer stands for this one
    const robots = readRobots(new URL('/robots.txt', site).href, status, text);
    this.#hosts.rest(site.host, robots.delay);
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
