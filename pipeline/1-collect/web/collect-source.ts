import { normaliseAddress } from '../../0-contract/address.js';
import { SkipArticle, Stop } from '../../0-contract/errors.js';
import type { RawPage } from './archive.js';
import { discover } from './discover.js';
import { isDue, TRIES } from './due.js';
import type { Fetched, Fetcher } from './fetcher.js';
import type { Known, Summary } from './known.js';
import { whyNoArticle } from './media-type.js';
import { NAMES_FORGOTTEN, type PageStore } from './page-store.js';
import { isFrontPage, startAddresses, whyNotFollow } from './places.js';
import { emptyReport, type SourceReport, unusual } from './report.js';
import type { Source } from './sources.js';
import type { StoredPage } from './stored-page.js';

/** What cleaning made of a page; an answer, not an error, since it comes from another thread. */
export type Reading = { readonly article: Summary } | { readonly unreadable: string };

/** What the sources of a run share. */
export interface Collecting {
  readonly store: PageStore;
  readonly fetcher: Fetcher;
  readonly read: (page: StoredPage) => Promise<Reading>;
  /** All words of a page; undefined where it has none that can be read. */
  readonly wordsOf: (page: StoredPage) => Promise<string | undefined>;
  readonly now: () => Date;
  /** Ask again for every page that a source names. */
  readonly recheck: boolean;
  readonly stop: AbortSignal;
  /** Keys that a source of this run asks for. */
  readonly claimed: Set<string>;
  /** Text of an article → key of its page, of all that was collected. */
  readonly texts: Map<string, string>;
  /** Is told how many pages of a source are to be asked for, and then of each. */
  readonly onDue?: (pages: number) => void;
  readonly onPage?: (source: string) => void;
}

/** Pages of a source that may wait for cleaning while the next are fetched. */
const AHEAD = 2;

/** Collects one source: what it names, what of that is new or due, one after the other. */
export async function collectSource(source: Source, run: Collecting): Promise<SourceReport> {
  const { store, now, stop } = run;
  const report = emptyReport(source.name);
  const began = performance.now();
  const earlier = store.runs(source.name);
  let tally = { fetched: 0, unreadable: 0 };
  try {
    // pages that a killed run had fetched and not cleaned
    for (const known of store.of(source.name)) await readAgain(known, source, run, report);
    const found = await discover(source, {
      ...{ store, fetcher: run.fetcher, now: now(), walked: earlier.some(({ whole }) => whole) },
      isKnown: (url) => store.get(normaliseAddress(url) ?? url) !== undefined,
    });
    report.named = found.named.length;
    report.failed.push(...found.failed);
    report.notes.push(...found.notes);
    const keys = new Set<string>();
    for (const { url, updated } of found.named) {
      const key = normaliseAddress(url) as string;
      keys.add(key);
      const known = store.get(key);
      if (known === undefined || (updated !== undefined && updated !== known.updated))
        store.note({ kind: 'found', key, url, source: source.name, updated });
    }
    tally = await fetchDue(keys, source, run, report);
    const whole = found.failed.length === 0 && !stop.aborted;
    if (found.failed.length === 0) report.notes.push(...unusual({ named: report.named, ...tally }, earlier));
    if (!stop.aborted)
      store.note({ kind: 'run', source: source.name, at: now().toISOString(), named: report.named, ...tally, whole });
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (stop.aborted) report.notes.push('was stopped; the next run goes on');
    // a fault that only this source brings about must not take the others with it
    else {
      const [url = ''] = source.start.flatMap(startAddresses);
      const [reason] = String((error as Error).message).split('\n');
      report.failed.push({ url, reason: `could not be collected (${reason})`, again: true });
    }
  }
  report.took = (performance.now() - began) / 1000;
  store.sync();
  return report;
}

async function fetchDue(named: ReadonlySet<string>, source: Source, run: Collecting, report: SourceReport) {
  const { store, fetcher, now, claimed, stop } = run;
  const tally = { fetched: 0, unreadable: 0 };
  const began = now().toISOString();
  const owned = Array.from(store.of(source.name), ({ key }) => key).filter((key) => !named.has(key));
  const due = [...named, ...owned].filter((key) => {
    const known = store.get(key);
    const is = known && isDue(known, { now: now(), recheck: source.recheck, all: run.recheck, named: named.has(key) });
    if (is && !claimed.has(key)) return true;
    if (known?.versions.length && named.has(key)) report.unchanged++;
    return false;
  });
  for (const key of due) claimed.add(key);
  run.onDue?.(due.length);
  const cleaning: Promise<void>[] = [];
  for (const [i, key] of due.entries()) {
    const known = store.get(key) as Known;
    const last = known.versions.at(-1);
    const url = last?.url ?? known.url;
    const isOther = (to: string): boolean => to !== key && (store.get(to)?.versions.length ?? 0) > 0;
    // a redirect has led here meanwhile
    if (known.seen !== undefined && known.seen >= began) continue;
    const got = await fetcher
      .get(url, source, {
        accept: 'text/html, application/xhtml+xml, text/plain;q=0.5',
        etag: last?.etag,
        modified: last?.modified,
        refuse: whyNoArticle,
        avoid: (to) => whyNotFollow(source, url, to),
        isKnown: (to) => isOther(normaliseAddress(to.href) ?? key),
      })
      .catch((error: unknown) => {
        if (stop.aborted) return undefined;
        throw error;
      });
    if (got === undefined) {
      report.left = due.length - i;
      break;
    }
    run.onPage?.(source.name);
    if (got.kind === 'later') {
      report.left = due.length - i;
      report.notes.push(got.reason);
      break;
    }
    const isOf = await namesForgotten(known, got, source, run);
    const stored = keep(known, isOf ? emptied(got) : got, source, run, report);
    if (!stored) continue;
    tally.fetched++;
    while (cleaning.length >= AHEAD) await cleaning.shift();
    const done = read({ ...stored, isOf }, source, run, report).then((readable) => {
      if (!readable) tally.unreadable++;
    });
    // waited for below
    done.catch(() => {});
    cleaning.push(done);
  }
  await Promise.all(cleaning);
  return tally;
}

/** Whether what was got is no text, in which names could be blanked, and names somebody who is forgotten. */
async function namesForgotten({ key }: Known, got: Fetched, source: Source, run: Collecting): Promise<boolean> {
  if (got.kind !== 'page') return false;
  const { url, headers, body } = got;
  const at = run.now().toISOString();
  const page = { key: normaliseAddress(url) ?? key, url, source: source.name, at, headers, body };
  if (!run.store.isOpaque(page)) return false;
  const words = await run.wordsOf({ url, contentType: headers['content-type'] ?? '', body, select: source.select });
  return words !== undefined && run.store.namesForgotten(page.key, words);
}

const emptied = (got: Fetched): Fetched => (got.kind === 'page' ? { ...got, body: Buffer.alloc(0) } : got);

/** Notes what became of an address. @returns the page's key when there is something to clean */
function keep(known: Known, got: Fetched, source: Source, run: Collecting, report: SourceReport) {
  const { store, now } = run;
  const { key } = known;
  const at = now().toISOString();
  if (got.kind === 'failed') {
    const tries = (known.failed?.tries ?? 0) + 1;
    const again = got.again && tries < TRIES;
    const reason = got.again && !again ? `${got.reason}; given up after ${tries} runs` : got.reason;
    store.note({ kind: 'failed', key, at, reason, again });
    report.failed.push({ url: known.url, reason, again });
    return undefined;
  }
  if (got.kind === 'same') {
    store.note({ kind: 'same', key, at });
    report.unchanged++;
    return undefined;
  }
  if (got.kind === 'moved') {
    store.note({ kind: 'moved', key, at, to: normaliseAddress(got.url) ?? got.url });
    report.unchanged++;
    return undefined;
  }
  const front = got.kind === 'page' && isFrontPage(got.url) && !isFrontPage(known.url);
  if (got.kind !== 'page' || front) {
    const isNews = known.gone === undefined;
    store.note({ kind: 'gone', key, at, status: got.kind === 'gone' ? got.status : 302 });
    if (isNews && known.versions.length > 0) report.vanished.push(known.url);
    else if (isNews)
      report.failed.push({
        url: known.url,
        reason: front ? 'leads to the front page' : 'is not there (yet, or any more)',
        again: true,
      });
    return undefined;
  }
  const target = normaliseAddress(got.url) ?? key;
  if (target !== key) store.note({ kind: 'moved', key, at, to: target });
  const { url, headers, body } = got;
  const version = store.keep({ key: target, url, source: source.name, at, headers, body });
  if (version) return { key: target, contentType: headers['content-type'] ?? '', url, body };
  report.unchanged++;
  return undefined;
}

interface Fresh {
  /** It named somebody who is forgotten, and was emptied. */
  readonly isOf?: boolean;
  readonly key: string;
  readonly url: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Cleans a page that was just stored and counts it. @returns whether it holds an article */
async function read(
  { key, isOf = false, ...page }: Fresh,
  source: Source,
  run: Collecting,
  report: SourceReport,
): Promise<boolean> {
  const { store, texts } = run;
  const made: Reading = isOf ? { unreadable: NAMES_FORGOTTEN } : await run.read({ ...page, select: source.select });
  const before = store.get(key)?.versions.at(-2);
  store.noteRead(key, made);
  if ('unreadable' in made) {
    report.failed.push({ url: page.url, reason: made.unreadable, again: false });
    return false;
  }
  if (before?.article?.hash === made.article.hash) report.unchanged++;
  else if (before) report.changed.push(key);
  else report.new.push(key);
  const twin = texts.get(made.article.text);
  if (twin === undefined) texts.set(made.article.text, key);
  else if (twin !== key && !before) report.copies++;
  return true;
}

async function readAgain(known: Known, source: Source, run: Collecting, report: SourceReport): Promise<void> {
  const last = known.versions.at(-1);
  if (!last || last.article || last.unreadable !== undefined) return;
  let page: RawPage;
  try {
    page = run.store.pageOrLost(known.key, last);
  } catch (error) {
    if (!(error instanceof SkipArticle)) throw error;
    report.notes.push(`${known.url}: ${error.message}`);
    return;
  }
  const { url, headers, body } = page;
  await read({ key: known.key, url, contentType: headers['content-type'] ?? '', body }, source, run, report);
}
