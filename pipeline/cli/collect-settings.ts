import { join, resolve } from 'node:path';
import { packageRoot } from '../0-contract/root.js';

const set = (name: string): string | undefined => process.env[name]?.trim() || undefined;

/** Folder of what was collected: that of SAITES_CACHE, else `data/cache` of this package. */
export const pagesFolder = (): string =>
  join(set('SAITES_CACHE') ? resolve(set('SAITES_CACHE') as string) : join(packageRoot, 'data', 'cache'), 'pages');

export const contactSetting = (): string | undefined => set('SAITES_CONTACT');

/** On Windows also Ctrl-Break and the closing of the window; elsewhere a program may be meant to outlive its terminal. */
const SIGNALS = {
  windows: ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'],
  others: ['SIGINT', 'SIGTERM'],
} as const;

/**
 * A signal that is given at Ctrl-C or when the system ends the program; at the second one the program ends at once, which
 * loses nothing but what was under way.
 */
export function stopSignal(onStop: () => void): AbortSignal {
  const stop = new AbortController();
  for (const name of process.platform === 'win32' ? SIGNALS.windows : SIGNALS.others) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      onStop();
      stop.abort();
    });
  }
  return stop.signal;
}
