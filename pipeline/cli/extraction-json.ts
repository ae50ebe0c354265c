import type { DateMention, Entity, Extraction, Mention } from '../0-contract/types.js';

const mentionJson = ({ start, end, text, rule, confidence }: Mention) => ({ start, end, text, rule, confidence });

const common = (entity: Entity) => ({
  id: entity.id,
  name: entity.name,
  aliases: entity.aliases,
  confidence: entity.confidence,
  mentions: entity.mentions.map(mentionJson),
});

/** One article's extraction as it is written by `saites extract`: the form that the scorers and other tools read. */
export function extractionJson({ article, entities, facts, statedCounts }: Extraction) {
  const nameOf = new Map(entities.map((entity) => [entity.id, entity.name]));
  const of = <K extends Entity['kind']>(kind: K) =>
    entities.filter((entity): entity is Extract<Entity, { kind: K }> => entity.kind === kind);
  const named = (id: string | undefined) => (id === undefined ? undefined : nameOf.get(id));
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    published: article.published ?? null,
    publishedMethod: article.publishedMethod,
    persons: of('person').map((e) => ({ ...common(e), position: e.position, institution: e.institution })),
    municipalities: of('municipality')
      .filter((e) => e.mentions.length > 0)
      .map((e) => ({ ...common(e), kind: e.type })),
    institutions: of('institution').map((e) => ({ ...common(e), kind: e.type, owner: named(e.owner) })),
    projects: of('project').map((e) => ({
      ...common(e),
      kind: e.type,
      number: e.number,
      partOf: named(e.partOf),
      period: e.period,
      periodEvidence: e.periodEvidence?.map(({ text }) => text),
    })),
    dates: of('date')
      .flatMap((e) =>
        e.mentions
          .filter((m): m is DateMention => m.kind === 'date')
          .map((m) => ({ ...mentionJson(m), value: e.value })),
      )
      .sort((a, b) => a.start - b.start),
    events: of('event').map((e) => ({ ...common(e), kind: e.type, date: e.date ?? null, place: e.place ?? null })),
    statedCounts: statedCounts.map(({ text, value, found, of: counted, start, end, rule }) => ({
      text,
      value,
      found,
      of: counted,
      start,
      end,
      rule,
    })),
    relations: facts.map((fact) => ({
      type: fact.type,
      from: named(fact.from),
      to: named(fact.to),
      when: fact.when,
      status: fact.status,
      role: fact.role,
      confidence: fact.confidence,
      evidence: fact.evidence.map(({ text }) => text),
      rule: fact.rule,
    })),
  };
}
