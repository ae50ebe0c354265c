import type { Source } from './sources.js';

/** When a source was collected last, in milliseconds of the clock: as the log says, and when this process began with it. */
export interface LastTimes {
  readonly logged?: number | undefined;
  readonly begun?: number | undefined;
}

/**
 * When a source is to be collected next, in milliseconds of the clock; what lies behind is due. A time that is yet to come
 * was written while the clock was wrong, and tells nothing.
 */
export function nextTime({ every }: Pick<Source, 'every'>, { logged, begun }: LastTimes, now: number): number {
  const last = [logged, begun].filter((time) => time !== undefined && !Number.isNaN(time) && time <= now) as number[];
  return last.length === 0 ? 0 : Math.max(...last) + every;
}
