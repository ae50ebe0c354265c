import type { Entity, SegmentedArticle, StatedCount } from '../0-contract/types.js';

/** Numbers of municipalities, institutions and partners that the article claims, beside what was found. */
export const statedCounts = (_doc: SegmentedArticle, _entities: readonly Entity[]): StatedCount[] => [];
