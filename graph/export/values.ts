import type { PropertyType } from '../schema.js';
import type { Value } from '../store.js';

/** Where an export goes: files by name, written in pieces. */
export interface Sink {
  open(name: string): SinkFile;
}

export interface SinkFile {
  write(text: string): Promise<void>;
  /** Puts the file in its place. */
  end(): Promise<void>;
}

/** How the items of a list stand in one cell or attribute. */
const BETWEEN_ITEMS = '; ';

/** A date and time with no more decimals than it needs: the stores write different numbers of them. */
const shortened = (text: string): string =>
  text.replace(/(?<=\d\d:\d\d:\d\d)\.(\d*?)0+(?=Z|[+-]|$)/u, (_, digits) => (digits ? `.${digits}` : ''));

/** A value as text; undefined for none. Lists joined by `; `. */
export function textOf(value: Value | undefined, type?: PropertyType): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item) => textOf(item) ?? '').join(BETWEEN_ITEMS);
  if (typeof value === 'object') return JSON.stringify(value);
  return type === 'datetime' ? shortened(String(value)) : String(value);
}
