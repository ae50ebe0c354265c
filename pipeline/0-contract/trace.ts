import type { Mention } from './types.js';

/** A mention that a rule found and that was not kept. */
export interface Refusal {
  readonly mention: Mention;
  /** For people: `another rule found more here`. */
  readonly why: string;
  /** What stands there instead. */
  readonly instead?: Mention;
}

/** Is told what was tried and refused, where someone wants to know. */
export type Trace = (refusal: Refusal) => void;
