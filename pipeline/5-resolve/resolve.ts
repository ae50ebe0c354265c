import type { Trace } from '../0-contract/trace.js';
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
export function resolve(doc: SegmentedArticle, mentions: readonly Mention[], trace?: Trace): Entity[] {
  let entities: Entity[] = [];
  for (const resolver of resolvers) entities = [...entities, ...resolver(doc, mentions, entities)];
  if (trace) for (const mention of withoutEntity(mentions, entities)) trace({ mention, why: whyNothing(mention) });
  return entities;
}

/** By place and kind: a resolver may have completed a mention. */
function withoutEntity(mentions: readonly Mention[], entities: readonly Entity[]): Mention[] {
  const place = ({ kind, start, end }: Mention): string => `${kind} ${start} ${end}`;
  const resolved = new Set(entities.flatMap((entity) => entity.mentions.map(place)));
  return mentions.filter((mention) => !resolved.has(place(mention)));
}

function whyNothing(mention: Mention): string {
  if (mention.kind === 'institution' && mention.needsOwner) return 'whose institution this is cannot be told';
  if (mention.kind === 'date') return 'what date this is cannot be told';
  if (mention.kind === 'project') return 'no project named elsewhere that this could mean';
  return 'what this means cannot be told';
}
