import { RELATION_TYPES } from '../0-contract/types.js';

type Counts = Readonly<Record<string, number>>;

const KINDS = ['Person', 'Municipality', 'Institution', 'Project', 'Event', 'Date'];

const PLURALS: Readonly<Record<string, [one: string, many: string]>> = {
  Person: ['person', 'people'],
  Municipality: ['municipality', 'municipalities'],
  Institution: ['institution', 'institutions'],
  Project: ['project', 'projects'],
  Event: ['event', 'events'],
  Date: ['date', 'dates'],
};

const total = (counts: Counts, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0);

/** `37: 5 people, 17 municipalities, …` */
export function kindsText(nodes: Counts): string {
  const parts = KINDS.filter((kind) => nodes[kind]).map((kind) => {
    const [one, many] = PLURALS[kind] as [string, string];
    return `${nodes[kind]} ${nodes[kind] === 1 ? one : many}`;
  });
  return parts.length === 0 ? 'none' : `${total(nodes, KINDS)}: ${parts.join(', ')}`;
}

/** `21: PARTICIPATES_IN 17, HEADS 2, …` */
export function factsText(relationships: Counts): string {
  const parts = RELATION_TYPES.filter((type) => relationships[type])
    .sort((a, b) => (relationships[b] ?? 0) - (relationships[a] ?? 0))
    .map((type) => `${type} ${relationships[type]}`);
  return parts.length === 0 ? 'none' : `${total(relationships, RELATION_TYPES)}: ${parts.join(', ')}`;
}
