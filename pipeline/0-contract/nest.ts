import type { Span } from './types.js';

/** A stretch of text that something covers, with those inside it. */
export interface Nested<T> extends Span {
  readonly told: T;
  readonly inside: readonly Nested<T>[];
}

/** In the order of the text, the longer of two that begin together first. */
export const inText = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Stretches as a tree; one that crosses the end of another is cut in two there. @param spans in the order of `inText` */
export function nested<T>(spans: readonly (Span & { readonly told: T })[]): Nested<T>[] {
  const nodes: Nested<T>[] = [];
  let rest = [...spans];
  for (let head = rest.shift(); head; head = rest.shift()) {
    const { told, start, end } = head;
    const inside = rest
      .filter((other) => other.start < end)
      .map((other) => ({ ...other, end: Math.min(end, other.end) }));
    nodes.push({ told, start, end, inside: nested(inside) });
    rest = rest
      .filter((other) => other.end > end)
      .map((other) => ({ ...other, start: Math.max(end, other.start) }))
      .sort(inText);
  }
  return nodes;
}
