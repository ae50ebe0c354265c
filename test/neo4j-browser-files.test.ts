import { load as parseHtml } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { favourites } from '../graph/browser/favourites.js';
import { examplesOf, guideText } from '../graph/browser/guide.js';
import { likelyBrowser, queryLink } from '../graph/browser/link.js';
import { cypherLiteral, withValues } from '../graph/browser/literal.js';
import { serveFiles } from '../graph/browser/serve.js';
import { styleText } from '../graph/browser/style.js';
import { parametersUsed, readQueries } from '../graph/queries.js';
import { refuseWrites } from '../graph/reading.js';
import { schema } from '../graph/schema.js';
import { NASTY, writeNastyGraph } from './export-graph.js';
import { neo4jMissing, useNeo4j } from './neo4j-server.js';

const noNeo4j = await neo4jMissing();
const queries = readQueries();

/** What Neo4j Browser 5.24 makes of an address: it undoes the percent codes and reads to the next & or #. */
const readByBrowser = (address: string): string =>
  /[?&]arg=([^&#]*)/u.exec(decodeURIComponent(address.replace(/\+/gu, ' ')))?.[1] ?? '';

describe('values in a query', () => {
  const hostile = [
    "x' OR true //",
    '\\u0027 OR true //',
    '\\\\u0027',
    "\\' RETURN 1 //",
    'a & b # c % d + e = f ? g',
    "'}) DETACH DELETE n //",
    '$project',
    '`x`',
    ...NASTY,
  ];

  it('take the place of parameters only', () => {
    const cypher = '// about $a\nMATCH (n {x: \'$a\', `$b`: $a}) /* $b */ WHERE n.y = "$a" AND n.z IN $b RETURN $a';
    expect(withValues(cypher, { a: "it's", b: ['x', 1, null] })).toBe(
      "MATCH (n {x: '$a', `$b`: 'it\\'s'})  WHERE n.y = \"$a\" AND n.z IN ['x', 1, null] RETURN 'it\\'s'",
    );
  });

  it('stand in an address as in the query, whatever they are', () => {
    for (const text of hostile) {
      const link = queryLink('http://localhost:7474/browser/?dbms=bolt://localhost:7687', 'RETURN $x AS x', {
        x: text,
      });
      expect(link).toMatch(/^[A-Za-z0-9\-._~:/?&=%]+$/u);
      expect(readByBrowser(link)).toBe(`RETURN ${cypherLiteral(text)} AS x`);
    }
  });

  it.each(queries)(
    'of $name leave a question that only reads, and that Browser gets whole',
    ({ cypher, parameters }) => {
      const values = Object.fromEntries(parameters.map(({ name }) => [name, "x' #&"]));
      const whole = withValues(cypher, values);
      expect(parametersUsed(whole)).toEqual([]);
      refuseWrites(whole);
      expect(readByBrowser(queryLink('http://localhost/', cypher, values))).toBe(whole);
    },
  );

  describe.skipIf(noNeo4j !== undefined)('on Neo4j', { timeout: 300_000 }, () => {
    const neo4j = useNeo4j();
    const back = async (value: unknown): Promise<unknown> =>
      (await neo4j.store.read(`RETURN ${cypherLiteral(value)} AS x`))[0]?.x;

    it('are the values that were given', async () => {
      for (const text of hostile) expect(await back(text)).toBe(text);
      expect(await back([1, 0.5, null, true, "'"])).toEqual([1, 0.5, null, true, "'"]);
    });

    it('are so for any text', async () => {
      const piece = fc.constantFrom(
        "'",
        '"',
        '\\',
        'u',
        '0027',
        'u0027',
        '\n',
        '#',
        '&',
        '//',
        '*/',
        '`',
        '$x',
        'ā',
        '𝔊',
        '\u0000',
        ' ',
      );
      const text = fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 8, maxLength: 8 }), async (texts) => {
          expect(await back(texts)).toEqual(texts);
        }),
        { numRuns: 60 },
      );
    });

    it('make a guide whose questions all run', async () => {
      const store = await neo4j.emptied();
      await writeNastyGraph(store);
      const examples = await examplesOf(store);
      expect(examples).toMatchObject({ Person: 'plain', Article: 'plain' });
      const all = { ...examples, Municipality: NASTY[8], Project: NASTY[3], Institution: NASTY[9], Event: NASTY[1] };
      const page = guideText(queries, all, 'http://localhost:1/saites.grass');
      // what Neo4j Browser throws out of a page, a question among it would be cut
      expect(page).not.toMatch(/(\s+(on[^\s=]+)[^\s=]*\s*=\s*("[^"]*"|'[^']*'|[\w\-.:]+\s*))/iu);
      const $ = parseHtml(page);
      const clicked = [
        ...$('[data-populate]')
          .toArray()
          .map((one) => $(one).attr('data-populate') ?? ''),
        ...$('pre.runnable')
          .toArray()
          .map((one) => $(one).text()),
      ];
      expect(clicked.length).toBeGreaterThanOrEqual(10);
      expect($('[data-populate]')).toHaveLength(queries.length);
      for (const cypher of clicked) await store.read(cypher);
    });
  });
});

describe('files for Neo4j Browser', () => {
  it('have a colour and a caption for every label and a line for every relationship', () => {
    const style = styleText();
    for (const [label, { colour, caption }] of Object.entries(schema.labels))
      expect(style).toMatch(
        new RegExp(`node\\.${label} \\{[^}]*  color: ${colour};[^}]*  caption: "\\{${caption}\\}";\n`, 'u'),
      );
    for (const type of Object.keys(schema.relationships)) expect(style).toContain(`relationship.${type} {\n`);
    // of two rules the later is the more special
    expect(style.indexOf('node.Entity {')).toBeLessThan(style.indexOf('node.Person {'));
  });

  it('have each question as a favourite with its title first, and all parameters in one', () => {
    const files = favourites(queries);
    expect([...files.keys()]).toEqual(['00-parameters.cypher', ...queries.map(({ name }) => `${name}.cypher`)]);
    const [set = ''] = files.values();
    for (const { name, title, parameters } of queries) {
      expect(files.get(`${name}.cypher`)).toMatch(new RegExp(`^// Saites: ${title}\n`, 'u'));
      for (const parameter of parameters) expect(set).toContain(`\n:param ${parameter.name} => `);
    }
    expect(set).toContain('\n:param confidence => 0;\n');
  });

  it('are found by an address that is likely', () => {
    expect(likelyBrowser('bolt://localhost:7687')).toBe(
      'http://localhost:7474/browser/?dbms=bolt%3A%2F%2Flocalhost%3A7687',
    );
    expect(likelyBrowser('neo4j+s://x.databases.neo4j.io')).toMatch(
      /^https:\/\/browser\.neo4j\.io\/\?dbms=neo4j%2Bs%3A/u,
    );
  });
});

describe('the server of the guide', () => {
  it('answers pages of this computer only', async () => {
    const server = await serveFiles((address) => ({ '/guide.html': () => `at ${address}` }));
    const port = new URL(server.address).port;
    const get = (path: string, origin: string) => fetch(`${server.address}${path}`, { headers: { origin } });
    const answer = await get('/guide.html?x', 'http://localhost:7474');
    expect(await answer.text()).toBe(`at ${server.address}`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:7474');
    expect((await get('/guide.html', 'https://evil.example')).headers.get('access-control-allow-origin')).toBe(null);
    expect((await get('/guide.html', 'http://localhost.evil.example')).headers.get('access-control-allow-origin')).toBe(
      null,
    );
    for (const path of ['/', '/toString', '/../package.json'])
      expect((await get(path, 'http://localhost')).status).toBe(404);
    expect((await fetch(`${server.address}/guide.html`, { method: 'POST' })).status).toBe(404);
    expect(port).toMatch(/^\d+$/u);
    await server.close();
  });
});
