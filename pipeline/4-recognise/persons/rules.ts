import type { MentionRule } from '../../0-contract/rule.js';

/** Rules that find persons, in the order in which they win. */
export const personRules: readonly MentionRule[] = [];
