import type { PersonMention } from '../../0-contract/types.js';
import type { ParsedName } from './parse.js';

export const PERSON_RULE_IDS = {
  full: 'person.given-surname',
  caps: 'person.capitals',
  initials: 'person.initials-surname',
  context: 'person.unknown-given-context',
  shape: 'person.unknown-given-shape',
  lone: 'person.lone-name',
} as const;

/** A name that was found, with how it was read. */
export interface FoundName {
  readonly mention: PersonMention;
  readonly parsed: ParsedName;
}
