import { describe, expect, it } from 'vitest';
import { parametersUsed, parseQuery, readQueries } from '../graph/queries.js';
import { schema } from '../graph/schema.js';

const queries = readQueries();

const QUESTIONS = [
  'articles-about-entity',
  'contradictions',
  'counts-that-do-not-fit',
  'entities-new-since',
  'facts-of-one-article',
  'institutions-behind-project',
  'municipalities-by-project',
  'municipalities-together',
  'participation-matrix',
  'people-and-posts',
  'pilots-and-successors',
  'planned-and-begun',
  'projects-of-municipality',
  'shortest-connection',
  'stated-counts-completed',
  'timeline-of-entity',
  'what-article-says',
  'who-headed-what',
  'who-shares-projects',
  'who-spoke-for-whom',
];

describe('headers', () => {
  it('are those of the questions that the program promises', () => {
    expect(queries.map(({ name }) => name)).toEqual(QUESTIONS);
  });

  it.each(queries)('$name has a title, a sentence and columns', ({ name, title, what, columns }) => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(what).toMatch(/\.$/u);
    expect(columns.length).toBeGreaterThan(0);
  });

  it.each(queries)('$name: parameters declared are those used', ({ cypher, parameters, evidence }) => {
    const declared = [...parameters.map(({ name }) => name), ...(evidence ? ['evidence'] : [])];
    expect(parametersUsed(cypher).sort()).toEqual(declared.sort());
  });

  it.each(queries)('$name: a sentence comes with title, date and address', ({ columns }) => {
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['title', 'published', 'url', 'sentence']));
  });

  const header = [
    '// A title',
    '// What it answers.',
    '// param $x text what',
    '// column y text what',
    'RETURN $x AS y',
  ];
  const changed = (line: number, text: string): string =>
    header.map((old, i) => (i === line - 1 ? text : old)).join('\n');

  it('is read', () => {
    expect(parseQuery('queries/a-b.cypher', header.join('\n'))).toMatchObject({
      name: 'a-b',
      title: 'A title',
      what: 'What it answers.',
      parameters: [{ name: 'x', type: 'text', what: 'what' }],
      columns: [{ name: 'y', type: 'text', what: 'what' }],
    });
    const withDefault = changed(3, '// param $x integer (default 3) how many');
    expect(parseQuery('a.cypher', withDefault).parameters).toEqual([
      { name: 'x', type: 'integer', default: '3', what: 'how many' },
    ]);
    const withChoices = changed(3, '// param $x text one of then|2009 (default then) whose');
    expect(parseQuery('a.cypher', withChoices).parameters).toEqual([
      { name: 'x', type: 'text', choices: ['then', '2009'], default: 'then', what: 'whose' },
    ]);
  });

  it.each([
    [1, '//', /^q\.cypher:1: expected a title/u],
    [2, '// param $x text what', /^q\.cypher:2: expected a sentence/u],
    [3, '// param $x number what', /^q\.cypher:3: type: /u],
    [3, '// param x text what', /^q\.cypher:3: expected `\/\/ param/u],
    [3, '// param $store text what', /^q\.cypher:3: name: is the name of an option/u],
    [3, '// param $z text what', /\$x is used and has no line/u],
    [4, '// column y', /^q\.cypher:4: expected/u],
    [4, '// column Y text what', /^q\.cypher:4: name: /u],
    [5, 'RETURN 1 AS y', /\$x is declared and not used/u],
    [5, "RETURN '$x' AS y // $x", /\$x is declared and not used/u],
    [5, 'CREATE (n {x: $x}) RETURN 1 AS y', /^q\.cypher.*CREATE/u],
    [5, 'MATCH (n) SET n.x = $x RETURN 1 AS y', /^q\.cypher.*SET/u],
    [5, 'MATCH (n {x: $x}) DETACH DELETE n', /^q\.cypher.*(?:DETACH|DELETE)/u],
  ])('with line %i «%s» is refused', (line, text, message) => {
    expect(() => parseQuery('q.cypher', changed(line, text))).toThrow(message);
  });
});

describe('words of the schema', () => {
  const properties = new Set(
    [...Object.values(schema.labels), ...Object.values(schema.relationships)].flatMap((one) =>
      Object.keys(one.properties),
    ),
  );
  const withoutComments = (cypher: string): string => cypher.replace(/\/\/[^\n]*/gu, '').replace(/'[^']*'/gu, "''");

  /** Labels, relationship types and properties that a query names and the schema does not know. */
  function unknown(cypher: string): string[] {
    const code = withoutComments(cypher);
    const inBrackets = [...code.matchAll(/-\[\w*:([^\]{]+)/gu)].flatMap(([, types = '']) =>
      types.split(/[|*.\d\s`]+/u).filter((type) => type !== ''),
    );
    const labels = [
      ...code.replace(/-\[[^\]]*\]/gu, '').matchAll(/(?:\(\w*|NOT \w+|WHERE \w+|AND \w+):([A-Z]\w*)/gu),
    ].map(([, label = '']) => label);
    const keysOfMaps = new Set([...code.matchAll(/[{,]\s*(\w+):/gu)].map(([, key]) => key));
    const read = [...code.matchAll(/\b[a-z]\w*\.(\w+)/gu)].map(([, name = '']) => name);
    return [
      ...inBrackets.filter((type) => !(type in schema.relationships)),
      ...labels.filter((label) => !(label in schema.labels)),
      ...read.filter((name) => name !== 'id' && !properties.has(name) && !keysOfMaps.has(name)),
    ];
  }

  it('finds a word that is not there', () => {
    expect(unknown('MATCH (a:Artcle)-[:CLAMS|SUBJECT*1..2]->(b:Claim) WHERE b.tpye = 1 RETURN a.title')).toEqual([
      'CLAMS',
      'Artcle',
      'tpye',
    ]);
  });

  it.each(queries)('$name uses no other', ({ cypher }) => expect(unknown(cypher)).toEqual([]));
});
