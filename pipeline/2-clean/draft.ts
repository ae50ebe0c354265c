import type { Span } from '../0-contract/types.js';
import type { Published } from './published.js';

/** What a page says of itself, before what came with it is put above that. */
export interface Draft {
  /** As it is stored. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly noise: readonly Span[];
  readonly margins?: readonly Span[];
  /** Of equal method the surest first. */
  readonly dates: readonly (Published | undefined)[];
  readonly address?: string | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
}
