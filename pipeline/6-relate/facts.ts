import type { RelateContext } from '../0-contract/rule.js';
import type { Evidence, Fact, RelationType, SegmentedArticle, Status } from '../0-contract/types.js';

/** A whole sentence as evidence. */
export function evidenceOf(doc: SegmentedArticle, index: number): Evidence {
  const { start, end } = doc.sentences[index] as SegmentedArticle['sentences'][number];
  return { start, end, sentence: index, text: doc.article.text.slice(start, end) };
}

/** What a rule says of a fact; `sentences` are the ones it rests on, the one that says it first. */
export interface Finding {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly sentences: readonly number[];
  readonly rule: string;
  readonly confidence: number;
  readonly when?: string | undefined;
  readonly status?: Status | undefined;
  readonly role?: string | undefined;
}

export function factOf({ doc }: RelateContext, finding: Finding): Fact {
  const { type, from, to, rule, confidence, when, status, role } = finding;
  return {
    type,
    from,
    to,
    rule,
    confidence,
    ...(when ? { when } : {}),
    ...(status ? { status } : {}),
    ...(role ? { role } : {}),
    evidence: [...new Set(finding.sentences)].map((index) => evidenceOf(doc, index)),
  };
}

/**
 * One fact for each type, pair and status: the surest wording leads, the other sentences become further evidence. Events
 * may take place twice in one town, so their day counts too; so does a post, since one may hold two.
 */
export function mergeFacts(facts: readonly Fact[]): Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of facts) {
    const apart =
      fact.type === 'TOOK_PLACE_IN' ? fact.when : fact.type === 'PARTICIPATES_IN' ? isOver(fact.status) : '';
    const key = [fact.type, fact.from, fact.to, apart].join(' ');
    const other = merged.get(key);
    merged.set(key, other ? join(other, fact) : fact);
  }
  return [...merged.values()];
}

/** Having left or declined contradicts taking part; the other statuses are stages of it. */
const isOver = (status: Status | undefined): string => (status === 'declined' || status === 'ended' ? status : '');

function join(a: Fact, b: Fact): Fact {
  const [lead, other] = b.confidence > a.confidence ? [b, a] : [a, b];
  const known = new Set(lead.evidence.map(({ sentence }) => sentence));
  return {
    ...other,
    ...lead,
    evidence: [...lead.evidence, ...other.evidence.filter(({ sentence }) => !known.has(sentence))],
  };
}
