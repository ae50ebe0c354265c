import { type MessagePort, parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { Pdf, PdfAnswer, PdfPage, PdfRun } from './pdf-pages.js';

/** What the thread is asked: the file, where to answer, and a flag that says that there is an answer. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly port: MessagePort;
  readonly flag: Int32Array;
}

/** A longer document is no article: of what comes after, nothing is read. */
const PAGES = 200;
/** Only what tells of a bug in the library. */
const QUIET = 0;

async function read(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    const document = await getDocumentProxy(bytes, { verbosity: QUIET });
    const pages: PdfPage[] = [];
    for (let i = 1; i <= Math.min(document.numPages, PAGES); i++) {
      const page = await document.getPage(i);
      const [, , , height = 0] = page.view;
      const { items } = await page.getTextContent();
      const runs = items.flatMap((item): PdfRun[] => {
        if (!('str' in item) || item.str === '') return [];
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
      });
      pages.push({ height, runs });
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    await document.destroy();
    return { pages, ...said(info as Record<string, unknown>) };
  } catch (error) {
    return { fault: (error as Error).name === 'PasswordException' ? 'locked' : 'damaged' };
  }
}

function said(info: Readonly<Record<string, unknown>>): Omit<Pdf, 'pages'> {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  return { title: text(info.Title), author: text(info.Author), created: text(info.CreationDate) };
}

parentPort?.on('message', async ({ bytes, port, flag }: PdfQuestion) => {
  port.postMessage(await read(bytes));
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
});
