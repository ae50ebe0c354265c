import type { MentionRule } from '../../0-contract/rule.js';

/** Rules that find institutions, in the order in which they win. */
export const institutionRules: readonly MentionRule[] = [];
