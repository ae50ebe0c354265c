import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SkipArticle } from './0-contract/errors.js';
import { wordsIn } from './0-contract/names-in.js';
import { packageRoot } from './0-contract/root.js';
import type { Article, Page } from './0-contract/types.js';
import type { Reading } from './1-collect/web/collect-source.js';
import type { StoredPage } from './1-collect/web/stored-page.js';

/** Cleans pages in threads beside this one, each page within a time limit. */
export interface Reader {
  /** What is to be noted of a collected page. */
  read(page: StoredPage): Promise<Reading>;
  /** All words of a collected page; undefined where no article can be made of it. */
  wordsOf(page: StoredPage): Promise<string | undefined>;
  /** @throws SkipArticle */
  clean(page: Page | StoredPage): Promise<Article>;
  close(): Promise<void>;
}

/** What a thread is asked for; plain data. */
export type Task =
  | { readonly want: 'reading'; readonly page: StoredPage }
  | { readonly want: 'article'; readonly page: Page | StoredPage };

/** What it answers; `unreadable` is why no article can be made of the page. */
export type Answer = Reading | { readonly article: Article };

interface Thread {
  worker: Worker;
  isReady: boolean;
  /** What it is to do, that on which it works first. */
  readonly jobs: Job[];
  timer?: NodeJS.Timeout;
}

interface Job {
  readonly task: Task;
  readonly done: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/** Milliseconds for a page; the slowest real ones take two seconds on a slow machine. */
const LONGEST = 30_000;
/** Each takes some 35 MB, and pages come at the pace of their sites. */
const MOST = 3;

/** Pages that threads can work on at a time. */
export const THREADS = Math.min(MOST, availableParallelism());

/**
 * Threads that clean pages; each is started when the others have enough to do. A page that takes too long, or with which
 * a thread breaks down, is unreadable, and a new thread goes on with the others.
 * @param longest milliseconds for a page
 */
export function openReader(longest = LONGEST): Reader {
  const threads: Thread[] = [];

  function add(): Thread {
    const thread: Thread = { worker: newWorker(), isReady: false, jobs: [] };
    threads.push(thread);
    listen(thread);
    return thread;
  }

  function listen(thread: Thread): void {
    const { worker } = thread;
    worker.on('message', (answer: Answer | 'ready') => {
      if (answer === 'ready') thread.isReady = true;
      else settle(thread, answer);
      begin(thread);
    });
    worker.on('error', (error: Error) => breakDown(thread, error));
  }

  /** The time of a page begins when the thread can begin with it. */
  function begin(thread: Thread): void {
    const { worker, jobs } = thread;
    const [job] = jobs;
    if (!thread.isReady || job === undefined) return;
    thread.timer = setTimeout(() => breakDown(thread, new Error(`takes longer than ${longest / 1000} s`)), longest);
    worker.postMessage(job.task);
  }

  function settle(thread: Thread, answer: Answer): void {
    clearTimeout(thread.timer);
    thread.jobs.shift()?.done(answer);
    // the program ends while a thread is idle, and not while somebody waits for it
    if (thread.jobs.length === 0) thread.worker.unref();
  }

  function breakDown(thread: Thread, error: Error): void {
    thread.worker.removeAllListeners();
    // a thread of which an error is told later on too has ended already
    thread.worker.on('error', () => {});
    void thread.worker.terminate();
    if (!thread.isReady) {
      // no fault of the page
      threads.splice(threads.indexOf(thread), 1);
      for (const { fail } of thread.jobs) fail(error);
      return;
    }
    thread.worker = newWorker();
    thread.isReady = false;
    settle(thread, { unreadable: `cannot be cleaned (${error.message.split('\n')[0]})` });
    listen(thread);
  }

  const ask = (task: Task): Promise<Answer> =>
    new Promise((done, fail) => {
      const least = threads.reduce<Thread | undefined>(
        (a, b) => (a === undefined || b.jobs.length < a.jobs.length ? b : a),
        undefined,
      );
      const thread = least === undefined || (least.jobs.length > 0 && threads.length < THREADS) ? add() : least;
      thread.worker.ref();
      if (thread.jobs.push({ task, done, fail }) === 1) begin(thread);
    });

  return {
    read: async (page) => (await ask({ want: 'reading', page })) as Reading,
    async wordsOf(page) {
      const answer = await ask({ want: 'article', page });
      return 'unreadable' in answer ? undefined : wordsIn(answer.article as Article);
    },
    async clean(page) {
      const answer = await ask({ want: 'article', page });
      if ('unreadable' in answer) throw new SkipArticle(answer.unreadable);
      return answer.article as Article;
    },
    async close() {
      for (const { timer, worker } of threads) {
        clearTimeout(timer);
        worker.removeAllListeners();
      }
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Without what this process was started with (--eval and the like); with memory for the largest of pages. */
const newWorker = (): Worker =>
  new Worker(join(packageRoot, 'dist', 'pipeline', 'reader-thread.js'), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 4 },
  });
