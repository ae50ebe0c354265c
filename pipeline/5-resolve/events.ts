import { slug } from '../0-contract/fold.js';
import type { Entity, Event, EventMention, Mention, Occurrence, SegmentedArticle } from '../0-contract/types.js';
import { isOwned, listedBelow, NEAR, occurrencesAt, referring, type Scene } from './event-scenes.js';
import type { Resolver } from './resolve.js';

/**
 * One entity for each event of the article: mentions with the same head noun are one, unless their titles or attributes
 * differ. A mention that tells nothing but the noun is the event named so before; without one it makes no entity.
 */
export const resolveEvents: Resolver = (doc, mentions, known) => {
  const scene = sceneOf(doc, mentions, known);
  const events = mentions.filter((mention): mention is EventMention => mention.kind === 'event');
  const clusters: EventMention[][] = [];
  for (const mention of events) {
    const cluster = clusters.findLast((other) => other.some((one) => sameEvent(one, mention)));
    if (cluster) cluster.push(mention);
    else if (isSpecific(scene, mention)) clusters.push([mention]);
  }
  nameAfterNoun(scene, events, clusters);
  const entities = clusters.map((cluster) => entityOf(scene, cluster));
  return withLists(scene, entities);
};

/** Sentences between a verb that is an event and the noun that names it. */
const NOUN_WITHIN = 2;

/** «… Jelgavā pulcējās vadītāji. Sanāksmi vadīja …»: the noun that soon follows names what the verb says took place. */
function nameAfterNoun(scene: Scene, events: readonly EventMention[], clusters: EventMention[][]): void {
  for (const told of clusters.filter((cluster) => cluster.every(isTold))) {
    const last = Math.max(...told.map(({ sentence }) => sentence));
    const noun = events.find(
      (mention) => !isTold(mention) && mention.sentence > last && mention.sentence <= last + NOUN_WITHIN,
    );
    if (!noun || isOwned(scene, noun) || occurrencesAt(scene, noun).length > 0) continue;
    const named = clusters.find((cluster) => cluster.includes(noun));
    if (!named) told.push(noun);
    else {
      named.push(...told);
      clusters.splice(clusters.indexOf(told), 1);
    }
  }
}

/** Told by a verb alone. */
const isTold = ({ rule }: EventMention): boolean => rule === 'event.verb';

function sceneOf(doc: SegmentedArticle, mentions: readonly Mention[], known: readonly Entity[]): Scene {
  const entityOfMention = new Map<Mention, Entity>();
  for (const entity of known) for (const mention of entity.mentions) entityOfMention.set(mention, entity);
  const bySentence = new Map<number, Mention[]>();
  for (const mention of [...entityOfMention.keys(), ...mentions.filter(({ kind }) => kind === 'event')]) {
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), mention]);
  }
  for (const here of bySentence.values()) here.sort((a, b) => a.start - b.start);
  return {
    doc,
    entityOf: (mention) => entityOfMention.get(mention),
    inSentence: (index) => bySentence.get(index) ?? [],
  };
}

const attributes = ({ name, head }: EventMention): string[] =>
  name
    .split(' ')
    .filter((word) => word !== head && /^\p{L}{4,}/u.test(word))
    .map((word) => word.toLowerCase().slice(0, 6));

/** «Nākamā tikšanās» is another than the one told of before. */
const ANOTHER = /^(?:nākam|iepriekšēj|otr|treš|ceturt|cit)(?:ais|ā|s|a)(?=\s)/iu;

function sameEvent(known: EventMention, mention: EventMention): boolean {
  if (known.head !== mention.head) return false;
  const [another] = ANOTHER.exec(mention.name) ?? [];
  if (another !== undefined && !known.name.toLowerCase().startsWith(another.toLowerCase())) return false;
  if (known.title !== undefined && mention.title !== undefined) return slug(known.title) === slug(mention.title);
  if (known.title !== undefined || mention.title !== undefined) return attributes(mention).length <= 1;
  const [a, b] = [attributes(known), attributes(mention)];
  const shared = a.filter((word) => b.includes(word)).length;
  return shared >= Math.min(a.length, b.length) / 2;
}

/** It tells which event it is: a title, an owner or an attribute, or a day or place in its sentence. */
function isSpecific(scene: Scene, mention: EventMention): boolean {
  if (isOwned(scene, mention)) return false;
  if (mention.title !== undefined) return true;
  const bare = mention.name === mention.head;
  const dated = scene
    .inSentence(mention.sentence)
    .some((date) => date.kind === 'date' && (!bare || Math.abs(date.first - mention.first) <= NEAR));
  return (
    dated ||
    occurrencesAt(scene, mention).length > 0 ||
    referring(scene, mention).length > 0 ||
    /(?:^|\s)\p{Lu}/u.test(mention.name)
  );
}

function entityOf(scene: Scene, cluster: readonly EventMention[]): Event {
  const nouns = cluster.filter((mention) => !isTold(mention));
  const lead = (nouns.length > 0 ? nouns : cluster).reduce((best, mention) =>
    mention.name.length > best.name.length && !best.title ? mention : best,
  );
  const held = distinct(cluster.flatMap((mention) => [...occurrencesAt(scene, mention), ...referring(scene, mention)]));
  const date = dateOf(held) ?? dateBeside(scene, cluster);
  const aliases = [...new Set(cluster.map(({ name }) => name))].filter(
    (name) => name !== lead.name && name !== lead.head,
  );
  return withPlace(scene, {
    kind: 'event',
    id: `event-${slug([lead.name, date ?? scene.doc.article.id].join(' '))}`,
    name: lead.name,
    aliases,
    mentions: cluster.toSorted((a, b) => a.start - b.start),
    confidence: Math.max(...cluster.map(({ confidence }) => confidence)),
    type: lead.type,
    held,
    ...(date === undefined ? {} : { date }),
  });
}

/** The date nearest to the event in the first of its sentences that has one. */
function dateBeside(scene: Scene, cluster: readonly EventMention[]): string | undefined {
  for (const mention of cluster.filter((one) => !isOwned(scene, one))) {
    const dates = scene
      .inSentence(mention.sentence)
      .filter((date) => date.kind === 'date' && !isEnd(scene, date))
      .toSorted((a, b) => Math.abs(a.first - mention.first) - Math.abs(b.first - mention.first));
    const nearest = dates[0] && scene.entityOf(dates[0]);
    if (nearest?.kind === 'date') return nearest.value;
  }
  return undefined;
}

/** «līdz 14. jūnijam»: until when one may apply, or how long it goes on. */
const isEnd = ({ doc }: Scene, { first }: Mention): boolean => doc.tokens[first - 1]?.lower === 'līdz';

/** The first to the last day on which it was held. */
function dateOf(held: readonly Occurrence[]): string | undefined {
  const days = [...new Set(held.flatMap(({ when }) => when ?? []))].toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || first === last) return first;
  return days.every((day) => /^(?:\d{4}|-)-\d\d-\d\d$/u.test(day)) ? `${first}/${last}` : held[0]?.when;
}

/** Days and places listed below a sentence that ends in a colon belong to its event, else to the last one named before. */
function withLists(scene: Scene, events: readonly Event[]): Event[] {
  const added = new Map<Event, Occurrence[]>();
  for (const sentence of scene.doc.sentences) {
    const listed = listedBelow(scene, sentence);
    if (listed.length === 0) continue;
    const event = events
      .flatMap((each) => each.mentions.map((mention) => ({ each, mention })))
      .filter(({ mention }) => mention.sentence <= sentence.index)
      .toSorted((a, b) => a.mention.start - b.mention.start)
      .at(-1)?.each;
    if (event) added.set(event, [...(added.get(event) ?? []), ...listed]);
  }
  return events.map((event) => {
    const listed = added.get(event);
    if (!listed) return event;
    const held = distinct([...event.held, ...listed]);
    const date = dateOf(held) ?? event.date;
    return withPlace(scene, { ...event, held, ...(date === undefined ? {} : { date }) });
  });
}

/** The name of its place, when it was held in one only. */
function withPlace(scene: Scene, event: Event): Event {
  const ids = new Set(event.held.map(({ place }) => place));
  if (ids.size !== 1) return event;
  const [id] = ids;
  const place = event.held.map(({ sentences }) => sentences[0] ?? 0).flatMap((index) => scene.inSentence(index));
  const named = place.map((mention) => scene.entityOf(mention)).find((entity) => entity?.id === id);
  return named ? { ...event, place: named.name } : event;
}

function distinct(held: readonly Occurrence[]): Occurrence[] {
  const byKey = new Map<string, Occurrence>();
  for (const one of held) {
    const key = `${one.place} ${one.when}`;
    const other = byKey.get(key);
    if (!other || one.confidence > other.confidence) byKey.set(key, one);
  }
  return [...byKey.values()];
}
