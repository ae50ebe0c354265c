import type { MentionRule } from '../../0-contract/rule.js';

/** Rules that find dates, in the order in which they win. */
export const dateRules: readonly MentionRule[] = [];
