import type { Entity, Mention, SegmentedArticle } from '../0-contract/types.js';
import { resolveDates } from './dates.js';
import { resolveEvents } from './events.js';
import { resolveInstitutions } from './institutions.js';
import { resolveMunicipalities } from './municipalities.js';
import { resolvePersons } from './persons.js';
import { resolveProjects } from './projects.js';

/** Resolves the mentions of one kind; `known` holds the entities of the kinds before it. */
export type Resolver = (
  doc: SegmentedArticle,
  mentions: readonly Mention[],
  known: readonly Entity[],
) => readonly Entity[];

/**
 * Municipalities before institutions, which belong to them; events last, since they name their place. Each takes all
 * mentions and looks only at its own kind.
 */
export const resolvers: readonly Resolver[] = [
  resolveDates,
  resolveMunicipalities,
  resolveProjects,
  resolveInstitutions,
  resolvePersons,
  resolveEvents,
];

/** Mentions of an article → its entities. A mention that cannot be told (an institution without an owner) makes none. */
export function resolve(doc: SegmentedArticle, mentions: readonly Mention[]): Entity[] {
  let entities: Entity[] = [];
  for (const resolver of resolvers) entities = [...entities, ...resolver(doc, mentions, entities)];
  return entities;
}
