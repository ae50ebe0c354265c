import { ensureSchema } from '../graph/schema.js';
import type { GraphStore } from '../graph/store.js';

/** Texts that a careless writer of CSV, XML or Turtle breaks. */
export const NASTY = [
  'plain',
  '',
  '  padded  ',
  'a "quoted" \'text\'; with, marks | and\ttabs',
  'two\nlines\r\nand a third\rhere',
  '=SUM(A1:A9)',
  '-1+2',
  '@now',
  '<b>bold</b> &amp; ]]> --> <?x?>',
  'back\\slash \\N \\" \\u0041 \\',
  'Ķekavas novads – “ļoti” jauks',
  'family 👩‍👩‍👧, fraktur 𝔊, combining ā',
  'line\u2028separator, \ufeffmark, soft\u00adhyphen, \u0085next',
  'control \u0001, \u0008, \u001f and \u007f',
  'NULL',
  '0012',
  '{"json": [1, 2]}',
  '$(id) %PATH% `id`',
] as const;

const NUL = 'a\u0000b';

/**
 * A small graph, whose texts are the nasty ones: articles, entities of each kind, claims, mentions, a fact with dates, one
 * that ends before it begins, one with a part of its properties.
 */
export async function writeNastyGraph(store: GraphStore): Promise<void> {
  await ensureSchema(store);
  const texts = [...NASTY, NUL];
  const persons = texts.map((text, i) => ({
    id: `person-${String(i).padStart(2, '0')} ${text.replace(/\0/u, '')}`,
    name: text,
    aliases: i === 0 ? [] : i === 1 ? [''] : [text, 'b;c', `${text}|`],
  }));
  const articles = texts.map((text, i) => ({
    id: `mape ${i}/raksts "${i}"; ā.txt`,
    text: `Pirms. ${text} Pēc.`,
    quote: text,
  }));
  await store.write([
    {
      cypher: `UNWIND $rows AS row
        CREATE (:Entity:Person {id: row.id, name: row.name, sortKey: row.name, aliases: row.aliases, forms: [row.name], confidence: 0.5})`,
      params: { rows: persons },
    },
    {
      cypher: `CREATE (:Entity:Project {id: 'project-x', name: 'Ikss', sortKey: 'ikss', aliases: [], forms: ['ikss'], confidence: 0.875,
          type: 'project', since: date('2019-02-28'), until: date('2020-02-29')})
        CREATE (:Entity {id: 'thing-z', name: 'Z', sortKey: 'z', aliases: [], forms: ['z'], confidence: 0.5})`,
      params: {},
    },
    {
      cypher: `UNWIND $rows AS row
        CREATE (:Article {id: row.id, story: row.id, title: row.quote, url: 'https://zinas.example/?a=1&b=ā', published: '2019-05', publishedOn: date('2019-05-01'),
          publishedMethod: 'given', language: 'lv', text: row.text, hash: 'h', rules: 'r', loadedAt: datetime('2026-11-22T10:00:00.120Z')})`,
      params: { rows: articles },
    },
    {
      cypher: `UNWIND $rows AS row
        MATCH (article:Article {id: row.article})
        MATCH (who:Person {id: row.person})
        MATCH (what:Project {id: 'project-x'})
        CREATE (article)-[:CLAIMS]->(claim:Claim {id: row.id, type: 'HEADS', fact: row.fact, rule: 'r.x', confidence: 0.25,
          sentence: row.quote, start: 7, end: row.end, evidence: [row.quote], since: date('2019-05-16'), sinceValue: '2019-05-16'})
        CREATE (claim)-[:SUBJECT]->(who)
        CREATE (claim)-[:OBJECT]->(what)
        CREATE (article)-[:MENTIONS {count: 1, name: row.quote, confidence: 0.5}]->(who)
        CREATE (who)-[fact:HEADS {articles: 1, stories: 1, confidence: 0.25, role: row.quote}]->(what)
        SET fact.since = date(row.since), fact.until = date(row.until)`,
      params: {
        rows: articles.map(({ id, quote }, i) => ({
          ...{ article: id, id: `${id}#c`, person: persons[i]?.id, quote, end: 7 + quote.length },
          fact: `${persons[i]?.id} HEADS project-x`,
          since: i === 0 ? '2021-01-01' : i === 1 ? null : '2019-05-16',
          until: i === 0 ? '2020-01-01' : i === 1 ? null : '2019-10-31',
        })),
      },
    },
  ]);
}
