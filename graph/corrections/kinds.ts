import { text } from '../../pipeline/0-contract/columns.js';
import { fold } from '../../pipeline/0-contract/fold.js';
import { readTable } from '../../pipeline/0-contract/tables.js';
import { type Territory, territories, validOn } from '../../pipeline/0-contract/territory-table.js';
import type { EntityKind } from '../../pipeline/0-contract/types.js';
import { byCodePoint, unique } from '../identity/known.js';
import { schema } from '../schema.js';

/** Kinds that people may change into each other. Not dates: a date is what its digits say. */
export const CHANGEABLE = ['person', 'institution', 'project', 'event', 'municipality'] as const;

/** What people rule that something is. */
export interface KindOf {
  readonly kind: (typeof CHANGEABLE)[number];
  /** Kind within the kind; of an institution absent where they don't say. */
  readonly type?: string;
}

const PROJECT_TYPES = ['project', 'pilot', 'activity', 'measure'];

let types: readonly string[] | undefined;
const institutionTypes = (): readonly string[] => {
  types ??= unique(
    ['institution-heads', 'known-institutions'].flatMap((file) =>
      readTable(`lexicon/${file}.csv`, { type: text() }).map(({ type }) => type),
    ),
  );
  return types;
};

/** Words that may stand behind `is`. */
export const kindNames = (): readonly string[] => [
  ...['person', ...PROJECT_TYPES, 'event', 'municipality', 'institution'],
  ...institutionTypes(),
];

/** Undefined for a word that names no kind. */
export function kindNamed(name: string): KindOf | undefined {
  const kind = CHANGEABLE.find((one) => one === name);
  if (kind !== undefined && kind !== 'project') return { kind };
  if (PROJECT_TYPES.includes(name)) return { kind: 'project', type: name };
  return institutionTypes().includes(name) ? { kind: 'institution', type: name } : undefined;
}

export const NO_DATE = 'a date is what its digits say, so nothing is made of one or into one; reject the facts instead';

/** Why a name cannot be made a municipality; undefined where it can. */
export function territoryFault(name: string): string | undefined {
  const called = territoriesCalled(name);
  if (called.length === 0)
    return `no municipality, town or pagasts of data/territories is called «${name}»; write its name as there`;
  const units = unique(called.map(({ unit }) => unit));
  const atOnce = called.some((one) => called.some((other) => other.unit !== one.unit && overlap(one, other)));
  return atOnce
    ? `«${name}» is the name of ${units.length} units at one time (${called.map(({ id }) => id).join(', ')}), so which is meant cannot be told`
    : undefined;
}

const territoriesCalled = (name: string): Territory[] =>
  [...territories.values()]
    .filter((unit) => fold(unit.name) === fold(name))
    .sort((a, b) => byCodePoint(a.from ?? '', b.from ?? '') || byCodePoint(a.id, b.id));

const overlap = (a: Territory, b: Territory): boolean =>
  (a.from ?? '') <= (b.to ?? '9') && (b.from ?? '') <= (a.to ?? '9');

/**
 * The unit of a name on the day of an article, else the one nearest before it; without a day the latest.
 * @param published ISO, may be partial
 */
export function territoryCalled(name: string, published: string | null): string {
  const called = territoriesCalled(name);
  const then =
    published === null
      ? undefined
      : (called.findLast((unit) => validOn(unit, published)) ??
        called.findLast(({ from }) => from === undefined || from <= published) ??
        called[0]);
  return (then ?? (called.at(-1) as Territory)).id;
}

const labelOf = (kind: EntityKind): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** Whether the schema lets something of a kind be an end of a claim. @param type a relationship, or PERIOD (of a project) */
export function fitsKind(type: string, end: 'from' | 'to', kind: EntityKind): boolean {
  if (type === 'PERIOD') return kind === 'project';
  const relationship = schema.relationships[type];
  return (relationship?.ends?.[end] ?? [relationship?.[end]]).includes(labelOf(kind));
}
