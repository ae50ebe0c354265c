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
  readonly fail: (error: Error) => void;
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
  const threads = Array.from({ length: count }, (): Thread => ({ worker: newWorker(), tasks: [] }));
  let closed = false;

  function start(thread: Thread): void {
    const { worker } = thread;
    let isReady = false;
    worker.on('message', (reading: Reading | 'ready') => {
      if (reading === 'ready') isReady = true;
      else settle(thread, reading);
    });
    worker.on('error', (error: Error) => {
      if (closed || thread.worker !== worker) return;
      if (!isReady) {
        // no fault of the page: it is cleaned in the next run
        for (const { fail } of thread.tasks.splice(0)) fail(error);
        return;
      }
      void worker.terminate();
      thread.worker = newWorker();
      start(thread);
      settle(thread, { unreadable: `cannot be cleaned (${error.message.split('\n')[0]})` });
    });
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
      new Promise((done, fail) => {
        const thread = threads.reduce((a, b) => (b.tasks.length < a.tasks.length ? b : a));
        if (thread.tasks.push({ page, done, fail }) === 1) next(thread);
      }),
    async close() {
      closed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Without what this process was started with (--eval and the like); with memory for the largest of pages. */
const newWorker = (): Worker =>
  new Worker(new URL('./reader-thread.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  });
