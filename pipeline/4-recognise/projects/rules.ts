import type { MentionRule } from '../../0-contract/rule.js';

/** Rules that find projects, in the order in which they win. */
export const projectRules: readonly MentionRule[] = [];
