import type { Known } from './known.js';

const DAY = 86_400_000;
/** Runs in which an address is tried that fails again and again. */
export const TRIES = 8;

export interface DueOptions {
  readonly now: Date;
  /** Days after the first time in which a page is looked at again. */
  readonly recheck: number;
  /** Ask for every page that the source names now, whenever it was asked for last. */
  readonly all: boolean;
  readonly named: boolean;
}

/**
 * Whether an address is to be asked for. A page is looked at again when its source says that it changed, and else after
 * one day, two, four and so on: news are mended while they are young.
 */
export function isDue(known: Known, { now, recheck, all, named }: DueOptions): boolean {
  if (known.moved !== undefined) return all && named;
  if (known.failed) return known.failed.again || (all && named);
  const first = known.versions[0]?.at;
  const { seen } = known;
  if (seen === undefined || (first === undefined && !known.gone)) return true;
  if (all && named) return true;
  if (known.gone) return named && now.getTime() - Date.parse(seen) >= DAY && recheck > 0 && first === undefined;
  if (known.updated !== undefined && known.updated > seen) return true;
  const age = Date.parse(seen) - Date.parse(first ?? seen);
  if (age >= recheck * DAY) return false;
  return now.getTime() - Date.parse(seen) >= Math.max(DAY, age);
}
