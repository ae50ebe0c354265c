import { createHash } from 'node:crypto';
import type { Article, Entity, EntityKind, Extraction, Fact, Span } from '../pipeline/0-contract/types.js';
import { printOf } from './copies/print.js';
import { daysOf, factDays } from './when.js';

/** What one article says of an entity; kept on MENTIONS, so that what all articles say can be worked out again. */
export interface Saying {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly confidence: number;
  readonly gender?: string;
  readonly type?: string;
  readonly number?: string;
  readonly position?: string;
  readonly institution?: string;
  readonly owner?: string;
  readonly partOf?: string;
  readonly period?: string;
  readonly date?: string;
  readonly place?: string;
}

/** An entity as one article speaks of it. */
export interface EntityRow {
  /** Natural key; which entity it stands for, all articles together tell (`identity/`). */
  readonly key: string;
  readonly kind: EntityKind;
  readonly says: Saying;
  /** 0 for a municipality that only stands behind a fact. */
  readonly count: number;
}

/** The words that say something, with where they stand: many claims and mentions of an article have the same. */
export interface Words {
  readonly [name: string]: unknown;
  readonly sentence: string;
}

export interface ClaimRow {
  readonly id: string;
  readonly article: string;
  /** `sentence`, `start`, `end`. */
  readonly within: Words;
  readonly type: string;
  readonly subjectKey: string;
  /** Absent with PERIOD. */
  readonly objectKey: string | null;
  readonly properties: { readonly [name: string]: unknown };
  readonly since: string | null;
  readonly until: string | null;
}

export interface MentionRow {
  readonly id: string;
  readonly key: string;
  /** `sentence`, `sentenceStart`, `sentenceEnd`. */
  readonly within: Words;
  readonly properties: { readonly [name: string]: unknown };
}

/** All that is written for one article, checked: nothing in it points at something that is not. */
export interface ArticleRows {
  readonly article: { readonly [name: string]: unknown } & { readonly id: string };
  readonly entities: readonly EntityRow[];
  readonly mentions: readonly MentionRow[];
  readonly claims: readonly ClaimRow[];
  readonly statedCounts: readonly ({ readonly [name: string]: unknown } & { readonly id: string })[];
}

/** Equal in all claims of one fact. @param from @param to ids of entities, which hold no spaces */
export const factKey = (from: string, type: string, to: string | null): string =>
  to === null ? `${from} ${type}` : `${from} ${type} ${to}`;

/** Rows of one article that share their words, together: where these begin tells them apart. */
export function byWords<T extends { readonly within: Words }>(rows: readonly T[]): (readonly [Words, readonly T[]])[] {
  const groups = new Map<string, [Words, T[]]>();
  for (const row of rows) {
    const words = Object.values(row.within).join(' ');
    const group = groups.get(words);
    if (group) group[1].push(row);
    else groups.set(words, [row.within, [row]]);
  }
  return [...groups.values()];
}

const withoutAbsent = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

function saying(entity: Entity): Saying {
  const { name, aliases, confidence } = entity;
  switch (entity.kind) {
    case 'person': {
      const { gender, position, institution } = entity;
      return { name, aliases, confidence, gender, position, institution } as Saying;
    }
    case 'municipality':
      return { name, aliases, confidence, type: entity.type };
    case 'institution':
      return { name, aliases, confidence, type: entity.type, owner: entity.owner } as Saying;
    case 'project': {
      const { type, number, partOf, period } = entity;
      return { name, aliases, confidence, type, number, partOf, period } as Saying;
    }
    case 'event':
      return { name, aliases, confidence, type: entity.type, date: entity.date, place: entity.place } as Saying;
    case 'date':
      return { name, aliases, confidence };
  }
}

/** A hash for an id: the same words in the same place claim the same thing in any run. */
const shortHash = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** A second claim with equal parts gets a number, so that no two ids are equal. */
function numbered(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const n = (seen.get(id) ?? 0) + 1;
    seen.set(id, n);
    return n === 1 ? id : `${id}-${n}`;
  };
}

const hostOf = (url: string | undefined): string | undefined =>
  url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./u, '') || undefined;

function articleRow(article: Article, rules: string, now: string, print: string | undefined): ArticleRows['article'] {
  const { id, title, url, source, author, published, publishedMethod, language, text, hash } = article;
  return {
    ...{ id, title, publishedMethod, language, text, hash, rules, loadedAt: now, print: print ?? null },
    ...{
      url: url ?? null,
      source: source ?? hostOf(url) ?? null,
      author: author ?? null,
      published: published ?? null,
    },
    publishedOn: daysOf(published).since,
  };
}

interface Claimed extends Pick<Fact, 'when' | 'status' | 'role' | 'rule' | 'confidence' | 'evidence'> {
  readonly type: string;
  readonly from: string;
  readonly to: string | null;
}

const periodClaims = (entities: readonly Entity[]): Claimed[] =>
  entities.flatMap((entity) =>
    entity.kind === 'project' && entity.period !== undefined && entity.periodEvidence?.length
      ? [
          {
            type: 'PERIOD',
            from: entity.id,
            to: null,
            when: entity.period,
            rule: 'project-period',
            confidence: entity.confidence,
            evidence: entity.periodEvidence,
          },
        ]
      : [],
  );

function claimRow(
  article: string,
  claim: Claimed,
  wordsAt: (span: Span) => string,
): Omit<ClaimRow, 'id'> & { hash: string } {
  const { type, from, to, when, status, role, rule, confidence, evidence } = claim;
  const [first, ...further] = evidence;
  if (first === undefined) throw new Error(`the fact ${factKey(from, type, to)} has no evidence`);
  const { since, until, sinceValue, untilValue } = factDays(when, status);
  const { start, end } = first;
  return {
    hash: shortHash([type, from, to, when, status, role, start]),
    article,
    within: { sentence: wordsAt(first), start, end },
    type,
    subjectKey: from,
    objectKey: to,
    properties: withoutAbsent({
      ...{ type, subjectKey: from, objectKey: to ?? undefined },
      ...{ time: when, status, role, rule, confidence },
      ...{ sinceValue: sinceValue ?? undefined, untilValue: untilValue ?? undefined },
      evidence: further.map(wordsAt),
    }),
    since,
    until,
  };
}

/**
 * An extraction as rows for `write/`.
 * @param rules version of the rules, @param now ISO datetime
 * @param print tells of its copies; that of the article as it came, where something of it was blanked since
 * @throws Error when the extraction contradicts itself: a fact about an entity that is not in it, a span outside the text
 */
export function rowsOf(
  { article, entities, facts, statedCounts, sentences }: Extraction,
  rules: string,
  now: string,
  print = printOf(article),
): ArticleRows {
  const known = new Map<string, Entity>();
  for (const entity of entities) {
    if (known.has(entity.id)) throw new Error(`${entity.id} is twice among the entities of the article`);
    known.set(entity.id, entity);
  }
  const inText = ({ start, end }: Span, what: string): void => {
    if (!(start >= 0 && start < end && end <= article.text.length))
      throw new Error(`${what} lies at ${start}–${end}, outside the text of ${article.text.length} characters`);
  };
  const need = (id: string, what: string): void => {
    if (!known.has(id)) throw new Error(`${what} ${id}, which is not among the entities of the article`);
  };
  // as they are in the text that is stored, where somebody may have been blanked
  const wordsAt = ({ start, end }: Span): string => article.text.slice(start, end);
  const sentenceOf = (index: number): { text: string; start: number; end: number } => {
    const sentence = sentences[index];
    if (sentence === undefined)
      throw new Error(`sentence ${index} is not among the ${sentences.length} of the article`);
    return { text: wordsAt(sentence), start: sentence.start, end: sentence.end };
  };

  const claimed: Claimed[] = [...facts, ...periodClaims(entities)];
  for (const { type, from, to, evidence } of claimed) {
    need(from, `${type} is said of`);
    if (to !== null) need(to, `${type} leads to`);
    for (const part of evidence) inText(part, `evidence of ${type}`);
  }
  for (const entity of entities) {
    if (entity.kind === 'date' && entity.id !== `date-${entity.value}`)
      throw new Error(`the date ${entity.value} has the id ${entity.id}, expected date-${entity.value}`);
    if (entity.kind === 'project' && entity.partOf !== undefined) {
      need(entity.partOf, `${entity.id} is part of`);
      if (known.get(entity.partOf)?.mentions.length === 0)
        throw new Error(`${entity.id} is part of ${entity.partOf}, which the article does not mention`);
    }
  }

  const behindFacts = new Set(claimed.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const claimId = numbered();
  const mentionId = numbered();
  const countId = numbered();
  return {
    article: articleRow(article, rules, now, print),
    entities: entities
      .filter(({ id, mentions }) => mentions.length > 0 || behindFacts.has(id))
      .map((entity) => ({
        key: entity.id,
        kind: entity.kind,
        says: withoutAbsent(saying(entity)),
        count: entity.mentions.length,
      })),
    mentions: entities.flatMap((entity) =>
      entity.mentions.map((mention) => {
        inText(mention, `mention of ${entity.id}`);
        const { text: sentence, start: sentenceStart, end: sentenceEnd } = sentenceOf(mention.sentence);
        const { start, end, rule, confidence } = mention;
        const id = mentionId(`${article.id}#${start}-${end} ${entity.id}`);
        return {
          ...{ id, key: entity.id },
          within: { sentence, sentenceStart, sentenceEnd },
          properties: { key: entity.id, start, end, text: wordsAt(mention), rule, confidence },
        };
      }),
    ),
    claims: claimed.map((claim) => {
      const { hash, ...row } = claimRow(article.id, claim, wordsAt);
      return { ...row, id: claimId(`${article.id}#${hash}`) };
    }),
    statedCounts: statedCounts.map((stated) => {
      inText(stated, 'a stated count');
      const { start, end, value, found, of, rule } = stated;
      const properties = {
        start,
        end,
        text: wordsAt(stated),
        value,
        of,
        rule,
        sentence: sentenceOf(stated.sentence).text,
      };
      const id = countId(`${article.id}#${start}-${end} ${of}`);
      return { id, article: article.id, properties: withoutAbsent({ ...properties, found }) };
    }),
  };
}
