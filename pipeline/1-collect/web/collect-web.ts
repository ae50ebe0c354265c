import { type Collecting, collectSource } from './collect-source.js';
import type { SourceReport } from './report.js';
import type { Source } from './sources.js';

/** Collects several sources at a time; each host is asked in turn, whichever source it is for. */
export async function collectWeb(
  sources: readonly Source[],
  shared: Omit<Collecting, 'claimed' | 'texts'>,
  onReport?: (report: SourceReport) => void,
): Promise<SourceReport[]> {
  const texts = new Map<string, string>();
  for (const { key, versions } of shared.store.all()) {
    const text = versions.at(-1)?.article?.text;
    if (text !== undefined && !texts.has(text)) texts.set(text, key);
  }
  const run: Collecting = { ...shared, claimed: new Set(), texts };
  const ends = await Promise.allSettled(
    sources.map(async (source) => {
      const report = await collectSource(source, run);
      onReport?.(report);
      return report;
    }),
  );
  // a fault in one source lets the others end first
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}
