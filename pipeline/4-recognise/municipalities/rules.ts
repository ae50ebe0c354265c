import type { MentionRule } from '../../0-contract/rule.js';

/** Rules that find municipalities, in the order in which they win. */
export const municipalityRules: readonly MentionRule[] = [];
