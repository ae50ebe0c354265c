import { parentPort } from 'node:worker_threads';
import type { StoredPage } from './1-collect/web/stored-page.js';
import { readStored } from './read-stored.js';

/** A thread of `reader.ts`: a page comes, what was read in it goes. */
parentPort?.on('message', (page: StoredPage) => parentPort?.postMessage(readStored(page)));
parentPort?.postMessage('ready');
