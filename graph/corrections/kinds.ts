import { text } from '../../pipeline/0-contract/columns.js';
import { readTable } from '../../pipeline/0-contract/tables.js';
import type { EntityKind } from '../../pipeline/0-contract/types.js';
import { unique } from '../identity/known.js';
import { schema } from '../schema.js';

/** What people rule that something is. */
export interface KindOf {
  readonly kind: 'person' | 'institution' | 'project';
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
export const kindNames = (): readonly string[] => ['person', ...PROJECT_TYPES, 'institution', ...institutionTypes()];

/** Undefined for a word that names no kind. */
export function kindNamed(name: string): KindOf | undefined {
  if (name === 'person' || name === 'institution') return { kind: name };
  if (PROJECT_TYPES.includes(name)) return { kind: 'project', type: name };
  return institutionTypes().includes(name) ? { kind: 'institution', type: name } : undefined;
}

const labelOf = (kind: EntityKind): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** Whether the schema lets something of a kind be an end of a claim. @param type a relationship, or PERIOD (of a project) */
export function fitsKind(type: string, end: 'from' | 'to', kind: EntityKind): boolean {
  if (type === 'PERIOD') return kind === 'project';
  const relationship = schema.relationships[type];
  return (relationship?.ends?.[end] ?? [relationship?.[end]]).includes(labelOf(kind));
}
