import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Stop } from '../pipeline/0-contract/errors.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { checkYaml } from '../pipeline/0-contract/yaml.js';
import { migrate } from './migrate.js';
import type { GraphStore } from './store.js';

const PROPERTY_TYPES = ['text', 'integer', 'decimal', 'date', 'datetime', 'list', 'boolean'] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

export interface PropertySchema {
  readonly type: PropertyType;
  /** Never absent. */
  readonly required: boolean;
  readonly why: string;
  readonly index: boolean;
}
export type PropertiesSchema = { readonly [name: string]: PropertySchema };

export interface LabelSchema {
  readonly why: string;
  /** The label that every node of this one has too. */
  readonly base?: string;
  /** Its own, those of its base and `id`. */
  readonly properties: PropertiesSchema;
  /** Of its nodes, `#rrggbb`. */
  readonly colour: string;
  /** Name of the property that a node is shown by. */
  readonly caption: string;
}

export interface RelationshipSchema {
  readonly sentence: string;
  readonly from: string;
  readonly to: string;
  /** The sum of claims: what the articles together say. */
  readonly fact: boolean;
  /** Of a fact: labels that may stand at its ends, where `from` or `to` is not all that is to be said. */
  readonly ends?: { readonly [end in 'from' | 'to']?: readonly string[] | undefined } | undefined;
  readonly properties: PropertiesSchema;
}

const propertySchema = z
  .strictObject({
    type: z.string().regex(/^(?:text|integer|decimal|date|datetime|list|boolean)!?$/u, {
      error: `unexpected type, expected one of ${PROPERTY_TYPES.join(', ')}, with «!» when never absent`,
    }),
    why: z.string().min(1),
    index: z.boolean().default(false),
  })
  .transform(
    ({ type, why, index }): PropertySchema => ({
      type: type.replace('!', '') as PropertyType,
      required: type.endsWith('!'),
      why,
      index,
    }),
  );
const propertyName = z.string().regex(/^[a-z][a-zA-Z]*$/u, { error: 'expected a name in camelCase' });
const propertiesSchema = z.record(propertyName, propertySchema).default({});
const labelName = z.string().regex(/^[A-Z][a-zA-Z]*$/u, { error: 'expected a label in PascalCase' });
const typeName = z.string().regex(/^[A-Z]+(?:_[A-Z]+)*$/u, { error: 'expected a relationship type in UPPER_SNAKE' });

const fileSchema = z
  .strictObject({
    labels: z.record(
      labelName,
      z.strictObject({
        why: z.string().min(1),
        id: z.string().optional(),
        base: labelName.optional(),
        properties: propertiesSchema,
      }),
    ),
    relationships: z.record(
      typeName,
      z.strictObject({
        sentence: z.string().min(1),
        from: labelName,
        to: labelName,
        fact: z.boolean().default(false),
        ends: z
          .strictObject({ from: z.array(labelName).min(1).optional(), to: z.array(labelName).min(1).optional() })
          .optional(),
        properties: propertiesSchema,
      }),
    ),
    fullText: z.record(
      z.string().regex(/^[a-z]+(?:_[a-z]+)*$/u, { error: 'expected a name in snake_case' }),
      z.strictObject({ label: labelName, properties: z.array(propertyName).min(1) }),
    ),
    factProperties: propertiesSchema,
    looks: z.record(
      labelName,
      z.strictObject({
        colour: z.string().regex(/^#[0-9a-f]{6}$/u, { error: 'expected a colour as "#2f6f4f"' }),
        caption: propertyName,
      }),
    ),
  })
  .superRefine((file, context) => {
    const known = (label: string | undefined, path: string[]): void => {
      if (label !== undefined && !(label in file.labels))
        context.addIssue({ code: 'custom', message: `unexpected label ${label}, expected one under labels`, path });
    };
    for (const [name, label] of Object.entries(file.labels)) known(label.base, ['labels', name, 'base']);
    for (const [name, type] of Object.entries(file.relationships)) {
      known(type.from, ['relationships', name, 'from']);
      known(type.to, ['relationships', name, 'to']);
      for (const end of ['from', 'to'] as const)
        for (const label of type.ends?.[end] ?? []) known(label, ['relationships', name, 'ends', end]);
    }
    for (const name of Object.keys(file.looks)) known(name, ['looks', name]);
    for (const [name, { label, properties }] of Object.entries(file.fullText)) {
      known(label, ['fullText', name, 'label']);
      for (const property of properties)
        if (!(property in (file.labels[label]?.properties ?? {})))
          context.addIssue({
            code: 'custom',
            message: `unexpected property ${property}, expected one of ${label}`,
            path: ['fullText', name, 'properties'],
          });
    }
  });

const WHERE = 'graph/schema.yaml';
const file = checkYaml(readFileSync(join(packageRoot, 'graph', 'schema.yaml'), 'utf8'), WHERE, fileSchema);

const idOf = (why: string | undefined): PropertiesSchema => ({
  id: { type: 'text', required: true, why: why ?? 'key', index: false },
});

const GREY = '#c7c7c7';
const CAPTIONS = ['name', 'title', 'text', 'id'];

function labelSchema(name: string): LabelSchema {
  const { why, id, base, properties: own } = file.labels[name] as (typeof file.labels)[string];
  const inherited = base === undefined ? undefined : labelSchema(base);
  const properties = { ...(inherited?.properties ?? idOf(id)), ...own };
  const look = file.looks[name];
  if (look !== undefined && !(look.caption in properties))
    throw new Stop(`${WHERE}: looks.${name}: unexpected caption ${look.caption}, expected a property of ${name}`);
  return {
    why,
    ...(base === undefined ? {} : { base }),
    properties,
    colour: look?.colour ?? inherited?.colour ?? GREY,
    caption: look?.caption ?? CAPTIONS.find((caption) => caption in properties) ?? 'id',
  };
}

/** What there is in the graph, by `graph/schema.yaml`. */
export const schema: {
  readonly labels: { readonly [name: string]: LabelSchema };
  readonly relationships: { readonly [type: string]: RelationshipSchema };
} = {
  labels: Object.fromEntries(Object.keys(file.labels).map((name) => [name, labelSchema(name)])),
  relationships: Object.fromEntries(
    Object.entries(file.relationships).map(([type, relationship]) => [
      type,
      {
        ...relationship,
        properties: { ...relationship.properties, ...(relationship.fact ? file.factProperties : {}) },
      },
    ]),
  ),
};

const snake = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/gu, '_').toLowerCase();

/**
 * The statements that make constraints and indexes, each harmless when they are there: `municipality_id` for the key of
 * Municipality, `article_published_on` for an index, `entity_names` for a full-text one. Uniqueness is all that the Community edition can enforce; types and
 * presence are checked before writing.
 * Grafeo has no index behind a constraint and looks at every node instead, so there the keys get one of their own
 * (`municipality_key`), which Neo4j would refuse as a second one.
 */
export function schemaStatements(kind: GraphStore['kind']): string[] {
  const labels = Object.keys(file.labels);
  const constraints = labels.map(
    (label) => `CREATE CONSTRAINT ${snake(label)}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  );
  const indexes = labels.flatMap((label) =>
    Object.entries(file.labels[label]?.properties ?? {})
      .filter(([, property]) => property.index)
      .map(([name]) => `CREATE INDEX ${snake(label)}_${snake(name)} IF NOT EXISTS FOR (n:${label}) ON (n.${name})`),
  );
  const keys = labels.map((label) => `CREATE INDEX ${snake(label)}_key IF NOT EXISTS FOR (n:${label}) ON (n.id)`);
  const fullText = Object.entries(file.fullText).map(
    ([name, { label, properties }]) =>
      `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [${properties.map((property) => `n.${property}`).join(', ')}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'standard-folding', \`fulltext.eventually_consistent\`: true}}`,
  );
  return [...(kind === 'embedded' ? keys : fullText), ...constraints, ...indexes];
}

/** Makes the constraints and indexes that are missing, and brings a graph of an earlier version up to date. */
export async function ensureSchema(store: GraphStore): Promise<void> {
  await store.write(schemaStatements(store.kind).map((cypher) => ({ cypher, params: {} })));
  await migrate(store);
}
