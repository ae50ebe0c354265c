import type { Span } from './types.js';

/** Whether two stretches of a text have a character in common. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
