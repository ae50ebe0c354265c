import type { MentionRule } from '../0-contract/rule.js';
import type { Trace } from '../0-contract/trace.js';
import type { Mention, SegmentedArticle } from '../0-contract/types.js';
import { dateRules } from './dates/rules.js';
import { eventRules } from './events/rules.js';
import { institutionRules } from './institutions/rules.js';
import { municipalityRules } from './municipalities/rules.js';
import { withoutOverlaps } from './overlap.js';
import { personRules } from './persons/rules.js';
import { projectRules } from './projects/rules.js';

/**
 * The order of work. Each kind sees what was found before it:
 * dates first, since they need nothing; municipalities before institutions, whose owners they are; projects before
 * institutions, since titles hold words that look like institutions; persons last, when the names of streets, projects
 * and institutions are taken; events need the places.
 */
export const recognisers: readonly (readonly MentionRule[])[] = [
  dateRules,
  municipalityRules,
  projectRules,
  institutionRules,
  personRules,
  eventRules,
];

/** All mentions of an article, in the order of the text. */
export function recognise(doc: SegmentedArticle, trace?: Trace): Mention[] {
  let found: Mention[] = [];
  for (const rules of recognisers) {
    const fresh = rules.flatMap((rule) => rule.find(doc, found));
    found = [...found, ...withoutOverlaps(fresh, found, trace)].sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return found;
}
