import { overlap } from '../0-contract/span.js';
import type { Trace } from '../0-contract/trace.js';
import type { EntityKind, Mention } from '../0-contract/types.js';

/** Kinds whose mentions may hold, or lie in, one of another kind: a municipality inside the name of its institution. */
const MAY_NEST: ReadonlySet<string> = new Set<`${EntityKind}/${EntityKind}`>([
  'municipality/institution',
  'municipality/project',
  'institution/project',
  'municipality/event',
  'institution/event',
  'project/event',
  'project/institution',
  'date/project',
  'date/event',
]);
const mayNest = (a: Mention, b: Mention): boolean => {
  // «dienas centrs “Pavards”» is no day: an institution may stand in the name of an event, not the other way round
  if (a.kind === 'event' && b.kind === 'institution')
    return !(b.start <= a.start && a.end <= b.end && a.end - a.start < b.end - b.start);
  return MAY_NEST.has(`${a.kind}/${b.kind}`) || MAY_NEST.has(`${b.kind}/${a.kind}`);
};

/**
 * Who wins where mentions overlap. Within a kind: the longer, then the surer, then the earlier rule. Between kinds: what
 * was found earlier stays, unless one kind may hold the other.
 */
export function withoutOverlaps<M extends Mention>(fresh: readonly M[], found: readonly Mention[], trace?: Trace): M[] {
  const kept: M[] = [];
  const inOrder = [...fresh].sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence);
  for (const mention of inOrder) {
    const winner =
      kept.find((other) => overlap(mention, other)) ??
      found.find((other) => overlap(mention, other) && !mayNest(mention, other));
    if (!winner) kept.push(mention);
    else trace?.({ mention, why: whyLost(mention, winner), instead: winner });
  }
  return kept;
}

function whyLost(mention: Mention, winner: Mention): string {
  if (winner.kind !== mention.kind) return `part of another kind of name, found before`;
  if (winner.end - winner.start > mention.end - mention.start) return 'another rule found more here';
  return winner.confidence > mention.confidence ? 'another rule is surer here' : 'another rule found the same';
}
