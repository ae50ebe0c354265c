import type { FactRule } from '../0-contract/rule.js';

/** Rules that find facts, in the order in which they are listed. */
export const factRules: readonly FactRule[] = [];
