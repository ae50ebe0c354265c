const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What an address takes for its own, what editors show badly, and half a surrogate pair. */
const CODED = /[&#\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const coded = (character: string): string =>
  [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase()}`)
    .join('');

/**
 * A text as a Cypher literal that cannot end early. The parser of Cypher 5 replaces `\uXXXX` before it looks for quotes, so
 * codes stand for harmless characters only, and each backslash of the text is a literal of its own, joined to the others:
 * what follows it can never make a code of it.
 */
function textLiteral(text: string): string {
  const parts = text
    .split('\\')
    .map(
      (part) => `'${part.replace(CODED, (character) => NAMED[character] ?? coded(character)).replaceAll("'", "\\'")}'`,
    );
  return parts.length === 1 ? `${parts[0]}` : `(${parts.join(" + '\\\\' + ")})`;
}

/** A value as Cypher writes it: null, a number, a text, a list of them. */
export function cypherLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  throw new Error(`no literal for ${typeof value}`);
}

/** Comments, texts and quoted names, where a `$` is nothing; or a parameter. */
const PIECES =
  /\/\/[^\n]*\n?|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\$(?<name>[a-zA-Z][a-zA-Z0-9]*)/gu;

/**
 * A query with its parameters written in, without comments: Neo4j Browser shows no result of a query that comes together
 * with `:param` lines.
 */
export const withValues = (cypher: string, values: Readonly<Record<string, unknown>>): string =>
  cypher
    .replace(PIECES, (piece, name: string | undefined) => {
      if (name !== undefined) return cypherLiteral(values[name]);
      return /^\/[/*]/u.test(piece) ? '' : piece;
    })
    .trim();
