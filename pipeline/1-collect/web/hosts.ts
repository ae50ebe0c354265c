import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/** Timers of Node may ring a millisecond early. */
const EARLY = 2;

interface Line {
  readonly queue: PQueue;
  /** Before this the host is not asked; milliseconds of `performance.now()`. */
  next: number;
}

/**
 * One request at a time to a host, with a pause between the end of an answer and the next request; to all hosts
 * together no more than `most` at a time.
 */
export class Hosts {
  readonly #lines = new Map<string, Line>();
  readonly #all: PQueue;
  readonly #stop: AbortSignal | undefined;

  constructor(most: number, stop?: AbortSignal) {
    this.#all = new PQueue({ concurrency: most });
    this.#stop = stop;
  }

  /**
   * @param pause milliseconds
   * @throws AbortError when stopped while waiting
   */
  async turn<T>(host: string, pause: number, work: () => Promise<T>): Promise<T> {
    const line = this.#line(host);
    return await line.queue.add(async () => {
      this.#stop?.throwIfAborted();
      // a host that was told to rest while this waited rests on
      for (let wait = line.next - performance.now(); wait > 0; wait = line.next - performance.now())
        await sleep(wait + EARLY, undefined, this.#stop ? { signal: this.#stop } : {});
      return await this.#all.add(async () => {
        this.#stop?.throwIfAborted();
        try {
          return await work();
        } finally {
          line.next = Math.max(line.next, performance.now() + pause);
        }
      });
    });
  }

  /** Lets a host rest. @param time milliseconds from now */
  rest(host: string, time: number): void {
    const line = this.#line(host);
    line.next = Math.max(line.next, performance.now() + time);
  }

  #line(host: string): Line {
    const line = this.#lines.get(host) ?? { queue: new PQueue({ concurrency: 1 }), next: 0 };
    this.#lines.set(host, line);
    return line;
  }
}
