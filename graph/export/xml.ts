import type { PropertiesSchema, PropertyType } from '../schema.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that no XML 1.0 document may hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** Text for an attribute or an element. What XML cannot hold (NUL, half a surrogate pair) becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"\t\n\r]/gu, (character) => ESCAPES[character] as string);

/** ` name="value"` for each that has a value. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(value as string)}"`)
    .join('');

/** Names of types in GraphML and GEXF, which know no dates and no lists that all programs read: these are texts. */
export const XML_TYPES: Readonly<Record<PropertyType, string>> = {
  text: 'string',
  integer: 'long',
  decimal: 'double',
  date: 'string',
  datetime: 'string',
  list: 'string',
  boolean: 'boolean',
};

/** An attribute has one type for all nodes, or all edges: a name that has several in the schema is a text. */
export function typesByName(
  all: readonly ({ readonly properties: PropertiesSchema } | undefined)[],
): Map<string, PropertyType> {
  const types = new Map<string, PropertyType>();
  for (const one of all)
    for (const [name, { type }] of Object.entries(one?.properties ?? {}))
      types.set(name, (types.get(name) ?? type) === type ? type : 'text');
  return types;
}
