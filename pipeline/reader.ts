import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Reading } from './1-collect/web/collect-source.js';
import type { StoredPage } from './1-collect/web/stored-page.js';

/** Cleans collected pages beside the fetching. */
export interface Reader {
  readonly read: (page: StoredPage) => Promise<Reading>;
  close(): Promise<void>;
}

interface Thread {
  worker: Worker;
  /** Pages that it has, the one it works on first. */
  readonly tasks: Task[];
  timer?: NodeJS.Timeout;
}

interface Task {
  readonly page: StoredPage;
  readonly done: (reading: Reading) => void;
}

/** Milliseconds for a page; the slowest real ones take two seconds on a slow machine. */
const LONGEST = 30_000;
/** More threads would take memory, and pages come at the pace of their sites. */
const MOST = 4;

/**
 * Threads that clean pages: one for each processor but that of the fetching. A page that takes too long, or with which a
 * thread breaks down, is unreadable, and a new thread goes on with the others.
 */
export function openReader(): Reader {
  const count = Math.max(1, Math.min(MOST, availableParallelism() - 1));
  const threads = Array.from({ length: count }, (): Thread => ({ worker: new Worker(PROGRAM), tasks: [] }));
  let closed = false;

  function start(thread: Thread): void {
    const { worker } = thread;
    const giveUp = (reason: string): void => {
      if (closed || thread.worker !== worker) return;
      void worker.terminate();
      thread.worker = new Worker(PROGRAM);
      start(thread);
      settle(thread, { unreadable: reason });
    };
    worker.on('message', (reading: Reading) => settle(thread, reading));
    worker.on('error', (error: Error) => giveUp(`cannot be cleaned (${error.message.split('\n')[0]})`));
    worker.unref();
  }

  function settle(thread: Thread, reading: Reading): void {
    clearTimeout(thread.timer);
    thread.tasks.shift()?.done(reading);
    next(thread);
  }

  function next(thread: Thread): void {
    const [task] = thread.tasks;
    if (!task) return;
    const { worker } = thread;
    thread.timer = setTimeout(() => worker.emit('error', new Error('takes too long')), LONGEST);
    worker.postMessage(task.page);
  }

  for (const thread of threads) start(thread);
  return {
    read: (page) =>
      new Promise((done) => {
        const thread = threads.reduce((a, b) => (b.tasks.length < a.tasks.length ? b : a));
        if (thread.tasks.push({ page, done }) === 1) next(thread);
      }),
    async close() {
      closed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

const PROGRAM = new URL('./reader-thread.js', import.meta.url);
