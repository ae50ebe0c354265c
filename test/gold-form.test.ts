import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dataPath, packageRoot } from '../pipeline/0-contract/root.js';
import { RELATION_TYPES, STATUSES } from '../pipeline/0-contract/types.js';

const goldFolders = ['gold', 'gold-last'].map((name) => join(packageRoot, 'test', name));
const sharedGold = join(packageRoot, '..', 'shared', 'corpus', 'articles');

// ── the form ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const SINGLE = String.raw`(?:--(?:0[1-9]|1[0-2])|\d{4}-(?:0[1-9]|1[0-2])|--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|\d{4})`;
const VALUE = new RegExp(`^${SINGLE}(?:/${SINGLE})?$`, 'u');
const orderly = (value: string): boolean => {
  const [from, to] = value.split('/');
  return (
    to === undefined || value.startsWith('--') || to.startsWith('--') || (from as string).slice(0, to.length) <= to
  );
};
const value = z.string().regex(VALUE, 'no ISO value').refine(orderly, 'ends before it begins');
const text = z.string().min(1);
const texts = z.array(text);
const optional = z.literal(true).optional();
const orNull = <T extends z.ZodType>(type: T) => z.array(type.nullable()).optional();

const entity = z.strictObject({
  name: text,
  mentions: texts.min(1),
  alt_mentions: texts.optional(),
  alt_name: z.union([text, texts]).optional(),
  aliases: texts.optional(),
  optional,
});
const goldSchema = z.strictObject({
  /** What the cleaning stage has to find. `published` null: nothing tells. */
  article: z.strictObject({
    title: text,
    url: z.url().optional(),
    author: text.optional(),
    published: value.nullable(),
    publishedMethod: z.enum(['given', 'metadata', 'address', 'text', 'weekday', 'file', 'unknown']),
    alt_published: orNull(value),
  }),
  persons: z.array(
    entity.extend({
      position: text.nullable(),
      institution: text.nullable(),
      alt_position: orNull(text),
      alt_institution: orNull(text),
      former: optional,
    }),
  ),
  municipalities: z.array(entity.extend({ kind: text, id: text, former: optional })),
  institutions: z.array(entity.extend({ kind: text, foreign: optional, former: optional })),
  projects: z.array(
    entity.extend({
      number: text.nullable(),
      alt_number: texts.optional(),
      pilot: optional,
      partOf: text.optional(),
      alt_partOf: texts.optional(),
      period: value.optional(),
      alt_period: z.array(value).optional(),
      periodEvidence: texts.optional(),
      start: value.optional(),
      end: value.optional(),
    }),
  ),
  dates: z.array(
    z.strictObject({
      text,
      value: value.nullable(),
      alt: orNull(value),
      alt_split: z.array(z.tuple([text, value])).optional(),
      optional,
    }),
  ),
  relations: z.array(
    z.strictObject({
      type: z.enum(RELATION_TYPES),
      from: text,
      to: text,
      alt_from: texts.optional(),
      alt_to: texts.optional(),
      evidence: text,
      when: value.optional(),
      alt_when: orNull(value),
      status: z.enum(STATUSES).optional(),
      alt_status: z.array(z.enum(STATUSES)).optional(),
      optional,
    }),
  ),
  events: z.array(
    z.strictObject({
      name: text,
      kind: z.enum(['meeting', 'training', 'summer school', 'trip', 'other']),
      mentions: texts.min(1),
      date: value.nullable(),
      alt_date: z.array(value).optional(),
      place: text.nullable(),
      alt_place: texts.optional(),
      organiser: text.nullable(),
      alt_organiser: orNull(text),
      participants: texts,
      alt_participants: texts.optional(),
      project: text.optional(),
      evidence: text,
      series: optional,
      optional,
    }),
  ),
  statedCounts: z.array(
    z.strictObject({
      text,
      value: z.int().positive(),
      of: text,
      /** How many of them the article names. */
      found: z.int().nonnegative().optional(),
      approx: optional,
      optional,
    }),
  ),
  traps: texts.min(1),
});
type Gold = z.infer<typeof goldSchema>;

// ── the articles ─────────────────────────────────────────────────────────────────────────────────────────────────────

const oneSpace = (s: string): string => s.normalize('NFC').replace(/\s+/gu, ' ').trim();
const withoutMarks = (s: string): string =>
  s
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^(?:#+|>|\*) /gmu, '')
    .replaceAll('*', '');
function visible(html: string): string {
  const $ = load(html);
  $('script, style, noscript').remove();
  return $('body').text();
}

/** Text by name: the file's stem, or the id of a line. The harder articles lie beside their gold. */
const articles = new Map(
  [dataPath('articles'), ...goldFolders].flatMap((folder) =>
    readdirSync(folder).flatMap((file): [string, string][] => {
      if (file.endsWith('.gold.json')) return [];
      const raw = readFileSync(join(folder, file), 'utf8');
      const kind = extname(file);
      const name = file.slice(0, -kind.length);
      if (kind === '.html') return [[name, visible(raw)]];
      if (kind === '.md') return [[name, withoutMarks(raw)]];
      if (kind !== '.jsonl') return [[name, raw]];
      return raw
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.object({ id: text, text }).parse(JSON.parse(line)))
        .map((line) => [line.id, line.text]);
    }),
  ),
);
const golds = new Map(
  goldFolders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.gold.json'))
      .map((file): [string, unknown] => [
        file.replace('.gold.json', ''),
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ]),
  ),
);

const unit = z.object({ id: text, name: text, kind: text, valid_from: z.string(), valid_to: z.string() });
const territories = new Map(
  z
    .array(unit)
    .parse(parse(readFileSync(dataPath('territories', 'territories.csv')), { columns: true }))
    .map((row) => [row.id, row]),
);

// ── the checks ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Everything in which a gold disagrees with its article, with the territories or with itself; empty when all is well. */
function faults(gold: Gold, article: string): string[] {
  const found: string[] = [];
  const page = oneSpace(article);
  const quoted = (what: string, pieces: readonly string[] | undefined): void => {
    for (const piece of pieces ?? [])
      if (!page.includes(oneSpace(piece))) found.push(`${what} is not in the text: ${piece}`);
  };
  const entities = [...gold.persons, ...gold.municipalities, ...gold.institutions, ...gold.projects];
  const names = new Set(entities.flatMap((one) => [one.name, one.alt_name ?? [], one.aliases ?? []].flat()));
  const known = (what: string, ends: readonly (string | null)[] | undefined): void => {
    for (const end of ends ?? []) if (end !== null && !names.has(end)) found.push(`${what} is no entity: ${end}`);
  };

  for (const one of [...entities, ...gold.events]) quoted('mention', one.mentions);
  for (const one of entities) quoted('other mention', one.alt_mentions);
  for (const one of gold.persons) known('institution of a post', [one.institution]);
  for (const { name, kind, id, former } of gold.municipalities) {
    const row = territories.get(id);
    const day = gold.article.published;
    if (row?.name !== name || row.kind !== kind) found.push(`no such territory: ${id} ${name}, ${kind}`);
    // a former unit is named after its end
    else if (day !== null && (row.valid_from > day || (row.valid_to !== '' && row.valid_to < day && !former)))
      found.push(`${name} did not exist on ${day}`);
  }
  for (const one of gold.projects) {
    quoted('evidence of a period', one.periodEvidence);
    known('whole of a project', [one.partOf ?? null, ...(one.alt_partOf ?? [])]);
    if ((one.period === undefined) !== (one.periodEvidence === undefined))
      found.push(`period without evidence, or the reverse: ${one.name}`);
    if (one.number !== null && !page.replace(/[\s.]/gu, '').includes(one.number.replace(/[\s.]/gu, '')))
      found.push(`number is not in the text: ${one.number}`);
  }
  for (const one of gold.dates) {
    quoted('date', [one.text]);
    for (const [part] of one.alt_split ?? [])
      if (!one.text.includes(part)) found.push(`${part} is no part of ${one.text}`);
  }
  for (const one of gold.relations) {
    quoted('evidence', [one.evidence]);
    known(`end of ${one.type}`, [one.to, ...(one.alt_to ?? [])]);
    // an event has no canonical name
    if (one.type !== 'TOOK_PLACE_IN') known(`end of ${one.type}`, [one.from, ...(one.alt_from ?? [])]);
  }
  for (const one of gold.events) {
    quoted('evidence of an event', [one.evidence]);
    known('place or organiser or participant of an event', [
      one.place,
      one.organiser,
      ...one.participants,
      one.project ?? null,
    ]);
  }
  quoted(
    'stated count',
    gold.statedCounts.map((one) => one.text),
  );
  const twice =
    names.size === 0 ? [] : entities.filter((one, i) => entities.findIndex((other) => other.name === one.name) !== i);
  for (const one of twice) found.push(`two entities of one name: ${one.name}`);
  return found;
}

describe('our own articles and their gold', () => {
  it('go together one to one', () => {
    expect([...golds.keys()].sort()).toEqual([...articles.keys()].sort());
    expect(articles.size).toBeGreaterThanOrEqual(12);
  });

  for (const [name, raw] of golds) {
    it(`${name}: every mention, evidence and end is there`, () => {
      expect(faults(goldSchema.parse(raw), articles.get(name) ?? '')).toEqual([]);
    });
  }

  it('would show a wrong mention, evidence, end, name of a municipality and number', () => {
    const [name, raw] = [...golds][0] as [string, unknown];
    const gold = goldSchema.parse(structuredClone(raw));
    const [person] = gold.persons;
    const [municipality] = gold.municipalities;
    const [relation] = gold.relations;
    const [project] = gold.projects;
    if (!person || !municipality || !relation || !project) throw new Error(`${name} lacks something to spoil`);
    person.mentions.push('Nekad Nebijis');
    municipality.name = 'Nekurienes novads';
    relation.evidence = 'Šāda teikuma nav.';
    relation.to = 'Neviena iestāde';
    project.number = '0.0.0.0/00/X/000';
    expect(faults(gold, articles.get(name) ?? '').map((fault) => fault.replace(/:.*$/u, ''))).toEqual(
      expect.arrayContaining([
        'mention is not in the text',
        'no such territory',
        'evidence is not in the text',
        `end of ${relation.type} is no entity`,
        'number is not in the text',
      ]),
    );
  });

  it.each(['2019-13', '2019-02-32', '19-05-16', '2019/2018', '2019-05-16/', '12-05', 'šonedēļ'])(
    'refuses the value %s',
    (bad) => {
      expect(value.safeParse(bad).success).toBe(false);
    },
  );

  it.each(['2019-05-16', '2019-05', '2019', '2018/2019-05', '--12-05', '--04', '--09-27/--09-29'])(
    'takes the value %s',
    (good) => {
      expect(value.safeParse(good).success).toBe(true);
    },
  );

  it('use every type of relation and every status', () => {
    const all = [...golds.values()].flatMap((raw) => goldSchema.parse(raw).relations);
    expect(new Set(all.map((one) => one.type))).toEqual(new Set(RELATION_TYPES));
    expect(new Set(all.flatMap((one) => one.status ?? []))).toEqual(new Set(STATUSES));
  });

  const there = existsSync(sharedGold);
  it.skipIf(!there)(
    `share no person with the annotated articles beside the project${there ? '' : ' (absent: not checked)'}`,
    () => {
      const theirs = readdirSync(sharedGold)
        .filter((file) => file.endsWith('.gold.json'))
        .flatMap(
          (file) =>
            z
              .object({ persons: z.array(z.object({ name: text })) })
              .parse(JSON.parse(readFileSync(join(sharedGold, file), 'utf8'))).persons,
        );
      const ours = new Set([...golds.values()].flatMap((raw) => goldSchema.parse(raw).persons.map((one) => one.name)));
      expect(theirs.filter((one) => ours.has(one.name))).toEqual([]);
    },
  );
});
