import { z } from 'zod';
import { RELATION_TYPES } from '../0-contract/types.js';

/** One or several texts, as annotators write them. */
const texts = z
  .union([z.string(), z.array(z.string().nullable())])
  .nullish()
  .transform((value) => (Array.isArray(value) ? value.filter((text) => text !== null) : value == null ? [] : [value]));

const entity = z.looseObject({
  name: z.string(),
  mentions: texts,
  alt_mentions: texts,
  aliases: texts,
  alt_name: texts,
  optional: z.boolean().default(false),
});
const relation = z.looseObject({
  type: z.enum(RELATION_TYPES),
  from: z.string(),
  to: z.string(),
  alt_from: texts,
  alt_to: texts,
  when: z.string().nullish(),
  alt_when: texts,
  optional: z.boolean().default(false),
});
const date = z.looseObject({
  text: z.string(),
  value: z.string().nullable(),
  alt: texts,
  alt_split: z.array(z.tuple([z.string(), z.string()])).default([]),
  optional: z.boolean().default(false),
});

/** An annotated article. `optional`: debatable, neither rewarded nor punished; `alt*` and `aliases`: equally right. */
export const goldSchema = z.looseObject({
  persons: z.array(entity).default([]),
  municipalities: z.array(entity).default([]),
  institutions: z.array(entity).default([]),
  projects: z.array(entity.extend({ number: z.string().nullish(), alt_number: texts })).default([]),
  dates: z.array(date).default([]),
  relations: z.array(relation).default([]),
  traps: z.array(z.string()).default([]),
});

export type Gold = z.infer<typeof goldSchema>;
export type GoldEntity = z.infer<typeof entity>;
export type GoldRelation = z.infer<typeof relation>;
