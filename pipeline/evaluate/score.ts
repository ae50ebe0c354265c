import type { Entity, Extraction, Fact, RelationType } from '../0-contract/types.js';
import type { Gold, GoldEntity, GoldRelation } from './gold.js';

/** What was found of one type in one article. */
export interface Tally {
  readonly type: ScoredType;
  readonly right: readonly Scored[];
  readonly missed: readonly Scored[];
  readonly extra: readonly Scored[];
}
export interface Scored {
  readonly what: string;
  /** Of a fact. */
  readonly relation?: RelationType;
  /** What made it: the mentions of an entity in the order of the text, or the fact alone; empty when it was missed. */
  readonly made: readonly Made[];
}
/** A mention or a fact, as far as its quality goes. */
export interface Made {
  readonly rule: string;
  readonly confidence: number;
}

export const SCORED_TYPES = [
  'persons',
  'municipalities',
  'institutions',
  'institutions lenient',
  'projects',
  'dates',
  'relations',
] as const;
export type ScoredType = (typeof SCORED_TYPES)[number];

/** Letter case, quotes, spaces round hyphens and a full stop at the end do not make another name. */
const key = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”„"«»‟‘’']/gu, '')
    .replace(/\s*[-–—]\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.,;:]+$/u, '')
    .trim();

/** A legal form may be written or not. */
const LEGAL_FORM = /(?<!\p{L})(?:vsia|sia|as|biedrība|nodibinājums|(?:pašvaldības )?(?:iestāde|aģentūra))(?= )/gu;
const withoutLegalForm = (name: string): string =>
  key(name).replace(LEGAL_FORM, '').replace(/\s+/gu, ' ').trim() || key(name);

const namesOf = (gold: GoldEntity): string[] => [gold.name, ...gold.alt_name, ...gold.aliases];
const surfacesOf = (gold: GoldEntity): string[] => [...gold.mentions, ...gold.alt_mentions].map(key);

type Same = (gold: GoldEntity, found: Entity) => boolean;
const sameName: Same = (gold, found) => namesOf(gold).map(key).includes(key(found.name));
const sameInstitution: Same = (gold, found) =>
  namesOf(gold).map(withoutLegalForm).includes(withoutLegalForm(found.name));
const sameLoosely: Same = (gold, found) =>
  sameInstitution(gold, found) ||
  found.aliases.some((alias) => namesOf(gold).map(key).includes(key(alias))) ||
  found.mentions.some((mention) => surfacesOf(gold).includes(key(mention.text)));

const scored = ({ name, mentions }: Entity): Scored => ({
  what: name,
  made: mentions.map(({ rule, confidence }) => ({ rule, confidence })),
});
const missing = (what: string): Scored => ({ what, made: [] });

/** Pairs each annotation with at most one entity; what only fits a debatable one counts nowhere. */
function pair(type: ScoredType, gold: readonly GoldEntity[], found: readonly Entity[], same: Same): Tally {
  const left = new Set(found);
  const right: Scored[] = [];
  const missed: Scored[] = [];
  for (const annotation of [...gold].sort((a, b) => Number(a.optional) - Number(b.optional))) {
    const fitting = [...left].filter((entity) => same(annotation, entity));
    const best = fitting.find((entity) => key(entity.name) === key(annotation.name)) ?? fitting[0];
    if (annotation.optional) for (const entity of fitting) left.delete(entity);
    else if (best) {
      left.delete(best);
      right.push(scored(best));
    } else missed.push(missing(annotation.name));
  }
  return { type, right, missed, extra: [...left].map(scored) };
}

function pairDates(gold: Gold['dates'], found: readonly Entity[]): Tally {
  const byValue = new Map(found.map((entity) => [entity.name, scored(entity)]));
  const used = new Set<string>();
  const asked = new Set<string>();
  const right: Scored[] = [];
  const missed: Scored[] = [];
  for (const { text, value, alt, alt_split, optional } of gold) {
    const values = [value, ...alt].filter((one) => one !== null);
    const whole = values.find((one) => byValue.has(one));
    const parts = alt_split.map(([, part]) => part);
    const split = parts.length > 0 && parts.every((part) => byValue.has(part)) ? parts : [];
    const hits = whole !== undefined ? [whole] : split;
    // the ends of an interval that was found as a whole are not extra
    for (const hit of hits) for (const value of hit === whole ? [hit, ...hit.split('/')] : [hit]) used.add(value);
    if (optional || asked.has(values.join('|'))) continue;
    asked.add(values.join('|'));
    if (hits.length === 0) missed.push(missing(`${text} (${value})`));
    else right.push({ what: hits.join(' '), made: hits.flatMap((hit) => byValue.get(hit)?.made ?? []) });
  }
  return {
    type: 'dates',
    right,
    missed,
    extra: [...byValue].filter(([value]) => !used.has(value)).map(([, entity]) => entity),
  };
}

function pairRelations(gold: Gold, { entities, facts }: Extraction): Tally {
  const annotated = [...gold.persons, ...gold.municipalities, ...gold.institutions, ...gold.projects];
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const annotationOf = (name: string): GoldEntity | undefined =>
    annotated.find((one) => namesOf(one).map(key).includes(key(name)));
  const meant = (entity: Entity | undefined): GoldEntity[] =>
    entity ? annotated.filter((one) => sameLoosely(one, entity)) : [];
  const endFits = (names: readonly string[], entity: Entity | undefined): boolean =>
    meant(entity).some((one) => names.map(annotationOf).includes(one));
  const same = (one: GoldRelation, fact: Fact): boolean =>
    one.type === fact.type &&
    endFits([one.to, ...one.alt_to], byId.get(fact.to)) &&
    (one.type === 'TOOK_PLACE_IN'
      ? [one.from, ...one.alt_from].some((name) => sharesWord(name, byId.get(fact.from)?.name ?? ''))
      : endFits([one.from, ...one.alt_from], byId.get(fact.from)));
  const scoredFact = ({ type, from, to, rule, confidence }: Fact): Scored => ({
    what: `${type} ${byId.get(from)?.name} → ${byId.get(to)?.name}`,
    relation: type,
    made: [{ rule, confidence }],
  });
  const left = new Set(uniquePairs(facts));
  const right: Scored[] = [];
  const missed: Scored[] = [];
  for (const one of [...gold.relations].sort((a, b) => Number(a.optional) - Number(b.optional))) {
    const fitting = [...left].filter((fact) => same(one, fact));
    const [best] = fitting;
    for (const fact of one.type === 'TOOK_PLACE_IN' || one.optional ? fitting : fitting.slice(0, 1)) left.delete(fact);
    if (one.optional) continue;
    if (best) right.push(scoredFact(best));
    else missed.push({ ...missing(`${one.type} ${one.from} → ${one.to}`), relation: one.type });
  }
  const debatable = (fact: Fact): boolean =>
    [fact.from, fact.to].some((id) => meant(byId.get(id)).some(({ optional }) => optional));
  const extra = [...left].filter((fact) => !debatable(fact)).map(scoredFact);
  return { type: 'relations', right, missed, extra };
}

const uniquePairs = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [`${fact.type} ${fact.from} ${fact.to}`, fact])).values(),
];
/** An event has no canonical name: a long word that begins alike is enough. */
const sharesWord = (a: string, b: string): boolean => {
  const stems = (text: string): string[] =>
    key(text)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 4)
      .map((word) => word.slice(0, 5));
  return stems(a).some((stem) => stems(b).includes(stem));
};

/** Compares one article's extraction with its annotation, type by type. */
export function score(gold: Gold, extraction: Extraction): Tally[] {
  const of = (kind: Entity['kind']): Entity[] =>
    extraction.entities.filter((entity) => entity.kind === kind && entity.mentions.length > 0);
  return [
    pair('persons', gold.persons, of('person'), sameName),
    pair('municipalities', gold.municipalities, of('municipality'), sameName),
    pair('institutions', gold.institutions, of('institution'), sameInstitution),
    pair('institutions lenient', gold.institutions, of('institution'), sameLoosely),
    pair('projects', gold.projects, of('project'), sameName),
    pairDates(gold.dates, of('date')),
    pairRelations(gold, extraction),
  ];
}

/** Precision, recall and F1 of tallies of one type, micro-averaged; 0 where there is nothing to divide. */
export function figures(tallies: readonly Tally[]): { precision: number; recall: number; f1: number; asked: number } {
  const sum = (part: 'right' | 'missed' | 'extra'): number =>
    tallies.reduce((total, tally) => total + tally[part].length, 0);
  const [right, missed, extra] = [sum('right'), sum('missed'), sum('extra')];
  const precision = right / (right + extra || 1);
  const recall = right / (right + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), asked: right + missed };
}
