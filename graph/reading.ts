import { Stop } from '../pipeline/0-contract/errors.js';

/** What does not count when looking for keywords: comments, strings, quoted names. */
const UNREAD = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`/gu;

/**
 * A clause that writes, defines or loads. Not after `.`, `:` or `$` (a property, a label, a parameter) nor before `:` (a
 * key of a map).
 */
const WRITING =
  /(?<![\p{L}\p{N}_.:$])(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|INSERT|DROP|ALTER|GRANT|DENY|REVOKE|FOREACH|LOAD\s+CSV|START\s+TRANSACTION|COMMIT|ROLLBACK|SESSION)(?![\p{L}\p{N}_]|\s*:)/iu;

/** The store gave a question up: the answer takes too long, or too much memory. */
export class TooMuch extends Stop {}

/** @throws Stop when a statement that is to read has a clause that writes */
export function refuseWrites(cypher: string): void {
  const clause = WRITING.exec(cypher.replace(UNREAD, ' '))?.[1];
  if (clause !== undefined)
    throw new Stop(`unexpected ${clause.toUpperCase()} in a question: questions only read, use MATCH and RETURN`);
}
