import { schema } from '../schema.js';

/**
 * How much of the graph an export holds.
 * domain: whom and what articles speak of, and the relationships between them; without Date, which nothing but mentions
 * leads to. evidence: these with the articles and their claims. all: everything.
 */
export type Scope = 'domain' | 'evidence' | 'all';

/** The label that a label comes with, and that ids are unique in: Person → Entity, Claim → Claim. */
export function rootOf(label: string): string {
  const base = schema.labels[label]?.base;
  return base === undefined ? label : rootOf(base);
}

const isDomain = (label: string): boolean => rootOf(label) === 'Entity';

const HOLDS: Readonly<Record<Scope, (label: string) => boolean>> = {
  domain: (label) => isDomain(label) && label !== 'Date',
  evidence: (label) => isDomain(label) || label === 'Article' || label === 'Claim',
  all: () => true,
};

/** In the order of the schema. */
export const labelsIn = (scope: Scope): string[] => Object.keys(schema.labels).filter(HOLDS[scope]);

/** Those that join labels of the scope, in the order of the schema. */
export const typesIn = (scope: Scope): string[] =>
  Object.entries(schema.relationships)
    .filter(([, { from, to }]) => HOLDS[scope](from) && HOLDS[scope](to))
    .map(([type]) => type);

/** The pairs of properties that say from when until when a node or a relationship holds, the first that it has. */
const INTERVALS = [
  ['since', 'until'],
  ['from', 'until'],
  ['from', 'to'],
] as const;

/** Names of the properties with its first and last day, or undefined when it has none. */
export const intervalOf = ({
  properties,
}: {
  readonly properties: (typeof schema.labels)[string]['properties'];
}): (typeof INTERVALS)[number] | undefined =>
  INTERVALS.find((pair) => pair.every((name) => properties[name]?.type === 'date'));
