import type { MentionRule } from '../../0-contract/rule.js';

/** Rules that find events, in the order in which they win. */
export const eventRules: readonly MentionRule[] = [];
