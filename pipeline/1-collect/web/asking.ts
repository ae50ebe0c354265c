import { Agent, type Dispatcher } from 'undici';
import { LIMIT } from '../limit.js';
import { Hosts } from './hosts.js';
import { guardedLookup, type Resolver } from './private-address.js';
import { type Answer, NoAnswer, request } from './request.js';
import { retryAfter } from './retry-after.js';
import { ROBOT } from './robots.js';
import type { Source } from './sources.js';

export interface AskingOptions {
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

/** What is asked for. */
export interface Question {
  /** Of what was got before: `ETag` and `Last-Modified`. */
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  readonly accept: string;
  readonly refuse?: (contentType: string) => string | undefined;
  /** Most bytes. */
  readonly most?: number;
}

/** Why there is no answer, where it was not the net. */
export type Refusal =
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean }
  /** The host is left alone until another run; this address was not asked for. */
  | { readonly kind: 'later'; readonly reason: string };

/** Of a source: how its hosts are asked. */
export type Site = Pick<Source, 'pause' | 'allow'>;

const ATTEMPTS = 3;
/** So many addresses of a host in a row without an answer: it is down. */
const SILENT = 3;

/** Asks for one address at a time of each host, with a pause, patiently, and not at all where that is not wanted. */
export class Asking {
  readonly #options: AskingOptions;
  readonly #hosts: Hosts;
  readonly #agents = new Map<string, Agent>();
  /** Hosts that are left alone for the rest of the run, and why. */
  readonly #resting = new Map<string, string>();
  readonly #silent = new Map<string, number>();

  constructor(options: AskingOptions) {
    this.#options = options;
    this.#hosts = new Hosts(options.most ?? 16, options.stop);
  }

  /** Why a host is left alone for the rest of the run; undefined when it is not. */
  resting(host: string): Refusal | undefined {
    const reason = this.#resting.get(host);
    return reason === undefined ? undefined : { kind: 'later', reason };
  }

  /** Leaves a host alone for the rest of the run. */
  leave(host: string, reason: string): Refusal {
    this.#resting.set(host, reason);
    return { kind: 'later', reason };
  }

  /** Lets a host rest. @param time milliseconds from now */
  rest(host: string, time: number): void {
    this.#hosts.rest(host, time);
  }

  /**
   * One address, in its host's turn, again after a while where that may help; redirects are not followed.
   * @param delay that robots.txt asks for, in milliseconds
   * @throws NoAnswer, Unwanted, PrivateAddress; AbortError when stopped
   */
  async ask(url: URL, site: Site, delay: number, question: Question): Promise<Answer | Refusal> {
    const { patience = 5000, longestWait = 120_000 } = this.#options;
    const pause = Math.max(site.pause * 1000, delay);
    for (let attempt = 1; ; attempt++) {
      const wait = patience * 3 ** (attempt - 1);
      let answer: Answer;
      try {
        answer = await this.#hosts.turn(url.host, pause, () => this.#send(url, site, question));
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
          this.leave(url.host, `${url.host} does not answer (${silent} addresses in a row); left alone for now`);
        throw error;
      }
      const busy = answer.status === 429 || answer.status >= 500;
      if (!busy) return answer;
      const asked = retryAfter(answer.headers['retry-after'], answer.headers.date);
      if (asked !== undefined && asked > longestWait) {
        const reason = `${url.host} asks to be left alone for ${Math.ceil(asked / 60_000)} min (status ${answer.status})`;
        return this.leave(url.host, reason);
      }
      if (attempt === ATTEMPTS) {
        if (answer.status === 429)
          this.leave(url.host, `${url.host} says that it is asked too much (status 429); left alone for now`);
        return { kind: 'failed', reason: `answers with status ${answer.status}`, again: true };
      }
      this.#hosts.rest(url.host, asked ?? wait);
    }
  }

  #send(url: URL, site: Site, question: Question): Promise<Answer> {
    const { accept, etag, modified, refuse, most = LIMIT } = question;
    const { version, contact, within = 60_000 } = this.#options;
    return request(url, {
      dispatcher: this.#agent(site.allow),
      headers: {
        'user-agent': `${ROBOT}/${version} (research of Latvian social policy; ${contact})`,
        accept,
        'accept-encoding': 'gzip, br, deflate',
        'accept-language': 'lv',
        ...(etag ? { 'if-none-match': etag } : {}),
        ...(modified ? { 'if-modified-since': modified } : {}),
      },
      most,
      within,
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

  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.close()));
  }
}
