import { withValues } from './literal.js';

/**
 * An address that opens Neo4j Browser with a query ready to run.
 * @param browser address of Neo4j Browser, with or without parameters
 */
export function queryLink(browser: string, cypher: string, values: Readonly<Record<string, unknown>>): string {
  // Browser undoes the percent codes before it looks for & and #, which must not stand in the query itself
  const query = withValues(cypher, values);
  return `${browser}${browser.includes('?') ? '&' : '?'}cmd=edit&arg=${encoded(query)}`;
}

/** Quotes and brackets too: terminals end an address there. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /['()*!]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export const guideLink = (browser: string, guide: string): string =>
  `${browser}${browser.includes('?') ? '&' : '?'}cmd=guide&arg=${encoded(guide)}`;

/** Entities with what they are joined to: a picture to begin with. */
export const NEIGHBOURS = `MATCH (who:Entity)
WHERE who.id IN $ids OR who.name IN $ids
OPTIONAL MATCH path = (who)-[]-(:Entity)
RETURN who, path
LIMIT 200`;

/**
 * Where the Neo4j Browser of a server is found, as far as can be told from its Bolt address: beside it on port 7474; for an
 * encrypted address the one that Neo4j hosts.
 */
export function likelyBrowser(uri: string): string {
  const { hostname } = new URL(uri.replace(/^[a-z0-9+]+:/u, 'http:'));
  const encrypted = /^[a-z0-9]+\+s/u.test(uri);
  return `${encrypted ? 'https://browser.neo4j.io/' : `http://${hostname}:7474/browser/`}?dbms=${encodeURIComponent(uri)}`;
}
