import { parentPort } from 'node:worker_threads';
import { articleOf, orUnreadable, readStored } from './read-stored.js';
import type { Answer, Task } from './reader.js';

/** A thread of `reader.ts`: a page comes, what was made of it goes. */
parentPort?.on('message', (task: Task) => parentPort?.postMessage(answerTo(task)));
parentPort?.postMessage('ready');

const answerTo = ({ want, page }: Task): Answer =>
  want === 'reading' ? readStored(page) : orUnreadable(() => ({ article: articleOf(page) }));
