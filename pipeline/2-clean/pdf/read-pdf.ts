import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { PdfAnswer } from './pdf-pages.js';
import type { PdfQuestion } from './pdf-thread.js';

/** Milliseconds after which a file that its reader does not get done with is given up, before who waits for it is. */
const WITHIN = 20_000;
/** Megabytes for the reader: a file may unfold to any size. */
const HEAP = 512;

let thread: Worker | undefined;

/**
 * Reads a PDF in a thread of its own and waits for it: cleaning is one function of a page, and a file that its reader
 * hangs on, or that eats its memory, takes nothing else with it. The thread stays for the next one.
 */
export function readPdf(bytes: Uint8Array): PdfAnswer {
  thread ??= started();
  const { port1, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const question: PdfQuestion = { bytes, port: port2, flag };
  thread.postMessage(question, [port2]);
  const ended = Atomics.wait(flag, 0, 0, WITHIN);
  const answer = receiveMessageOnPort(port1)?.message as PdfAnswer | undefined;
  port1.close();
  if (ended !== 'timed-out' && answer) return answer;
  void thread.terminate();
  thread = undefined;
  return { fault: 'late' };
}

function started(): Worker {
  const worker = new Worker(new URL('./pdf-thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    // the library says what it thinks of a file
    stdout: true,
    stderr: true,
  });
  worker.on('error', () => {
    thread = undefined;
  });
  worker.unref();
  return worker;
}
