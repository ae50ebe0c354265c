import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import english from '../graph/explorer/page/texts/en.json' with { type: 'json' };
import latvian from '../graph/explorer/page/texts/lv.json' with { type: 'json' };
import { readQueries } from '../graph/queries.js';
import { schema } from '../graph/schema.js';
import { readData } from '../pipeline/0-contract/data-file.js';

const has = (key: string): boolean => key in latvian;

/** Values of a column of a table of data/. */
const typesIn = (path: string): string[] => {
  const rows = parse(readData(path), { columns: true, comment: '#', relax_column_count: true, trim: true });
  return [...new Set((rows as { type?: string }[]).flatMap(({ type }) => (type ? [type] : [])))];
};

describe('texts of the explorer', () => {
  it('are there in Latvian wherever they are in English', () => {
    expect(Object.keys(english).filter((key) => !has(key))).toEqual([]);
    const values = (text: string): string[] => [...text.matchAll(/\{\p{L}+\}/gu)].map(([value]) => value).sort();
    const other = Object.entries(english).filter(
      ([key, text]) =>
        !key.endsWith('.one') &&
        String(values(text)) !== String(values((latvian as Record<string, string>)[key] ?? '')),
    );
    expect(other).toEqual([]);
  });

  it('name every question, parameter, column and choice in Latvian', () => {
    const missing = readQueries().flatMap(({ name, parameters, columns }) =>
      [
        ...[`question.${name}`, `answers.${name}`],
        ...parameters.flatMap((one) => [`parameter.${one.name} ${one.type}`, `column.${one.name}`]),
        ...parameters.flatMap((one) => (one.choices ?? []).map((choice) => `${one.name}.${choice}`)),
        ...columns.map((one) => `column.${one.name}`).filter((key) => !key.startsWith('column.second')),
      ].filter((key) => !has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('name every kind of institution, event and relationship in Latvian', () => {
    const types = [
      ...typesIn('lexicon/institution-heads.csv'),
      ...typesIn('lexicon/events.csv'),
      ...typesIn('lexicon/known-institutions.csv'),
    ];
    expect(types.length).toBeGreaterThan(30);
    expect(types.filter((type) => !has(`type.${type}`))).toEqual([]);
    const facts = Object.entries(schema.relationships).filter(([, { properties }]) => 'articles' in (properties ?? {}));
    expect(facts.length).toBeGreaterThan(5);
    expect(
      facts.flatMap(([type]) => [`fact.${type}`, `fact.${type} in`, `fact.${type} out`]).filter((key) => !has(key)),
    ).toEqual([]);
  });
});
