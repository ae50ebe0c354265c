import type { Mention, MunicipalityMention, SegmentedArticle, Token } from '../../0-contract/types.js';
import { isBeforeSurname } from '../given-name.js';
import { type Candidate, candidate, type Reading } from './candidate.js';
import { withHead } from './headed.js';
import { headAt, LEGAL_FORMS } from './heads.js';
import { withIntroduced } from './introduced.js';
import { knownAt } from './known.js';
import { company, slashed } from './legal-forms.js';
import { withQuotedAgain } from './quoted-again.js';

const cache = new WeakMap<SegmentedArticle, readonly Candidate[]>();

/** All that may be an institution, of all rules: they read an article together, since each needs what the others see. */
export function candidatesIn(doc: SegmentedArticle, found: readonly Mention[]): readonly Candidate[] {
  const known = cache.get(doc);
  if (known) return known;
  const municipality = new Map<number, MunicipalityMention>();
  const titles = new Set<number>();
  for (const mention of found) {
    if (mention.kind === 'project' && !mention.anaphoric && mention.rule !== 'project.of-owner') {
      for (let i = mention.first; i < mention.last; i++) titles.add(i);
    }
    if (mention.kind !== 'municipality') continue;
    for (let i = mention.first; i < mention.last; i++) municipality.set(i, mention);
  }
  const reading = { doc, municipality };
  const candidates: Candidate[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    const token = doc.tokens[i] as Token;
    // what stands in a project's title is a part of the title: «Klubs “Logs” – vieta visiem»
    if (token.kind === 'word' && !titles.has(i)) candidates.push(...at(reading, i, token));
  }
  const all = withIntroduced(doc, withQuotedAgain(doc, candidates, titles));
  cache.set(doc, all);
  return all;
}

function at(reading: Reading, i: number, token: Token): Candidate[] {
  const hit = knownAt(reading.doc, i);
  const candidates: Candidate[] = [];
  if (hit) {
    candidates.push(
      candidate(reading, {
        rule: 'institution.known',
        first: hit.first,
        last: hit.last,
        name: hit.known.name,
        type: hit.known.type,
        confidence: hit.abbreviated ? 0.9 : 0.98,
      }),
    );
  }
  const legal = LEGAL_FORMS.get(token.text);
  if (legal || slashed(reading.doc, i)) candidates.push(...company(reading, i, legal?.type ?? 'company'));
  const form = isBeforeSurname(reading.doc.tokens, i) ? undefined : headAt(reading.doc, i);
  if (form) candidates.push(...withHead(reading, i, form));
  return candidates;
}
